/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/scan_job.h"
#include "base/num.h"
#include "engine/scan/scan_limits.h"
#include "engine/scan/walk.h"
#include "sys/file.h"
#include "text/glob.h"

/* What was typed about files. */
struct choice {
    const struct pv_str *paths;
    size_t n_paths;
    struct pv_str *include;
    size_t n_include;
    struct pv_str *exclude;
    size_t n_exclude;
};

static PV_RESULT add_stdin(struct pv_scan_job *job, struct pv_err *err)
{
    struct pv_str name = pv_args_text(job->args, PV_OPT_SCAN_PATH);

    if (!name.n)
        return pv_fail(err, PV_INVALID, 0,
                       "standard input: needs --path NAME, which says what language it is");
    size_t limit = pv_args_number(job->args, PV_OPT_SCAN_MAX_FILE_SIZE);
    size_t max = pv_min(limit ? limit : PV_SCAN_FILE_BYTES, PV_SCAN_FILE_BYTES_MAX);
    /* Of many files one may be left out; of one text that was given nothing would be left. */
    struct pv_result result = pv_file_read_stdin(max, &job->stdin_text, err);
    if (result.code == PV_LIMIT)
        return pv_fail(err, PV_LIMIT, 0,
                       "standard input: larger than %zu bytes; --max-file-size takes more", max);
    PV_TRY(result);
    return pv_targets_add_text(job->cli->mem, &job->targets, name, pv_buf_str(&job->stdin_text),
                               err);
}

static bool is_any(const struct pv_str *globs, size_t n, struct pv_str path)
{
    for (size_t i = 0; i < n; i++) {
        struct pv_glob glob = pv_glob_of(globs[i]);
        if (pv_glob_is_match_within(&glob, path))
            return true;
    }
    return false;
}

/* Leaves in the targets what --include and --exclude want. */
static void narrow_by_globs(struct pv_targets *targets, const struct choice *choice)
{
    size_t kept = 0;

    for (size_t i = 0; i < targets->files.n; i++) {
        struct pv_str path = targets->files.p[i].path;
        bool is_wanted = choice->n_include == 0 || is_any(choice->include, choice->n_include, path);
        if (is_wanted && !is_any(choice->exclude, choice->n_exclude, path))
            targets->files.p[kept++] = targets->files.p[i];
    }
    targets->files.n = kept;
}

static PV_RESULT add_files(struct pv_scan_job *job, const struct choice *choice, struct pv_err *err)
{
    struct pv_arena *mem = job->cli->mem;
    struct pv_str base = pv_args_text(job->args, PV_OPT_SCAN_DIFF);
    struct pv_walk_options options = {.ignores_nothing =
                                          pv_args_has(job->args, PV_OPT_SCAN_NO_IGNORE)};

    if (pv_args_has(job->args, PV_OPT_SCAN_STAGED)) {
        PV_TRY(pv_changes_staged(mem, choice->paths, choice->n_paths, &job->changes, err));
        PV_TRY(pv_changes_leave_out(mem, &job->changes, &job->targets, err));
        return pv_changes_load_staged(mem, &job->changes, &job->targets, err);
    }
    PV_TRY(pv_walk(mem, choice->paths, choice->n_paths, &options, &job->targets, err));
    if (!base.n)
        return PV_SUCCESS;
    PV_TRY(pv_changes_since(mem, base, choice->paths, choice->n_paths, &job->changes, err));
    PV_TRY(pv_changes_leave_out(mem, &job->changes, &job->targets, err));
    pv_changes_narrow(&job->changes, &job->targets);
    return PV_SUCCESS;
}

static PV_RESULT find_targets(struct pv_scan_job *job, struct pv_err *err)
{
    const struct pv_str here = PV_STR(".");
    const struct pv_args *args = job->args;
    struct choice choice = {.paths = args->operands.p, .n_paths = args->operands.n};
    bool is_stdin = pv_args_has(args, PV_OPT_SCAN_STDIN);

    if (pv_args_has(args, PV_OPT_SCAN_HISTORY))
        return pv_scan_job_list_history(job, err);
    if (choice.n_paths == 1 && pv_str_eq(choice.paths[0], PV_STR("-"))) {
        is_stdin = true;
        choice.n_paths = 0;
    }
    if (is_stdin && (choice.n_paths || pv_args_has(args, PV_OPT_SCAN_STAGED) ||
                     pv_args_has(args, PV_OPT_SCAN_DIFF)))
        return pv_fail(err, PV_INVALID, 0,
                       "standard input: cannot be scanned together with files or changes");
    if (pv_args_has(args, PV_OPT_SCAN_STAGED) && pv_args_has(args, PV_OPT_SCAN_DIFF))
        return pv_fail(err, PV_INVALID, 0, "--staged: cannot be used together with --diff");
    if (is_stdin && job->fixing != PV_FIXING_NOTHING)
        return pv_fail(err, PV_INVALID, 0, "standard input: fixes are made in files only");
    if (is_stdin)
        return add_stdin(job, err);
    if (choice.n_paths == 0) {
        choice.paths = &here;
        choice.n_paths = 1;
    }
    PV_TRY(pv_args_all(job->cli->mem, args, PV_OPT_SCAN_INCLUDE, &choice.include, &choice.n_include,
                       err));
    PV_TRY(pv_args_all(job->cli->mem, args, PV_OPT_SCAN_EXCLUDE, &choice.exclude, &choice.n_exclude,
                       err));
    PV_TRY(add_files(job, &choice, err));
    narrow_by_globs(&job->targets, &choice);
    return PV_SUCCESS;
}

enum pv_exit pv_scan_job_targets(struct pv_scan_job *job)
{
    struct pv_err err = {0};
    struct pv_result result = find_targets(job, &err);

    return pv_is_ok(result) ? PV_EXIT_DONE : pv_cli_fail(pv_cli_exit_of(result.code), &err);
}
