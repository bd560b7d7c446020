/* SPDX-License-Identifier: Apache-2.0 */
#include "tree_sitter_children.h"

#include "alloc.h"
#include "language.h"
#include "subtree.h"
#include "tree.h"

/* A node whose children are being given: the one asked for, or a hidden one among them. */
struct frame {
    Subtree parent;
    uint32_t byte; /* where the next child begins */
    TSPoint point;
    uint32_t child;      /* its index */
    uint32_t structural; /* its index among those that are no extras */
    TSFieldId field;     /* of the hidden node, which its children have, too */
};

struct pv_children {
    const TSTree *tree;
    struct frame *frames;
    uint32_t n;
    uint32_t room;
};

enum { FIRST_ROOM = 16 };

struct pv_children *pv_children_new(void)
{
    struct pv_children *children = ts_calloc(1, sizeof *children);
    children->room = FIRST_ROOM;
    children->frames = ts_malloc(FIRST_ROOM * sizeof *children->frames);
    return children;
}

void pv_children_free(struct pv_children *children)
{
    if (!children)
        return;
    ts_free(children->frames);
    ts_free(children);
}

static void push(struct pv_children *children, Subtree parent, uint32_t byte, TSPoint point,
                 TSFieldId field)
{
    if (children->n == children->room) {
        children->room *= 2;
        children->frames = ts_realloc(children->frames, children->room * sizeof *children->frames);
    }
    children->frames[children->n++] =
        (struct frame){.parent = parent, .byte = byte, .point = point, .field = field};
}

void pv_children_begin(struct pv_children *children, TSNode node)
{
    Subtree parent = *(const Subtree *)node.id;
    children->tree = node.tree;
    children->n = 0;
    if (ts_subtree_child_count(parent) > 0)
        push(children, parent, ts_node_start_byte(node), ts_node_start_point(node), 0);
}

static TSFieldId field_of(const TSLanguage *language, const struct frame *frame)
{
    const TSFieldMapEntry *at = NULL;
    const TSFieldMapEntry *end = NULL;
    ts_language_field_map(language, ts_subtree_production_id(frame->parent), &at, &end);
    for (; at < end; at++) {
        if (!at->inherited && at->child_index == frame->structural)
            return at->field_id;
    }
    return frame->field;
}

static void move(struct frame *frame, Length by)
{
    Length at = length_add((Length){frame->byte, frame->point}, by);
    frame->byte = at.bytes;
    frame->point = at.extent;
}

static void fill(const TSLanguage *language, Subtree child, TSSymbol alias, struct pv_child *out)
{
    TSSymbol symbol = alias ? alias : ts_subtree_symbol(child);
    out->symbol = ts_language_public_symbol(language, symbol);
    out->is_named =
        alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(child);
    out->is_extra = ts_subtree_extra(child);
    out->is_missing = ts_subtree_missing(child);
    out->is_error = out->symbol == ts_builtin_sym_error;
}

bool pv_children_next(struct pv_children *children, struct pv_child *out)
{
    const TSLanguage *language = children->tree->language;
    while (children->n > 0) {
        struct frame *frame = &children->frames[children->n - 1];
        if (frame->child == ts_subtree_child_count(frame->parent)) {
            children->n--;
            continue;
        }
        const Subtree *child = &ts_subtree_children(frame->parent)[frame->child];
        bool is_extra = ts_subtree_extra(*child);
        TSSymbol alias =
            is_extra ? 0
                     : ts_language_alias_at(language, ts_subtree_production_id(frame->parent),
                                            frame->structural);
        TSFieldId field = is_extra ? 0 : field_of(language, frame);
        /* The padding of a first child is its parent's, before the place where that begins. */
        if (frame->child > 0)
            move(frame, ts_subtree_padding(*child));
        uint32_t byte = frame->byte;
        TSPoint point = frame->point;
        move(frame, ts_subtree_size(*child));
        frame->child++;
        frame->structural += !is_extra;
        if (ts_subtree_visible(*child) || alias) {
            out->node = (TSNode){{byte, point.row, point.column, alias}, child, children->tree};
            out->field = field;
            fill(language, *child, alias, out);
            return true;
        }
        if (ts_subtree_visible_child_count(*child) > 0)
            push(children, *child, byte, point, field);
    }
    return false;
}
