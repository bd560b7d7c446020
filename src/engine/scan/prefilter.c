/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter.h"

#include "base/bits.h"
#include "base/num.h"
#include "engine/match/need.h"
#include "engine/match/need_place.h"
#include "engine/scan/prefilter_table.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
    BLOCK = 64, /* bytes whose classes fit one mask */
    BLOCKS = 8, /* whose words are looked up together */
    EDGES = BLOCK * BLOCKS + 2,
};

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
                                                 const struct pv_prefilter_key *key, const char *p)
{
    uint64_t hash = pv_prefilter_hash(key);
    if (!pv_bits_has(prefilter->filter, pv_prefilter_bit(hash)))
        return NULL;
    for (size_t at = pv_prefilter_slot_of(hash, prefilter->mask); prefilter->slots[at].n;
         at = (at + 1) & prefilter->mask)
        if (pv_prefilter_holds(&prefilter->slots[at], key, p))
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

static inline struct pv_prefilter_key key_at(const struct pass *pass, size_t start, size_t end)
{
    const char *p = pass->text.p + start;
    return pass->text.n - start >= PV_PREFILTER_KEY_BYTES ? pv_prefilter_key_of(p, end - start)
                                                          : pv_prefilter_key_of_any(p, end - start);
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
        struct pv_prefilter_key key = key_at(pass, pass->edges[i], pass->edges[i + 1]);
        pass->hits[n] = i;
        n += pv_bits_has(filter, pv_prefilter_bit(pv_prefilter_hash(&key)));
    }
    for (size_t i = 0; i < n; i++) {
        const size_t *edges = &pass->edges[pass->hits[i]];
        struct pv_prefilter_key key = key_at(pass, edges[0], edges[1]);
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
        struct pv_prefilter_key key = pv_prefilter_key_of_any(text.p + start, end - start);
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
            struct pv_prefilter_key key = pv_prefilter_key_of_any(word.p, word.n);
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
    struct pv_prefilter_key key = pv_prefilter_key_of_any(word.p, word.n);
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
