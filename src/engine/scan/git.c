/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/git.h"

#include "engine/scan/scan_limits.h"
#include "sys/process.h"

/* What comes before the caller's arguments. */
static const char *const careful[] = {
    "git",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
    "--no-pager",
    "-C",
};

static const char *const variables[] = {
    "LC_ALL=C", /* its messages are shown, and its numbers read */
    "GIT_OPTIONAL_LOCKS=0",
    "GIT_TERMINAL_PROMPT=0",
    "GIT_NO_LAZY_FETCH=1",
    NULL,
};

static struct pv_str first_line(struct pv_str text)
{
    struct pv_str line = {0};
    (void)pv_str_split(&text, '\n', &line);
    if (pv_str_has_prefix(line, PV_STR("fatal: ")))
        line = pv_str_sub(line, 7, line.n);
    return pv_str_trim(line);
}

struct pv_result pv_git_ask(struct pv_arena *mem, const struct pv_git *git, struct pv_buf *answer,
                            struct pv_err *err)
{
    const char *argv[PV_COUNT(careful) + PV_GIT_ARGS_MAX + 2] = {0};
    struct pv_process process = {
        .argv = argv,
        .set = variables,
        .input = git->input,
        .output_max_bytes = PV_SCAN_GIT_BYTES,
        .timeout_ms = PV_SCAN_GIT_MS,
    };
    struct pv_process_end end = {0};
    size_t n = 0;
    for (size_t i = 0; i < PV_COUNT(careful); i++)
        argv[n++] = careful[i];
    argv[n++] = git->folder;
    for (size_t i = 0; git->args[i] && i < PV_GIT_ARGS_MAX; i++)
        argv[n++] = git->args[i];
    struct pv_result result = pv_process_run(mem, &process, answer, &end, err);
    if (result.code == PV_NOT_FOUND)
        return pv_fail(err, PV_NOT_FOUND, 0, "git is not installed, or not in PATH");
    PV_TRY(result);
    if (end.exit_code == 0)
        return PV_SUCCESS;
    struct pv_str said = first_line(end.error_text);
    if (said.n == 0)
        return pv_fail(err, PV_NOT_FOUND, 0, "git %s failed with exit code %d", git->args[0],
                       end.exit_code);
    return pv_fail(err, PV_NOT_FOUND, 0, "git: %.*s", PV_STR_FMT(said));
}

struct pv_result pv_git_locate(struct pv_arena *mem, const char *folder, struct pv_str *root,
                               struct pv_str *prefix, struct pv_err *err)
{
    static const char *const args[] = {"rev-parse", "--show-toplevel", "--show-prefix", NULL};
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    struct pv_str first = {0};
    struct pv_str second = {0};
    PV_TRY(pv_git_ask(mem, &(struct pv_git){.folder = folder, .args = args}, &answer, err));
    struct pv_str rest = pv_buf_str(&answer);
    /* A line each; a root with a line end in its name is more than anyone deserves. */
    if (!pv_str_split(&rest, '\n', &first) || first.n == 0)
        return pv_fail(err, PV_NOT_FOUND, 0, "%s: git tells of no work tree here", folder);
    (void)pv_str_split(&rest, '\n', &second);
    PV_TRY(pv_str_copy(mem, first, root, err));
    return pv_str_copy(mem, second, prefix, err);
}
