/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seek: a walk over the blocks of a text to the few places where a look is worth its time.
 *
 * What the looks find at these places is what they would find at all of them.
 */
#ifndef PV_ENGINE_SECRETS_SEEK_H
#define PV_ENGINE_SECRETS_SEEK_H

#include "base/str.h"
#include "engine/secrets/spot.h"

/* Zero but for the first two members to begin with. */
struct pv_seek {
    const struct pv_spot_tables *tables;
    struct pv_str text;
    size_t base; /* of the block that comes */
    bool has_begun;
    struct pv_spots ahead; /* of that block */
    /* What the block before it has to do with that block. */
    uint64_t word;      /* whether a word was going on */
    uint64_t escapes;   /* backslashes that its first two bytes come after */
    uint64_t signs;     /* places of signs that began there */
    uint64_t open_name; /* whether a name with a hint was going on */
};

/* Bit i is about byte base + i. */
struct pv_seek_block {
    size_t base;
    uint64_t places; /* something that is told by itself may be here */
    uint64_t ends;   /* a name that may be a secret's has ended before here */
};

/* False when there are no more blocks. */
bool pv_seek_next(struct pv_seek *seek, struct pv_seek_block *out);

#endif
