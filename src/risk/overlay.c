/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/overlay.h"

#include "risk/cell.h"
#include "risk/data_item.h"
#include "risk/policy.h"

static const char *const columns[] = {"row", "obligation", "class", "item",  "role",
                                      "CV",  "XP",         "floor", "record"};

static PV_RESULT read_header(struct pv_reader *in)
{
    for (size_t i = 0; i < PV_COUNT(columns); i++) {
        struct pv_str cell = {0};
        size_t at = in->at;
        PV_TRY(pv_cell_take_one(in, i + 1 == PV_COUNT(columns), &cell));
        if (!pv_str_eq(cell, pv_str_of(columns[i])))
            return pv_fail(in->err, PV_SYNTAX, at, "expected the column '%s'", columns[i]);
    }
    return PV_SUCCESS;
}

static PV_RESULT take_text(struct pv_reader *in, bool is_last, size_t size, char *out)
{
    struct pv_str cell = {0};
    size_t at = in->at;
    PV_TRY(pv_cell_take_one(in, is_last, &cell));
    if (cell.n >= size)
        return pv_fail(in->err, PV_LIMIT, at, "a cell of at most %zu bytes", size - 1);
    if (is_last && pv_str_eq(cell, PV_STR("-")))
        cell.n = 0;
    memcpy(out, cell.p, cell.n);
    out[cell.n] = '\0';
    return PV_SUCCESS;
}

/* "a|b" as a set of values; "*" is all of them. */
static PV_RESULT take_set(struct pv_reader *in, enum pv_dimension dimension, pv_fact *out)
{
    struct pv_str cell = {0};
    struct pv_str word = {0};
    size_t at = in->at;
    PV_TRY(pv_cell_take_one(in, false, &cell));
    *out = pv_str_eq(cell, PV_STR("*")) ? pv_fact_unknown(dimension) : 0;
    while (*out != pv_fact_unknown(dimension) && pv_str_split(&cell, '|', &word)) {
        unsigned value = 0;
        if (!pv_fact_value(dimension, word, &value))
            return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a value of %.*s",
                           PV_STR_FMT(word), PV_STR_FMT(pv_dimension_title(dimension)));
        *out |= pv_fact_of(value);
    }
    return *out ? PV_SUCCESS : pv_fail(in->err, PV_SYNTAX, at, "expected a value");
}

static PV_RESULT take_roles(struct pv_reader *in, uint8_t *out)
{
    struct pv_str cell = {0};
    struct pv_str word = {0};
    size_t at = in->at;
    PV_TRY(pv_cell_take_one(in, false, &cell));
    *out = pv_str_eq(cell, PV_STR("*")) ? PV_HELD_ANY : 0;
    while (*out != PV_HELD_ANY && pv_str_split(&cell, '|', &word)) {
        uint8_t role = 0;
        if (!pv_data_role(word, &role))
            return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a role", PV_STR_FMT(word));
        *out |= role;
    }
    return PV_SUCCESS;
}

static PV_RESULT take_item(struct pv_reader *in, struct pv_overlay_row *row)
{
    size_t at = in->at;
    unsigned class = 0;
    PV_TRY(take_text(in, false, sizeof row->item, row->item));
    if (strcmp(row->item, "*") != 0 && !pv_data_class(pv_str_of(row->item), &class))
        return pv_fail(in->err, PV_SYNTAX, at, "'%s' is not a name of data", row->item);
    return PV_SUCCESS;
}

static PV_RESULT take_floor(struct pv_reader *in, unsigned *out)
{
    struct pv_str cell = {0};
    size_t at = in->at;
    PV_TRY(pv_cell_take_one(in, false, &cell));
    *out = PV_PRIORITY_DEFER;
    if (pv_str_eq(cell, PV_STR("-")) || pv_fact_value(PV_DIM_PRIORITY, cell, out))
        return PV_SUCCESS;
    return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a priority", PV_STR_FMT(cell));
}

static PV_RESULT read_row(struct pv_reader *in, struct pv_overlay_row *row)
{
    uint32_t number = 0;
    PV_TRY(pv_reader_u32(in, UINT16_MAX, &number));
    PV_TRY(pv_reader_expect(in, ','));
    row->number = (uint16_t)number;
    PV_TRY(take_text(in, false, sizeof row->obligation, row->obligation));
    PV_TRY(take_text(in, false, sizeof row->classes, row->classes));
    PV_TRY(take_item(in, row));
    PV_TRY(take_roles(in, &row->roles));
    PV_TRY(take_set(in, PV_DIM_SEALED, &row->sealed));
    PV_TRY(take_set(in, PV_DIM_REACH, &row->reach));
    PV_TRY(take_floor(in, &row->floor));
    return take_text(in, true, sizeof row->record, row->record);
}

PV_RESULT pv_overlay_read(struct pv_str csv, struct pv_overlay *out, struct pv_err *err)
{
    struct pv_reader in = {.text = csv, .err = err};
    out->n = 0;
    PV_TRY(read_header(&in));
    while (!pv_reader_is_end(&in)) {
        struct pv_overlay_row row = {0};
        if (out->n == PV_RISK_OVERLAY_ROWS_MAX)
            return pv_fail(err, PV_LIMIT, in.at, "more than %d rows", PV_RISK_OVERLAY_ROWS_MAX);
        PV_TRY(read_row(&in, &row));
        out->rows[out->n++] = row;
    }
    return PV_SUCCESS;
}

/* Whether something holds, from what surely does not to what surely does. */
enum answer { NO, MAYBE, YES };

static enum answer least(enum answer a, enum answer b)
{
    return a < b ? a : b;
}

static enum answer is_of_class(const struct pv_overlay_row *row, struct pv_str class)
{
    struct pv_str rest = pv_str_of(row->classes);
    struct pv_str word = {0};
    while (pv_str_split(&rest, '|', &word)) {
        bool has_star = pv_str_has_suffix(word, PV_STR("*"));
        struct pv_str start = pv_str_sub(word, 0, word.n - has_star);
        if (has_star ? pv_str_has_prefix(class, start) : pv_str_eq(class, word))
            return YES;
    }
    return NO;
}

static enum answer is_obliged(const struct pv_overlay_row *row,
                              const struct pv_situation *situation)
{
    enum answer answer = NO;
    for (size_t i = 0; i < situation->n_duties; i++)
        if (pv_str_eq(situation->duties[i].name, pv_str_of(row->obligation)))
            answer = situation->duties[i].is_sure || answer == YES ? YES : MAYBE;
    return answer;
}

static enum answer is_in_set(pv_fact fact, pv_fact set)
{
    if ((fact & set) == 0)
        return NO;
    return (fact & ~set) == 0 ? YES : MAYBE;
}

/* What nobody names could be it, if what it may be worth allows. */
static enum answer is_item(const struct pv_overlay_row *row, const struct pv_situation *situation,
                           size_t number)
{
    unsigned class = 0;
    struct pv_str wanted = pv_str_of(row->item);
    struct pv_str name = situation->items[number];
    if (pv_str_eq(wanted, PV_STR("*")) || (name.n && pv_str_eq(name, wanted)))
        return YES;
    if (name.n || !pv_data_class(wanted, &class))
        return NO;
    return pv_fact_has(situation->data[number], class) ? MAYBE : NO;
}

static enum answer has_role(const struct pv_overlay_row *row, uint8_t roles)
{
    if (row->roles == PV_HELD_ANY)
        return YES;
    if ((roles & row->roles) == 0)
        return NO;
    return roles & PV_HELD_UNSAID ? MAYBE : YES;
}

static enum answer holds(const struct pv_overlay_row *row, const struct pv_situation *situation)
{
    enum answer best = NO;
    enum answer all = least(is_of_class(row, situation->class), is_obliged(row, situation));
    all = least(all, is_in_set(situation->reach, row->reach));
    for (size_t i = 0; all != NO && i < situation->n_items; i++) {
        enum answer one = least(all, is_item(row, situation, i));
        one = least(one, has_role(row, situation->roles[i]));
        one = least(one, is_in_set(situation->sealed[i], row->sealed));
        best = one > best ? one : best;
    }
    return best;
}

void pv_overlay_apply(const struct pv_overlay *overlay, const struct pv_situation *situation,
                      struct pv_overlay_result *out)
{
    *out = (struct pv_overlay_result){.floor = pv_fact_of(PV_PRIORITY_DEFER)};
    for (size_t i = 0; i < overlay->n; i++) {
        const struct pv_overlay_row *row = &overlay->rows[i];
        enum answer answer = holds(row, situation);
        if (answer == NO)
            continue;
        pv_fact raised = pv_fact_max(out->floor, pv_fact_of(row->floor));
        out->floor = answer == YES ? raised : (pv_fact)(out->floor | raised);
        if (out->n_rows < PV_OVERLAY_RECORDS_MAX)
            out->rows[out->n_rows++] = row->number;
        if (answer == YES && row->record[0] && out->n_records < PV_OVERLAY_RECORDS_MAX)
            out->records[out->n_records++] = row->record;
    }
}

bool pv_overlay_row_is_same(const struct pv_overlay_row *a, const struct pv_overlay_row *b)
{
    return strcmp(a->obligation, b->obligation) == 0 && strcmp(a->classes, b->classes) == 0 &&
           strcmp(a->item, b->item) == 0 && a->roles == b->roles && a->sealed == b->sealed &&
           a->reach == b->reach && a->floor == b->floor && strcmp(a->record, b->record) == 0;
}
