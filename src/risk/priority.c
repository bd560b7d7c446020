/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/priority.h"

void pv_priority_add(struct pv_buf *out, pv_fact priority)
{
    unsigned low = pv_fact_low(priority);
    unsigned high = pv_fact_high(priority);
    pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, low));
    if (low == high)
        return;
    PV_BUF_LIT(out, "…");
    pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, high));
}

bool pv_priority_read(struct pv_str text, pv_fact *out)
{
    struct pv_str dots = PV_STR("…");
    unsigned low = 0;
    unsigned high = 0;
    size_t at = pv_str_find(text, dots, 0);
    if (at == SIZE_MAX) {
        dots = PV_STR("..");
        at = pv_str_find(text, dots, 0);
    }
    size_t behind = at == SIZE_MAX ? 0 : at + dots.n;
    if (!pv_fact_value(PV_DIM_PRIORITY, pv_str_sub(text, 0, at), &low) ||
        !pv_fact_value(PV_DIM_PRIORITY, pv_str_sub(text, behind, text.n), &high) || low > high)
        return false;
    *out = (pv_fact)(pv_fact_of(low) | pv_fact_of(high));
    return true;
}
