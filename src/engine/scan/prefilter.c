/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter.h"

#include "base/bits.h"
#include "engine/match/need.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    BLOCK = 64,            /* bytes whose classes fit one mask */
    FILTER_BITS_LOG2 = 15, /* 4 KiB: stays in the first cache level */
    SLOTS_MIN = 16,
};

struct pv_prefilter_slot {
    struct pv_str word; /* word.p is NULL in a free slot */
    pv_word number;
};

static uint64_t load_8(const char *p)
{
    uint64_t value = 0;
    memcpy(&value, p, sizeof value);
    return value;
}

static uint32_t load_4(const char *p)
{
    uint32_t value = 0;
    memcpy(&value, p, sizeof value);
    return value;
}

/*
 * Both ends and the length: enough to tell the words of a program apart, at a
 * cost that does not grow with the word. Who comes through is compared in full.
 */
static uint64_t hash_word(const char *p, size_t n)
{
    uint64_t head = 0;
    uint64_t tail = 0;
    if (n >= 8) {
        head = load_8(p);
        tail = load_8(p + n - 8);
    } else if (n >= 4) {
        head = load_4(p);
        tail = load_4(p + n - 4);
    } else {
        head = (unsigned char)p[0];
        tail = (uint64_t)(unsigned char)p[n / 2] << 8 | (unsigned char)p[n - 1];
    }
    uint64_t hash = (head + n) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
    hash = (hash ^ tail) * UINT64_C(0xbf58476d1ce4e5b9);
    return hash ^ (hash >> 32);
}

static size_t filter_bit(uint64_t hash)
{
    return hash >> (64 - FILTER_BITS_LOG2);
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
    uint64_t hash = hash_word(word.p, word.n);
    size_t at = (size_t)hash & mask;
    while (tables->slots[at].word.p && tables->slots[at].number != number)
        at = (at + 1) & mask;
    tables->slots[at] = (struct pv_prefilter_slot){.word = word, .number = number};
    pv_bits_set(tables->filter, filter_bit(hash));
}

struct pv_result pv_prefilter_build(struct pv_arena *mem, const struct pv_vocab *vocab,
                                    const pv_word *words, size_t n_words, struct pv_prefilter *out,
                                    struct pv_err *err)
{
    struct tables tables = {0};
    size_t n_bits = vocab->words.n;
    size_t n_slots = SLOTS_MIN;
    while (n_slots < n_words * 2) /* n_words is bounded by the vocabulary, which lies in memory */
        n_slots *= 2;
    PV_TRY(PV_NEW_ARRAY(mem, n_slots, &tables.slots, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words((size_t)1 << FILTER_BITS_LOG2), &tables.filter, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(n_bits) + 1, &tables.always, err));
    pv_word mark = 0;
    for (size_t i = 0; i < n_words; i++)
        if (words[i] < n_bits && pv_str_eq(pv_vocab_text(vocab, words[i]), pv_need_mark))
            mark = words[i];
    for (size_t i = 0; i < n_words; i++)
        if (words[i] < n_bits)
            add_word(&tables, n_slots - 1, pv_vocab_text(vocab, words[i]), words[i]);
    *out = (struct pv_prefilter){
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

static void look_up(const struct pv_prefilter *prefilter, const char *p, size_t n, uint64_t *set)
{
    uint64_t hash = hash_word(p, n);
    if (!pv_bits_has(prefilter->filter, filter_bit(hash)))
        return;
    for (size_t at = (size_t)hash & prefilter->mask; prefilter->slots[at].word.p;
         at = (at + 1) & prefilter->mask) {
        const struct pv_prefilter_slot *slot = &prefilter->slots[at];
        if (slot->word.n == n && memcmp(slot->word.p, p, n) == 0) {
            pv_bits_set(set, slot->number);
            return;
        }
    }
}

/* What stands between the signs is looked up. */
static void look_up_pieces(const struct pv_prefilter *prefilter, const char *p, size_t n,
                           uint64_t *set)
{
    size_t start = 0;
    for (size_t at = 0; at <= n; at++) {
        if (at < n && !is_sign(p[at]))
            continue;
        if (at > start)
            look_up(prefilter, p + start, at - start, set);
        start = at + 1;
    }
}

/* A run of word bytes that is not over yet. */
struct run {
    size_t start;
    bool is_open;
    bool may_have_signs; /* a sign is in it, or in a block that it lies in */
};

/* 64 bytes of a text: bit i of a mask is about byte i. */
struct block {
    size_t base;
    uint64_t words;
    uint64_t signs;
};

/* Looks at the places in one block where words begin or end. */
static void find_in_block(const struct pv_prefilter *prefilter, struct pv_str text,
                          const struct block *block, struct run *run, uint64_t *set)
{
    uint64_t changes = block->words ^ (block->words << 1 | run->is_open);
    run->may_have_signs |= block->signs != 0;
    for (; changes; changes &= changes - 1) {
        size_t at = block->base + (size_t)__builtin_ctzll(changes);
        if (run->is_open) {
            look_up(prefilter, text.p + run->start, at - run->start, set);
            if (run->may_have_signs)
                look_up_pieces(prefilter, text.p + run->start, at - run->start, set);
        }
        run->start = at;
        run->is_open = !run->is_open;
        run->may_have_signs = block->signs != 0;
    }
}

static struct block block_of(const char *p, size_t base)
{
    return (struct block){.base = base, .words = classify(p), .signs = find_signs(p)};
}

void pv_prefilter_find(const struct pv_prefilter *prefilter, struct pv_str text, uint64_t *set)
{
    struct run run = {0};
    struct block block = {0};
    size_t base = 0;
    if (prefilter->n_bits == 0)
        return;
    memcpy(set, prefilter->always, pv_prefilter_set_size(prefilter) * sizeof *set);
    if (prefilter->mark && text.n && memchr(text.p, pv_need_mark.p[0], text.n))
        pv_bits_set(set, prefilter->mark);
    for (; text.n - base >= BLOCK; base += BLOCK) {
        block = block_of(text.p + base, base);
        find_in_block(prefilter, text, &block, &run, set);
    }
    /* Zero bytes after the end close the last word. */
    char rest[BLOCK] = {0};
    if (text.n > base)
        memcpy(rest, text.p + base, text.n - base);
    block = block_of(rest, base);
    find_in_block(prefilter, text, &block, &run, set);
}

void pv_prefilter_add_lower(const struct pv_prefilter *prefilter, struct pv_str text, uint64_t *set)
{
    enum { WORD_MAX_BYTES = 256 };
    char lower[WORD_MAX_BYTES];
    size_t at = 0;
    /* "<?= $x" is another spelling of PHP's "echo $x". */
    if (prefilter->n_bits > 0 && pv_str_find(text, PV_STR("<?="), 0) != SIZE_MAX)
        look_up(prefilter, "echo", 4, set);
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
            look_up(prefilter, lower, n, set);
        at += n == 0;
    }
}
