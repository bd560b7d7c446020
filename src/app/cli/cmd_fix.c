/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/scan_job.h"

/* The options of a scan, by their names; what only `pave fix` has is left out. */
static PV_RESULT as_of_scan(struct pv_arena *mem, const struct pv_args *args, struct pv_args *out,
                            struct pv_err *err)
{
    *out = (struct pv_args){.options = pv_command_find(PV_STR("scan"))->options};
    out->operands.p = args->operands.p;
    out->operands.n = args->operands.n;
    PV_VEC_EACH (const struct pv_arg, arg, &args->given) {
        struct pv_str name = args->options.p[arg->option].name;
        struct pv_arg *copy = NULL;
        for (size_t i = 0; i < out->options.n && !copy; i++) {
            if (arg->option == PV_OPT_FIX_ERROR || !pv_str_eq(out->options.p[i].name, name))
                continue;
            PV_TRY(PV_VEC_PUSH(mem, &out->given, &copy, err));
            *copy = (struct pv_arg){i, arg->value};
        }
    }
    return PV_SUCCESS;
}

static pv_scan_step *const steps[] = {
    pv_scan_job_targets, pv_scan_job_rules, pv_scan_job_run, pv_scan_job_fix, pv_scan_job_summary,
};

enum pv_exit pv_cmd_fix(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_args scan = {0};
    struct pv_err err = {0};
    struct pv_scan_job job = {
        .cli = cli,
        .args = &scan,
        .fixing = pv_args_has(args, PV_OPT_FIX_WRITE) ? PV_FIXING_WRITTEN : PV_FIXING_SHOWN,
        .talk = pv_args_has(args, PV_OPT_FIX_QUIET)     ? PV_TALK_QUIET
                : pv_args_has(args, PV_OPT_FIX_VERBOSE) ? PV_TALK_VERBOSE
                                                        : PV_TALK_PLAIN,
    };

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_FIX_COLOR));
    if (!pv_is_ok(as_of_scan(cli->mem, args, &scan, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    enum pv_exit exit = pv_scan_job_take(&job, steps, PV_COUNT(steps));
    exit = pv_cli_worse(exit, job.exit);
    if (job.n_fixes && pv_args_has(args, PV_OPT_FIX_ERROR))
        exit = pv_cli_worse(exit, PV_EXIT_BLOCKED);
    pv_scan_job_clear(&job);
    return exit;
}
