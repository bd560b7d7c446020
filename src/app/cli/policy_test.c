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

static void add_steps_down(struct pv_policy_job *job, const struct pv_policy *policy,
                           const struct pv_policy_steps_down *down)
{
    if (down->n == 0)
        return;
    pv_buf_format(&job->out, "         %zu times it does; first: ", down->n);
    add_situation(&job->out, &down->low);
    pv_buf_format(&job->out, "\n         gives ");
    pv_priority_add(&job->out, pv_policy_decide(policy, &down->low).priority);
    pv_buf_format(&job->out, ", and with a higher %.*s ",
                  PV_STR_FMT(pv_dimension_title(down->raised)));
    pv_priority_add(&job->out, pv_policy_decide(policy, &down->high).priority);
    pv_buf_add_byte(&job->out, '\n');
}

static bool check_besides(struct pv_policy_job *job, const struct pv_policy *policy,
                          const struct pv_policy_check *check)
{
    bool has_cve_laws = check->cve_steps_down == 0 && !check->has_cve_idle;
    say(job, check->overlay_lowers == 0 && check->overlay.n == 0,
        "obligations only raise, and raising a fact never lowers what they come to");
    add_steps_down(job, policy, &check->overlay);
    pv_buf_format(&job->out, "       %zu rows of obligations, %zu combinations of facts\n",
                  check->overlay_rows, check->overlay_combinations);
    say(job, has_cve_laws, "cve: total, monotone, every input matters");
    pv_buf_format(&job->out, "       %zu rows for published vulnerabilities\n", check->cve_rows);
    return check->overlay_lowers == 0 && check->overlay.n == 0 && has_cve_laws;
}

static bool check_laws(struct pv_policy_job *job, const struct pv_policy *policy)
{
    struct pv_policy_check check = {0};
    pv_policy_check(policy, &check);
    say(job, true, "total: every combination of the inputs of every table has exactly one row");
    say(job, check.tables.n == 0, "monotone: raising a fact never lowers the priority");
    add_steps_down(job, policy, &check.tables);
    say(job, !check.has_idle, "every input of every table matters");
    if (check.has_idle)
        pv_buf_format(&job->out, "         %.*s.csv: %.*s never changes the result\n",
                      PV_STR_FMT(pv_policy_step_name(check.idle_step)),
                      PV_STR_FMT(pv_dimension_title(check.idle)));
    pv_buf_format(&job->out, "       5 tables, %zu rows, %zu combinations of facts\n", check.rows,
                  check.combinations);
    bool holds = check_besides(job, policy, &check);
    return holds && check.tables.n == 0 && !check.has_idle;
}

/* What a case wants beside its priority, where it says so: the risk alone, the floor, records. */
static bool has_interval(const struct pv_doc *doc, pv_fact fact)
{
    pv_fact wanted = 0;
    if (!doc)
        return true;
    if (pv_str_eq(doc->text, PV_STR("none")))
        return fact == pv_fact_of(PV_PRIORITY_DEFER);
    return pv_priority_read(doc->text, &wanted) && pv_fact_low(wanted) == pv_fact_low(fact) &&
           pv_fact_high(wanted) == pv_fact_high(fact);
}

static bool has_records(const struct pv_doc *list, const struct pv_overlay_result *overlay)
{
    size_t n = list && list->kind == PV_DOC_LIST ? list->n : 0;
    if (!list)
        return true;
    if (n != overlay->n_records)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!pv_str_eq(list->items[i].text, pv_str_of(overlay->records[i])))
            return false;
    return true;
}

/* The rows of the five tables, in their order; null where several apply. */
static bool has_rows(const struct pv_doc *list, const struct pv_decision *decision)
{
    bool is_same = !list || (list->kind == PV_DOC_LIST && list->n == PV_STEP_COUNT);
    for (size_t i = 0; list && is_same && i < PV_STEP_COUNT; i++)
        is_same = list->items[i].kind == PV_DOC_INT ? list->items[i].number == decision->rows[i]
                                                    : decision->rows[i] < 0;
    return is_same;
}

static void add_got(struct pv_buf *out, const struct pv_decision *decision)
{
    PV_BUF_LIT(out, ": got ");
    pv_priority_add(out, decision->priority);
    PV_BUF_LIT(out, ", risk ");
    pv_priority_add(out, decision->base);
    PV_BUF_LIT(out, ", floor ");
    pv_priority_add(out, decision->overlay.floor);
    for (size_t i = 0; i < decision->overlay.n_records; i++)
        pv_buf_format(out, ", record %s", decision->overlay.records[i]);
    PV_BUF_LIT(out, ", rows");
    for (size_t i = 0; i < PV_STEP_COUNT; i++)
        pv_buf_format(out, " %d", decision->rows[i]);
}

/* One golden case: name, facts, priority, and what else it says. */
static PV_RESULT check_case(struct pv_policy_job *job, const struct pv_policy *policy,
                            const struct pv_doc *one, bool *is_good, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf line = {0};
    const struct pv_doc *name = pv_doc_get(one, PV_STR("name"));
    const struct pv_doc *wanted = pv_doc_get(one, PV_STR("priority"));
    struct pv_situation situation = {0};
    pv_fact ends = 0;
    if (!name || !wanted || !pv_priority_read(wanted->text, &ends))
        return pv_fail(err, PV_INVALID, 0,
                       "line %u: a case has a name, facts, and a priority such as defer or "
                       "defer…scheduled",
                       one->place.line);
    PV_TRY(pv_situation_read(pv_doc_get(one, PV_STR("facts")), PV_STR(""), &situation, err));
    PV_TRY(pv_situation_read_class(one, &situation, err));
    struct pv_decision got = pv_policy_decide(policy, &situation);
    bool holds = has_interval(wanted, got.priority) &&
                 has_interval(pv_doc_get(one, PV_STR("risk")), got.base) &&
                 has_interval(pv_doc_get(one, PV_STR("floor")), got.overlay.floor) &&
                 has_records(pv_doc_get(one, PV_STR("records")), &got.overlay) &&
                 has_rows(pv_doc_get(one, PV_STR("rows")), &got);
    pv_buf_format(&line, "case: %.*s", PV_STR_FMT(name->text));
    if (!holds) {
        pv_buf_format(&line, ": expected %.*s", PV_STR_FMT(wanted->text));
        add_got(&line, &got);
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
