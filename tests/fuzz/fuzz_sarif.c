/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever another tool writes: sightings have a rule and a place. */
#include "support/fuzz.h"

#include "ledger/exchange/sarif_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = 256 << 20};
    const struct pv_sarif_options options = {0};
    struct pv_sarif_runs runs = {0};
    if (pv_is_ok(pv_sarif_read(&mem, fuzz_text(data, size), &options, &runs, NULL)))
        PV_VEC_EACH (const struct pv_sarif_run, run, &runs.list) {
            pv_assert(run->tool.n > 0);
            for (size_t i = 0; i < run->sightings.n; i++) {
                const struct pv_observation *at = &run->sightings.p[i].at;
                pv_assert(at->rule.n > 0 && at->line > 0 && at->file < run->sightings.n_files);
            }
        }
    pv_arena_clear(&mem);
    return 0;
}
