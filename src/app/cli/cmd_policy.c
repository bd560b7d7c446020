/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/policy_job.h"
#include "app/cli/verb.h"

#include <stdint.h>

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

static void add_set(struct pv_buf *out, enum pv_dimension dimension, pv_fact set)
{
    bool is_first = true;
    if (set == pv_fact_unknown(dimension)) {
        pv_buf_format(out, "any %.*s", PV_STR_FMT(pv_dimension_title(dimension)));
        return;
    }
    for (unsigned v = 0; v < pv_dimension_values(dimension); v++) {
        if (!pv_fact_has(set, v))
            continue;
        pv_buf_format(out, "%s%.*s", is_first ? "" : " or ",
                      PV_STR_FMT(pv_fact_text(dimension, v)));
        is_first = false;
    }
}

/* "hipaa: phi, sealing none, isolated or internal, in transport.* → scheduled" */
static void add_overlay_row(struct pv_buf *out, const struct pv_overlay_row *row)
{
    pv_buf_format(out, "%s: %s", row->obligation, row->item);
    for (unsigned i = 0; pv_data_role_text(i).n; i++)
        if (row->roles & (1u << i) && row->roles != PV_HELD_ANY)
            pv_buf_format(out, " %.*s", PV_STR_FMT(pv_data_role_text(i)));
    PV_BUF_LIT(out, ", sealing ");
    add_set(out, PV_DIM_SEALED, row->sealed);
    PV_BUF_LIT(out, ", ");
    add_set(out, PV_DIM_REACH, row->reach);
    pv_buf_format(out, ", in %s → ", row->classes);
    if (row->floor != PV_PRIORITY_DEFER)
        pv_buf_format(out, "at least %.*s", PV_STR_FMT(pv_fact_text(PV_DIM_PRIORITY, row->floor)));
    if (row->record[0])
        pv_buf_format(out, "%srecord %s", row->floor == PV_PRIORITY_DEFER ? "" : ", ", row->record);
}

static void show_overlay(struct pv_policy_job *job, const struct pv_overlay *overlay)
{
    if (overlay->n)
        PV_BUF_LIT(&job->out, "\nobligations\n");
    for (size_t i = 0; i < overlay->n; i++) {
        add_overlay_row(&job->out, &overlay->rows[i]);
        pv_buf_add_byte(&job->out, '\n');
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
    show_overlay(job, &policy.overlay);
    PV_BUF_LIT(&job->out, "\npublished vulnerabilities\n");
    show_table(job, &policy.cve);
    return PV_EXIT_DONE;
}

static size_t diff_table(struct pv_policy_job *job, struct pv_str name, const struct pv_table *old,
                         const struct pv_table *new)
{
    struct pv_paint paint = pv_policy_job_paint(job);
    size_t n = 0;
    for (size_t i = 0; i < old->n; i++) {
        if (old->outputs[i] == new->outputs[i])
            continue;
        pv_buf_format(&job->out, "%-9.*s ", PV_STR_FMT(name));
        add_inputs(&job->out, old, i);
        pv_paint(&paint, PV_INK_OLD, pv_fact_text(old->output, old->outputs[i]));
        PV_BUF_LIT(&job->out, " → ");
        pv_paint(&paint, PV_INK_NEW, pv_fact_text(new->output, new->outputs[i]));
        pv_buf_add_byte(&job->out, '\n');
        n++;
    }
    return n;
}

static bool has_row(const struct pv_overlay *overlay, const struct pv_overlay_row *row)
{
    for (size_t i = 0; i < overlay->n; i++)
        if (pv_overlay_row_is_same(&overlay->rows[i], row))
            return true;
    return false;
}

/* The rows of one that the other lacks. */
static size_t diff_overlay(struct pv_policy_job *job, const struct pv_overlay *one,
                           const struct pv_overlay *other, bool is_new)
{
    struct pv_paint paint = pv_policy_job_paint(job);
    size_t n = 0;
    for (size_t i = 0; i < one->n; i++) {
        if (has_row(other, &one->rows[i]))
            continue;
        pv_paint(&paint, is_new ? PV_INK_NEW : PV_INK_OLD,
                 is_new ? PV_STR("obligations + ") : PV_STR("obligations - "));
        add_overlay_row(&job->out, &one->rows[i]);
        pv_buf_add_byte(&job->out, '\n');
        n++;
    }
    return n;
}

static size_t diff_cve(struct pv_policy_job *job, const struct pv_policy *old,
                       const struct pv_policy *new)
{
    if (old->cve.output == new->cve.output)
        return diff_table(job, PV_STR("cve"), &old->cve, &new->cve);
    PV_BUF_LIT(&job->out, "cve       decides by other facts\n");
    return 1;
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
        n += diff_table(job, pv_policy_step_name((enum pv_policy_step)step), &old.steps[step],
                        &new.steps[step]);
    n += diff_overlay(job, &old.overlay, &new.overlay, false);
    n += diff_overlay(job, &new.overlay, &old.overlay, true);
    n += diff_cve(job, &old, &new);
    if (n == 0)
        PV_BUF_LIT(&job->out, "the policies decide alike\n");
    return PV_EXIT_DONE;
}

#define VERBS(X)                                                                                   \
    X("test", pv_policy_test) X("show", show) X("diff", diff) X("replay", pv_policy_replay)

static const char *const names[] = {VERBS(PV_VERB_NAME)};
static enum pv_exit (*const runs[])(struct pv_policy_job *job) = {VERBS(PV_VERB_RUN)};

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
    struct pv_str word = args->operands.n ? args->operands.p[0] : PV_STR("");
    pv_cli_colour(cli, pv_args_text(args, PV_OPT_POLICY_COLOR));
    size_t verb = pv_verb_find("policy", names, PV_COUNT(names), word);
    if (verb == SIZE_MAX)
        return PV_EXIT_USAGE;
    enum pv_exit exit = runs[verb](&job);
    return pv_cli_worse(exit, pv_cli_print(&job.out));
}
