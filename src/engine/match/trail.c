/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bindings of the way that is being tried, in the order in which they were
 * made. A binding is taken back when what had to hold next comes back.
 */
#include "engine/match/match_internal.h"

static const struct pv_binding *find(const struct pv_matcher *m, pv_word name)
{
    for (size_t i = 0; i < m->n_bound; i++) {
        if (m->bound[i].name == name)
            return &m->bound[i];
    }
    return NULL;
}

static bool is_literal(const struct pv_matcher *m, pv_node t)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    return kind >= PV_INT && kind <= PV_STRING;
}

/* A variable is equal to the literal that it is known to be. */
static bool is_same_constant(const struct pv_matcher *m, const struct pv_binding *a,
                             const struct pv_binding *b)
{
    if (a->kind != PV_BIND_NODE || b->kind != PV_BIND_NODE)
        return false;
    pv_node x = pv_match_constant(m, a->first);
    pv_node y = pv_match_constant(m, b->first);
    bool is_followed = (x != a->first) != (y != b->first);
    return is_followed && is_literal(m, x) && pv_tree_equal(m->tree, x, m->tree, y);
}

static bool is_import(const struct pv_matcher *m, pv_node t)
{
    pv_node parent = pv_match_target(m, t)->parent;
    return pv_match_target(m, t)->role == PV_ROLE_ALIAS && parent != PV_NO_NODE &&
           pv_match_target(m, parent)->kind == PV_ITEM;
}

/* One text may name two variables, of two scopes. */
static bool are_two_variables(const struct pv_matcher *m, const struct pv_binding *a,
                              const struct pv_binding *b)
{
    if (!m->pattern->options.unify_ids_strictly || a->kind != PV_BIND_NODE ||
        b->kind != PV_BIND_NODE || pv_match_target(m, a->first)->kind != PV_NAME)
        return false;
    const struct pv_def *x = pv_defs_at(m->file->defs, a->first);
    const struct pv_def *y = pv_defs_at(m->file->defs, b->first);
    /* What is imported is no variable of the file's own. */
    if (is_import(m, a->first) || is_import(m, b->first))
        return (x || y) && x != y;
    return x && y && x != y;
}

static bool is_same(const struct pv_matcher *m, const struct pv_binding *a,
                    const struct pv_binding *b)
{
    if (pv_binding_equal(m->tree, m->file->text, a, b))
        return !are_two_variables(m, a, b);
    return is_same_constant(m, a, b);
}

/* Binds a metavariable, or compares with what it is bound to already. */
static void bind(struct pv_matcher *m, const struct pv_binding *binding, const struct pv_then *then)
{
    if (binding->name == m->pattern->anonymous) {
        then->run(m, then);
        return;
    }
    const struct pv_binding *before = find(m, binding->name);
    if (before) {
        if (is_same(m, before, binding))
            then->run(m, then);
        return;
    }
    if (m->n_bound == PV_PATTERN_VARS_MAX) {
        m->stop = PV_LIMIT;
        return;
    }
    m->bound[m->n_bound++] = *binding;
    then->run(m, then);
    m->n_bound--;
}

void pv_match_bind_node(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *node = pv_match_target(m, t);
    struct pv_binding binding = {.name = pv_match_code(m, p)->word,
                                 .kind = PV_BIND_NODE,
                                 .first = t,
                                 .last = t,
                                 .start = node->start,
                                 .end = node->end};
    bind(m, &binding, then);
}

void pv_match_bind_run(struct pv_matcher *m, pv_node p, struct pv_match_run run,
                       const struct pv_then *then)
{
    struct pv_binding binding = {.name = pv_match_code(m, p)->word,
                                 .kind = PV_BIND_RUN,
                                 .first = run.first,
                                 .last = run.last,
                                 .start = run.gap,
                                 .end = run.gap};
    if (run.first != PV_NO_NODE) {
        binding.start = pv_match_target(m, run.first)->start;
        binding.end = pv_match_target(m, run.last)->end;
    }
    bind(m, &binding, then);
}

void pv_match_bind_text(struct pv_matcher *m, pv_word name, uint32_t start, uint32_t end,
                        const struct pv_then *then)
{
    struct pv_binding binding = {.name = name,
                                 .kind = PV_BIND_TEXT,
                                 .first = PV_NO_NODE,
                                 .last = PV_NO_NODE,
                                 .start = start,
                                 .end = end};
    bind(m, &binding, then);
}
