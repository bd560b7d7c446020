/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/table.h"

#include "risk/cell.h"

static PV_RESULT read_header(struct pv_reader *in, struct pv_table *table)
{
    enum pv_dimension columns[PV_TABLE_INPUTS_MAX + 1];
    struct pv_str cell = {0};
    bool is_last = false;
    size_t n = 0;

    PV_TRY(pv_cell_take(in, &cell, &is_last));
    if (is_last || !pv_str_eq(cell, PV_STR("row")))
        return pv_fail(in->err, PV_SYNTAX, 0, "expected the first column to be 'row'");
    while (!is_last) {
        size_t at = in->at;
        PV_TRY(pv_cell_take(in, &cell, &is_last));
        if (n == PV_COUNT(columns))
            return pv_fail(in->err, PV_RANGE, at, "expected at most %zu columns", n + 1);
        if (!pv_dimension_of_column(cell, &columns[n++]))
            return pv_fail(in->err, PV_SYNTAX, at, "no fact is called '%.*s'", PV_STR_FMT(cell));
    }
    if (n < 2)
        return pv_fail(in->err, PV_SYNTAX, 0, "expected at least one input and the output");

    table->n_inputs = n - 1;
    table->output = columns[n - 1];
    table->n = 1;
    for (size_t i = 0; i < table->n_inputs; i++) {
        table->inputs[i] = columns[i];
        table->n *= pv_dimension_values(columns[i]);
    }
    if (table->n > PV_TABLE_ROWS_MAX)
        return pv_fail(in->err, PV_RANGE, 0,
                       "a table of %zu rows is too large to be read by people", table->n);
    return PV_SUCCESS;
}

static PV_RESULT read_value(struct pv_reader *in, enum pv_dimension dimension, bool should_be_last,
                            unsigned *out)
{
    struct pv_str cell = {0};
    struct pv_str title = pv_dimension_title(dimension);
    size_t at = in->at;
    PV_TRY(pv_cell_take_one(in, should_be_last, &cell));
    if (!pv_fact_value(dimension, cell, out))
        return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a value of %.*s", PV_STR_FMT(cell),
                       PV_STR_FMT(title));
    return PV_SUCCESS;
}

static PV_RESULT read_row(struct pv_reader *in, struct pv_table *table, bool *is_seen)
{
    size_t start = in->at;
    size_t combination = 0;
    unsigned value = 0;
    uint32_t row = 0;

    PV_TRY(pv_reader_u32(in, UINT16_MAX, &row));
    PV_TRY(pv_reader_expect(in, ','));
    for (size_t i = 0; i < table->n_inputs; i++) {
        PV_TRY(read_value(in, table->inputs[i], false, &value));
        combination = combination * pv_dimension_values(table->inputs[i]) + value;
    }
    PV_TRY(read_value(in, table->output, true, &value));
    if (is_seen[combination])
        return pv_fail(in->err, PV_INVALID, start, "this combination has a row already");

    is_seen[combination] = true;
    table->outputs[combination] = (uint8_t)value;
    table->rows[combination] = (uint16_t)row;
    return PV_SUCCESS;
}

struct pv_result pv_table_read(struct pv_str csv, struct pv_table *out, struct pv_err *err)
{
    struct pv_reader in = {.text = csv, .err = err};
    struct pv_table table = {0};
    bool is_seen[PV_TABLE_ROWS_MAX] = {0};

    PV_TRY(read_header(&in, &table));
    while (!pv_reader_is_end(&in))
        PV_TRY(read_row(&in, &table, is_seen));
    for (size_t i = 0; i < table.n; i++) {
        if (!is_seen[i])
            return pv_fail(err, PV_INVALID, csv.n, "a combination of inputs has no row");
    }
    *out = table;
    return PV_SUCCESS;
}

/* Whether combination `index` takes each input from its set. */
static bool is_possible(const struct pv_table *table, const pv_fact *facts, size_t index)
{
    for (size_t i = table->n_inputs; i > 0; i--) {
        enum pv_dimension input = table->inputs[i - 1];
        unsigned values = pv_dimension_values(input);
        if (!pv_fact_has(facts[input], (unsigned)(index % values)))
            return false;
        index /= values;
    }
    return true;
}

pv_fact pv_table_look_up(const struct pv_table *table, const pv_fact *facts, int *row)
{
    pv_fact result = 0;
    int found = 0;
    int only = -1;
    for (size_t i = 0; i < table->n; i++) {
        if (!is_possible(table, facts, i))
            continue;
        result |= pv_fact_of(table->outputs[i]);
        only = table->rows[i];
        found++;
    }
    if (row)
        *row = found == 1 ? only : -1;
    return result;
}
