/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter.h"

#include "base/bits.h"
#include "base/num.h"
#include "engine/match/need.h"
#include "engine/match/need_place.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    BLOCK = 64, /* bytes whose classes fit one mask */
    BLOCKS = 8, /* whose words are looked up together */
    EDGES = BLOCK * BLOCKS + 2,
    FILTER_BITS_LOG2 = 16, /* 8 KiB: stays in the first cache level */
    SLOTS_MIN = 16,
    KEY_BYTES = 8,
};

/*
 * Both ends of a word, or twice all of it when it is short: enough to tell the
 * words of a program apart, at a cost that does not grow with the word.
 */
struct key {
    uint64_t head;
    uint64_t tail;
    size_t n;
};

struct pv_prefilter_slot {
    uint64_t head;
    uint64_t tail;
    const char *text;
    uint32_t n;      /* 0 in a free slot */
    pv_word number;  /* PV_PREFILTER_ANY when it is only looked for in its places */
    uint32_t places; /* one more than the number of the first of them; 0: none */
};

/* A word that has to stand somewhere, of those of one slot. */
struct pv_prefilter_place {
    struct pv_need_place place;
    pv_word number;
    uint32_t next;  /* as a slot's */
    bool is_object; /* another name of the module in which the word is reached is enough */
    bool is_piece;  /* only the beginning or end of a text's word: the rest is in another piece */
};

static inline uint64_t load_8(const char *p)
{
    uint64_t value = 0;
    memcpy(&value, p, sizeof value);
    return value;
}

/* What leaves the first bytes in memory of eight. */
static const uint64_t first_bytes[KEY_BYTES + 1] = {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    0,          0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff,
    UINT64_MAX,
#else
    0,
    0xff00000000000000,
    0xffff000000000000,
    0xffffff0000000000,
    0xffffffff00000000,
    0xffffffffff000000,
    0xffffffffffff0000,
    0xffffffffffffff00,
    UINT64_MAX,
#endif
};

/*
 * Of the n bytes at `p`; eight can be read there. Words are long and short in no
 * order that a processor could foresee, so there is no branch on it.
 */
static inline struct key key_of(const char *p, size_t n)
{
    size_t n_head = pv_min(n, KEY_BYTES);
    uint64_t mask = first_bytes[n_head];
    return (struct key){load_8(p) & mask, load_8(p + (n - n_head)) & mask, n};
}

/* Of any n bytes, of which there are some. */
static struct key key_of_any(const char *p, size_t n)
{
    char copy[KEY_BYTES] = {0};
    if (n >= KEY_BYTES)
        return key_of(p, n);
    memcpy(copy, p, n);
    return key_of(copy, n);
}

static inline uint64_t hash_of(const struct key *key)
{
    uint64_t hash = (key->head + key->n) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
    return (hash ^ key->tail) * UINT64_C(0xbf58476d1ce4e5b9);
}

static size_t filter_bit(uint64_t hash)
{
    return (size_t)(hash >> (64U - FILTER_BITS_LOG2));
}

static size_t slot_of(uint64_t hash, size_t mask)
{
    return (size_t)(hash >> 32 ^ hash) & mask;
}

/* The middle of a long word is in neither end. */
static bool holds(const struct pv_prefilter_slot *slot, const struct key *key, const char *p)
{
    return slot->head == key->head && slot->tail == key->tail && slot->n == key->n &&
           (key->n <= (size_t)2 * KEY_BYTES || memcmp(slot->text, p, key->n) == 0);
}

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
    struct key key = key_of_any(word.p, word.n);
    uint64_t hash = hash_of(&key);
    size_t at = slot_of(hash, tables->mask);
    while (tables->slots[at].n && !holds(&tables->slots[at], &key, word.p))
        at = (at + 1) & tables->mask;
    struct pv_prefilter_slot *slot = &tables->slots[at];
    slot->head = key.head;
    slot->tail = key.tail;
    slot->text = word.p;
    slot->n = (uint32_t)word.n;
    pv_bits_set(tables->filter, filter_bit(hash));
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
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words((size_t)1 << FILTER_BITS_LOG2), &out->filter, err));
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

size_t pv_prefilter_set_size(const struct pv_prefilter *prefilter)
{
    return pv_bits_words(prefilter->n_bits);
}

/* What parts words for some that look for them: `$name` in a text or a shell is the name, too. */
static bool is_sign(char byte)
{
    return byte == '$' || (unsigned char)byte >= 0x80;
}

/* The classes of a whole block at once; the same test as pv_need_is_word_byte, byte by byte. */
#ifdef __SSE2__
/* Bytes from `low` up to `low + n`, as unsigned: one subtraction and one signed comparison. */
static __m128i in_range(__m128i bytes, unsigned char low, unsigned char n)
{
    __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(low + 128)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(n + 128)));
}

static uint64_t classify_16(const char *p)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i found = _mm_or_si128(in_range(lower, 'a', 26), in_range(bytes, '0', 10));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('$')));
    /* The top bit of a byte from 0x80 is its class already. */
    return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(found, bytes));
}

static uint64_t find_signs_16(const char *p)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i found = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('$'));
    return (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(found, bytes));
}

/* Bit i: whether byte i is a `$`, or not ASCII. */
static uint64_t find_signs(const char *p)
{
    return find_signs_16(p) | find_signs_16(p + 16) << 16 | find_signs_16(p + 32) << 32 |
           find_signs_16(p + 48) << 48;
}

/* Bit i: whether byte i is part of a word. */
static uint64_t classify(const char *p)
{
    return classify_16(p) | classify_16(p + 16) << 16 | classify_16(p + 32) << 32 |
           classify_16(p + 48) << 48;
}
#else
static uint64_t classify(const char *p)
{
    uint64_t mask = 0;
    for (unsigned i = 0; i < BLOCK; i++)
        mask |= (uint64_t)pv_need_is_word_byte((unsigned char)p[i]) << i;
    return mask;
}

static uint64_t find_signs(const char *p)
{
    uint64_t mask = 0;
    for (unsigned i = 0; i < BLOCK; i++)
        mask |= (uint64_t)is_sign(p[i]) << i;
    return mask;
}
#endif

/* The slot of a word that may be nobody's; NULL then. */
static const struct pv_prefilter_slot *find_slot(const struct pv_prefilter *prefilter,
                                                 const struct key *key, const char *p)
{
    uint64_t hash = hash_of(key);
    if (!pv_bits_has(prefilter->filter, filter_bit(hash)))
        return NULL;
    for (size_t at = slot_of(hash, prefilter->mask); prefilter->slots[at].n;
         at = (at + 1) & prefilter->mask)
        if (holds(&prefilter->slots[at], key, p))
            return &prefilter->slots[at];
    return NULL;
}

/* What is the same for all places of one word, asked once where it stands. */
struct answers {
    bool is_called_known;
    bool is_called;
    bool is_renamed_known;
    bool is_renamed;
};

static bool is_there(const struct pv_prefilter *prefilter, const struct pv_prefilter_place *one,
                     struct pv_str text, size_t start, size_t end, struct answers *answers)
{
    const struct pv_need_place called = {.word = one->place.word, .is_called = true};
    if (one->is_object) {
        if (!answers->is_renamed_known)
            answers->is_renamed = pv_need_is_renamed(prefilter->signs, text, start, end);
        answers->is_renamed_known = true;
        return answers->is_renamed;
    }
    if (one->place.object.n > 0) {
        if (!answers->is_called_known)
            answers->is_called = pv_need_is_in_place(prefilter->signs, text, start, end, &called);
        answers->is_called_known = true;
        if (!answers->is_called)
            return false;
    }
    if (!one->is_piece)
        return pv_need_is_in_place(prefilter->signs, text, start, end, &one->place);
    return one->place.is_begun ? pv_need_ends_piece(text, end) : pv_need_begins_piece(text, start);
}

/* Adds a word, and the same in its places: all of them where `text` is NULL. */
static void add_slot(const struct pv_prefilter *prefilter, const struct pv_prefilter_slot *slot,
                     const struct pv_str *text, size_t start, uint64_t *set)
{
    if (!slot)
        return;
    struct answers answers = {0};
    pv_bits_set(set, slot->number);
    for (uint32_t i = slot->places; i > 0; i = prefilter->places[i - 1].next) {
        const struct pv_prefilter_place *one = &prefilter->places[i - 1];
        if (!pv_bits_has(set, one->number) &&
            (!text || is_there(prefilter, one, *text, start, start + slot->n, &answers)))
            pv_bits_set(set, one->number);
    }
}

/* A text on its way through the pass. */
struct pass {
    const struct pv_prefilter *prefilter;
    struct pv_str text;
    uint64_t *set;
    size_t edges[EDGES]; /* where words begin and end, in turns */
    size_t n;
    size_t hits[EDGES / 2]; /* edges where words begin that the filter lets through */
    size_t signs_done;      /* runs with signs were looked up to here */
};

static inline struct key key_at(const struct pass *pass, size_t start, size_t end)
{
    const char *p = pass->text.p + start;
    return pass->text.n - start >= KEY_BYTES ? key_of(p, end - start) : key_of_any(p, end - start);
}

/*
 * Looks up the words between the edges. Nearly all are nobody's, and the filter
 * tells; which they are is not to be foreseen, so the first loop has no branch on it.
 */
static void look_up_words(struct pass *pass)
{
    const uint64_t *filter = pass->prefilter->filter;
    size_t n = 0;
    for (size_t i = 0; i + 1 < pass->n; i += 2) {
        struct key key = key_at(pass, pass->edges[i], pass->edges[i + 1]);
        pass->hits[n] = i;
        n += pv_bits_has(filter, filter_bit(hash_of(&key)));
    }
    for (size_t i = 0; i < n; i++) {
        const size_t *edges = &pass->edges[pass->hits[i]];
        struct key key = key_at(pass, edges[0], edges[1]);
        add_slot(pass->prefilter, find_slot(pass->prefilter, &key, pass->text.p + edges[0]),
                 &pass->text, edges[0], pass->set);
    }
    /* A word that is not over yet. */
    if (pass->n % 2)
        pass->edges[0] = pass->edges[pass->n - 1];
    pass->n %= 2;
}

/* The runs that the signs of a block lie in: "$name" and "größe" may be words, too. */
static void look_up_runs(struct pass *pass, size_t base, uint64_t signs)
{
    struct pv_str text = pass->text;
    for (; signs; signs &= signs - 1) {
        size_t start = base + (size_t)__builtin_ctzll(signs);
        size_t end = start;
        if (start < pass->signs_done)
            continue;
        while (start > 0 && pv_need_is_word_byte((unsigned char)text.p[start - 1]))
            start--;
        while (end < text.n && pv_need_is_word_byte((unsigned char)text.p[end]))
            end++;
        struct key key = key_of_any(text.p + start, end - start);
        add_slot(pass->prefilter, find_slot(pass->prefilter, &key, text.p + start), &text, start,
                 pass->set);
        pass->signs_done = end;
    }
}

/* Adds the edges of the words in the block of which 64 bytes at `p` are a copy. */
static void take_block(struct pass *pass, const char *p, size_t base)
{
    uint64_t signs = find_signs(p);
    uint64_t words = classify(p) & ~signs;
    uint64_t edges = words ^ (words << 1 | pass->n % 2);
    size_t n = pass->n;
    for (; edges; edges &= edges - 1)
        pass->edges[n++] = base + (unsigned)__builtin_ctzll(edges);
    pass->n = n;
    if (signs)
        look_up_runs(pass, base, signs);
}

static bool take_word(struct pv_str *rest, struct pv_str *out)
{
    size_t start = 0;
    while (start < rest->n && !pv_need_is_word_byte((unsigned char)rest->p[start]))
        start++;
    size_t end = start;
    while (end < rest->n && pv_need_is_word_byte((unsigned char)rest->p[end]))
        end++;
    *out = pv_str_sub(*rest, start, end);
    *rest = pv_str_sub(*rest, end, rest->n);
    return out->n > 0;
}

/* Adds the words of marked lines that have to stand there. */
static void look_up_marked(const struct pass *pass)
{
    const struct pv_prefilter *prefilter = pass->prefilter;
    struct pv_str line = {0};
    size_t at = 0;
    while (pv_need_next_marked(prefilter->signs, pass->text, &at, &line)) {
        struct pv_str word = {0};
        while (take_word(&line, &word)) {
            struct key key = key_of_any(word.p, word.n);
            const struct pv_prefilter_slot *slot = find_slot(prefilter, &key, word.p);
            for (uint32_t i = slot ? slot->places : 0; i > 0; i = prefilter->places[i - 1].next)
                if (prefilter->places[i - 1].place.is_marked)
                    pv_bits_set(pass->set, prefilter->places[i - 1].number);
        }
    }
}

void pv_prefilter_find(const struct pv_prefilter *prefilter, struct pv_str text, uint64_t *set)
{
    struct pass pass = {.prefilter = prefilter, .text = text, .set = set};
    size_t base = 0;
    if (prefilter->n_bits == 0)
        return;
    memcpy(set, prefilter->always, pv_prefilter_set_size(prefilter) * sizeof *set);
    if (prefilter->mark && text.n && memchr(text.p, pv_need_mark.p[0], text.n))
        pv_bits_set(set, prefilter->mark);
    while (text.n - base >= BLOCK) {
        for (size_t i = 0; i < BLOCKS && text.n - base >= BLOCK; i++, base += BLOCK)
            take_block(&pass, text.p + base, base);
        look_up_words(&pass);
    }
    /* Zero bytes after the end close the last word. */
    char rest[BLOCK] = {0};
    if (text.n > base)
        memcpy(rest, text.p + base, text.n - base);
    take_block(&pass, rest, base);
    look_up_words(&pass);
    if (prefilter->has_marked)
        look_up_marked(&pass);
}

bool pv_prefilter_look_closer(const struct pv_prefilter *prefilter, struct pv_str text,
                              uint64_t *set)
{
    return pv_part_finder_drop(&prefilter->parts, text, set);
}

static void look_up_any(const struct pv_prefilter *prefilter, struct pv_str word, uint64_t *set)
{
    struct key key = key_of_any(word.p, word.n);
    add_slot(prefilter, find_slot(prefilter, &key, word.p), NULL, 0, set);
}

void pv_prefilter_add_lower(const struct pv_prefilter *prefilter, struct pv_str text, uint64_t *set)
{
    enum { WORD_MAX_BYTES = 256 };
    char lower[WORD_MAX_BYTES];
    size_t at = 0;
    /* "<?= $x" is another spelling of PHP's "echo $x". */
    if (prefilter->n_bits > 0 && pv_str_find(text, PV_STR("<?="), 0) != SIZE_MAX)
        look_up_any(prefilter, PV_STR("echo"), set);
    while (prefilter->n_bits > 0 && at < text.n) {
        size_t n = 0;
        bool has_capital = false;
        for (;
             at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]) && !is_sign(text.p[at]);
             at++) {
            bool is_capital = text.p[at] >= 'A' && text.p[at] <= 'Z';
            has_capital |= is_capital;
            if (n < sizeof lower)
                lower[n] = is_capital ? (char)(text.p[at] | 0x20) : text.p[at];
            n++;
        }
        if (has_capital && n <= sizeof lower)
            look_up_any(prefilter, (struct pv_str){lower, n}, set);
        at += n == 0;
    }
}
