/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of halves of bytes are looked up 32 bytes at a time. */
#include "base/assert.h"
#include "engine/secrets/spot_internal.h"

#ifdef __x86_64__
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

enum { HALF = 32 };

bool pv_spot_has_wide(void)
{
    return __builtin_cpu_supports("avx2") != 0;
}

static WIDE __m256i load(const char *p)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

static WIDE __m256i table(const uint8_t *nibbles)
{
    return _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)(const void *)nibbles));
}

/* Bytes as their halves. A shuffle takes a byte with its top bit set for nothing. */
struct halves {
    __m256i low;
    __m256i high;
};

static WIDE struct halves split(__m256i bytes)
{
    const __m256i mask = _mm256_set1_epi8(0x0f);
    return (struct halves){_mm256_and_si256(bytes, mask),
                           _mm256_and_si256(_mm256_srli_epi16(bytes, 4), mask)};
}

static WIDE __m256i look_up(const struct pv_spot_nibbles *nibbles, const struct halves *halves)
{
    return _mm256_and_si256(_mm256_shuffle_epi8(table(nibbles->low), halves->low),
                            _mm256_shuffle_epi8(table(nibbles->high), halves->high));
}

static WIDE uint32_t mask_of(__m256i bytes)
{
    return (uint32_t)_mm256_movemask_epi8(bytes);
}

static WIDE uint32_t not_zero(__m256i bytes)
{
    return ~mask_of(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256()));
}

static WIDE __m256i common(const struct pv_spot_tables *tables, enum pv_spot_set set,
                           const struct halves *halves)
{
    __m256i found = look_up(&tables->sets[set][0], &halves[0]);
    found = _mm256_and_si256(found, look_up(&tables->sets[set][1], &halves[1]));
    return _mm256_and_si256(found, look_up(&tables->sets[set][2], &halves[2]));
}

static WIDE uint32_t equal(__m256i bytes, char byte)
{
    return mask_of(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte)));
}

/* As struct pv_spots, of 32 bytes. */
struct half {
    uint32_t alnums;
    uint32_t words;
    uint32_t names;
    uint32_t runs;
    uint32_t escapes;
    uint32_t dots;
    uint32_t hints;
    uint32_t signs;
};

static inline WIDE struct half sort_half(const struct pv_spot_tables *tables, const char *p)
{
    __m256i here = load(p);
    const struct halves halves[] = {split(here), split(load(p + 1)), split(load(p + 2))};
    uint32_t alnums = not_zero(look_up(&tables->classes[PV_SPOT_ALNUM], &halves[0]));
    return (struct half){
        .alnums = alnums,
        .words = alnums | equal(here, '_'),
        .names = not_zero(look_up(&tables->classes[PV_SPOT_NAME], &halves[0])),
        .runs = not_zero(look_up(&tables->classes[PV_SPOT_RUN], &halves[0])),
        .escapes = equal(here, '\\'),
        .dots = equal(here, '.') & equal(load(p + PV_SPOT_AFTER), '.'),
        .hints = not_zero(common(tables, PV_SPOT_HINT, halves)),
        .signs = not_zero(common(tables, PV_SPOT_SIGN, halves)),
    };
}

WIDE void pv_spot_sort_wide(const struct pv_spot_tables *tables, const char *p,
                            struct pv_spots *out)
{
    const struct half low = sort_half(tables, p);
    const struct half high = sort_half(tables, p + HALF);
    *out = (struct pv_spots){
        .alnums = (uint64_t)high.alnums << HALF | low.alnums,
        .words = (uint64_t)high.words << HALF | low.words,
        .names = (uint64_t)high.names << HALF | low.names,
        .runs = (uint64_t)high.runs << HALF | low.runs,
        .escapes = (uint64_t)high.escapes << HALF | low.escapes,
        .dots = (uint64_t)high.dots << HALF | low.dots,
        .hints = (uint64_t)high.hints << HALF | low.hints,
        .signs = (uint64_t)high.signs << HALF | low.signs,
    };
}
#else
bool pv_spot_has_wide(void)
{
    return false;
}

void pv_spot_sort_wide(const struct pv_spot_tables *tables, const char *p, struct pv_spots *out)
{
    (void)tables;
    (void)p;
    (void)out;
    pv_assert(false); /* pv_spot_has_wide says no */
}
#endif
