/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What conditions say of addresses, for rules that ask: that somebody looked at the host which one
 * names, or at how it begins.
 */
#include "engine/taint/flow_guard_internal.h"

#include "text/regex.h"

/* Parts of an address that say who is asked. */
static bool is_host_name(struct pv_str name)
{
    static const char *const names[] = {"host",    "hostname", "Host",        "Hostname",
                                        "netloc",  "origin",   "authority",   "Authority",
                                        "getHost", "hostName", "getAuthority"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(name, pv_str_of(names[i])))
            return true;
    return false;
}

enum { PARTS_DEPTH_MAX = 4 };

/* What was taken apart: `u`, and x where u is `new URL(x)`. */
/* NOLINTNEXTLINE(misc-no-recursion): PARTS_DEPTH_MAX */
static void add_address(struct pv_flow *f, pv_node node, int depth, struct pv_flow_guarded *out)
{
    pv_node args = PV_NO_NODE;
    if (node == PV_NO_NODE || depth > PARTS_DEPTH_MAX)
        return;
    pv_flow_guarded_add(f, node, PV_FLOW_CHECKED, out);
    if (pv_flow_kind(f, node) == PV_NAME)
        node = pv_flow_only_value(f, node);
    if (node != PV_NO_NODE && (pv_flow_kind(f, node) == PV_CALL || pv_flow_kind(f, node) == PV_NEW))
        args = pv_flow_child(f, node, PV_ROLE_ARGS);
    if (args == PV_NO_NODE || pv_flow_kind(f, args) != PV_ARGS)
        return;
    for (pv_node at = pv_tree_first(f->tree, args); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        add_address(f, at, depth + 1, out);
}

void pv_flow_guard_host(struct pv_flow *f, pv_node node, struct pv_flow_guarded *out)
{
    size_t n = 0;
    if (!f->rule->options.is_safe_hosts || node == PV_NO_NODE)
        return;
    if (pv_flow_kind(f, node) == PV_NAME)
        node = pv_flow_only_value(f, node);
    bool is_call = node != PV_NO_NODE && pv_flow_kind(f, node) == PV_CALL;
    pv_node asked = is_call ? pv_flow_child(f, node, PV_ROLE_CALLEE) : node;
    if (asked == PV_NO_NODE)
        return;
    if (is_call && pv_flow_kind(f, asked) == PV_NAME &&
        pv_str_eq(pv_tree_text(f->tree, asked), PV_STR("parse_url")))
        pv_flow_guarded_add(f, pv_flow_guard_argument(f, node, 0, &n), PV_FLOW_CHECKED, out);
    if (pv_flow_kind(f, asked) != PV_ACCESS)
        return;
    pv_node field = pv_flow_child(f, asked, PV_ROLE_FIELD);
    if (field != PV_NO_NODE && is_host_name(pv_tree_text(f->tree, field)))
        add_address(f, pv_flow_child(f, asked, PV_ROLE_OBJECT), 0, out);
}

void pv_flow_guard_beginning(struct pv_flow *f, pv_node value, pv_node text, bool holds,
                             struct pv_flow_guarded *out)
{
    struct pv_regex_match match;
    const struct pv_value *with = text == PV_NO_NODE ? &pv_value_clean : pv_flow_constant(f, text);
    if (!f->rule->options.is_safe_hosts || with->constant != PV_VALUE_TEXT)
        return;
    if (pv_str_eq(with->text, PV_STR("/")) && holds)
        pv_flow_guarded_add(f, value, PV_FLOW_BEGINS_LOCAL, out);
    else if (pv_str_eq(with->text, PV_STR("//")) && !holds)
        pv_flow_guarded_add(f, value, PV_FLOW_NAMES_NO_HOST, out);
    else if (holds && f->rule->options.safe_prefix &&
             pv_is_ok(pv_regex_find(f->rule->options.safe_prefix, with->text, 0, &match)))
        pv_flow_guarded_add(f, value, PV_FLOW_CHECKED, out);
}

/* An expression that lets none of these through lets no other host through. */
bool pv_flow_guard_is_address_regex(const struct pv_flow *f, struct pv_str regex)
{
    static const char *const hostile[] = {"//h.example/a", "https://h.example/a", "http:h.example",
                                          "\\\\h.example", "h.example",           "javascript:a"};
    struct pv_regex *compiled = NULL;
    struct pv_regex_match match;
    bool is_safe = true;
    if (!f->rule->options.is_safe_hosts || regex.n == 0 ||
        !pv_is_ok(pv_regex_compile(regex, (struct pv_regex_options){0}, &compiled, NULL)))
        return false;
    for (size_t i = 0; i < PV_COUNT(hostile) && is_safe; i++)
        is_safe = pv_regex_find(compiled, pv_str_of(hostile[i]), 0, &match).code == PV_NOT_FOUND;
    pv_regex_free(compiled);
    return is_safe;
}
