/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as CODEOWNERS: owners are words of it with an "@", and the last line that fits counts.
 */
#include "risk/codeowners.h"

#include "support/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    struct pv_arena mem = {0};
    struct pv_codeowners codeowners = {0};
    const struct pv_str path = PV_STR("src/app/main.c");
    if (pv_is_ok(pv_codeowners_read(&mem, text, &codeowners, NULL))) {
        const struct pv_codeowners_rule *found = pv_codeowners_find(&codeowners, path);
        PV_VEC_EACH (const struct pv_codeowners_rule, rule, &codeowners.rules) {
            pv_assert(is_inside(rule->owners, text) && is_inside(rule->glob.pattern, text));
            pv_assert(rule->owners.n == 0 || pv_str_find(rule->owners, PV_STR("@"), 0) != SIZE_MAX);
            if (found && rule > found)
                pv_assert(!pv_glob_is_match(&rule->glob, path, false));
        }
    }
    pv_arena_clear(&mem);
    return 0;
}
