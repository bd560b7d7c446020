/* SPDX-License-Identifier: Apache-2.0 */
/*
 * dotted: a name of several parts, such as `javax.crypto.Cipher`, however the
 * grammar builds it.
 */
#ifndef PV_ENGINE_FACTS_DOTTED_H
#define PV_ENGINE_FACTS_DOTTED_H

#include "engine/ast/tree.h"

enum pv_facts_limit {
#define X(name, value, what) name = (value),
#include "engine/facts/limits.def"
#undef X
};

/* Views into the tree's text. */
struct pv_dotted {
    struct pv_str parts[PV_DOTTED_PARTS_MAX];
    size_t n;
};

/* False, and `*out` is not to be used, when `node` is anything but plain names with dots. */
bool pv_dotted_read(const struct pv_tree *tree, pv_node node, struct pv_dotted *out);

/* Adds a part; false when there are too many. */
bool pv_dotted_add(struct pv_dotted *name, struct pv_str part);

/* Whether `name` begins with `prefix`, or is it. */
bool pv_dotted_has_prefix(const struct pv_dotted *name, const struct pv_dotted *prefix);

#endif
