/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which functions somebody outside of the file may call, with what nobody
 * knows. Others are run only as the file calls them, if it does.
 */
#include "engine/taint/flow_internal.h"

static bool has_modifier(const struct pv_flow *f, pv_node function, const char *text)
{
    for (pv_node at = pv_tree_first(f->tree, function); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_at(f, at)->role == PV_ROLE_MODIFIER &&
            pv_str_eq(pv_tree_text(f->tree, at), pv_str_of(text)))
            return true;
    return false;
}

static bool is_main(const struct pv_flow *f, const struct pv_function *function)
{
    pv_node name = pv_flow_child(f, function->node, PV_ROLE_NAME);
    if (name == PV_NO_NODE || !function->owner)
        return false;
    struct pv_str text = pv_tree_text(f->tree, name);
    return (pv_str_eq(text, PV_STR("main")) || pv_str_eq(text, PV_STR("Main"))) &&
           has_modifier(f, function->node, "static");
}

/* A class that a program begins in is seldom called by others. */
static bool begins_in(const struct pv_flow *f, pv_word class)
{
    PV_VEC_EACH (const struct pv_function, function, &f->functions->list)
        if (function->owner == class && is_main(f, function))
            return true;
    return false;
}

static bool is_lang(const struct pv_flow *f, const char *name)
{
    return pv_str_eq(f->rule->lang, pv_str_of(name));
}

bool pv_flow_is_inner(const struct pv_flow *f, const struct pv_function *function)
{
    if (is_lang(f, "c") || is_lang(f, "cpp"))
        return !function->owner && has_modifier(f, function->node, "static");
    if (!is_lang(f, "java") && !is_lang(f, "csharp") && !is_lang(f, "kotlin"))
        return false;
    if (has_modifier(f, function->node, "private"))
        return true;
    return function->owner && !is_main(f, function) && begins_in(f, function->owner);
}
