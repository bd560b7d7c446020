/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/embedded.h"
#include "sys/file.h"
#include "text/doc.h"

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

struct pv_result pv_policy_read_table(struct pv_policy *policy, enum pv_policy_step step,
                                      struct pv_str csv, struct pv_err *err)
{
    struct pv_table table = {0};
    PV_TRY(pv_table_read(csv, &table, err));

    const struct step *want = &steps[step];
    bool fits = table.n_inputs == want->n_inputs && table.output == want->output;
    for (size_t i = 0; fits && i < want->n_inputs; i++)
        fits = table.inputs[i] == want->inputs[i];
    if (!fits)
        return pv_fail(err, PV_INVALID, 0, "these are not the columns of the table '%.*s'",
                       PV_STR_FMT(want->name));
    policy->steps[step] = table;
    return PV_SUCCESS;
}

/* Made at build time from tables/. */
extern const struct pv_embedded pv_shipped_tables[];

/* `path` is NAME.csv. */
static bool is_table_of(struct pv_str path, struct pv_str name)
{
    return pv_str_has_prefix(path, name) &&
           pv_str_eq(pv_str_sub(path, name.n, path.n), PV_STR(".csv"));
}

struct pv_str pv_policy_step_name(enum pv_policy_step step)
{
    return steps[step].name;
}

static void set_name(char out[PV_POLICY_NAME], struct pv_str name)
{
    size_t n = name.n < PV_POLICY_NAME - 1 ? name.n : PV_POLICY_NAME - 1;
    for (size_t i = 0; i < n; i++)
        out[i] = name.p[i];
    out[n] = '\0';
}

/* Reads one table, and adds it to what the policy's digest is of. */
static PV_RESULT take_table(struct pv_policy *policy, enum pv_policy_step step, struct pv_str csv,
                            struct pv_buf *all, struct pv_err *err)
{
    pv_buf_add(all, csv);
    return pv_policy_read_table(policy, step, csv, err);
}

struct pv_result pv_policy_read_shipped(struct pv_policy *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf all = {0};
    struct pv_policy policy = {.id = "pave-first-party", .version = "1.0.0"};
    for (unsigned step = 0; step < PV_STEP_COUNT; step++) {
        const struct pv_embedded *file = pv_shipped_tables;
        while (file->path.p && !is_table_of(file->path, steps[step].name))
            file++;
        if (!file->path.p)
            return pv_fail(err, PV_NOT_FOUND, 0, "no table '%.*s'", PV_STR_FMT(steps[step].name));
        PV_TRY(take_table(&policy, (enum pv_policy_step)step, file->text, &all, err));
    }
    PV_TRY(pv_buf_result(&all, err));
    PV_TRY(pv_digest_text(pv_buf_str(&all), policy.sha256, err));
    *out = policy;
    return PV_SUCCESS;
}

static PV_RESULT load_table(struct pv_arena *mem, struct pv_str folder, unsigned step,
                            struct pv_policy *policy, struct pv_buf *all, struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str csv = {0};
    struct pv_err why = {0};
    PV_TRY(pv_str_format(mem, &path, err, "%.*s/%.*s.csv", PV_STR_FMT(folder),
                         PV_STR_FMT(steps[step].name)));
    PV_TRY(pv_file_read_text(mem, path, PV_RISK_TABLE_BYTES_MAX, &csv, err));
    struct pv_result result = take_table(policy, (enum pv_policy_step)step, csv, all, &why);
    if (!pv_is_ok(result))
        return pv_fail(err, result.code, why.offset, "%.*s: %s", PV_STR_FMT(path), why.text);
    return PV_SUCCESS;
}

/* policy.yaml need not be there: the folder's name will do. */
static PV_RESULT load_names(struct pv_arena *mem, struct pv_str folder, struct pv_policy *policy,
                            struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str text = {0};
    struct pv_doc doc = {0};
    struct pv_err why = {0};
    size_t slash = pv_str_rfind_byte(folder, '/');
    set_name(policy->id, slash == SIZE_MAX ? folder : pv_str_sub(folder, slash + 1, folder.n));
    set_name(policy->version, PV_STR("0"));
    PV_TRY(pv_str_format(mem, &path, err, "%.*s/policy.yaml", PV_STR_FMT(folder)));
    struct pv_result result = pv_file_read_text(mem, path, PV_RISK_TABLE_BYTES_MAX, &text, &why);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    if (pv_is_ok(result))
        result = pv_doc_read(mem, text, &doc, NULL, &why);
    if (!pv_is_ok(result))
        return pv_fail(err, result.code, 0, "%.*s: %s", PV_STR_FMT(path), why.text);
    const struct pv_doc *id = pv_doc_get(&doc, PV_STR("id"));
    const struct pv_doc *version = pv_doc_get(&doc, PV_STR("version"));
    if (id && pv_doc_is_scalar(id))
        set_name(policy->id, id->text);
    if (version && pv_doc_is_scalar(version))
        set_name(policy->version, version->text);
    return PV_SUCCESS;
}

static PV_RESULT load(struct pv_arena *mem, struct pv_str folder, struct pv_policy *out,
                      struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf all = {0};
    PV_TRY(load_names(mem, folder, out, err));
    for (unsigned step = 0; step < PV_STEP_COUNT; step++)
        PV_TRY(load_table(mem, folder, step, out, &all, err));
    PV_TRY(pv_buf_result(&all, err));
    return pv_digest_text(pv_buf_str(&all), out->sha256, err);
}

PV_RESULT pv_policy_load(struct pv_str folder, struct pv_policy *out, struct pv_err *err)
{
    struct pv_arena mem = {0};
    struct pv_policy policy = {0};
    while (folder.n > 1 && folder.p[folder.n - 1] == '/')
        folder.n--;
    struct pv_result result = load(&mem, folder, &policy, err);
    pv_arena_clear(&mem);
    if (pv_is_ok(result))
        *out = policy;
    return result;
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
    };
    decide_residual(policy, situation, &out);
    for (unsigned step = PV_STEP_STAKES; step < PV_STEP_COUNT; step++) {
        out.facts[steps[step].output] =
            pv_table_look_up(&policy->steps[step], out.facts, &out.rows[step]);
    }
    out.priority = out.facts[PV_DIM_PRIORITY];
    return out;
}
