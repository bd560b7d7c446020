/* SPDX-License-Identifier: Apache-2.0 */
/* What was read points into the text, in order of lines, and good ones have rule and reason. */
#include "support/fuzz.h"

#include "engine/scan/suppress.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_suppressions all = {0};
    struct pv_rule rule = {.id = PV_STR("r"), .check_id = PV_STR("a.r")};
    uint32_t line = 0;
    if (!pv_is_ok(pv_suppressions_read(&mem, text, &all, NULL)))
        return 0;
    PV_VEC_EACH (const struct pv_suppression, one, &all.list) {
        pv_assert(one->line > line && one->last >= one->line);
        pv_assert(one->is_alone || one->last == one->line);
        pv_assert(is_inside(one->rules, text) && is_inside(one->reason, text));
        pv_assert(one->flaw != PV_SUPPRESS_GOOD || one->reason.n > 0);
        line = one->line;
    }
    for (uint32_t at = 1; at <= line + 1; at++) {
        const struct pv_suppression *used = pv_suppressions_use(&all, &rule, at);
        pv_assert(!used || (used->is_used && used->flaw == PV_SUPPRESS_GOOD));
    }
    return 0;
}
