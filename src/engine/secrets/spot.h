/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spot: the few places in 64 bytes of a text that something secret can belong to.
 *
 * Three bytes in a row tell: each is looked up in a table of its own, and where all
 * three have a bit in common may be something. The tables are made of the shapes of
 * tokens, of the signs of logins and of the words of names, so that what they leave
 * out is nothing that the finders of this room would take.
 */
#ifndef PV_ENGINE_SECRETS_SPOT_H
#define PV_ENGINE_SECRETS_SPOT_H

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    PV_SPOT_BLOCK = 64, /* bytes whose places fit one mask */
    PV_SPOT_AFTER = 7,  /* bytes behind a block that are read, too */
};

/* Bit i is about byte i of the block. */
struct pv_spots {
    uint64_t alnums;  /* letters and digits */
    uint64_t words;   /* those, and _ */
    uint64_t names;   /* those, - and the dot */
    uint64_t runs;    /* all that tokens are made of, but for a space */
    uint64_t escapes; /* backslashes */
    uint64_t dots;    /* two of them, with six bytes between */
    uint64_t hints;   /* what a secret's name holds may begin here */
    uint64_t signs;   /* what belongs to a login or key may begin here, or at the next two bytes */
};

/* Eight kinds of places to a set: as many as one byte has bits. */
enum pv_spot_set { PV_SPOT_HINT, PV_SPOT_SIGN, PV_SPOT_TOKEN, PV_SPOT_OTHER_TOKEN, PV_SPOT_SETS };
enum pv_spot_class { PV_SPOT_ALNUM, PV_SPOT_NAME, PV_SPOT_RUN, PV_SPOT_CLASSES };
enum {
    PV_SPOT_BYTES = 3,
    PV_SPOT_NIBBLES = 16,
    PV_SPOT_TOKEN_SHIFT = 8 * PV_SPOT_TOKEN, /* the sets of tokens come last */
};

/* What the halves of a byte say: it has the bits that both have. */
struct pv_spot_nibbles {
    alignas(16) uint8_t low[PV_SPOT_NIBBLES];
    alignas(16) uint8_t high[PV_SPOT_NIBBLES];
};

struct pv_spot_tables {
    struct pv_spot_nibbles sets[PV_SPOT_SETS][PV_SPOT_BYTES];
    struct pv_spot_nibbles classes[PV_SPOT_CLASSES];
    uint32_t bits[PV_SPOT_BYTES][256]; /* the same of whole bytes: a set has eight bits */
    uint8_t sorts[256];                /* a bit for each class */
    bool is_wide;                      /* 32 bytes at once: the processor can do AVX2 */
};

/* `may_be_wide`: use what the processor can do beyond plain C. The results are the same. */
void pv_spot_fill(struct pv_spot_tables *tables, bool may_be_wide);

/*
 * Whether a shape of tokens may begin at `p`, where three bytes can be read. Not in the masks:
 * few places begin a word and go on for as long as a token.
 */
static inline bool pv_spot_is_token(const struct pv_spot_tables *tables, const char *p)
{
    const unsigned char *bytes = (const unsigned char *)p;
    return (tables->bits[0][bytes[0]] & tables->bits[1][bytes[1]] & tables->bits[2][bytes[2]]) >>
               PV_SPOT_TOKEN_SHIFT !=
           0;
}

/* Sorts the 64 bytes at `p`. PV_SPOT_AFTER bytes behind them can be read. */
void pv_spot_sort(const struct pv_spot_tables *tables, const char *p, struct pv_spots *out);

#endif
