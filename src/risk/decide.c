/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/decide.h"

#include "base/attr.h"
#include "risk/explanation.h"
#include "risk/priority.h"
#include "risk/reason.h"

void pv_decide_weight(const struct pv_policy *policy, pv_fact priority, int64_t age_days,
                      struct pv_finding_context *out)
{
    pv_fact queue = pv_patience_queue(priority, age_days);
    unsigned gate = pv_fact_low(pv_patience_gate(priority, age_days));
    out->rank = 1 + pv_fact_low(queue) * PV_PRIORITY_VALUES + pv_fact_high(queue);
    out->is_blocking = gate >= policy->blocks;
    out->is_deferrable = gate == PV_PRIORITY_DEFER;
}

static PV_RESULT write_record(struct pv_arena *mem, const struct pv_policy *policy,
                              const struct pv_settings *settings, struct pv_str finding,
                              struct pv_str *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf record = {0};
    struct pv_json json = {.out = &record};
    pv_explanation_write(&json, policy, settings, finding);
    PV_TRY(pv_buf_result(&record, err));
    return pv_str_copy(mem, pv_buf_str(&record), out, err);
}

struct pv_result pv_decide(struct pv_arena *mem, const struct pv_policy *policy,
                           const struct pv_settings *settings, struct pv_finding *finding,
                           struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf priority = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf reason = {0};
    struct pv_finding_context context = finding->context;
    pv_fact decided = pv_settings_decide(policy, settings);
    pv_priority_add(&priority, decided);
    pv_reason_add(&reason, policy, settings);
    PV_TRY(pv_buf_result(&priority, err));
    PV_TRY(pv_buf_result(&reason, err));
    pv_decide_weight(policy, decided, 0, &context);
    if (settings->list[0].service)
        context.service = settings->list[0].service->name;
    PV_TRY(pv_str_copy(mem, pv_buf_str(&priority), &context.priority, err));
    PV_TRY(pv_str_copy(mem, pv_buf_str(&reason), &context.reason, err));
    PV_TRY(
        write_record(mem, policy, settings, pv_str_of(finding->fingerprint), &context.record, err));
    finding->context = context;
    return PV_SUCCESS;
}

PV_RESULT pv_decide_owner(struct pv_arena *mem, const struct pv_owner *owner,
                          struct pv_finding *finding, struct pv_err *err)
{
    struct pv_finding_context *context = &finding->context;
    PV_TRY(pv_str_copy(mem, owner->names, &context->owner, err));
    context->owner_source = pv_owner_source_text(owner->source);
    if (owner->source == PV_OWNER_NONE)
        return PV_SUCCESS;
    return pv_str_format(mem, &context->owner_place, err, "%.*s:%u", PV_STR_FMT(owner->file),
                         owner->line);
}
