/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/order.h"

#include <stdlib.h>

static int compare_number(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* The result's own order, which is by place, decides between equals: its array is one block. */
static int compare_finding(const void *left, const void *right)
{
    const struct pv_finding *a = *(const struct pv_finding *const *)left;
    const struct pv_finding *b = *(const struct pv_finding *const *)right;
    int order = compare_number(b->context.rank, a->context.rank);
    if (order == 0)
        order = compare_number(b->rule->severity, a->rule->severity);
    return order ? order : compare_number((uintptr_t)a, (uintptr_t)b);
}

struct pv_result pv_order_findings(struct pv_arena *mem, const struct pv_scan_result *result,
                                   const struct pv_finding ***out, struct pv_err *err)
{
    const struct pv_finding **order = NULL;
    PV_TRY(pv_arena_take_array(mem, result->n_findings, sizeof *order, (void **)&order, err));
    for (size_t i = 0; i < result->n_findings; i++)
        order[i] = &result->findings[i];
    if (result->n_findings > 1)
        qsort(order, result->n_findings, sizeof(const struct pv_finding *), compare_finding);
    *out = order;
    return PV_SUCCESS;
}
