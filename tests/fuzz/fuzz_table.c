/* SPDX-License-Identifier: Apache-2.0 */
/* A table that is taken is total: known inputs give one known output and its row. */
#include "support/fuzz.h"

#include "risk/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_table table = {0};
    struct pv_err err = {0};
    pv_fact facts[PV_DIM_COUNT];
    int row = -1;
    if (!pv_is_ok(pv_table_read(fuzz_text(data, size), &table, &err))) {
        pv_assert(err.offset <= size);
        return 0;
    }
    for (int i = 0; i < PV_DIM_COUNT; i++)
        facts[i] = pv_fact_of(pv_fact_high(pv_fact_unknown((enum pv_dimension)i)));
    pv_assert(pv_fact_is_known(pv_table_look_up(&table, facts, &row)));
    pv_assert(row >= 0);
    for (int i = 0; i < PV_DIM_COUNT; i++)
        facts[i] = pv_fact_unknown((enum pv_dimension)i);
    pv_assert(pv_table_look_up(&table, facts, NULL) != 0);
    return 0;
}
