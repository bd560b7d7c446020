/* SPDX-License-Identifier: Apache-2.0 */
#include "tree_sitter_children.h"

#include "alloc.h"
#include "language.h"
#include "subtree.h"
#include "tree.h"

#include <string.h>

/* A node whose children are being given: the one asked for, or a hidden one among them. */
struct frame {
    Subtree parent;
    uint32_t byte; /* where the next child begins */
    TSPoint point;
    uint32_t child;                /* its index */
    uint32_t structural;           /* its index among those that are no extras */
    TSFieldId field;               /* of the hidden node, which its children have, too */
    const TSFieldMapEntry *fields; /* what the production says of its children, up to … */
    const TSFieldMapEntry *fields_end;
    const TSSymbol *aliases; /* by structural index; NULL: none */
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
    struct frame *frame = &children->frames[children->n++];
    uint16_t production = parent.ptr->production_id;
    *frame = (struct frame){.parent = parent, .byte = byte, .point = point, .field = field};
    ts_language_field_map(children->tree->language, production, &frame->fields, &frame->fields_end);
    frame->aliases = ts_language_alias_sequence(children->tree->language, production);
}

void pv_children_begin(struct pv_children *children, TSNode node)
{
    Subtree parent = *(const Subtree *)node.id;
    children->tree = node.tree;
    children->n = 0;
    if (ts_subtree_child_count(parent) > 0)
        push(children, parent, ts_node_start_byte(node), ts_node_start_point(node), 0);
}

static TSFieldId field_of(const struct frame *frame)
{
    for (const TSFieldMapEntry *at = frame->fields; at < frame->fields_end; at++) {
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

TSFieldId pv_field_id(const TSLanguage *language, const char *name)
{
    for (uint32_t id = 1; id <= language->field_count; id++) {
        const char *field = language->field_names[id];
        if (field[0] == name[0] && strcmp(field, name) == 0)
            return (TSFieldId)id;
    }
    return 0;
}

struct pv_node_facts pv_node_facts(TSNode node)
{
    const TSLanguage *language = node.tree->language;
    Subtree subtree = *(const Subtree *)node.id;
    TSSymbol alias = (TSSymbol)node.context[3];
    TSSymbol symbol =
        ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(subtree));
    return (struct pv_node_facts){
        .end = node.context[0] + ts_subtree_size(subtree).bytes,
        .symbol = symbol,
        .is_missing = ts_subtree_missing(subtree),
        .is_error = symbol == ts_builtin_sym_error,
    };
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
        TSSymbol alias = is_extra || !frame->aliases ? 0 : frame->aliases[frame->structural];
        TSFieldId field = is_extra ? 0 : field_of(frame);
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
            out->end = frame->byte;
            out->field = field;
            out->field_name = field ? language->field_names[field] : NULL;
            fill(language, *child, alias, out);
            return true;
        }
        if (ts_subtree_visible_child_count(*child) > 0)
            push(children, *child, byte, point, field);
    }
    return false;
}
