/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter_table.h"

#include "base/bits.h"
#include "engine/match/need.h"

enum { SLOTS_MIN = 16 };

/* Whether all of `word` is one run that the pass over a text can find. */
static bool is_one_run(struct pv_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (!pv_need_is_word_byte((unsigned char)word.p[i]))
            return false;
    return word.n > 0;
}

/* A new prefilter's parts while they are still written to. */
struct tables {
    struct pv_prefilter_slot *slots;
    size_t mask;
    struct pv_prefilter_place *places;
    size_t n_places;
    uint64_t *filter;
    uint64_t *always;
};

/* The slot of a word, new or not. */
static struct pv_prefilter_slot *take_slot(const struct tables *tables, struct pv_str word)
{
    struct pv_prefilter_key key = pv_prefilter_key_of_any(word.p, word.n);
    uint64_t hash = pv_prefilter_hash(&key);
    size_t at = pv_prefilter_slot_of(hash, tables->mask);
    while (tables->slots[at].n && !pv_prefilter_holds(&tables->slots[at], &key, word.p))
        at = (at + 1) & tables->mask;
    struct pv_prefilter_slot *slot = &tables->slots[at];
    slot->head = key.head;
    slot->tail = key.tail;
    slot->text = word.p;
    slot->n = (uint32_t)word.n;
    pv_bits_set(tables->filter, pv_prefilter_bit(hash));
    return slot;
}

static void add_place(struct tables *tables, struct pv_str word, struct pv_prefilter_place place)
{
    struct pv_prefilter_slot *slot = take_slot(tables, word);
    place.next = slot->places;
    tables->places[tables->n_places++] = place;
    slot->places = (uint32_t)tables->n_places;
}

/* How many slots and places a word takes. */
static size_t places_of(const struct pv_need_place *place)
{
    return place->is_begun || place->is_ended ? place->word.n : 1 + (place->object.n > 0);
}

static void add_word(struct tables *tables, const struct pv_lang_signs *signs, struct pv_str word,
                     pv_word number)
{
    struct pv_need_place place = pv_need_place_of(word);
    if (is_one_run(word) || pv_str_eq(word, pv_need_mark)) {
        take_slot(tables, word)->number = number;
        return;
    }
    bool is_in_pieces = place.is_begun || place.is_ended;
    if (place.word.n == 0 || (is_in_pieces && (!signs || !signs->keeps_texts))) {
        pv_bits_set(tables->always, number);
        return;
    }
    struct pv_prefilter_place one = {.place = place, .number = number, .is_piece = is_in_pieces};
    if (!is_in_pieces)
        add_place(tables, place.word, one);
    one.is_object = true;
    if (place.object.n > 0 && signs && signs->names_modules)
        add_place(tables, place.object, one);
    one.is_object = false;
    for (size_t n = 1; is_in_pieces && n < place.word.n; n++)
        add_place(tables,
                  place.is_begun ? pv_str_sub(place.word, 0, n)
                                 : pv_str_sub(place.word, n, place.word.n),
                  one);
}

/* Marks in `out` which of the words there are, and counts what they take. */
static size_t take_distinct(const struct pv_prefilter_words *words, size_t n_bits, uint64_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        if (words->p[i] >= n_bits || pv_bits_has(out, words->p[i]))
            continue;
        struct pv_need_place place = pv_need_place_of(pv_vocab_text(words->vocab, words->p[i]));
        pv_bits_set(out, words->p[i]);
        n += places_of(&place);
    }
    return n;
}

static PV_RESULT make_tables(struct pv_arena *mem, size_t n_distinct, size_t n_bits,
                             struct tables *out, struct pv_err *err)
{
    size_t n_slots = SLOTS_MIN;
    while (n_slots < n_distinct * 2) /* bounded by the vocabulary, which lies in memory */
        n_slots *= 2;
    out->mask = n_slots - 1;
    PV_TRY(PV_NEW_ARRAY(mem, n_slots, &out->slots, err));
    PV_TRY(PV_NEW_ARRAY(mem, n_distinct + 1, &out->places, err));
    PV_TRY(
        PV_NEW_ARRAY(mem, pv_bits_words((size_t)1 << PV_PREFILTER_BITS_LOG2), &out->filter, err));
    return PV_NEW_ARRAY(mem, pv_bits_words(n_bits) + 1, &out->always, err);
}

struct pv_result pv_prefilter_build(struct pv_arena *mem, const struct pv_prefilter_words *words,
                                    struct pv_prefilter *out, struct pv_err *err)
{
    struct tables tables = {0};
    uint64_t *wanted = NULL;
    struct pv_part_finder parts = {0};
    pv_word mark = 0;
    bool has_marked = false;
    size_t n_bits = pv_max(words->vocab->words.n, PV_PREFILTER_ANY + 1);
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(n_bits) + 1, &wanted, err));
    PV_TRY(make_tables(mem, take_distinct(words, n_bits, wanted), n_bits, &tables, err));
    pv_bits_set(tables.always, PV_PREFILTER_ANY);
    for (pv_word word = 1; word < n_bits; word++) {
        if (!pv_bits_has(wanted, word))
            continue;
        struct pv_str text = pv_vocab_text(words->vocab, word);
        if (pv_str_eq(text, pv_need_mark))
            mark = word;
        PV_TRY(pv_part_finder_add(mem, &parts, text, word, err));
        has_marked |= pv_need_place_of(text).is_marked;
        add_word(&tables, pv_lang_signs(words->lang), text, word);
    }
    PV_TRY(pv_part_finder_finish(mem, &parts, err));
    *out = (struct pv_prefilter){
        .vocab = words->vocab,
        .slots = tables.slots,
        .places = tables.places,
        .signs = pv_lang_signs(words->lang),
        .mask = tables.mask,
        .filter = tables.filter,
        .always = tables.always,
        .parts = parts,
        .n_bits = n_bits,
        .mark = mark,
        .has_marked = has_marked,
    };
    return PV_SUCCESS;
}
