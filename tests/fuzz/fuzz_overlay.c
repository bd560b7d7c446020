/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as a table of obligations: whatever it says, it never lowers a priority. */
#include "risk/policy.h"

#include "support/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_overlay overlay = {0};
    struct pv_overlay_result result = {0};
    struct pv_situation situation = pv_situation_unknown();
    struct pv_err err = {0};
    if (!pv_is_ok(pv_overlay_read(fuzz_text(data, size), &overlay, &err))) {
        pv_assert(err.offset <= size);
        return 0;
    }
    situation.class = PV_STR("transport.clear");
    for (size_t i = 0; i < overlay.n && i < PV_RISK_OBLIGATIONS_MAX; i++)
        situation.duties[situation.n_duties++] =
            (struct pv_duty){pv_str_of(overlay.rows[i].obligation), i % 2 == 0};
    pv_overlay_apply(&overlay, &situation, &result);
    pv_assert(result.floor != 0 && (result.floor & ~pv_fact_unknown(PV_DIM_PRIORITY)) == 0);
    pv_assert(result.n_records <= PV_OVERLAY_RECORDS_MAX);
    for (unsigned set = 1; set < 1u << PV_PRIORITY_VALUES; set++) {
        pv_fact raised = pv_fact_max((pv_fact)set, result.floor);
        pv_assert(pv_fact_low(raised) >= pv_fact_low((pv_fact)set));
        pv_assert(pv_fact_high(raised) >= pv_fact_high((pv_fact)set));
    }
    return 0;
}
