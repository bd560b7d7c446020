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

TSNode pv_kid_of_type(struct pv_kids kids, const char *type)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (strcmp(ts_node_type(kids.p[i].node), type) == 0)
            return kids.p[i].node;
    }
    return (TSNode){0};
}

bool pv_node_is(TSNode node, const char *type)
{
    return !ts_node_is_null(node) && strcmp(ts_node_type(node), type) == 0;
}

TSNode pv_node_field(TSNode node, const char *field)
{
    if (ts_node_is_null(node))
        return node;
    return ts_node_child_by_field_name(node, field, (uint32_t)strlen(field));
}

void pv_lower_dotted(struct pv_lower *lower, const TSNode *parts, size_t n, enum pv_role role)
{
    /* The outermost access is the last dot: a.b.c is (a.b).c. */
    for (size_t i = n; i > 1; i--) {
        pv_lower_open(lower, PV_ACCESS, i == n ? role : PV_ROLE_OBJECT, parts[i - 1]);
        pv_lower_range(lower, ts_node_start_byte(parts[0]), ts_node_end_byte(parts[i - 1]));
    }
    if (n > 0)
        pv_lower_leaf(lower, PV_NAME, n > 1 ? PV_ROLE_OBJECT : role, parts[0]);
    for (size_t i = 1; i < n; i++) {
        pv_lower_leaf(lower, PV_NAME, PV_ROLE_FIELD, parts[i]);
        pv_lower_close(lower);
    }
}
