/* SPDX-License-Identifier: Apache-2.0 */
/* What --history does in place of finding and scanning files. */
#include "app/cli/scan_job.h"
#include "base/num.h"

struct pv_result pv_scan_job_list_history(struct pv_scan_job *job, struct pv_err *err)
{
    static const struct {
        size_t option;
        const char *name;
    } others[] = {{PV_OPT_SCAN_STAGED, "--staged"},   {PV_OPT_SCAN_DIFF, "--diff"},
                  {PV_OPT_SCAN_STDIN, "--stdin"},     {PV_OPT_SCAN_AUTOFIX, "--autofix"},
                  {PV_OPT_SCAN_PATTERN, "--pattern"}, {PV_OPT_SCAN_INCLUDE, "--include"},
                  {PV_OPT_SCAN_EXCLUDE, "--exclude"}};
    const struct pv_args *args = job->args;

    for (size_t i = 0; i < PV_COUNT(others); i++) {
        if (pv_args_has(args, others[i].option))
            return pv_fail(err, PV_INVALID, 0, "--history: cannot be used together with %s",
                           others[i].name);
    }
    return pv_history_list(job->cli->mem, args->operands.p, args->operands.n, &job->history, err);
}

/* What the scan's own progress is told, as a part of the history. */
struct view {
    const struct pv_scan_options *options;
    size_t done;
    size_t all;
    size_t findings;
};

static void step_within(void *context, size_t done, size_t all, size_t findings)
{
    const struct view *view = context;

    (void)all;
    view->options->progress(view->options->progress_context, view->done + done, view->all,
                            view->findings + findings);
}

static bool step(void *context, size_t done, size_t all, size_t findings)
{
    struct view *view = context;

    view->done = done;
    view->all = all;
    view->findings = findings;
    return !atomic_load_explicit(view->options->stop, memory_order_relaxed);
}

struct pv_result pv_scan_job_scan_history(struct pv_scan_job *job,
                                          const struct pv_scan_options *options, struct pv_err *err)
{
    struct view view = {.options = options};
    struct pv_scan_options within = *options;
    const struct pv_history_watch watch = {.step = step, .context = &view};

    within.progress = step_within;
    within.progress_context = &view;
    PV_TRY(pv_history_scan(job->cli->mem, &job->history, &within, &watch, &job->found, err));
    job->result = job->found.all;
    job->found.all = (struct pv_scan_result){0}; /* it has a new owner */
    return PV_SUCCESS;
}
