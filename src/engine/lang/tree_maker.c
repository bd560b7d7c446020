/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

PV_RESULT pv_maker_open(struct pv_tree_maker *maker, enum pv_kind kind, enum pv_role role,
                        uint32_t start, struct pv_str text)
{
    const struct pv_lower_job *job = maker->job;
    struct pv_tree_node node = {
        .kind = (uint16_t)kind, .role = (uint8_t)role, .start = start, .end = start};
    pv_node parent = job->tree->nodes.n == 0 ? PV_NO_NODE : maker->parent;
    if (text.n > 0)
        PV_TRY(pv_lower_number_of(job, text, &node.word, maker->err));
    return pv_tree_open(job->mem, job->tree, parent, node, &maker->parent, maker->err);
}

void pv_maker_close(struct pv_tree_maker *maker, uint32_t end)
{
    struct pv_tree_node *node = &maker->job->tree->nodes.p[maker->parent];
    node->end = end;
    pv_tree_close(maker->job->tree, maker->parent);
    maker->parent = node->parent;
}

PV_RESULT pv_maker_leaf(struct pv_tree_maker *maker, enum pv_kind kind, enum pv_role role,
                        uint32_t start, uint32_t end)
{
    PV_TRY(pv_maker_open(maker, kind, role, start, pv_str_sub(maker->job->tree->text, start, end)));
    pv_maker_close(maker, end);
    return PV_SUCCESS;
}

PV_RESULT pv_maker_string(struct pv_tree_maker *maker, enum pv_role role, uint32_t start,
                          uint32_t end, struct pv_str content)
{
    struct pv_str text = pv_str_sub(maker->job->tree->text, start, end);
    uint32_t quote = text.n >= 2 && (text.p[0] == '"' || text.p[0] == '\'') ? 1 : 0;
    PV_TRY(pv_maker_open(maker, PV_STRING, role, start, (struct pv_str){0}));
    PV_TRY(pv_maker_open(maker, PV_TEXT, PV_ROLE_NONE, start + quote, content));
    pv_maker_close(maker, end - quote);
    pv_maker_close(maker, end);
    return PV_SUCCESS;
}

PV_RESULT pv_maker_error(struct pv_tree_maker *maker, uint32_t start, uint32_t end)
{
    maker->job->tree->error_bytes += end > start ? end - start : 1;
    PV_TRY(pv_maker_open(maker, PV_ERROR, PV_ROLE_NONE, start, (struct pv_str){0}));
    pv_maker_close(maker, end);
    return PV_SUCCESS;
}
