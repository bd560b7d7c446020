/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lower_internal: the state of one lowering, for lower.c and lower_row.c.
 */
#ifndef PV_ENGINE_LANG_LOWER_INTERNAL_H
#define PV_ENGINE_LANG_LOWER_INTERNAL_H

#include "engine/lang/lang_internal.h"

enum item_type {
    ITEM_NODE, /* lower `node` */
    ITEM_OPEN,
    ITEM_CLOSE,
};

/* What is done to the nodes that a node of the grammar becomes. */
enum item_change {
    CHANGE_NONE,
    CHANGE_RANGE, /* they begin and end with the item */
    CHANGE_START, /* they begin at the item's start, and without operators there */
    CHANGE_MARK,  /* each begins with the item, and has what that says as its modifiers */
};

struct item {
    TSNode node;
    uint32_t start;
    uint32_t end;
    pv_word word;
    uint16_t kind;
    uint8_t type; /* enum item_type */
    uint8_t role;
    uint8_t flags;
    uint8_t change; /* enum item_change; of ITEM_NODE */
};

/*
 * Nodes that belong to one before them, the next of them last. Those that a node
 * holds come before all that are kept already.
 */
struct pv_later {
    PV_VEC(TSNode) nodes;
    uint32_t given; /* the end of the last that was given */
};

/* The kids of the node that is being expanded, list behind list. */
struct pv_lower_room {
    struct pv_kid *p;
    size_t n;
    size_t capacity;
};

struct pv_lower {
    const struct pv_lower_job *job;
    struct pv_err *err;
    struct pv_result failure;
    struct pv_arena scratch; /* the two lists of items */
    struct pv_lower_room room;
    TSNode node; /* that is being expanded, and what is known of it */
    struct pv_node_facts facts;
    struct pv_children *children;
    PV_VEC(struct item) pending; /* what the current node becomes, in order */
    PV_VEC(struct item) stack;
    struct pv_later later;
    pv_node parent;
    bool is_operand;  /* the node that is being expanded is without its operators */
    size_t error_end; /* errors inside errors are counted once */
    const struct pv_lower_row *rows[PV_LANG_SYMBOLS_MAX]; /* by symbol, as they are met */
    uint8_t roles[PV_LANG_FIELDS_MAX];      /* by field, as they are met: the role and 1 */
    uint8_t modifiers[PV_LANG_SYMBOLS_MAX]; /* by symbol: whether it is one, and 1 */
    TSFieldId operator_field;               /* 0: the grammar has none */
    struct pv_lower_row unknown;            /* stands in `rows` for symbols that have none */
    struct item nothing;                    /* written to after a failure, never read */
};

/* Makes items of one node of the grammar: lower_row.c. */
void pv_lower_expand(struct pv_lower *lower, TSNode node, enum pv_role role);

/* Keeps a node until it is asked for; of those that one node holds, the last first: lower_later.c.
 */
void pv_lower_keep_later(struct pv_lower *lower, TSNode node);

/* The first failure ends the lowering. */
void pv_lower_keep_failure(struct pv_lower *lower, struct pv_result result);

#endif
