/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern, a zero byte, code. Whatever matches lies in the text, is in order
 * and there once, and the text has the words that the pattern needs. The last
 * only where the grammar could read all: what it makes of broken code may cut
 * words in two.
 */
#include "support/fuzz.h"

#include "engine/match/need.h"
#include "support/match_text.h"

enum { STEPS = 50000, MEMORY = 256 << 20 };

static void check_matches(const struct pv_matches *matches, struct pv_str text)
{
    const struct pv_match *before = NULL;
    PV_VEC_EACH (const struct pv_match, match, &matches->list) {
        pv_assert(match->start <= match->end && match->end <= text.n);
        if (before)
            pv_assert(before->start < match->start || before->end < match->end ||
                      pv_bindings_compare(before->bindings, match->bindings) < 0);
        before = match;
    }
}

static void check_need(struct pv_arena *mem, const struct pv_lang *lang,
                       const struct pv_pattern *pattern, struct pv_vocab *vocab, struct pv_str text)
{
    struct pv_formula formula = {.kind = PV_FORMULA_PATTERN, .pattern = *pattern};
    struct pv_needs needs = {0};
    uint64_t *words = NULL;
    if (!pv_is_ok(pv_need_of_formula(mem, &formula, vocab, &needs, NULL)) ||
        !pv_is_ok(PV_NEW_ARRAY(mem, pv_bits_words(vocab->words.n + 1), &words, NULL)))
        return;
    words_of_text(text, lang, vocab, words);
    pv_assert(pv_need_is_met(&needs, 0, words));
}

static void check_code(struct pv_arena *mem, const struct pv_lang *lang,
                       const struct pv_pattern *pattern, struct pv_vocab *vocab, struct pv_str code)
{
    struct pv_parse_options options = {.vocab = vocab};
    struct pv_tree tree = {0};
    struct pv_match_file file = {0};
    struct pv_matches matches = {0};
    struct pv_match_budget budget = {STEPS};
    if (!pv_is_ok(pv_lang_parse(mem, lang, code, &options, &tree, NULL)) ||
        !pv_is_ok(pv_match_file_read(mem, &tree, code, vocab, &file, NULL)))
        return;
    pv_ignore(pv_pattern_find(mem, pattern, &file, &budget, &matches, NULL));
    check_matches(&matches, code);
    if (matches.list.n > 0 && tree.error_bytes == 0)
        check_need(mem, lang, pattern, vocab, code);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY};
    struct pv_vocab vocab = {0};
    struct pv_pattern pattern = {0};
    struct pv_str code = fuzz_text(data, size);
    struct pv_str text = {0};
    const struct pv_lang *lang = pv_lang_find(size % 2 ? PV_STR("java") : PV_STR("python"));
    if (lang && pv_str_split(&code, '\0', &text) &&
        pv_is_ok(pv_pattern_compile(&mem, (struct pv_pattern_code){.lang = lang, .text = text},
                                    &pv_match_options_default, &vocab, &pattern, NULL))) {
        check_code(&mem, lang, &pattern, &vocab, code);
        pv_pattern_clear(&pattern);
    }
    pv_arena_clear(&mem);
    return 0;
}
