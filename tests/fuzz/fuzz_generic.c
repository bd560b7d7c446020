/* SPDX-License-Identifier: Apache-2.0 */
/* A pattern, a form feed, a text: matches lie in the text, no two end alike, twice the same. */
#include "engine/generic/generic.h"

#include "support/fuzz.h"

enum { MEMORY_MAX = 256 << 20, STEPS = 200000 };

static size_t run(struct pv_arena *mem, const struct pv_generic *generic, struct pv_str text)
{
    struct pv_generic_matches found = {0};
    uint64_t steps = STEPS;
    struct pv_result result = pv_generic_find(mem, generic, text, &steps, &found, NULL);
    pv_assert(pv_is_ok(result) || result.code == PV_LIMIT || result.code == PV_NO_MEMORY);
    for (size_t i = 0; i < found.list.n; i++) {
        const struct pv_generic_match *match = &found.list.p[i];
        pv_assert(match->start < match->end && match->end <= text.n);
        pv_assert(i == 0 || match->start > found.list.p[i - 1].start);
        for (size_t k = 0; k < match->n_captures; k++)
            pv_assert(match->captures[k].start <= match->captures[k].end &&
                      match->captures[k].end <= text.n);
    }
    return found.list.n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_vocab vocab = {0};
    struct pv_generic *generic = NULL;
    struct pv_str text = fuzz_text(data, size);
    struct pv_str pattern = {0};
    struct pv_generic_options options = pv_generic_options_default;
    options.engine = size % 2 ? PV_GENERIC_REGEX : PV_GENERIC_INDENTS;
    options.comments = (enum pv_generic_comments)(size / 2 % 4);
    options.is_single_line = size / 8 % 2;
    if (pv_str_split(&text, '\f', &pattern) &&
        pv_is_ok(pv_generic_compile(&mem, pattern, &options, &vocab, &generic, NULL))) {
        size_t n = run(&mem, generic, text);
        pv_assert(run(&mem, generic, text) == n);
    }
    pv_generic_clear(generic);
    pv_arena_clear(&mem);
    return 0;
}
