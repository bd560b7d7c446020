/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Elements of XML, HTML and JSX: attributes in any order, of which a pattern
 * names some; children in order, whole, or any where the pattern has none.
 */
#include "engine/match/match_internal.h"

enum stage { STAGE_ATTRIBUTES, STAGE_CHILDREN };

struct element {
    struct pv_then base;
    pv_node p;
    pv_node t;
    enum stage stage;
    const struct pv_then *then;
};

static bool is_single(const struct pv_tree *tree, pv_node element)
{
    return pv_str_has_suffix(pv_tree_text(tree, element), PV_STR("/>"));
}

static void match_children(struct pv_matcher *m, const struct element *at)
{
    if (pv_tree_child(m->code, at->p, PV_ROLE_BODY) == PV_NO_NODE)
        at->then->run(m, at->then);
    else if (m->pattern->options.xml_children_ordered)
        pv_match_list(m, at->p, at->t, PV_ROLE_BODY, at->then);
    else
        pv_match_set(m, at->p, at->t, PV_ROLE_BODY, PV_MATCH_REST_FREE, at->then);
}

static void run_element(struct pv_matcher *m, const struct pv_then *then)
{
    const struct element *at = (const struct element *)then;
    struct element next = *at;
    bool is_free = m->pattern->options.xml_attrs_implicit_ellipsis;
    if (at->stage == STAGE_CHILDREN) {
        match_children(m, at);
        return;
    }
    next.stage = STAGE_CHILDREN;
    pv_match_set(m, at->p, at->t, PV_ROLE_ATTR,
                 is_free ? PV_MATCH_REST_FREE : PV_MATCH_REST_BY_DOTS, &next.base);
}

void pv_match_element(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    t = pv_match_unwrap(m, t, PV_ELEMENT);
    if (t == PV_NO_NODE)
        return;
    if (!m->pattern->options.xml_singleton_loose_matching &&
        is_single(m->code, p) != is_single(m->tree, t))
        return;
    struct element start = {{run_element}, p, t, STAGE_ATTRIBUTES, then};
    pv_match_list(m, p, t, PV_ROLE_NAME, &start.base);
}
