/* SPDX-License-Identifier: Apache-2.0 */
/* Statements that run one after another, or one of several. */
#include "engine/taint/flow_internal.h"

/* The value of a block is that of its last statement. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_block(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *value = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE && !f->env.is_dead;
         at = pv_tree_next(f->tree, at))
        value = pv_flow_eval(f, at);
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_if(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_INIT));
    return pv_flow_cond(f, node, shown);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_with(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_at(f, at)->role != PV_ROLE_RESOURCE)
            continue;
        const struct pv_value *value = pv_flow_eval(f, at);
        if (pv_flow_kind(f, at) != PV_VAR)
            pv_flow_bind(f, pv_flow_child(f, at, PV_ROLE_TARGET), value);
    }
    return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
}

/* Languages whose cases are patterns that name parts of what they match. */
static bool cases_bind(const struct pv_flow *f)
{
    static const char *const names[] = {"python", "rust",   "scala", "kotlin",
                                        "ruby",   "csharp", "swift"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(f->rule->lang, pv_str_of(names[i])))
            return true;
    return false;
}

/* Languages in which a case that does not end goes on with the next. */
static bool cases_fall(const struct pv_flow *f)
{
    static const char *const names[] = {"c",          "cpp", "java", "javascript",
                                        "typescript", "tsx", "php",  "csharp"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(f->rule->lang, pv_str_of(names[i])))
            return true;
    return false;
}

struct cases {
    const struct pv_value *subject;
    struct pv_env before; /* where a case is come to from above */
    struct pv_env fallen; /* where the case before did not end */
    bool has_default;
};

/* Whether a constant of a case is the subject: 1, 0, or -1 when that is not known. */
static int is_subject(const struct pv_value *value, const struct pv_value *subject)
{
    if (!value->constant || value->constant != subject->constant)
        return -1;
    return value->number == subject->number && pv_str_eq(value->text, subject->text);
}

/* 'C' | 'D' of a case: either will do. What is no constant is not known. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static int matches(struct pv_flow *f, pv_node pattern, const struct pv_value *subject)
{
    enum pv_kind kind = pv_flow_kind(f, pattern);
    if (kind == PV_INT || kind == PV_STRING || kind == PV_BOOL || kind == PV_CHAR ||
        kind == PV_NULL)
        return is_subject(pv_flow_eval(f, pattern), subject);
    if (kind != PV_BINARY && kind != PV_OTHER)
        return -1;
    int any = 0;
    for (pv_node at = pv_tree_first(f->tree, pattern); at != PV_NO_NODE && any != 1;
         at = pv_tree_next(f->tree, at)) {
        int one = f->depth < PV_TAINT_DEPTH_MAX ? matches(f, at, subject) : -1;
        any = one == 0 ? any : one;
    }
    return any;
}

/* Whether a case is the one that is taken: 1, 0, or -1 when that is not known. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static int enter_case(struct pv_flow *f, pv_node node, const struct cases *cases)
{
    bool has_value = false;
    bool has_cond = false;
    int taken = 0;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_role role = (enum pv_role)pv_flow_at(f, at)->role;
        if (role == PV_ROLE_VALUE) {
            has_value = true;
            if (cases_bind(f) || pv_flow_kind(f, at) == PV_TYPE_TEST)
                pv_flow_bind(f, at, cases->subject);
            int one = matches(f, at, cases->subject);
            taken = one == 0 || taken == 1 ? taken : one;
        } else if (role == PV_ROLE_COND) {
            (void)pv_flow_eval(f, at);
            has_cond = true;
        }
    }
    return has_value && (!has_cond || taken == 0) ? taken : -1;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void run_case(struct pv_flow *f, pv_node node, struct cases *cases,
                     struct pv_flow_fork *fork)
{
    f->env = pv_env_copy(&f->values, &cases->before);
    int taken = enter_case(f, node, cases);
    bool is_default = pv_flow_child(f, node, PV_ROLE_VALUE) == PV_NO_NODE &&
                      pv_flow_child(f, node, PV_ROLE_COND) == PV_NO_NODE;
    cases->has_default = cases->has_default || is_default || taken == 1;
    if (taken == 0)
        f->env.is_dead = true;
    if (cases_fall(f))
        f->env = pv_env_join(&f->values, f->env, cases->fallen);
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
    if (taken == 1)
        cases->before.is_dead = true;
    if (cases_fall(f)) {
        cases->fallen = pv_env_copy(&f->values, &f->env);
        /* Only the last one leaves by its end; but a case that gives a value is the value. */
        if (!f->env.is_dead)
            fork->value = fork->value ? pv_value_join(&f->values, fork->value, value) : value;
    } else {
        pv_flow_fork_join(f, fork, value);
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_switch(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_fork fork = {0};
    struct pv_flow_loop leave = {.broke = {.is_dead = true}, .is_switch = true};
    (void)pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_INIT));
    struct cases cases = {.fallen = {.is_dead = true}};
    cases.subject = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    pv_flow_fork_begin(f, &fork);
    cases.before = fork.start;
    leave.outer = f->frame->loop;
    f->frame->loop = &leave;
    /* In C the cases are statements of the switch's block. */
    pv_node body = pv_flow_child(f, node, PV_ROLE_BODY);
    for (pv_node at = pv_tree_first(f->tree, body == PV_NO_NODE ? node : body); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_kind(f, at) == PV_CASE)
            run_case(f, at, &cases, &fork);
    f->frame->loop = leave.outer;
    fork.joined = pv_env_join(&f->values, fork.joined, cases.fallen);
    fork.joined = pv_env_join(&f->values, fork.joined, leave.broke);
    if (!cases.has_default)
        fork.joined = pv_env_join(&f->values, fork.joined, fork.start);
    return pv_flow_fork_end(f, &fork);
}

/* A function in a function is run where it is written, with what it can see there. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_function(struct pv_flow *f, pv_node node,
                                        const struct pv_value **shown)
{
    (void)shown;
    if (f->frame->caller || pv_flow_kind(f, f->frame->function) != PV_FILE)
        pv_flow_enter(f, node);
    return &pv_value_clean;
}

/* Its methods are run by themselves; here only what its own body computes. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_class(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node name = pv_flow_child(f, node, PV_ROLE_NAME);
    const struct pv_class *class =
        name == PV_NO_NODE ? NULL : pv_functions_class(f->functions, pv_flow_at(f, name)->word);
    if (class)
        (void)pv_flow_seed(f, class);
    return &pv_value_clean;
}
