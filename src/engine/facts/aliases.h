/* SPDX-License-Identifier: Apache-2.0 */
/*
 * aliases: the names of a file that may mean something that is called otherwise.
 *
 * After `from hashlib import md5 as m` a pattern of `md5` holds for `m`, too, and
 * after `f = hashlib.md5` for the `f` of `f(x)` and of `f.x`: who looks for names
 * by the pattern's word asks here as well, and who looks for `hashlib.$X`. Types are here by their
 * own words, since the index of names has none.
 */
#ifndef PV_ENGINE_FACTS_ALIASES_H
#define PV_ENGINE_FACTS_ALIASES_H

#include "engine/facts/constants.h"
#include "engine/facts/imports.h"
#include "engine/facts/node_index.h"

struct pv_alias {
    pv_word word; /* what `node` may stand for; 0: anything */
    pv_node node; /* a PV_NAME or PV_TYPE */
};

struct pv_alias_list {
    struct pv_alias *p; /* by word, then position */
    uint32_t n;
};

struct pv_aliases {
    struct pv_alias_list names;   /* empty when the imports have no aliases */
    struct pv_alias_list members; /* names by the last part of the module that they are from */
};

/* Of the tree of `constants`. Lives in `mem`. */
PV_RESULT pv_aliases_read(struct pv_arena *mem, const struct pv_constants *constants,
                          const struct pv_imports *imports, const struct pv_vocab *vocab,
                          struct pv_aliases *out, struct pv_err *err);

/* The places in the list of those with `word`, within `nodes`. */
struct pv_node_range pv_aliases_of(const struct pv_alias_list *list, pv_word word,
                                   struct pv_node_range nodes);

#endif
