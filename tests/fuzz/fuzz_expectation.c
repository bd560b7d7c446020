/* SPDX-License-Identifier: Apache-2.0 */
/* Each expectation names rules that stand in the text, and a line that the text has. */
#include "support/fuzz.h"

#include "app/cli/expectation.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_expectations all = {0};
    uint32_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    pv_assert(pv_is_ok(pv_expectations_read(&mem, text, &all, NULL)));
    for (size_t i = 0; i < all.list.n; i++) {
        pv_assert(is_inside(all.list.p[i].rules, text));
        pv_assert(all.list.p[i].line <= lines);
    }
    return 0;
}
