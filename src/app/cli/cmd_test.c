/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/rule_source.h"
#include "app/cli/rule_trial.h"
#include "app/cli/test_watch.h"
#include "sys/interrupt.h"

/* The rules of one file stand together in the set: runs them, file by file. */
static PV_RESULT run_all(struct pv_trial *trial, const struct pv_rule_set *set, struct pv_err *err)
{
    size_t end = 0;

    for (size_t start = 0; start < set->rules.n; start = end) {
        struct pv_rule_set one = *set;
        struct pv_arena_mark mark = pv_arena_mark(trial->mem);
        end = start;
        while (end < set->rules.n && pv_str_eq(set->rules.p[end]->file, set->rules.p[start]->file))
            end++;
        one.rules.p += start;
        one.rules.n = end - start;
        PV_TRY(pv_trial_run(trial, &one, err));
        pv_arena_rewind(trial->mem, mark);
    }
    return PV_SUCCESS;
}

/* The rules about secrets have no file; they belong to the set that Pave comes with. */
static PV_RESULT hold_secrets(struct pv_trial *trial, struct pv_err *err)
{
    static const struct pv_lang *const none[1] = {NULL};
    struct pv_rule_set set = {.wish = {.langs = none, .is_skimming = true}};
    struct pv_result result =
        trial->silence->holds_secrets ? pv_rule_set_read_shipped(&set, err) : PV_SUCCESS;

    for (size_t i = 0; i < set.rules.n && pv_is_ok(result); i++)
        if (set.rules.p[i]->parts[0].secret != PV_SECRET_NONE)
            pv_trial_hold(trial, set.rules.p[i]);
    pv_rule_set_clear(&set);
    return result;
}

static void add_counts(const struct pv_trial *trial, const struct pv_rule_set *set)
{
    const struct pv_trial_counts *counts = &trial->counts;

    pv_buf_format(trial->out, "%zu passed, %zu failed", counts->passed,
                  counts->failed + set->n_broken);
    if (counts->without_examples)
        pv_buf_format(trial->out, ", %zu without examples", counts->without_examples);
    if (set->n_unsupported)
        pv_buf_format(trial->out, ", %zu skipped as unsupported", set->n_unsupported);
    pv_buf_add_byte(trial->out, '\n');
}

/* Paths are those that were typed, or the current folder. */
struct paths {
    const struct pv_str *p;
    size_t n;
};

static PV_RESULT read_silence(struct pv_arena *mem, struct paths paths, struct pv_silence *out,
                              struct pv_err *err)
{
    for (size_t i = 0; i < paths.n; i++)
        PV_TRY(pv_silence_add(mem, paths.p[i], out, err));
    return PV_SUCCESS;
}

static enum pv_exit test_rules(struct pv_cli *cli, const struct pv_args *args, struct paths paths,
                               const struct pv_rule_set *set)
{
    struct pv_buf out = {0};
    struct pv_err err = {0};
    struct pv_silence silence = {0};
    struct pv_trial trial = {.mem = cli->mem,
                             .cli = cli,
                             .silence = &silence,
                             .is_verbose = pv_args_has(args, PV_OPT_TEST_VERBOSE),
                             .out = &out};
    struct pv_result result = read_silence(cli->mem, paths, &silence, &err);

    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    result = run_all(&trial, set, &err);
    if (pv_is_ok(result))
        result = hold_secrets(&trial, &err);
    if (!pv_is_ok(result)) {
        pv_buf_clear(&out);
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    }
    add_counts(&trial, set);
    enum pv_exit exit = pv_cli_print(&out);
    return pv_cli_worse(exit, trial.counts.failed ? PV_EXIT_BLOCKED : PV_EXIT_DONE);
}

static enum pv_exit test_paths(struct pv_cli *cli, const struct pv_args *args, struct paths paths)
{
    struct pv_rule_set set = {0};
    struct pv_arena_mark mark = pv_arena_mark(cli->mem);
    bool is_quiet = pv_args_has(args, PV_OPT_TEST_QUIET);
    enum pv_exit exit = pv_rule_source_load(&set, paths.p, paths.n);

    if (exit == PV_EXIT_DONE) {
        exit = pv_rule_source_say(&set, is_quiet ? PV_TALK_QUIET : PV_TALK_PLAIN);
        exit = pv_cli_worse(exit, test_rules(cli, args, paths, &set));
    }
    pv_rule_set_clear(&set);
    pv_arena_rewind(cli->mem, mark);
    return exit;
}

/* What the last run came to is what the program ends with. */
static enum pv_exit watch(struct pv_cli *cli, const struct pv_args *args, struct paths paths)
{
    enum pv_exit exit = PV_EXIT_DONE;
    uint64_t seen = 0;

    pv_interrupt_watch();
    do {
        seen = pv_test_watch_look(paths.p, paths.n);
        exit = test_paths(cli, args, paths);
        if (!pv_args_has(args, PV_OPT_TEST_QUIET))
            pv_cli_say("waiting for changes; Ctrl-C ends");
    } while (pv_test_watch_wait(paths.p, paths.n, seen));
    return exit;
}

enum pv_exit pv_cmd_test(struct pv_cli *cli, const struct pv_args *args)
{
    const struct pv_str here = PV_STR(".");
    bool has_paths = args->operands.n > 0;
    struct paths paths = {has_paths ? args->operands.p : &here, has_paths ? args->operands.n : 1};

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_TEST_COLOR));
    return pv_args_has(args, PV_OPT_TEST_WATCH) ? watch(cli, args, paths)
                                                : test_paths(cli, args, paths);
}
