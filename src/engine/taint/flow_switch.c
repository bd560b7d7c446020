/* SPDX-License-Identifier: Apache-2.0 */
/* One of several ways, by what a value is. */
#include "engine/taint/flow_internal.h"

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
    pv_node asked; /* the expression that is the subject; PV_NO_NODE */
};

/* Whether a constant of a case is the subject: 1, 0, or -1 when that is not known. */
static int is_subject(const struct pv_value *value, const struct pv_value *subject)
{
    if (!value->constant || value->constant != subject->constant)
        return -1;
    return value->number == subject->number && pv_str_eq(value->text, subject->text);
}

static int matches(struct pv_flow *f, pv_node pattern, const struct pv_value *subject);

/* 'C' | 'D' of a case: either will do. `>= 0 and < 10`: both have to. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static int matches_parts(struct pv_flow *f, pv_node pattern, const struct pv_value *subject)
{
    bool is_and = pv_flow_at(f, pattern)->word == f->words.and_word;
    int settled = is_and ? 0 : 1;
    int all = is_and ? 1 : 0;
    for (pv_node at = pv_tree_first(f->tree, pattern); at != PV_NO_NODE && all != settled;
         at = pv_tree_next(f->tree, at)) {
        int one = matches(f, at, subject);
        all = one == !settled ? all : one;
    }
    return all;
}

/* `< 0`, `not 1` and `-1` of a case. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static int matches_operator(struct pv_flow *f, pv_node pattern, const struct pv_value *subject)
{
    pv_word word = pv_flow_at(f, pattern)->word;
    pv_node operand = pv_flow_child(f, pattern, PV_ROLE_OPERAND);
    if (operand == PV_NO_NODE)
        return -1;
    if (word == f->words.minus)
        return is_subject(pv_flow_eval(f, pattern), subject);
    if (word != f->words.not_word)
        return pv_flow_compare(f, word, subject, pv_flow_eval(f, operand));
    int one = matches(f, operand, subject);
    return one < 0 ? one : !one;
}

/* Whether a case's pattern is what the subject is: 1, 0, or -1 when that is not known. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static int matches(struct pv_flow *f, pv_node pattern, const struct pv_value *subject)
{
    int is = -1;
    if (f->depth >= PV_TAINT_DEPTH_MAX)
        return is;
    f->depth++;
    switch (pv_flow_kind(f, pattern)) {
    case PV_INT:
    case PV_STRING:
    case PV_BOOL:
    case PV_CHAR:
    case PV_NULL: is = is_subject(pv_flow_eval(f, pattern), subject); break;
    case PV_UNARY: is = matches_operator(f, pattern, subject); break;
    case PV_BINARY: is = matches_parts(f, pattern, subject); break;
    case PV_OTHER:
        is = pv_flow_at(f, pattern)->word == f->words.symbol
                 ? is_subject(pv_flow_eval(f, pattern), subject)
                 : matches_parts(f, pattern, subject);
        break;
    default: break;
    }
    f->depth--;
    return is;
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
            enum pv_kind kind = pv_flow_kind(f, at);
            if (cases_bind(f) || kind == PV_TYPE_TEST || kind == PV_PARAM || kind == PV_VAR ||
                kind == PV_CALL)
                pv_flow_bind(f, at, cases->subject);
            else if (kind == PV_OTHER)
                (void)pv_flow_eval(f, at); /* what a case of Go's select does */
            int one = matches(f, at, cases->subject);
            taken = one == 0 || taken == 1 ? taken : one;
        } else if (role == PV_ROLE_COND) {
            (void)pv_flow_eval(f, at);
            has_cond = true;
        }
    }
    return has_value && (!has_cond || taken == 0) ? taken : -1;
}

/* Whether a case is for texts and numbers that are written there, and nothing else. */
/* NOLINTNEXTLINE(misc-no-recursion): a list is in no list */
static bool is_of_constants(const struct pv_flow *f, pv_node node)
{
    bool is_list = pv_flow_kind(f, node) == PV_TUPLE; /* `case 1, 2:` of Go */
    bool has_value = false;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_kind kind = pv_flow_kind(f, at);
        if (!is_list && pv_flow_at(f, at)->role != PV_ROLE_VALUE)
            continue;
        if (kind == PV_TUPLE && !is_list)
            return is_of_constants(f, at);
        if (kind != PV_STRING && kind != PV_INT && kind != PV_CHAR)
            return false;
        has_value = true;
    }
    return has_value;
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
    else if (is_of_constants(f, node))
        pv_flow_guard_case(f, cases->asked);
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
    (void)pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_INIT));
    pv_node subject = pv_flow_child(f, node, PV_ROLE_VALUE);
    pv_node target = pv_flow_child(f, node, PV_ROLE_TARGET);
    if (subject != PV_NO_NODE) {
        const struct pv_value *value = pv_flow_eval(f, subject);
        pv_flow_bind(f, target, value); /* `switch y := x.(type)` of Go */
        return pv_flow_cases(f, node, value);
    }
    /* `{ case x => … }` of Scala is a function of what the cases are about. */
    const struct pv_value *implied = pv_flow_get(f, PV_VAR_IMPLIED);
    return pv_flow_cases(f, node, implied && pv_flow_is(f, "scala") ? implied : &pv_value_clean);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_cases(struct pv_flow *f, pv_node node,
                                     const struct pv_value *subject)
{
    struct pv_flow_fork fork = {0};
    struct pv_flow_loop leave = {.node = node, .broke = {.is_dead = true}, .is_switch = true};
    struct cases cases = {.fallen = {.is_dead = true}, .subject = subject};
    cases.asked = pv_flow_child(f, node, PV_ROLE_VALUE);
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
