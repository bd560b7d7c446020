/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever git says, each text of a history has a name, a path and a commit, and stands once. */
#include "support/fuzz.h"

#include "engine/scan/history.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_history history = {0};
    if (!pv_is_ok(pv_history_read(&mem, fuzz_text(data, size), &history, NULL)))
        return 0;
    for (size_t i = 0; i < history.texts.n; i++) {
        const struct pv_history_text *text = &history.texts.p[i];
        pv_assert(text->blob.n >= 40);
        for (size_t k = 0; k < i && k < 50; k++)
            pv_assert(!pv_str_eq(text->blob, history.texts.p[k].blob));
    }
    return 0;
}
