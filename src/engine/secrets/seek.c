/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/seek.h"

#include "base/num.h"
#include "engine/secrets/token_shape.h"

enum { LAST = PV_SPOT_BLOCK - 1 };

/* At the end of the text the block is looked at in a copy, with zeros behind. */
static void sort_at(const struct pv_seek *seek, size_t base, struct pv_spots *out)
{
    char copy[PV_SPOT_BLOCK + PV_SPOT_AFTER] = {0};
    struct pv_str text = seek->text;
    if (base >= text.n) {
        *out = (struct pv_spots){0};
        return;
    }
    if (text.n - base >= sizeof copy) {
        pv_spot_sort(seek->tables, text.p + base, out);
        return;
    }
    memcpy(copy, text.p + base, text.n - base);
    pv_spot_sort(seek->tables, copy, out);
}

/* Bit i: bit i + n of `now` and then `next`. */
static uint64_t bits_after(uint64_t now, uint64_t next, unsigned n)
{
    return now >> n | next << (PV_SPOT_BLOCK - n);
}

_Static_assert(PV_TOKEN_LEAST == 15, "the steps of long_runs add up to it");

/* Bit i: whether bits i to i + PV_TOKEN_LEAST - 1 are set, in `now` and then in `next`. */
static uint64_t long_runs(uint64_t now, uint64_t next)
{
    static const unsigned steps[] = {1, 2, 4, 7};
    for (size_t i = 0; i < PV_COUNT(steps); i++) {
        now &= bits_after(now, next, steps[i]);
        next &= next >> steps[i];
    }
    return now;
}

/* Of the places in the block at `base` those where a token may begin. */
static uint64_t keep_tokens(const struct pv_seek *seek, uint64_t places, size_t base)
{
    uint64_t kept = 0;
    for (; places; places &= places - 1) {
        unsigned at = (unsigned)__builtin_ctzll(places);
        kept |= (uint64_t)pv_spot_is_token(seek->tables, seek->text.p + base + at) << at;
    }
    return kept;
}

/*
 * Where the runs of `names` end that hold a bit of `hints`: what is added to a run
 * carries to the bit behind it, and only once, however many hints there are.
 */
static uint64_t ends_of(uint64_t names, uint64_t hints, uint64_t *open)
{
    uint64_t sum = 0;
    uint64_t carry = __builtin_add_overflow(names, hints & names, &sum);
    carry |= __builtin_add_overflow(sum, *open, &sum);
    *open = carry;
    return sum & ~names;
}

bool pv_seek_next(struct pv_seek *seek, struct pv_seek_block *out)
{
    if (seek->base >= seek->text.n)
        return false;
    if (!seek->has_begun)
        sort_at(seek, 0, &seek->ahead);
    seek->has_begun = true;
    const struct pv_spots now = seek->ahead;
    sort_at(seek, seek->base + PV_SPOT_BLOCK, &seek->ahead);
    uint64_t starts =
        now.alnums & (~(now.words << 1 | seek->word) | now.escapes << 2 | seek->escapes);
    uint64_t tokens = keep_tokens(seek, starts & long_runs(now.runs, seek->ahead.runs), seek->base);
    *out = (struct pv_seek_block){
        .base = seek->base,
        .places = tokens | now.dots | now.signs | now.signs << 1 | now.signs << 2 | seek->signs,
        .ends = ends_of(now.names, now.hints, &seek->open_name),
    };
    seek->word = now.words >> LAST;
    seek->escapes = now.escapes >> (LAST - 1);
    seek->signs = now.signs >> LAST | now.signs >> (LAST - 1);
    seek->base += PV_SPOT_BLOCK;
    return true;
}
