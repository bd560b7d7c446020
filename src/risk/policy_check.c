/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy_check.h"

/* Counts through all situations with one data item. False once all have been. */
static bool set_combination(struct pv_situation *situation, size_t number)
{
    for (size_t i = 0; i < pv_situation_facts(situation); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        pv_fact *fact = pv_situation_fact(situation, i, &dimension);
        unsigned values = pv_dimension_values(dimension);
        *fact = pv_fact_of((unsigned)(number % values));
        number /= values;
    }
    return number == 0;
}

static void check_steps_up(const struct pv_policy *policy, const struct pv_situation *situation,
                           struct pv_policy_check *out)
{
    pv_fact before = pv_policy_decide(policy, situation).priority;
    for (size_t i = 0; i < pv_situation_facts(situation); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        struct pv_situation raised = *situation;
        pv_fact *fact = pv_situation_fact(&raised, i, &dimension);
        if (pv_fact_low(*fact) + 1 == pv_dimension_values(dimension))
            continue;
        *fact = pv_fact_of(pv_fact_low(*fact) + 1);
        if (pv_fact_low(pv_policy_decide(policy, &raised).priority) >= pv_fact_low(before))
            continue;
        if (out->not_monotone++ == 0) {
            out->low = *situation;
            out->high = raised;
            out->raised = dimension;
        }
    }
}

/* Whether the output ever differs where only this input does. */
static bool matters(const struct pv_table *table, size_t input)
{
    size_t stride = 1;
    for (size_t i = input + 1; i < table->n_inputs; i++)
        stride *= pv_dimension_values(table->inputs[i]);
    size_t values = pv_dimension_values(table->inputs[input]);
    for (size_t at = 0; at < table->n; at++) {
        if (at / stride % values + 1 < values && table->outputs[at] != table->outputs[at + stride])
            return true;
    }
    return false;
}

void pv_policy_check(const struct pv_policy *policy, struct pv_policy_check *out)
{
    struct pv_situation situation = pv_situation_unknown();
    *out = (struct pv_policy_check){0};
    for (unsigned step = 0; step < PV_STEP_COUNT; step++) {
        const struct pv_table *table = &policy->steps[step];
        out->rows += table->n;
        for (size_t i = 0; i < table->n_inputs && !out->has_idle; i++) {
            if (matters(table, i))
                continue;
            out->has_idle = true;
            out->idle_step = (enum pv_policy_step)step;
            out->idle = table->inputs[i];
        }
    }
    for (; set_combination(&situation, out->combinations); out->combinations++)
        check_steps_up(policy, &situation, out);
}
