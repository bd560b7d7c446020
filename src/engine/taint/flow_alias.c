/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of C and C++ that stand for other places: `T &r = x`, `T *p = &x`, and
 * the fields of a union. Only what holds wherever the name is used: one that is
 * pointed elsewhere later is a variable of its own.
 */
#include "engine/taint/flow_internal.h"

/* Whether a variable is declared as a reference: `T &x`. */
static bool is_reference(const struct pv_flow *f, pv_node var)
{
    pv_node type = pv_flow_child(f, var, PV_ROLE_TYPE);
    pv_node target = pv_flow_child(f, var, PV_ROLE_TARGET);
    if (type == PV_NO_NODE || target == PV_NO_NODE || !pv_flow_is(f, "cpp"))
        return false;
    uint32_t from = pv_flow_at(f, type)->end;
    uint32_t to = pv_flow_at(f, target)->start;
    struct pv_str between = pv_str_sub(f->tree->text, from, to > from ? to : from);
    size_t sign = pv_str_find(between, PV_STR("&"), 0);
    return sign != SIZE_MAX && pv_str_find(between, PV_STR("&&"), 0) == SIZE_MAX;
}

/* A name, or a field of one, however deep. */
static bool is_plain_place(const struct pv_flow *f, pv_node node)
{
    while (node != PV_NO_NODE && pv_flow_kind(f, node) == PV_ACCESS)
        node = pv_flow_child(f, node, PV_ROLE_OBJECT);
    return node != PV_NO_NODE && pv_flow_kind(f, node) == PV_NAME;
}

/* `*p = x` writes to what p points to, not to p. */
static bool is_through(const struct pv_flow *f, const struct pv_write *write)
{
    pv_node target = pv_flow_child(f, write->writer, PV_ROLE_TARGET);
    return pv_flow_kind(f, write->writer) == PV_ASSIGN && target != PV_NO_NODE &&
           pv_flow_kind(f, target) != PV_NAME;
}

/* The write that a variable begins with; NULL when it is pointed elsewhere later. */
static const struct pv_write *only_write(const struct pv_flow *f, const struct pv_def *def)
{
    const struct pv_write *write = pv_defs_write(f->file->defs, def->last);
    bool is_steady = true;
    for (; write->before != PV_NO_WRITE; write = pv_defs_write(f->file->defs, write->before))
        is_steady = is_steady && is_through(f, write);
    return is_steady || (pv_flow_kind(f, write->writer) == PV_VAR && is_reference(f, write->writer))
               ? write
               : NULL;
}

pv_node pv_flow_alias(const struct pv_flow *f, const struct pv_def *def)
{
    const struct pv_write *write =
        f->has_aliases && def->last != PV_NO_WRITE ? only_write(f, def) : NULL;
    pv_node value = write ? write->value : PV_NO_NODE;
    if (value == PV_NO_NODE)
        return PV_NO_NODE;
    if (pv_flow_kind(f, value) == PV_UNARY && pv_flow_at(f, value)->word == f->words.bit_and)
        value = pv_flow_child(f, value, PV_ROLE_OPERAND);
    else if (pv_flow_kind(f, write->writer) != PV_VAR || !is_reference(f, write->writer))
        return PV_NO_NODE;
    return is_plain_place(f, value) ? value : PV_NO_NODE;
}

static bool is_union(const struct pv_flow *f, const struct pv_class *class)
{
    return pv_str_has_prefix(pv_tree_text(f->tree, class->node), PV_STR("union"));
}

/* The text of the type of a field; empty for what is none. */
static struct pv_str type_of(const struct pv_flow *f, pv_node field)
{
    pv_node type = pv_flow_child(f, field, PV_ROLE_TYPE);
    pv_node target = pv_flow_child(f, field, PV_ROLE_TARGET);
    if (type == PV_NO_NODE || target == PV_NO_NODE || pv_flow_kind(f, field) != PV_VAR)
        return (struct pv_str){0};
    return pv_str_sub(f->tree->text, pv_flow_at(f, field)->start, pv_flow_at(f, target)->start);
}

/* Whether a class other than the union has a field of that name, too. */
static bool is_elsewhere(const struct pv_flow *f, const struct pv_class *of, pv_word word)
{
    PV_VEC_EACH (const struct pv_class, class, &f->functions->classes) {
        pv_node body = class == of ? PV_NO_NODE : pv_flow_child(f, class->node, PV_ROLE_BODY);
        pv_node at = body == PV_NO_NODE ? body : pv_tree_first(f->tree, body);
        for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
            pv_node target = pv_flow_child(f, at, PV_ROLE_TARGET);
            if (target != PV_NO_NODE && pv_flow_at(f, target)->word == word)
                return true;
        }
    }
    return false;
}

/* Fields of the same type in one union are one: those of others seldom hold what was put into one.
 */
static PV_RESULT add_union(struct pv_arena *mem, struct pv_flow *f, const struct pv_class *class,
                           struct pv_err *err)
{
    pv_node body = pv_flow_child(f, class->node, PV_ROLE_BODY);
    pv_node first = body == PV_NO_NODE ? body : pv_tree_first(f->tree, body);
    for (pv_node at = first; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        pv_node like = first;
        struct pv_str type = type_of(f, at);
        struct pv_flow_twin *twin = NULL;
        while (like != at && !pv_str_eq(type_of(f, like), type))
            like = pv_tree_next(f->tree, like);
        pv_word word = type.n ? pv_flow_at(f, pv_flow_child(f, at, PV_ROLE_TARGET))->word : 0;
        if (like == at || !word || is_elsewhere(f, class, word))
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &f->twins, &twin, err));
        *twin = (struct pv_flow_twin){word,
                                      pv_flow_at(f, pv_flow_child(f, like, PV_ROLE_TARGET))->word};
    }
    return PV_SUCCESS;
}

struct pv_result pv_flow_read_aliases(struct pv_arena *mem, struct pv_flow *f, struct pv_err *err)
{
    f->has_aliases = pv_flow_is(f, "c") || pv_flow_is(f, "cpp");
    if (!f->has_aliases)
        return PV_SUCCESS;
    PV_VEC_EACH (const struct pv_class, class, &f->functions->classes) {
        f->has_destructors |= class->destructor != PV_NO_NODE;
        if (is_union(f, class))
            PV_TRY(add_union(mem, f, class, err));
    }
    return PV_SUCCESS;
}

pv_word pv_flow_field_word(const struct pv_flow *f, pv_node field)
{
    pv_word word = pv_flow_at(f, field)->word;
    PV_VEC_EACH (const struct pv_flow_twin, twin, &f->twins)
        if (twin->field == word)
            return twin->like;
    return word;
}
