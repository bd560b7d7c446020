/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/patience.h"

/* At the end of patience an interval is its upper end. */
static pv_fact after(pv_fact priority, int64_t age_days, int64_t days)
{
    return age_days > days ? pv_fact_of(pv_fact_high(priority)) : priority;
}

pv_fact pv_patience_queue(pv_fact priority, int64_t age_days)
{
    return after(priority, age_days, PV_PATIENCE_QUEUE_DAYS);
}

pv_fact pv_patience_gate(pv_fact priority, int64_t age_days)
{
    return after(priority, age_days, PV_PATIENCE_GATE_DAYS);
}
