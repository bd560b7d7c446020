/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of Ruby, with or without parentheses, and the blocks that they are given. */
#include "engine/lang/ruby/ruby_internal.h"

#include <string.h>

/* :a, "a": and a: of a hash are one: a symbol of that name. */
void pv_ruby_symbol(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str text = pv_lower_text(lower, node);
    size_t start = text.n > 0 && text.p[0] == ':';
    size_t end = text.n;
    if (end > start + 1 && (text.p[start] == '"' || text.p[start] == '\'')) {
        start++;
        end--;
    }
    uint32_t base = ts_node_start_byte(node);
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_OTHER, role, node);
    pv_lower_word(lower, PV_STR("symbol"));
    if (!ts_node_is_null(pv_kid_of_type(kids, "interpolation"))) {
        pv_lower_each(lower, kids, PV_ROLE_NONE);
        pv_lower_close(lower);
        return;
    }
    pv_lower_open(lower, PV_NAME, PV_ROLE_NONE, node);
    pv_lower_range(lower, base + (uint32_t)start, base + (uint32_t)end);
    pv_lower_word(lower, pv_str_sub(text, start, end));
    pv_lower_close(lower);
    pv_lower_close(lower);
}

static bool is_symbol(TSNode key)
{
    return pv_node_is(key, "hash_key_symbol") || pv_node_is(key, "simple_symbol");
}

/* `a: 1` in a call is an argument by its name, in a hash an entry. */
void pv_ruby_pair(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode key = pv_node_field(node, "key");
    TSNode value = pv_node_field(node, "value");
    TSNode parent = ts_node_parent(node);
    bool is_argument = !ts_node_is_null(parent) && pv_node_is(parent, "argument_list") &&
                       !ts_node_is_null(key) && is_symbol(key);
    if (ts_node_is_null(key))
        return;
    pv_lower_open(lower, is_argument ? PV_KWARG : PV_PAIR, role, node);
    if (is_argument) {
        struct pv_str text = pv_lower_text(lower, key);
        size_t start = text.n > 0 && text.p[0] == ':';
        pv_lower_open(lower, PV_NAME, PV_ROLE_NAME, key);
        pv_lower_range(lower, ts_node_start_byte(key) + (uint32_t)start, ts_node_end_byte(key));
        pv_lower_word(lower, pv_str_sub(text, start, text.n));
        pv_lower_close(lower);
    } else {
        pv_lower_child(lower, key, PV_ROLE_KEY);
    }
    /* {a:} is {a: a} */
    pv_lower_child(lower, ts_node_is_null(value) ? key : value, PV_ROLE_VALUE);
    pv_lower_close(lower);
}

/* { |x| … }, do |x| … end and -> (x) { … } */
void pv_ruby_block(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode parameters = pv_node_field(node, "parameters");
    TSNode body = pv_node_field(node, "body");
    pv_lower_open(lower, PV_LAMBDA, role, node);
    if (!ts_node_is_null(parameters))
        pv_lower_params(lower, parameters, PV_ROLE_PARAMS);
    if (!ts_node_is_null(body) && (pv_node_is(body, "block") || pv_node_is(body, "do_block")))
        body = pv_node_field(body, "body");
    if (ts_node_is_null(body)) {
        pv_lower_open(lower, PV_BLOCK, PV_ROLE_BODY, node);
        pv_lower_range(lower, ts_node_end_byte(node), ts_node_end_byte(node));
        pv_lower_close(lower);
    } else {
        pv_ruby_body(lower, body, PV_ROLE_BODY);
    }
    pv_lower_close(lower);
}

/* &block is what is given, &:name a call of that name. */
void pv_ruby_block_argument(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (ts_node_named_child_count(node) > 0)
        pv_lower_child(lower, ts_node_named_child(node, 0), role);
}

static void lower_callee(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode receiver = pv_node_field(node, "receiver");
    TSNode method = pv_node_field(node, "method");
    if (ts_node_is_null(receiver)) {
        pv_lower_child(lower, method, role);
        return;
    }
    pv_lower_open(lower, PV_ACCESS, role, node);
    pv_lower_range(lower, ts_node_start_byte(node),
                   ts_node_end_byte(ts_node_is_null(method) ? receiver : method));
    pv_lower_flag(lower, pv_ruby_bare(role));
    pv_lower_child(lower, receiver, PV_ROLE_OBJECT);
    pv_lower_child(lower, method, PV_ROLE_FIELD);
    pv_lower_close(lower);
}

/*
 * a.b without arguments reads like a field, and is one. A block stands beside the
 * arguments: a call that is given one is still the call of those.
 */
void pv_ruby_call(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    TSNode arguments = pv_node_field(node, "arguments");
    TSNode block = pv_node_field(node, "block");
    if (ts_node_is_null(arguments) && ts_node_is_null(block) &&
        !ts_node_is_null(pv_node_field(node, "method"))) {
        lower_callee(lower, node, role);
        return;
    }
    pv_lower_open(lower, PV_CALL, role, node);
    lower_callee(lower, node, PV_ROLE_CALLEE);
    if (ts_node_is_null(arguments)) {
        uint32_t at = ts_node_start_byte(ts_node_is_null(block) ? node : block);
        pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
        pv_lower_range(lower, at, at);
        pv_lower_close(lower);
    }
    pv_lower_child(lower, arguments, PV_ROLE_ARGS);
    pv_lower_child(lower, block, PV_ROLE_BODY);
    pv_lower_close(lower);
}

void pv_ruby_yield(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode arguments = pv_kid_of_type(kids, "argument_list");
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_leaf(lower, PV_NAME, PV_ROLE_CALLEE, kids.n ? kids.p[0].node : node);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    if (!ts_node_is_null(arguments))
        pv_lower_each(lower, pv_lower_kids(lower, arguments), PV_ROLE_NONE);
    pv_lower_close(lower);
    pv_lower_close(lower);
}

/* `ls` runs a command: a call of what no name says. */
void pv_ruby_shell(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    uint32_t start = ts_node_start_byte(node);
    uint32_t end = ts_node_end_byte(node);
    struct pv_string_parts parts = {node, node, start + 1, end > start + 1 ? end - 1 : start + 1};
    pv_lower_open(lower, PV_CALL, role, node);
    pv_lower_open(lower, PV_NAME, PV_ROLE_CALLEE, node);
    pv_lower_range(lower, start, start + 1);
    pv_lower_word(lower, PV_STR("`"));
    pv_lower_close(lower);
    pv_lower_open(lower, PV_ARGS, PV_ROLE_ARGS, node);
    pv_lower_string_parts(lower, &parts, PV_ROLE_NONE, 0);
    pv_lower_close(lower);
    pv_lower_close(lower);
}
