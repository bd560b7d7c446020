/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a file needs for the labels that sinks require: a label is on no value
 * before a source or a propagator that gives it has held somewhere. Built as a
 * formula, so that its words are read off as those of any other.
 */
#include "engine/rule/rule_internal.h"
#include "engine/taint/taint_limits.h"

struct building {
    struct pv_arena *mem;
    const struct pv_taint_rule *rule;
    struct pv_err *err;
};

static PV_RESULT make(const struct building *b, enum pv_formula_kind kind, size_t n_max,
                      struct pv_formula **out)
{
    struct pv_formula *made = NULL;
    PV_TRY(PV_NEW(b->mem, &made, b->err));
    made->kind = kind;
    PV_TRY(PV_NEW_ARRAY(b->mem, n_max, &made->terms, b->err));
    *out = made;
    return PV_SUCCESS;
}

static void add_givers(const struct pv_taint_specs *specs, pv_word label, struct pv_formula *any)
{
    for (size_t i = 0; i < specs->n; i++)
        if (specs->p[i].label == label)
            any->terms[any->n_terms++] = specs->p[i].formula;
}

/* One of those that give the label; nothing where none does. */
static PV_RESULT need_label(const struct building *b, pv_word label, struct pv_formula *nothing,
                            struct pv_formula **out)
{
    size_t n_max = b->rule->sources.n + b->rule->propagators.n;
    struct pv_formula *any = NULL;
    PV_TRY(make(b, PV_FORMULA_ANY, n_max, &any));
    add_givers(&b->rule->sources, label, any);
    add_givers(&b->rule->propagators, label, any);
    *out = any->n_terms > 0 ? any : nothing;
    return PV_SUCCESS;
}

static PV_RESULT need_labels(const struct building *b, const struct pv_label *label,
                             struct pv_formula *nothing, struct pv_formula **out)
{
    struct pv_formula *made[PV_LABEL_TERMS_MAX] = {0};
    /* A term comes after those that it is made of. */
    for (size_t i = 0; i < label->terms.n; i++) {
        const struct pv_label_term *term = &label->terms.p[i];
        bool is_and = term->kind == PV_LABEL_AND;
        made[i] = nothing;
        if (term->kind == PV_LABEL_NAME)
            PV_TRY(need_label(b, term->name, nothing, &made[i]));
        if (term->kind == PV_LABEL_NAME || term->kind == PV_LABEL_NOT)
            continue;
        PV_TRY(make(b, is_and ? PV_FORMULA_ALL : PV_FORMULA_ANY, 2, &made[i]));
        made[i]->n_terms = 2;
        made[i]->terms[0] = made[term->left];
        made[i]->terms[1] = made[term->right];
    }
    *out = made[label->root];
    return PV_SUCCESS;
}

struct pv_result pv_taint_need_labels(struct pv_arena *mem, const struct pv_taint_rule *rule,
                                      struct pv_formula **out, struct pv_err *err)
{
    struct building b = {mem, rule, err};
    struct pv_formula *nothing = NULL;
    struct pv_formula *any = NULL;
    PV_TRY(make(&b, PV_FORMULA_ALL, 0, &nothing));
    PV_TRY(make(&b, PV_FORMULA_ANY, rule->sinks.n, &any));
    for (size_t i = 0; i < rule->sinks.n; i++) {
        const struct pv_taint_spec *sink = &rule->sinks.p[i];
        struct pv_formula *both = NULL;
        PV_TRY(make(&b, PV_FORMULA_ALL, 2, &both));
        both->terms[both->n_terms++] = sink->formula;
        if (sink->requires)
            PV_TRY(need_labels(&b, sink->requires, nothing, &both->terms[both->n_terms++]));
        any->terms[any->n_terms++] = both;
    }
    *out = any;
    return PV_SUCCESS;
}
