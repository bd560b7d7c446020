/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy.h"

#include "base/attr.h"

struct step {
    struct pv_str name;
    enum pv_dimension inputs[PV_TABLE_INPUTS_MAX];
    size_t n_inputs;
    enum pv_dimension output;
};

#define NAME(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* The order is that of evaluation: each step's inputs are given or computed before it. */
static const struct step steps[PV_STEP_COUNT] = {
    [PV_STEP_RESIDUAL] = {NAME("residual"), {PV_DIM_DATA, PV_DIM_SEALED}, 2, PV_DIM_RESIDUAL},
    [PV_STEP_STAKES] = {NAME("stakes"),
                        {PV_DIM_RESIDUAL, PV_DIM_TIER, PV_DIM_IMPACT},
                        3,
                        PV_DIM_STAKES},
    [PV_STEP_EXPOSURE] = {NAME("exposure"), {PV_DIM_REACH, PV_DIM_GATE}, 2, PV_DIM_EXPOSURE},
    [PV_STEP_EASE] = {NAME("ease"), {PV_DIM_EXPOSURE, PV_DIM_AUTOMATABLE}, 2, PV_DIM_EASE},
    [PV_STEP_PRIORITY] = {NAME("priority"),
                          {PV_DIM_EVIDENCE, PV_DIM_STAKES, PV_DIM_EASE},
                          3,
                          PV_DIM_PRIORITY},
};

static bool has_columns(const struct pv_table *table, const struct step *want)
{
    bool fits = table->n_inputs == want->n_inputs && table->output == want->output;
    for (size_t i = 0; fits && i < want->n_inputs; i++)
        fits = table->inputs[i] == want->inputs[i];
    return fits;
}

struct pv_result pv_policy_read_table(struct pv_policy *policy, enum pv_policy_step step,
                                      struct pv_str csv, struct pv_err *err)
{
    struct pv_table table = {0};
    PV_TRY(pv_table_read(csv, &table, err));

    if (!has_columns(&table, &steps[step]))
        return pv_fail(err, PV_INVALID, 0, "these are not the columns of the table '%.*s'",
                       PV_STR_FMT(steps[step].name));
    policy->steps[step] = table;
    return PV_SUCCESS;
}

PV_RESULT pv_policy_read_cve(struct pv_policy *policy, struct pv_str csv, struct pv_err *err)
{
    static const struct step models[] = {
        {NAME("by timeline"),
         {PV_DIM_KEV, PV_DIM_REACH, PV_DIM_AUTOMATABLE, PV_DIM_IMPACT},
         4,
         PV_DIM_TIMELINE},
        {NAME("by impact"),
         {PV_DIM_EXPLOITATION, PV_DIM_EXPOSURE, PV_DIM_AUTOMATABLE, PV_DIM_HUMAN},
         4,
         PV_DIM_PRIORITY},
    };
    struct pv_table table = {0};
    PV_TRY(pv_table_read(csv, &table, err));
    if (!has_columns(&table, &models[0]) && !has_columns(&table, &models[1]))
        return pv_fail(err, PV_INVALID, 0, "expected the columns KV,XP,A,TI,RT or E,EXP,A,HI,PR");
    policy->cve = table;
    return PV_SUCCESS;
}

struct pv_str pv_policy_step_name(enum pv_policy_step step)
{
    return steps[step].name;
}

struct pv_situation pv_situation_unknown(void)
{
    return (struct pv_situation){
        .data = {pv_fact_unknown(PV_DIM_DATA)},
        .sealed = {pv_fact_of(PV_SEALED_NONE)},
        .n_items = 1,
        .tier = pv_fact_unknown(PV_DIM_TIER),
        .impact = pv_fact_unknown(PV_DIM_IMPACT),
        .reach = pv_fact_unknown(PV_DIM_REACH),
        .gate = pv_fact_unknown(PV_DIM_GATE),
        .automatable = pv_fact_unknown(PV_DIM_AUTOMATABLE),
        .evidence = pv_fact_of(PV_EVIDENCE_PATTERN),
        .roles = {PV_HELD_ANY},
        .kev = pv_fact_unknown(PV_DIM_KEV),
        .exploitation = pv_fact_unknown(PV_DIM_EXPLOITATION),
    };
}

/* Several data items on one path: each by itself, then the worst. */
static void decide_residual(const struct pv_policy *policy, const struct pv_situation *situation,
                            struct pv_decision *out)
{
    pv_fact worst = pv_fact_of(PV_RESIDUAL_NONE);
    out->rows[PV_STEP_RESIDUAL] = -1;
    for (size_t i = 0; i < situation->n_items; i++) {
        int row = -1;
        out->facts[PV_DIM_DATA] = situation->data[i];
        out->facts[PV_DIM_SEALED] = situation->sealed[i];
        pv_fact residual = pv_table_look_up(&policy->steps[PV_STEP_RESIDUAL], out->facts, &row);
        if (pv_fact_high(residual) >= pv_fact_high(worst))
            out->rows[PV_STEP_RESIDUAL] = row;
        worst = pv_fact_max(worst, residual);
    }
    out->facts[PV_DIM_RESIDUAL] = worst;
}

/* Each timeline is the term of one priority. */
static pv_fact priority_of_timeline(pv_fact timeline)
{
    static const unsigned priorities[] = {
        [PV_TIMELINE_UPGRADE] = PV_PRIORITY_DEFER,
        [PV_TIMELINE_DAYS_60] = PV_PRIORITY_SCHEDULED,
        [PV_TIMELINE_DAYS_14] = PV_PRIORITY_OUT_OF_CYCLE,
        [PV_TIMELINE_DAYS_3] = PV_PRIORITY_IMMEDIATE,
        [PV_TIMELINE_FORENSIC] = PV_PRIORITY_IMMEDIATE,
    };
    pv_fact priority = 0;
    for (unsigned v = 0; v < PV_TIMELINE_VALUES; v++)
        if (pv_fact_has(timeline, v))
            priority |= pv_fact_of(priorities[v]);
    return priority;
}

/* Who is known to be attacked is attacked, whatever else is said of exploitation. */
static pv_fact exploitation_of(const struct pv_situation *situation)
{
    if (situation->kev == pv_fact_of(PV_KEV_YES))
        return pv_fact_of(PV_EXPLOITATION_ACTIVE);
    return situation->exploitation;
}

static pv_fact decide_cve(const struct pv_policy *policy, const struct pv_situation *situation,
                          struct pv_decision *out)
{
    out->facts[PV_DIM_KEV] = situation->kev;
    out->facts[PV_DIM_EXPLOITATION] = exploitation_of(situation);
    out->facts[PV_DIM_HUMAN] = out->facts[PV_DIM_STAKES]; /* the same four levels */
    pv_fact result = pv_table_look_up(&policy->cve, out->facts, &out->cve_row);
    out->facts[policy->cve.output] = result;
    if (policy->cve.output != PV_DIM_TIMELINE)
        return result;
    out->needs_forensics = result == pv_fact_of(PV_TIMELINE_FORENSIC);
    return priority_of_timeline(result);
}

struct pv_decision pv_policy_decide(const struct pv_policy *policy,
                                    const struct pv_situation *situation)
{
    struct pv_decision out = {
        .facts =
            {
                [PV_DIM_TIER] = situation->tier,
                [PV_DIM_IMPACT] = situation->impact,
                [PV_DIM_REACH] = situation->reach,
                [PV_DIM_GATE] = situation->gate,
                [PV_DIM_AUTOMATABLE] = situation->automatable,
                [PV_DIM_EVIDENCE] = situation->evidence,
            },
        .cve_row = -1,
    };
    decide_residual(policy, situation, &out);
    for (unsigned step = PV_STEP_STAKES; step < PV_STEP_COUNT; step++) {
        out.facts[steps[step].output] =
            pv_table_look_up(&policy->steps[step], out.facts, &out.rows[step]);
    }
    out.base = situation->cve.n ? decide_cve(policy, situation, &out) : out.facts[PV_DIM_PRIORITY];
    pv_overlay_apply(&policy->overlay, situation, &out.overlay);
    out.priority = pv_fact_max(out.base, out.overlay.floor);
    return out;
}
