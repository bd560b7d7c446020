/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/explanation.h"

#include "base/attr.h"

static void add_change(struct pv_changes_of *out, struct pv_change change)
{
    if (out->n < PV_EXPLANATION_CHANGES_MAX)
        out->list[out->n++] = change;
}

void pv_explanation_changes(const struct pv_policy *policy, const struct pv_situation *situation,
                            struct pv_changes_of *out)
{
    pv_fact now = pv_policy_decide(policy, situation).priority;
    *out = (struct pv_changes_of){0};
    for (size_t i = 0; i < pv_situation_facts(situation); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        struct pv_situation other = *situation;
        pv_fact *fact = pv_situation_fact(&other, i, &dimension);
        pv_fact known = *fact;
        for (unsigned value = 0; value < pv_dimension_values(dimension); value++) {
            if (known == pv_fact_of(value))
                continue;
            *fact = pv_fact_of(value);
            pv_fact then = pv_policy_decide(policy, &other).priority;
            size_t item = i < PV_SITUATION_FACTS ? 0 : (i - PV_SITUATION_FACTS) / 2;
            if (then != now)
                add_change(out, (struct pv_change){dimension, item, value, then});
        }
    }
}

static unsigned width_of(pv_fact fact)
{
    return pv_fact_high(fact) - pv_fact_low(fact);
}

bool pv_explanation_question(const struct pv_policy *policy, const struct pv_situation *situation,
                             enum pv_dimension *out)
{
    enum { SCALE = 1000 };
    unsigned best = 0;
    unsigned before = SCALE * width_of(pv_policy_decide(policy, situation).priority);
    for (size_t i = 0; i < pv_situation_facts(situation); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        struct pv_situation other = *situation;
        pv_fact *fact = pv_situation_fact(&other, i, &dimension);
        pv_fact known = *fact;
        unsigned sum = 0;
        unsigned n = 0;
        for (unsigned value = 0; value < pv_dimension_values(dimension); value++) {
            if (!pv_fact_has(known, value))
                continue;
            *fact = pv_fact_of(value);
            sum += SCALE * width_of(pv_policy_decide(policy, &other).priority);
            n++;
        }
        if (n > 1 && before > sum / n && before - sum / n > best) {
            best = before - sum / n;
            *out = dimension;
        }
    }
    return best > 0;
}

static void write_interval(struct pv_json *json, pv_fact priority)
{
    pv_json_object(json);
    pv_json_key_str(json, "lo", pv_fact_text(PV_DIM_PRIORITY, pv_fact_low(priority)));
    pv_json_key_str(json, "hi", pv_fact_text(PV_DIM_PRIORITY, pv_fact_high(priority)));
    pv_json_end(json);
}

static void write_policy(struct pv_json *json, const struct pv_policy *policy)
{
    pv_json_key(json, "policy");
    pv_json_object(json);
    pv_json_key_str(json, "id", pv_str_of(policy->id));
    pv_json_key_str(json, "version", pv_str_of(policy->version));
    pv_json_key_str(json, "sha256", pv_str_of(policy->sha256));
    pv_json_end(json);
}

static void write_items(struct pv_json *json, const struct pv_service *service)
{
    pv_json_key(json, "items");
    pv_json_array(json);
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        pv_json_object(json);
        pv_json_key_str(json, "item", item->name);
        pv_json_key_str(json, "role", item->role);
        if (item->proof_place.n)
            pv_json_key_str(json, "evidence", item->proof_place);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static void write_changes(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_situation *situation)
{
    struct pv_changes_of changes = {0};
    pv_explanation_changes(policy, situation, &changes);
    pv_json_key(json, "would_change");
    pv_json_array(json);
    for (size_t i = 0; i < changes.n; i++) {
        const struct pv_change *change = &changes.list[i];
        bool is_of_item = change->dimension == PV_DIM_DATA || change->dimension == PV_DIM_SEALED;
        pv_json_object(json);
        pv_json_key_str(json, "f", pv_dimension_title(change->dimension));
        if (is_of_item)
            pv_json_key_int(json, "item", (int64_t)change->item);
        pv_json_key_str(json, "v", pv_fact_text(change->dimension, change->value));
        pv_json_key(json, "to");
        write_interval(json, change->priority);
        pv_json_end(json);
    }
    pv_json_end(json);
}

void pv_explanation_write(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_situation *situation, const struct pv_service *service)
{
    struct pv_decision decision = pv_policy_decide(policy, situation);
    pv_json_object(json);
    write_policy(json, policy);
    if (service) {
        pv_json_key_str(json, "service", service->name);
        pv_json_key_str(json, "source", service->file);
        write_items(json, service);
    }
    pv_json_key(json, "facts");
    pv_situation_write(json, situation);
    pv_json_key(json, "path");
    pv_json_array(json);
    for (unsigned step = 0; step < PV_STEP_COUNT; step++) {
        pv_json_array(json);
        pv_json_str(json, pv_policy_step_name((enum pv_policy_step)step));
        if (decision.rows[step] >= 0)
            pv_json_int(json, decision.rows[step]);
        else
            pv_json_null(json);
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_key(json, "result");
    write_interval(json, decision.priority);
    write_changes(json, policy, situation);
    pv_json_end(json);
}

PV_RESULT pv_explanation_read(const struct pv_doc *record, struct pv_situation *out,
                              struct pv_err *err)
{
    const struct pv_doc *facts = pv_doc_get(record, PV_STR("facts"));
    if (!facts)
        return pv_fail(err, PV_INVALID, 0, "a record of a decision has facts");
    return pv_situation_read(facts, out, err);
}
