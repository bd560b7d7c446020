/* SPDX-License-Identifier: Apache-2.0 */
#include "support/match_text.h"

#include "base/bits.h"
#include "engine/match/need.h"

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

void words_of_text(struct pv_str text, const struct pv_vocab *vocab, uint64_t *bits)
{
    if (text.n && memchr(text.p, pv_need_mark.p[0], text.n))
        pv_bits_set(bits, pv_vocab_find(vocab, pv_need_mark));
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        while (at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]))
            at++;
        if (at > start)
            pv_bits_set(bits, pv_vocab_find(vocab, pv_str_sub(text, start, at)));
        at += at == start;
    }
}
