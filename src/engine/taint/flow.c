/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/flow_internal.h"

const struct pv_tree_node pv_flow_nowhere = {.kind = PV_PASS, .parent = PV_NO_NODE};

/* What has no row is run child by child, and is as tainted as they are. */
static pv_flow_run_kind *const run_kind[PV_KIND_COUNT] = {
    [PV_FILE] = pv_flow_block,
    [PV_BLOCK] = pv_flow_block,
    [PV_CLASS_BODY] = pv_flow_nothing,
    [PV_FUNC] = pv_flow_function,
    [PV_LAMBDA] = pv_flow_lambda,
    [PV_CLASS] = pv_flow_class,
    [PV_VAR] = pv_flow_var,
    [PV_ENUM_MEMBER] = pv_flow_enum_member,
    [PV_IMPORT] = pv_flow_nothing,
    [PV_PACKAGE] = pv_flow_nothing,
    [PV_ATTR] = pv_flow_nothing,
    [PV_MODIFIER] = pv_flow_nothing,
    [PV_EXPR_STMT] = pv_flow_whole,
    [PV_RETURN] = pv_flow_return,
    [PV_IF] = pv_flow_if,
    [PV_WHILE] = pv_flow_while,
    [PV_DO] = pv_flow_do,
    [PV_FOR] = pv_flow_for,
    [PV_FOR_EACH] = pv_flow_for_each,
    [PV_BREAK] = pv_flow_break,
    [PV_CONTINUE] = pv_flow_continue,
    [PV_THROW] = pv_flow_throw,
    [PV_TRY] = pv_flow_try,
    [PV_SWITCH] = pv_flow_switch,
    [PV_WITH] = pv_flow_with,
    [PV_GLOBAL] = pv_flow_nothing,
    [PV_DELETE] = pv_flow_delete,
    [PV_LABEL] = pv_flow_label,
    [PV_GOTO] = pv_flow_goto,
    [PV_PASS] = pv_flow_nothing,
    [PV_NAME] = pv_flow_name,
    [PV_ACCESS] = pv_flow_access,
    [PV_REF] = pv_flow_access,
    [PV_INDEX] = pv_flow_index,
    [PV_CALL] = pv_flow_call,
    [PV_NEW] = pv_flow_new,
    [PV_KWARG] = pv_flow_whole,
    [PV_SPREAD] = pv_flow_whole,
    [PV_SPREAD_KW] = pv_flow_whole,
    [PV_ASSIGN] = pv_flow_assign,
    [PV_WALRUS] = pv_flow_walrus,
    [PV_UNARY] = pv_flow_unary,
    [PV_POSTFIX] = pv_flow_unary,
    [PV_BINARY] = pv_flow_binary,
    [PV_COND] = pv_flow_cond,
    [PV_CAST] = pv_flow_cast,
    [PV_TYPE_TEST] = pv_flow_type_test,
    [PV_AWAIT] = pv_flow_whole,
    [PV_YIELD] = pv_flow_yield,
    [PV_COMPREHENSION] = pv_flow_comprehension,
    [PV_INT] = pv_flow_number,
    [PV_FLOAT] = pv_flow_nothing,
    [PV_CHAR] = pv_flow_char,
    [PV_BOOL] = pv_flow_boolean,
    [PV_NULL] = pv_flow_null,
    [PV_STRING] = pv_flow_string,
    [PV_INTERP] = pv_flow_joined,
    [PV_TUPLE] = pv_flow_container,
    [PV_ARRAY] = pv_flow_container,
    [PV_SET] = pv_flow_container,
    [PV_DICT] = pv_flow_record,
    [PV_RECORD] = pv_flow_record,
    [PV_PAIR] = pv_flow_whole,
    [PV_TYPE] = pv_flow_nothing,
    [PV_OTHER] = pv_flow_other,
    [PV_GENERIC] = pv_flow_generic,
    [PV_TYPE_ARGS] = pv_flow_nothing,
    [PV_TYPE_PARAMS] = pv_flow_nothing,
};

/* Code that does something of its own even where all that it computes is clean. */
static const bool is_statement[PV_KIND_COUNT] = {
    [PV_FILE] = true,  [PV_BLOCK] = true,    [PV_FUNC] = true,     [PV_CLASS] = true,
    [PV_VAR] = true,   [PV_ASSIGN] = true,   [PV_RETURN] = true,   [PV_IF] = true,
    [PV_WHILE] = true, [PV_DO] = true,       [PV_FOR] = true,      [PV_FOR_EACH] = true,
    [PV_BREAK] = true, [PV_THROW] = true,    [PV_TRY] = true,      [PV_SWITCH] = true,
    [PV_WITH] = true,  [PV_CONTINUE] = true, [PV_EXPR_STMT] = true};

static bool enter(struct pv_flow *f)
{
    if (pv_flow_is_over(f))
        return false;
    if (f->budget->steps_left == 0) {
        f->values.stop = PV_LIMIT;
        return false;
    }
    if (f->depth >= PV_TAINT_DEPTH_MAX) {
        f->is_cut = true;
        return false;
    }
    f->budget->steps_left--;
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_eval(struct pv_flow *f, pv_node node)
{
    if (node == PV_NO_NODE || f->env.is_dead || !enter(f))
        return &pv_value_clean;
    enum pv_kind kind = pv_flow_kind(f, node);
    bool is_clean = !is_statement[kind] && pv_flow_is_sanitized(f, node);
    bool is_result_clean = is_clean && !f->rule->options.is_closed;
    if (is_result_clean && pv_flow_is_clean_within(f, node))
        return &pv_value_clean;
    const struct pv_value *shown = NULL;
    f->now = node;
    f->depth++;
    const struct pv_value *value =
        run_kind[kind] ? run_kind[kind](f, node, &shown) : pv_flow_children(f, node);
    f->depth--;
    if (is_result_clean)
        return &pv_value_clean;
    if (kind == PV_EXPR_STMT || kind == PV_BLOCK || kind == PV_FILE)
        return value;
    const struct pv_value *marked = pv_flow_marked(f, node, value);
    if (!shown)
        shown = marked;
    else if (marked != value)
        shown = pv_value_add(&f->values, shown, pv_value_reach(&f->values, marked));
    pv_flow_sink(f, node, marked, shown);
    if (f->held.n > 0)
        marked = pv_flow_held_mark(f, node, marked);
    if (!is_clean)
        return marked;
    pv_flow_ends(f, node, shown, PV_END_CLEANED);
    return &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_children(struct pv_flow *f, pv_node node)
{
    const struct pv_value *sum = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, pv_flow_eval(f, at)));
    return sum;
}

const struct pv_value *pv_flow_nothing(struct pv_flow *f, pv_node node,
                                       const struct pv_value **shown)
{
    (void)f;
    (void)node;
    (void)shown;
    return &pv_value_clean;
}

/* A node that is what its one part is. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_whole(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node value = pv_flow_child(f, node, PV_ROLE_VALUE);
    if (value == PV_NO_NODE)
        value = pv_tree_first(f->tree, node);
    return pv_flow_eval(f, value);
}

/* `row.as[Int]` is what `row.as` is; within a type nothing is asked. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_generic(struct pv_flow *f, pv_node node,
                                       const struct pv_value **shown)
{
    (void)shown;
    return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_TYPE));
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_joined(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    pv_node first = pv_tree_first(f->tree, node);
    bool is_one = first != PV_NO_NODE && pv_tree_next(f->tree, first) == PV_NO_NODE;
    /* What a text is put together of is looked at as a whole where it matters how that begins. */
    return is_one && f->values.has_prefixes ? pv_flow_eval(f, first) : pv_flow_children(f, node);
}

void pv_flow_fork_begin(struct pv_flow *f, struct pv_flow_fork *fork)
{
    *fork = (struct pv_flow_fork){.start = f->env, .joined = {.is_dead = true}};
}

void pv_flow_fork_way(struct pv_flow *f, struct pv_flow_fork *fork)
{
    f->env = pv_env_copy(&f->values, &fork->start);
}

void pv_flow_fork_join(struct pv_flow *f, struct pv_flow_fork *fork, const struct pv_value *value)
{
    if (!f->env.is_dead)
        fork->value = fork->value ? pv_value_join(&f->values, fork->value, value) : value;
    fork->joined = pv_env_join(&f->values, fork->joined, f->env);
}

const struct pv_value *pv_flow_fork_end(struct pv_flow *f, struct pv_flow_fork *fork)
{
    f->env = fork->joined;
    return fork->value ? fork->value : &pv_value_clean;
}
