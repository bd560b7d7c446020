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
                           struct pv_policy_steps_down *out)
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
        if (out->n++ == 0) {
            out->low = *situation;
            out->high = raised;
            out->raised = dimension;
        }
    }
}

static size_t stride_of(const struct pv_table *table, size_t input)
{
    size_t stride = 1;
    for (size_t i = input + 1; i < table->n_inputs; i++)
        stride *= pv_dimension_values(table->inputs[i]);
    return stride;
}

/* The outputs where only this input is one higher: how many differ, and how many are lower. */
static void compare_steps(const struct pv_table *table, size_t input, size_t *differ, size_t *lower)
{
    size_t stride = stride_of(table, input);
    size_t values = pv_dimension_values(table->inputs[input]);
    for (size_t at = 0; at < table->n; at++) {
        if (at / stride % values + 1 >= values)
            continue;
        *differ += table->outputs[at] != table->outputs[at + stride];
        *lower += table->outputs[at] > table->outputs[at + stride];
    }
}

static void check_inputs(const struct pv_policy *policy, struct pv_policy_check *out)
{
    for (unsigned step = 0; step < PV_STEP_COUNT; step++) {
        const struct pv_table *table = &policy->steps[step];
        out->rows += table->n;
        for (size_t i = 0; i < table->n_inputs && !out->has_idle; i++) {
            size_t differ = 0;
            size_t lower = 0;
            compare_steps(table, i, &differ, &lower);
            if (differ)
                continue;
            out->has_idle = true;
            out->idle_step = (enum pv_policy_step)step;
            out->idle = table->inputs[i];
        }
    }
}

static void check_cve(const struct pv_policy *policy, struct pv_policy_check *out)
{
    const struct pv_table *table = &policy->cve;
    out->cve_rows = table->n;
    for (size_t i = 0; i < table->n_inputs; i++) {
        size_t differ = 0;
        compare_steps(table, i, &differ, &out->cve_steps_down);
        if (differ || out->has_cve_idle)
            continue;
        out->has_cve_idle = true;
        out->cve_idle = table->inputs[i];
    }
}

/* A situation that the row is about: its class, its obligation, its item. */
static struct pv_situation situation_for(const struct pv_overlay_row *row)
{
    struct pv_situation situation = pv_situation_unknown();
    struct pv_str classes = pv_str_of(row->classes);
    (void)set_combination(&situation, 0);
    (void)pv_str_split(&classes, '|', &situation.class);
    situation.duties[situation.n_duties++] = (struct pv_duty){pv_str_of(row->obligation), true};
    situation.items[0] = row->item[0] == '*' ? PV_STR("phi") : pv_str_of(row->item);
    situation.roles[0] = row->roles & (uint8_t)~PV_HELD_UNSAID;
    return situation;
}

/* What the floor is when `fact` is one higher: never less, for it is the final priority's. */
static void check_floor_up(const struct pv_policy *policy, const struct pv_situation *situation,
                           enum pv_dimension dimension, struct pv_policy_steps_down *out)
{
    struct pv_situation raised = *situation;
    struct pv_overlay_result before = {0};
    struct pv_overlay_result after = {0};
    pv_fact *fact = dimension == PV_DIM_SEALED ? &raised.sealed[0] : &raised.reach;
    if (pv_fact_low(*fact) + 1 == pv_dimension_values(dimension))
        return;
    *fact = pv_fact_of(pv_fact_low(*fact) + 1);
    pv_overlay_apply(&policy->overlay, situation, &before);
    pv_overlay_apply(&policy->overlay, &raised, &after);
    if (pv_fact_low(after.floor) >= pv_fact_low(before.floor))
        return;
    if (out->n++ == 0) {
        out->low = *situation;
        out->high = raised;
        out->raised = dimension;
    }
}

/* Sealing and exposure are all that rows look at beside what they are about. */
static void check_row(const struct pv_policy *policy, struct pv_situation *situation,
                      struct pv_policy_check *out)
{
    for (unsigned sealed = 0; sealed < PV_SEALED_VALUES; sealed++)
        for (unsigned reach = 0; reach < PV_REACH_VALUES; reach++) {
            situation->sealed[0] = pv_fact_of(sealed);
            situation->reach = pv_fact_of(reach);
            struct pv_decision decision = pv_policy_decide(policy, situation);
            out->overlay_combinations++;
            out->overlay_lowers += pv_fact_low(decision.priority) < pv_fact_low(decision.base);
            check_floor_up(policy, situation, PV_DIM_SEALED, &out->overlay);
            check_floor_up(policy, situation, PV_DIM_REACH, &out->overlay);
        }
}

static void check_overlay(const struct pv_policy *policy, struct pv_policy_check *out)
{
    out->overlay_rows = policy->overlay.n;
    for (size_t i = 0; i < policy->overlay.n; i++) {
        struct pv_situation situation = situation_for(&policy->overlay.rows[i]);
        check_row(policy, &situation, out);
    }
}

void pv_policy_check(const struct pv_policy *policy, struct pv_policy_check *out)
{
    struct pv_situation situation = pv_situation_unknown();
    *out = (struct pv_policy_check){0};
    check_inputs(policy, out);
    check_cve(policy, out);
    for (; set_combination(&situation, out->combinations); out->combinations++)
        check_steps_up(policy, &situation, &out->tables);
    check_overlay(policy, out);
}
