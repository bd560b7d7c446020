/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The first line is how a column's values are made alike, the rest a value: what comes out is no
 * longer, and made alike once more it is the same; any text is read as a rule or refused.
 */
#include "support/fuzz.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "crypto/index_rule.h"

static void normalise(const struct pv_index_column *column, struct pv_str value)
{
    char *once = pv_alloc(value.n + 1);
    char *twice = pv_alloc(value.n + 1);
    pv_assert(once && twice);
    size_t n = pv_index_normalise(column, value, once);
    pv_assert(n <= value.n);
    pv_assert(pv_index_normalise(column, (struct pv_str){once, n}, twice) <= n);
    /* A part of a value may end in a blank, which does not come through a second time. */
    if (column->part == PV_INDEX_WHOLE)
        pv_assert(memcmp(once, twice, n) == 0);
    pv_release(once);
    pv_release(twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_index_column column = {.n = 0};
    struct pv_index_rule rule = {.bits = 0};
    struct pv_record *map = NULL;
    struct pave_error err = PAVE_ERROR_INIT;
    struct pv_str value = fuzz_text(data, size);
    struct pv_str words = {0};

    if (pv_record_read(&mem, value, &map, NULL) == PAVE_OK &&
        pv_index_rule_read(&mem, map, &rule, &err) == PAVE_OK)
        pv_assert(rule.bits > 0 && rule.n_columns > 0);
    (void)pv_str_split(&value, '\n', &words);
    if (pv_index_column_read(words, &column))
        normalise(&column, value);
    return 0;
}
