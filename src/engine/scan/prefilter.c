/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter.h"

#include "base/bits.h"
#include "base/num.h"
#include "engine/match/need.h"

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
    uint32_t n; /* 0 in a free slot */
    pv_word number;
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
    return hash >> (64 - FILTER_BITS_LOG2);
}

static size_t slot_of(uint64_t hash, size_t mask)
{
    return (size_t)(hash >> 32 ^ hash) & mask;
}

/* The middle of a long word is in neither end. */
static bool holds(const struct pv_prefilter *prefilter, const struct pv_prefilter_slot *slot,
                  const struct key *key, const char *p)
{
    return slot->head == key->head && slot->tail == key->tail && slot->n == key->n &&
           (key->n <= 2 * KEY_BYTES ||
            memcmp(pv_vocab_text(prefilter->vocab, slot->number).p, p, key->n) == 0);
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
    uint64_t *filter;
    uint64_t *always;
};

static void add_word(const struct tables *tables, size_t mask, struct pv_str word, pv_word number)
{
    if (!is_one_run(word) && !pv_str_eq(word, pv_need_mark)) {
        pv_bits_set(tables->always, number);
        return;
    }
    struct key key = key_of_any(word.p, word.n);
    uint64_t hash = hash_of(&key);
    size_t at = slot_of(hash, mask);
    while (tables->slots[at].n)
        at = (at + 1) & mask;
    tables->slots[at] = (struct pv_prefilter_slot){key.head, key.tail, (uint32_t)word.n, number};
    pv_bits_set(tables->filter, filter_bit(hash));
}

/* Marks in `out` which of `words` there are, and counts them. */
static size_t take_distinct(const pv_word *words, size_t n_words, size_t n_bits, uint64_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < n_words; i++) {
        if (words[i] >= n_bits || pv_bits_has(out, words[i]))
            continue;
        pv_bits_set(out, words[i]);
        n++;
    }
    return n;
}

struct pv_result pv_prefilter_build(struct pv_arena *mem, const struct pv_vocab *vocab,
                                    const pv_word *words, size_t n_words, struct pv_prefilter *out,
                                    struct pv_err *err)
{
    struct tables tables = {0};
    uint64_t *wanted = NULL;
    size_t n_bits = pv_max(vocab->words.n, PV_PREFILTER_ANY + 1);
    size_t n_slots = SLOTS_MIN;
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(n_bits) + 1, &wanted, err));
    size_t n_distinct = take_distinct(words, n_words, n_bits, wanted);
    while (n_slots < n_distinct * 2) /* bounded by the vocabulary, which lies in memory */
        n_slots *= 2;
    PV_TRY(PV_NEW_ARRAY(mem, n_slots, &tables.slots, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words((size_t)1 << FILTER_BITS_LOG2), &tables.filter, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(n_bits) + 1, &tables.always, err));
    pv_word mark = 0;
    pv_bits_set(tables.always, PV_PREFILTER_ANY);
    for (pv_word word = 1; word < n_bits; word++) {
        if (!pv_bits_has(wanted, word))
            continue;
        struct pv_str text = pv_vocab_text(vocab, word);
        if (pv_str_eq(text, pv_need_mark))
            mark = word;
        add_word(&tables, n_slots - 1, text, word);
    }
    *out = (struct pv_prefilter){
        .vocab = vocab,
        .slots = tables.slots,
        .mask = n_slots - 1,
        .filter = tables.filter,
        .always = tables.always,
        .n_bits = n_bits,
        .mark = mark,
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

static void look_up(const struct pv_prefilter *prefilter, const struct key *key, const char *p,
                    uint64_t *set)
{
    uint64_t hash = hash_of(key);
    if (!pv_bits_has(prefilter->filter, filter_bit(hash)))
        return;
    for (size_t at = slot_of(hash, prefilter->mask); prefilter->slots[at].n;
         at = (at + 1) & prefilter->mask) {
        if (holds(prefilter, &prefilter->slots[at], key, p)) {
            pv_bits_set(set, prefilter->slots[at].number);
            return;
        }
    }
}

static void look_up_any(const struct pv_prefilter *prefilter, struct pv_str word, uint64_t *set)
{
    struct key key = key_of_any(word.p, word.n);
    look_up(prefilter, &key, word.p, set);
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
        look_up(pass->prefilter, &key, pass->text.p + edges[0], pass->set);
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
        look_up_any(pass->prefilter, pv_str_sub(text, start, end), pass->set);
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
