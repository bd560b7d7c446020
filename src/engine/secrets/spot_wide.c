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

/* Bits from `shift` on are about the 32 bytes at `p`. */
static inline WIDE void sort_half(const struct pv_spot_tables *tables, const char *p,
                                  unsigned shift, struct pv_spots *out)
{
    __m256i here = load(p);
    const struct halves halves[] = {split(here), split(load(p + 1)), split(load(p + 2))};
    uint32_t alnums = not_zero(look_up(&tables->classes[PV_SPOT_ALNUM], &halves[0]));
    __m256i tokens = _mm256_or_si256(common(tables, PV_SPOT_TOKEN, halves),
                                     common(tables, PV_SPOT_OTHER_TOKEN, halves));
    out->alnums |= (uint64_t)alnums << shift;
    out->words |= (uint64_t)(alnums | equal(here, '_')) << shift;
    out->names |= (uint64_t)not_zero(look_up(&tables->classes[PV_SPOT_NAME], &halves[0])) << shift;
    out->runs |= (uint64_t)not_zero(look_up(&tables->classes[PV_SPOT_RUN], &halves[0])) << shift;
    out->escapes |= (uint64_t)equal(here, '\\') << shift;
    out->dots |= (uint64_t)(equal(here, '.') & equal(load(p + PV_SPOT_AFTER), '.')) << shift;
    out->hints |= (uint64_t)not_zero(common(tables, PV_SPOT_HINT, halves)) << shift;
    out->signs |= (uint64_t)not_zero(common(tables, PV_SPOT_SIGN, halves)) << shift;
    out->tokens |= (uint64_t)not_zero(tokens) << shift;
}

WIDE void pv_spot_sort_wide(const struct pv_spot_tables *tables, const char *p,
                            struct pv_spots *out)
{
    struct pv_spots spots = {0};
    sort_half(tables, p, 0, &spots);
    sort_half(tables, p + HALF, HALF, &spots);
    *out = spots;
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
