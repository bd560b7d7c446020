/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

#include <string.h>

TSNode pv_kid_of_field(struct pv_kids kids, const char *field)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].field && strcmp(kids.p[i].field, field) == 0)
            return kids.p[i].node;
    }
    return (TSNode){0};
}

static bool is_text(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

TSNode pv_kid_of_type(struct pv_kids kids, const char *type)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (is_text(ts_node_type(kids.p[i].node), type))
            return kids.p[i].node;
    }
    return (TSNode){0};
}

bool pv_node_is(TSNode node, const char *type)
{
    return !ts_node_is_null(node) && is_text(ts_node_type(node), type);
}

TSNode pv_node_field(TSNode node, const char *field)
{
    if (ts_node_is_null(node))
        return node;
    return ts_node_child_by_field_id(node, pv_field_id(ts_node_language(node), field));
}
