/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/policy_job.h"
#include "risk/policy_check.h"
#include "sys/file.h"

static void say(struct pv_policy_job *job, bool is_good, const char *what)
{
    struct pv_paint paint = pv_policy_job_paint(job);
    pv_paint(&paint, is_good ? PV_INK_GOOD : PV_INK_OUT_OF_CYCLE,
             is_good ? PV_STR("holds  ") : PV_STR("FAILS  "));
    pv_buf_format(&job->out, "%s\n", what);
}

static void add_situation(struct pv_buf *out, const struct pv_situation *situation)
{
    struct pv_situation copy = *situation;
    for (size_t i = 0; i < pv_situation_facts(&copy); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        pv_fact fact = *pv_situation_fact(&copy, i, &dimension);
        pv_buf_format(out, "%s%.*s %.*s", i ? ", " : "", PV_STR_FMT(pv_dimension_title(dimension)),
                      PV_STR_FMT(pv_fact_text(dimension, pv_fact_low(fact))));
    }
}

static bool check_laws(struct pv_policy_job *job, const struct pv_policy *policy)
{
    struct pv_policy_check check = {0};
    pv_policy_check(policy, &check);
    say(job, true, "total: every combination of the inputs of every table has exactly one row");
    say(job, check.not_monotone == 0, "monotone: raising a fact never lowers the priority");
    if (check.not_monotone) {
        pv_buf_format(&job->out, "         %zu times it does; first: ", check.not_monotone);
        add_situation(&job->out, &check.low);
        pv_buf_format(&job->out, "\n         gives ");
        pv_policy_add_priority(&job->out, pv_policy_decide(policy, &check.low).priority);
        pv_buf_format(&job->out, ", and with a higher %.*s ",
                      PV_STR_FMT(pv_dimension_title(check.raised)));
        pv_policy_add_priority(&job->out, pv_policy_decide(policy, &check.high).priority);
        pv_buf_add_byte(&job->out, '\n');
    }
    say(job, !check.has_idle, "every input of every table matters");
    if (check.has_idle)
        pv_buf_format(&job->out, "         %.*s.csv: %.*s never changes the result\n",
                      PV_STR_FMT(pv_policy_step_name(check.idle_step)),
                      PV_STR_FMT(pv_dimension_title(check.idle)));
    pv_buf_format(&job->out, "       5 tables, %zu rows, %zu combinations of facts\n", check.rows,
                  check.combinations);
    return check.not_monotone == 0 && !check.has_idle;
}

/* "defer" or "defer…scheduled", or with two full stops in place of the one sign. */
static bool read_priority(struct pv_str text, unsigned *low, unsigned *high)
{
    struct pv_str dots = PV_STR("…");
    size_t at = pv_str_find(text, dots, 0);
    if (at == SIZE_MAX) {
        dots = PV_STR("..");
        at = pv_str_find(text, dots, 0);
    }
    if (at == SIZE_MAX)
        return pv_fact_value(PV_DIM_PRIORITY, text, low) &&
               pv_fact_value(PV_DIM_PRIORITY, text, high);
    return pv_fact_value(PV_DIM_PRIORITY, pv_str_sub(text, 0, at), low) &&
           pv_fact_value(PV_DIM_PRIORITY, pv_str_sub(text, at + dots.n, text.n), high);
}

/* One golden case: name, facts, priority. */
static PV_RESULT check_case(struct pv_policy_job *job, const struct pv_policy *policy,
                            const struct pv_doc *one, bool *is_good, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    const struct pv_doc *name = pv_doc_get(one, PV_STR("name"));
    const struct pv_doc *wanted = pv_doc_get(one, PV_STR("priority"));
    struct pv_situation situation = {0};
    unsigned low = 0;
    unsigned high = 0;
    if (!name || !wanted || !read_priority(wanted->text, &low, &high))
        return pv_fail(err, PV_INVALID, 0,
                       "line %u: a case has a name, facts, and a priority such as defer or "
                       "defer…scheduled",
                       one->place.line);
    PV_TRY(pv_situation_read(pv_doc_get(one, PV_STR("facts")), &situation, err));
    pv_fact got = pv_policy_decide(policy, &situation).priority;
    bool holds = pv_fact_low(got) == low && pv_fact_high(got) == high;
    pv_buf_format(&line, "case: %.*s", PV_STR_FMT(name->text));
    if (!holds) {
        pv_buf_format(&line, ": expected %.*s, got ", PV_STR_FMT(wanted->text));
        pv_policy_add_priority(&line, got);
        *is_good = false;
    }
    pv_buf_add_byte(&line, '\0');
    PV_TRY(pv_buf_result(&line, err));
    say(job, holds, line.p);
    return PV_SUCCESS;
}

static PV_RESULT check_cases(struct pv_policy_job *job, const struct pv_policy *policy,
                             bool *is_good, struct pv_err *err)
{
    struct pv_str folder = job->args->operands.p[1];
    struct pv_str path = {0};
    struct pv_str text = {0};
    struct pv_doc doc = {0};
    PV_TRY(pv_str_format(job->cli->mem, &path, err, "%.*s/cases.yaml", PV_STR_FMT(folder)));
    struct pv_result result =
        pv_file_read_text(job->cli->mem, path, PV_RISK_TABLE_BYTES_MAX, &text, err);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    PV_TRY(result);
    PV_TRY(pv_doc_read(job->cli->mem, text, &doc, NULL, err));
    if (doc.kind != PV_DOC_LIST)
        return pv_fail(err, PV_INVALID, 0, "cases.yaml should be a list of cases");
    for (size_t i = 0; i < doc.n; i++)
        PV_TRY(check_case(job, policy, &doc.items[i], is_good, err));
    return PV_SUCCESS;
}

enum pv_exit pv_policy_test(struct pv_policy_job *job)
{
    struct pv_policy policy = {0};
    struct pv_err err = {0};
    struct pv_result result = pv_policy_job_read(job, 1, &policy, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    bool is_good = check_laws(job, &policy);
    if (job->args->operands.n > 1)
        result = check_cases(job, &policy, &is_good, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    return is_good ? PV_EXIT_DONE : PV_EXIT_BLOCKED;
}
