/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A byte that chooses the language, then a pattern: a sound tree whose text is
 * the pattern, without a placeholder left; or an error inside the pattern.
 */
#include "engine/lang/lang.h"

#include "support/fuzz.h"
#include "support/tree_sound.h"

enum { MEMORY_MAX = 64 << 20 };

/* In an order of their own, so that the corpus stays what it is when a language comes. */
static const struct pv_lang *choose(uint8_t byte)
{
    static const char *const names[] = {"python", "java",   "javascript", "typescript", "go",
                                        "c",      "csharp", "kotlin",     "scala",      "swift"};
    return pv_lang_find(pv_str_of(names[byte % PV_COUNT(names)]));
}

static void check(const struct pv_pattern_source *source, const struct pv_vocab *vocab,
                  struct pv_str pattern)
{
    pv_assert(pv_tree_is_sound(&source->tree));
    pv_assert(pv_str_eq(source->tree.text, pattern));
    /* Code may be called so too. */
    if (pv_str_find(pattern, PV_STR("__pv"), 0) != SIZE_MAX)
        return;
    PV_VEC_EACH (const struct pv_str, word, &vocab->words)
        pv_assert(!pv_str_has_prefix(*word, PV_STR("__pv")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_err err = {0};
    if (size == 0)
        return 0;
    struct pv_str pattern = fuzz_text(data + 1, size - 1);
    struct pv_result result =
        pv_lang_parse_pattern(&mem, choose(data[0]), pattern, &vocab, &source, &err);
    if (pv_is_ok(result))
        check(&source, &vocab, pattern);
    else
        pv_assert(result.code != PV_SYNTAX || err.offset <= pattern.n);
    pv_arena_clear(&mem);
    return 0;
}
