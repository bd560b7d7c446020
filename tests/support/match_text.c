/* SPDX-License-Identifier: Apache-2.0 */
#include "support/match_text.h"

#include "base/bits.h"
#include "engine/match/need.h"
#include "engine/match/need_part.h"
#include "engine/match/need_place.h"

static void add_bindings(const struct pv_match *match, struct pv_str text,
                         const struct pv_vocab *vocab, struct pv_buf *out)
{
    for (size_t i = 0; i < match->bindings.n; i++) {
        const struct pv_binding *binding = &match->bindings.p[i];
        pv_buf_add(out, i == 0 ? PV_STR(" [") : PV_STR(" "));
        pv_buf_add(out, pv_vocab_text(vocab, binding->name));
        PV_BUF_LIT(out, "=");
        pv_buf_add(out, pv_str_sub(text, binding->start, binding->end));
    }
    if (match->bindings.n > 0)
        PV_BUF_LIT(out, "]");
}

void match_text(const struct pv_matches *matches, struct pv_str text, const struct pv_vocab *vocab,
                struct pv_buf *out)
{
    for (size_t i = 0; i < matches->list.n; i++) {
        const struct pv_match *match = &matches->list.p[i];
        if (i > 0)
            PV_BUF_LIT(out, "; ");
        pv_buf_add(out, pv_str_sub(text, match->start, match->end));
        add_bindings(match, text, vocab, out);
    }
}

/* Whether the run from `start` to `end` is what a vocabulary's word with a place asks for. */
static bool is_placed(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                      size_t end, struct pv_str word)
{
    struct pv_need_place place = pv_need_place_of(word);
    struct pv_str run = pv_str_sub(text, start, end);
    bool is_less = run.n < place.word.n;
    if (place.is_begun || place.is_ended)
        return !signs || (is_less && (place.is_begun ? pv_str_has_prefix(place.word, run) &&
                                                           pv_need_ends_piece(text, end)
                                                     : pv_str_has_suffix(place.word, run) &&
                                                           pv_need_begins_piece(text, start)));
    if (place.object.n > 0 && pv_str_eq(run, place.object) &&
        pv_need_is_renamed(signs, text, start, end))
        return true;
    return place.word.n > 0 && pv_str_eq(run, place.word) &&
           pv_need_is_in_place(signs, text, start, end, &place);
}

static void mark_run(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                     size_t end, const struct pv_vocab *vocab, uint64_t *bits)
{
    pv_bits_set(bits, pv_vocab_find(vocab, pv_str_sub(text, start, end)));
    for (pv_word word = 1; word < vocab->words.n; word++)
        if (is_placed(signs, text, start, end, pv_vocab_text(vocab, word)))
            pv_bits_set(bits, word);
}

/* The same in the lines of decorators. */
static void mark_lines(const struct pv_lang_signs *signs, struct pv_str text,
                       const struct pv_vocab *vocab, uint64_t *bits)
{
    struct pv_str line = {0};
    for (size_t at = 0; pv_need_next_marked(signs, text, &at, &line);) {
        for (pv_word word = 1; word < vocab->words.n; word++) {
            struct pv_need_place place = pv_need_place_of(pv_vocab_text(vocab, word));
            if (place.is_marked && pv_str_find(line, place.word, 0) != SIZE_MAX)
                pv_bits_set(bits, word);
        }
    }
}

/* Parts of words, wherever they are. */
static void mark_parts(struct pv_str text, const struct pv_vocab *vocab, uint64_t *bits)
{
    for (pv_word word = 1; word < vocab->words.n; word++) {
        struct pv_need_part part = pv_need_part_of(pv_vocab_text(vocab, word));
        for (size_t at = 0; part.bytes.n > 0 && at < text.n; at++)
            if (pv_need_part_is_at(&part, text, at))
                pv_bits_set(bits, word);
    }
}

void words_of_text(struct pv_str text, const struct pv_lang *lang, const struct pv_vocab *vocab,
                   uint64_t *bits)
{
    const struct pv_lang_signs *signs = pv_lang_signs(lang);
    if (text.n && memchr(text.p, pv_need_mark.p[0], text.n))
        pv_bits_set(bits, pv_vocab_find(vocab, pv_need_mark));
    mark_lines(signs, text, vocab, bits);
    mark_parts(text, vocab, bits);
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        while (at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]))
            at++;
        if (at > start)
            mark_run(signs, text, start, at, vocab, bits);
        at += at == start;
    }
}
