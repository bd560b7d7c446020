/* SPDX-License-Identifier: Apache-2.0 */
/*
 * constants: expressions whose value can be read off the code.
 *
 * A variable is what was written to it last, where that is known on every path
 * to the use. Where the paths write different texts or numbers, that it is a
 * text or a number is still known.
 */
#ifndef PV_ENGINE_FACTS_CONSTANTS_H
#define PV_ENGINE_FACTS_CONSTANTS_H

#include "engine/ast/vocab.h"
#include "engine/facts/defs.h"
#include "engine/facts/properties.h"
#include "engine/facts/settings.h"

/* What constants of a file are read with; borrows both. */
struct pv_constants {
    const struct pv_defs *defs;
    const struct pv_tree *tree;
    const struct pv_properties *properties; /* of the tree; may be NULL */
    const struct pv_settings *settings;     /* of the file; may be NULL */
    pv_word plus;                           /* of "+" */
    pv_word dot;                            /* of ".", which joins texts in PHP */
    pv_word dots;                           /* of "..", which does in Lua */
    pv_word minus;
    pv_word times;
    pv_word not_sign; /* of "!" */
    pv_word not_word;
};

struct pv_constants pv_constants_of(const struct pv_defs *defs, const struct pv_tree *tree,
                                    const struct pv_vocab *vocab);

/*
 * The expression that the name at `node` stands for, followed through at most
 * PV_CONSTANT_STEPS_MAX variables; `node` itself when it is no such name.
 */
pv_node pv_constant_of(const struct pv_constants *c, pv_node node);

/*
 * The text that the expression at `node` is known to be: a literal, pieces put
 * together by `+`, constants within a template. PV_NOT_FOUND when it is not
 * known within PV_CONSTANT_NODES_MAX nodes, PV_LIMIT past PV_CONSTANT_TEXT_MAX
 * bytes. The text lives in `mem`.
 */
PV_RESULT pv_constant_text(struct pv_arena *mem, const struct pv_constants *c, pv_node node,
                           struct pv_str *out);

/* What an expression is known to be on every path. */
enum pv_constant {
    PV_CONSTANT_UNKNOWN,
    PV_CONSTANT_TEXT,
    PV_CONSTANT_INT,
    PV_CONSTANT_FLOAT,
    PV_CONSTANT_BOOL
};

enum pv_constant pv_constant_kind(const struct pv_constants *c, pv_node node);

/* The whole number that the expression is known to be; false when there is none. */
bool pv_constant_int(const struct pv_constants *c, pv_node node, int64_t *out);

/* The same of true and false. */
bool pv_constant_bool(const struct pv_constants *c, pv_node node, bool *out);

#endif
