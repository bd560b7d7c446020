/* SPDX-License-Identifier: Apache-2.0 */
/* A word is found by the pass over blocks exactly when a search byte by byte finds it. */
#include "support/fuzz.h"

#include "base/bits.h"
#include "engine/match/need.h"
#include "engine/match/need_place.h"
#include "engine/scan/prefilter.h"

enum { WORDS_MAX = 8, SET_MAX = 4 };

static const char *const langs[] = {"python", "javascript", "c", "go", "java", "ruby"};

/* `word` is `run`, or what stands between two of its signs or ends. */
static bool is_in_run(struct pv_str run, struct pv_str word)
{
    struct pv_str piece = {0};
    if (pv_str_eq(run, word))
        return true;
    while (pv_str_split(&run, '$', &piece))
        if (word.n > 0 && pv_str_eq(piece, word))
            return true;
    return false;
}

/* A run of word bytes and nothing else, with no such byte on either side, holds it. */
static bool is_there(struct pv_str text, struct pv_str word)
{
    for (size_t at = 0; at <= text.n; at++) {
        size_t end = at;
        while (end < text.n && pv_need_is_word_byte((unsigned char)text.p[end]))
            end++;
        if (is_in_run(pv_str_sub(text, at, end), word))
            return true;
        at = end;
    }
    return false;
}

/* The input's first line holds the words, separated by spaces; the rest is the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_prefilter prefilter = {0};
    struct pv_str rest = fuzz_text(data, size);
    struct pv_str line = {0};
    struct pv_str words[WORDS_MAX] = {0};
    pv_word numbers[WORDS_MAX] = {0};
    uint64_t set[SET_MAX] = {0};
    size_t n = 0;
    (void)pv_str_split(&rest, '\n', &line);
    while (n < WORDS_MAX && pv_str_split(&line, ' ', &words[n])) {
        if (words[n].n == 0)
            continue;
        pv_assert(pv_is_ok(pv_vocab_add(&mem, &vocab, words[n], &numbers[n], NULL)));
        n++;
    }
    const struct pv_lang *lang = pv_lang_find(pv_str_of(langs[size % PV_COUNT(langs)]));
    struct pv_prefilter_words wanted = {&vocab, lang, numbers, n};
    pv_assert(pv_is_ok(pv_prefilter_build(&mem, &wanted, &prefilter, NULL)));
    pv_assert(pv_prefilter_set_size(&prefilter) <= SET_MAX);
    pv_prefilter_find(&prefilter, rest, set);
    for (size_t i = 0; i < n; i++) {
        struct pv_need_place place = pv_need_place_of(words[i]);
        if (place.word.n > 0) {
            /* A place asks for more than the word, and a piece for less. */
            bool is_whole = !place.is_begun && !place.is_ended;
            pv_assert(!is_whole || !pv_bits_has(set, numbers[i]) || is_there(rest, place.word));
            continue;
        }
        bool is_run = true;
        for (size_t k = 0; k < words[i].n; k++)
            is_run &= pv_need_is_word_byte((unsigned char)words[i].p[k]);
        bool expected = !is_run || is_there(rest, words[i]);
        if (pv_str_eq(words[i], pv_need_mark))
            expected = pv_str_find(rest, pv_need_mark, 0) != SIZE_MAX;
        pv_assert(pv_bits_has(set, numbers[i]) == expected);
    }
    return 0;
}
