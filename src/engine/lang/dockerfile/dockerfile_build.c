/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/dockerfile/dockerfile_internal.h"

static bool has_failed(const struct pv_docker *d)
{
    return !pv_is_ok(d->failure);
}

void pv_docker_open(struct pv_docker *d, enum pv_kind kind, enum pv_role role, struct pv_span span)
{
    struct pv_tree_node node = {
        .kind = (uint16_t)kind, .role = (uint8_t)role, .start = span.start, .end = span.end};
    if (!has_failed(d))
        d->failure = pv_tree_open(d->job->mem, d->job->tree, d->parent, node, &d->parent, d->err);
}

void pv_docker_name(struct pv_docker *d, struct pv_str word, uint8_t flags)
{
    if (has_failed(d))
        return;
    struct pv_tree_node *node = &d->job->tree->nodes.p[d->parent];
    node->flags |= flags;
    d->failure = pv_lower_number_of(d->job, word, &node->word, d->err);
}

void pv_docker_close(struct pv_docker *d)
{
    if (has_failed(d))
        return;
    pv_node closed = d->parent;
    pv_tree_close(d->job->tree, closed);
    d->parent = pv_tree_at(d->job->tree, closed)->parent;
}

void pv_docker_leaf(struct pv_docker *d, enum pv_kind kind, enum pv_role role, struct pv_span span)
{
    pv_docker_open(d, kind, role, span);
    pv_docker_name(d, pv_docker_text(d, span), 0);
    pv_docker_close(d);
}

bool pv_docker_is_hole(const struct pv_docker *d, struct pv_span span)
{
    struct pv_str text = pv_docker_text(d, span);
    if (!pv_str_has_prefix(text, PV_STR("__pv")))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool is_word = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
        if (!is_word && c != '_')
            return false;
    }
    return true;
}
