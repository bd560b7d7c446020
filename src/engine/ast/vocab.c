/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/vocab.h"

#include "base/hash.h"

/* Number 0 is the empty text, so that a zeroed node has no word. */
static PV_RESULT add_empty(struct pv_arena *mem, struct pv_vocab *vocab, struct pv_err *err)
{
    struct pv_str *word = NULL;
    if (vocab->words.n > 0)
        return PV_SUCCESS;
    return PV_VEC_PUSH(mem, &vocab->words, &word, err);
}

struct pv_result pv_vocab_add(struct pv_arena *mem, struct pv_vocab *vocab, struct pv_str text,
                              pv_word *out, struct pv_err *err)
{
    struct pv_str *word = NULL;
    struct pv_str copy = {0};
    uint32_t number = 0;

    if (text.n == 0 || pv_map_find(&vocab->numbers, text, &number)) {
        *out = number;
        return PV_SUCCESS;
    }
    PV_TRY(add_empty(mem, vocab, err));
    if (vocab->words.n >= PV_WORD_UNKNOWN)
        return pv_fail(err, PV_LIMIT, 0, "too many words in the rules");
    PV_TRY(pv_str_copy(mem, text, &copy, err));
    PV_TRY(PV_VEC_PUSH(mem, &vocab->words, &word, err));
    *word = copy;
    number = (uint32_t)(vocab->words.n - 1);
    struct pv_result put = pv_map_put(mem, &vocab->numbers, copy, number, err);
    if (!pv_is_ok(put)) {
        vocab->words.n--; /* a word without its number would be found by nobody */
        return put;
    }
    *out = number;
    return PV_SUCCESS;
}

pv_word pv_vocab_find(const struct pv_vocab *vocab, struct pv_str text)
{
    uint32_t number = 0;
    if (vocab)
        (void)pv_map_find(&vocab->numbers, text, &number);
    return number;
}

pv_word pv_vocab_word(const struct pv_vocab *vocab, struct pv_str text)
{
    uint64_t hash = pv_hash_str(text);
    uint32_t number = 0;
    if (text.n == 0 || (vocab && pv_map_find_hashed(&vocab->numbers, text, hash, &number)))
        return number;
    return (uint32_t)hash | PV_WORD_UNKNOWN;
}

struct pv_str pv_vocab_text(const struct pv_vocab *vocab, pv_word word)
{
    return word < vocab->words.n ? vocab->words.p[word] : (struct pv_str){0};
}
