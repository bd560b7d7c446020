/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ($X : T): an expression whose type is known to be T. A type is known from
 * the declaration of a variable or field, from what it was made with, or from
 * a literal.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/constants.h"
#include "engine/facts/dotted.h"

static const struct {
    uint8_t kind;
    const char *type;
} literal_types[] = {
#define X(kind, type) {PV_##kind, type},
#include "engine/match/literal_type.def"
#undef X
};

static bool is_literal_of(const struct pv_matcher *m, pv_node wanted, pv_node t)
{
    struct pv_dotted type = {0};
    if (!pv_dotted_read(m->code, wanted, &type))
        return false;
    for (size_t i = 0; i < PV_COUNT(literal_types); i++) {
        if (literal_types[i].kind == pv_match_target(m, t)->kind &&
            pv_str_eq(pv_str_of(literal_types[i].type), type.parts[type.n - 1]))
            return true;
    }
    return false;
}

/* The declaration of field `name` in the class around `t`. */
static pv_node field_target(const struct pv_matcher *m, pv_node t, struct pv_str name)
{
    while (t != PV_NO_NODE && pv_match_target(m, t)->kind != PV_CLASS_BODY)
        t = pv_match_target(m, t)->parent;
    if (t == PV_NO_NODE)
        return PV_NO_NODE;
    for (t = pv_tree_first(m->tree, t); t != PV_NO_NODE; t = pv_tree_next(m->tree, t)) {
        pv_node target = pv_tree_child(m->tree, t, PV_ROLE_TARGET);
        if (target != PV_NO_NODE && pv_str_eq(pv_tree_text(m->tree, target), name))
            return target;
    }
    return PV_NO_NODE;
}

/* The name that declares what `t` is: `this.x` is the field x. */
static pv_node name_of(const struct pv_matcher *m, pv_node t)
{
    if (pv_match_target(m, t)->kind != PV_ACCESS)
        return t;
    pv_node object = pv_tree_child(m->tree, t, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(m->tree, t, PV_ROLE_FIELD);
    if (object == PV_NO_NODE || field == PV_NO_NODE)
        return t;
    struct pv_str self = pv_tree_text(m->tree, object);
    if (!pv_str_eq(self, PV_STR("this")) && !pv_str_eq(self, PV_STR("self")))
        return t;
    pv_node target = field_target(m, t, pv_tree_text(m->tree, field));
    return target == PV_NO_NODE ? t : target;
}

/* The node that says what type the expression at `t` has; PV_NO_NODE when none does. */
static pv_node type_of(const struct pv_matcher *m, pv_node t)
{
    const struct pv_def *def = pv_defs_at(m->file->defs, name_of(m, t));
    if (def && def->type != PV_NO_NODE &&
        !pv_str_eq(pv_tree_text(m->tree, def->type), PV_STR("var")))
        return def->type;
    t = pv_constant_of(m->file->defs, m->tree, t);
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    if (kind == PV_NEW || kind == PV_CAST)
        return pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    return PV_NO_NODE;
}

struct typed {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_typed(struct pv_matcher *m, const struct pv_then *then)
{
    const struct typed *typed = (const struct typed *)then;
    pv_match_node(m, typed->p, typed->t, typed->then);
}

void pv_match_typed(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_TYPE);
    pv_node target = pv_tree_child(m->code, p, PV_ROLE_TARGET);
    if (wanted == PV_NO_NODE || target == PV_NO_NODE)
        return;
    struct typed typed = {{run_typed}, target, t, then};
    pv_node given = type_of(m, t);
    if (given != PV_NO_NODE)
        pv_match_node(m, wanted, given, &typed.base);
    else if (is_literal_of(m, wanted, pv_constant_of(m->file->defs, m->tree, t)))
        typed.base.run(m, &typed.base);
}
