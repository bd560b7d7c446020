/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/index_rule.h"

#include "base/arena.h"
#include "crypto/context.h"

#include <pave/index.h>

enum { DISTINCT_MIN = 16, DIGITS_MAX = 4 };
static const uint64_t count_max = (uint64_t)1 << 53;

/*
 * More tokens than the square root of the values, fewer than half of them: a search finds few rows,
 * and a token still stands for two values at least.
 */
enum pave_status pave_index_plan(uint64_t distinct, uint64_t rows, struct pave_index_advice *out)
{
    unsigned least = 1;
    unsigned most = 0;

    if (!out || out->size < sizeof *out || distinct > count_max)
        return PAVE_ARGUMENT;
    *out = (struct pave_index_advice){.size = out->size};
    if (distinct < DISTINCT_MIN)
        return PAVE_FORBIDDEN;
    while (((uint64_t)1 << most << 1) * 2 < distinct)
        most++;
    while (((uint64_t)1 << least) <= distinct >> least)
        least++;
    least = least > most ? most : least;
    out->least = least;
    out->most = most;
    out->usual = (least + most + 1) / 2;
    out->rows_each = (double)rows / (double)((uint64_t)1 << out->usual);
    return PAVE_OK;
}

static PV_STATUS check_bits(const struct pv_record *map, unsigned bits, uint64_t distinct,
                            struct pave_error *err)
{
    struct pave_index_advice advice = {.size = sizeof advice};
    enum pave_status status = pave_index_plan(distinct, 0, &advice);
    if (status != PAVE_OK)
        return pv_refuse(err, PAVE_FORBIDDEN, map->offset,
                         "an index of fewer than %d distinct values tells them apart: join the "
                         "column with another",
                         DISTINCT_MIN);
    if (bits < advice.least || bits > advice.most)
        return pv_refuse(err, PAVE_FORBIDDEN, map->offset,
                         "tokens of %u bits: for %llu distinct values, %u to %u", bits,
                         (unsigned long long)distinct, advice.least, advice.most);
    return PAVE_OK;
}

static bool read_count(struct pv_str word, size_t *out)
{
    *out = 0;
    if (word.n == 0 || word.n > DIGITS_MAX || word.p[0] == '0')
        return false;
    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] < '0' || word.p[i] > '9')
            return false;
        *out = *out * 10 + (size_t)(word.p[i] - '0');
    }
    return true;
}

bool pv_index_column_read(struct pv_str text, struct pv_index_column *out)
{
    static const char *const forms[] = {"exact", "lower", "digits"};
    struct pv_str word = {0};
    bool is_known = false;

    *out = (struct pv_index_column){.name = out->name};
    if (text.n == 0 || text.p[text.n - 1] == ' ' || !pv_str_split(&text, ' ', &word))
        return false;
    for (size_t i = 0; i < PV_COUNT(forms); i++) {
        if (pv_str_eq(word, pv_str_of(forms[i]))) {
            out->form = (enum pv_index_form)i;
            is_known = true;
        }
    }
    if (!is_known || !pv_str_split(&text, ' ', &word))
        return is_known;
    if (pv_str_eq(word, PV_STR("first")))
        out->part = PV_INDEX_FIRST;
    else if (pv_str_eq(word, PV_STR("last")))
        out->part = PV_INDEX_LAST;
    else
        return false;
    return read_count(text, &out->n);
}

static PV_STATUS read_columns(struct pv_arena *mem, const struct pv_record *map,
                              struct pv_index_rule *out, struct pave_error *err)
{
    const struct pv_record *columns = NULL;

    PAVE_TRY(pv_record_child(map, "columns", PV_RECORD_MAP, &columns, err));
    if (columns->n == 0 || columns->n > PV_INDEX_COLUMNS_MAX)
        return pv_refuse(err, PAVE_LIMIT, columns->offset, "an index has 1 to %d columns",
                         PV_INDEX_COLUMNS_MAX);
    PAVE_TRY(pv_status_of(PV_NEW_ARRAY(mem, columns->n, &out->columns, NULL)));
    for (const struct pv_record *one = columns->first; one; one = one->next) {
        struct pv_index_column *column = &out->columns[out->n_columns++];
        column->name = one->name;
        if (!pv_context_is_name(one->name) || one->kind != PV_RECORD_TEXT ||
            !pv_index_column_read(one->text, column))
            return pv_refuse(err, PAVE_SYNTAX, one->offset,
                             "a column: expected exact, lower or digits, and first or last N");
    }
    return PAVE_OK;
}

static PV_STATUS read_slow(const struct pv_record *map, bool *out, struct pave_error *err)
{
    const struct pv_record *slow = pv_record_get(map, "slow");
    bool is_true = slow && slow->kind == PV_RECORD_OTHER && pv_str_eq(slow->text, PV_STR("true"));
    bool is_false = slow && slow->kind == PV_RECORD_OTHER && pv_str_eq(slow->text, PV_STR("false"));

    if (slow && !is_true && !is_false)
        return pv_refuse(err, PAVE_SYNTAX, slow->offset, "\"slow\": expected true or false");
    *out = is_true;
    return PAVE_OK;
}

PV_STATUS pv_index_rule_read(struct pv_arena *mem, const struct pv_record *map,
                             struct pv_index_rule *out, struct pave_error *err)
{
    uint64_t bits = 0;
    uint64_t distinct = 0;

    if (map->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "expected a map");
    PAVE_TRY(pv_record_only(map, "name table columns bits distinct slow", err));
    PAVE_TRY(pv_record_text(map, "name", &out->name, err));
    PAVE_TRY(pv_record_text(map, "table", &out->table, err));
    if (!pv_context_is_name(out->name) || !pv_context_is_name(out->table))
        return pv_refuse(err, PAVE_SYNTAX, map->offset,
                         "an index: its name and table are a-z 0-9 _ . -");
    PAVE_TRY(read_columns(mem, map, out, err));
    PAVE_TRY(read_slow(map, &out->is_slow, err));
    PAVE_TRY(pv_record_number(map, "bits", PV_INDEX_BITS_MAX, &bits, err));
    PAVE_TRY(pv_record_number(map, "distinct", count_max, &distinct, err));
    out->bits = (unsigned)bits;
    return check_bits(map, out->bits, distinct, err);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Small letters of ASCII, and one blank where there were several; none at the ends. */
static size_t lower(struct pv_str value, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        char byte = value.p[i];
        if (!is_blank(byte))
            out[n++] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return n > 0 && out[n - 1] == ' ' ? n - 1 : n;
}

static size_t digits(struct pv_str value, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] >= '0' && value.p[i] <= '9')
            out[n++] = value.p[i];
    }
    return n;
}

/* Whether a character of UTF-8 begins here; so it may be asked of bytes that are none. */
static bool is_start(char byte)
{
    return ((unsigned char)byte & 0xc0u) != 0x80u;
}

static size_t keep_first(const char *text, size_t n, size_t characters)
{
    size_t seen = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_start(text[i]) && seen++ == characters)
            return i;
    }
    return n;
}

static size_t keep_last(char *text, size_t n, size_t characters)
{
    size_t at = n;
    for (size_t seen = 0; at > 0 && seen < characters; at--) {
        if (is_start(text[at - 1]))
            seen++;
    }
    memmove(text, text + at, n - at);
    return n - at;
}

size_t pv_index_normalise(const struct pv_index_column *column, struct pv_str value, char *out)
{
    size_t n = value.n;

    if (column->form == PV_INDEX_LOWER)
        n = lower(value, out);
    else if (column->form == PV_INDEX_DIGITS)
        n = digits(value, out);
    else if (n > 0)
        memcpy(out, value.p, n);
    if (column->part == PV_INDEX_FIRST)
        return keep_first(out, n, column->n);
    return column->part == PV_INDEX_LAST ? keep_last(out, n, column->n) : n;
}
