/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/policy_job.h"

PV_RESULT pv_policy_job_read(const struct pv_policy_job *job, size_t number, struct pv_policy *out,
                             struct pv_err *err)
{
    if (number < job->args->operands.n)
        return pv_policy_load(job->args->operands.p[number], out, err);
    return pv_policy_read_shipped(out, err);
}

struct pv_paint pv_policy_job_paint(struct pv_policy_job *job)
{
    const struct pv_terminal *out = &job->cli->out;
    return (struct pv_paint){
        .out = &job->out, .style = {out->has_colour, out->has_links, out->has_utf8, out->columns}};
}

void pv_policy_add_priority(struct pv_buf *out, pv_fact priority)
{
    unsigned low = pv_fact_low(priority);
    unsigned high = pv_fact_high(priority);
    pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, low));
    if (low == high)
        return;
    PV_BUF_LIT(out, "…");
    pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, high));
}

/* The inputs of a combination, in words. */
static void add_inputs(struct pv_buf *out, const struct pv_table *table, size_t combination)
{
    size_t stride = table->n;
    for (size_t i = 0; i < table->n_inputs; i++) {
        stride /= pv_dimension_values(table->inputs[i]);
        unsigned value = (unsigned)(combination / stride % pv_dimension_values(table->inputs[i]));
        pv_buf_format(out, "%-14.*s", PV_STR_FMT(pv_fact_text(table->inputs[i], value)));
    }
}

static void show_table(struct pv_policy_job *job, const struct pv_table *table)
{
    struct pv_paint paint = pv_policy_job_paint(job);
    pv_paint_begin(&paint, PV_INK_RULE);
    for (size_t i = 0; i < table->n_inputs; i++)
        pv_buf_format(&job->out, "%-14.*s", PV_STR_FMT(pv_dimension_title(table->inputs[i])));
    pv_buf_format(&job->out, "→ %.*s", PV_STR_FMT(pv_dimension_title(table->output)));
    pv_paint_end(&paint);
    pv_buf_add_byte(&job->out, '\n');
    for (size_t i = 0; i < table->n; i++) {
        add_inputs(&job->out, table, i);
        pv_buf_format(&job->out, "  %.*s\n",
                      PV_STR_FMT(pv_fact_text(table->output, table->outputs[i])));
    }
}

static enum pv_exit show(struct pv_policy_job *job)
{
    struct pv_policy policy = {0};
    struct pv_err err = {0};
    struct pv_result result = pv_policy_job_read(job, 1, &policy, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    pv_buf_format(&job->out, "%s %s  sha256 %s\n", policy.id, policy.version, policy.sha256);
    for (unsigned step = 0; step < PV_STEP_COUNT; step++) {
        pv_buf_add_byte(&job->out, '\n');
        show_table(job, &policy.steps[step]);
    }
    return PV_EXIT_DONE;
}

static size_t diff_table(struct pv_policy_job *job, enum pv_policy_step step,
                         const struct pv_table *old, const struct pv_table *new)
{
    struct pv_paint paint = pv_policy_job_paint(job);
    size_t n = 0;
    for (size_t i = 0; i < old->n; i++) {
        if (old->outputs[i] == new->outputs[i])
            continue;
        pv_buf_format(&job->out, "%-9.*s ", PV_STR_FMT(pv_policy_step_name(step)));
        add_inputs(&job->out, old, i);
        pv_paint(&paint, PV_INK_OLD, pv_fact_text(old->output, old->outputs[i]));
        PV_BUF_LIT(&job->out, " → ");
        pv_paint(&paint, PV_INK_NEW, pv_fact_text(new->output, new->outputs[i]));
        pv_buf_add_byte(&job->out, '\n');
        n++;
    }
    return n;
}

static enum pv_exit diff(struct pv_policy_job *job)
{
    struct pv_policy old = {0};
    struct pv_policy new = {0};
    struct pv_err err = {0};
    size_t n = 0;
    if (job->args->operands.n < 2) {
        pv_cli_say(
            "policy diff: expected two folders, OLD and NEW; with one, the shipped policy is "
            "NEW");
        return PV_EXIT_USAGE;
    }
    struct pv_result result = pv_policy_job_read(job, 1, &old, &err);
    if (pv_is_ok(result))
        result = pv_policy_job_read(job, 2, &new, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    for (unsigned step = 0; step < PV_STEP_COUNT; step++)
        n += diff_table(job, (enum pv_policy_step)step, &old.steps[step], &new.steps[step]);
    if (n == 0)
        PV_BUF_LIT(&job->out, "the policies decide alike\n");
    return PV_EXIT_DONE;
}

static const struct {
    const char *name;
    enum pv_exit (*run)(struct pv_policy_job *job);
} verbs[] = {
    {"test", pv_policy_test}, {"show", show}, {"diff", diff}, {"replay", pv_policy_replay}};

enum pv_exit pv_cmd_policy(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_str format = pv_args_text(args, PV_OPT_POLICY_FORMAT);
    struct pv_policy_job job = {
        .cli = cli,
        .args = args,
        .form = pv_str_eq(format, PV_STR("json"))       ? PV_POLICY_JSON
                : pv_str_eq(format, PV_STR("markdown")) ? PV_POLICY_MARKDOWN
                                                        : PV_POLICY_TEXT,
    };
    struct pv_str verb = args->operands.n ? args->operands.p[0] : PV_STR("");
    pv_cli_colour(cli, pv_args_text(args, PV_OPT_POLICY_COLOR));
    for (size_t i = 0; i < PV_COUNT(verbs); i++)
        if (pv_str_eq(verb, pv_str_of(verbs[i].name))) {
            enum pv_exit exit = verbs[i].run(&job);
            return pv_cli_worse(exit, pv_cli_print(&job.out));
        }
    pv_cli_say("policy: expected one of test, show, diff, replay");
    return PV_EXIT_USAGE;
}
