/* SPDX-License-Identifier: Apache-2.0 */
/*
 * constants_internal: what the files that work out constants share.
 */
#ifndef PV_ENGINE_FACTS_CONSTANTS_INTERNAL_H
#define PV_ENGINE_FACTS_CONSTANTS_INTERNAL_H

#include "base/buf.h"
#include "engine/facts/constants.h"
#include "engine/facts/reach.h"

/* The values that one name or choice may stand for, one on each path. */
struct pv_constant_values {
    pv_node p[PV_REACH_MAX];
    size_t n;
};

/* What a name stands for on each path, or what a `c ? a : b` may be; nothing when not known. */
struct pv_constant_values pv_constant_values_of(const struct pv_constants *c,
                                                struct pv_reach *reach, pv_node node);

/* Whether the operator puts texts together. */
bool pv_constant_joins(const struct pv_constants *c, pv_word word);

/* A text that is being put together. */
struct pv_text_reader {
    struct pv_reach reach;
    const struct pv_constants *c;
    bool is_text; /* a string was among the pieces: numbers become text too */
    size_t depth;
    size_t nodes; /* looked at so far: depth alone would allow width to the power of depth */
    struct pv_buf text;
};

/* Adds the text of an expression; false when it is not known, and what was added is of no use. */
bool pv_constant_read(struct pv_text_reader *r, pv_node node);

/* The same of a call that makes one text of others: constants_call.c. */
bool pv_constant_read_call(struct pv_text_reader *r, pv_node call);

#endif
