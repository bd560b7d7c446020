/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a comparison: an answer on a file without bindings, or an error inside the text. */
#include "engine/match/comparison.h"

#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_vocab vocab = {0};
    struct pv_comparison *comparison = NULL;
    struct pv_err err = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_result result = pv_comparison_compile(&mem, text, &vocab, &comparison, &err);
    if (pv_is_ok(result)) {
        struct pv_match_file file = {.vocab = &vocab, .text = PV_STR("")};
        struct pv_bindings none = {0};
        bool first = pv_comparison_holds(&mem, comparison, &file, none);
        pv_assert(pv_comparison_holds(&mem, comparison, &file, none) == first);
        pv_comparison_clear(comparison);
    } else {
        pv_assert(result.code != PV_SYNTAX || err.offset <= text.n);
    }
    pv_arena_clear(&mem);
    return 0;
}
