/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/scan_job.h"
#include "sys/clock.h"

static void add_json_text(struct pv_buf *out, struct pv_str text)
{
    pv_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char byte = (unsigned char)text.p[i];
        if (byte == '"' || byte == '\\')
            pv_buf_format(out, "\\%c", byte);
        else if (byte < 0x20)
            pv_buf_format(out, "\\u%04x", byte);
        else
            pv_buf_add_byte(out, (char)byte);
    }
    pv_buf_add_byte(out, '"');
}

/* Errors are at places of the option that was written, not of the rule that was made of it. */
static void place_problems(struct pv_rule_set *rules, size_t pattern_at)
{
    for (size_t i = 0; i < rules->problems.n; i++) {
        struct pv_rule_problem *problem = &rules->problems.p[i];
        problem->rule_id = (struct pv_str){0};
        if (problem->column > pattern_at) {
            problem->column -= pattern_at;
            continue;
        }
        problem->line = 0;
        if (problem->column < pattern_at)
            problem->file = PV_STR("--lang");
    }
}

/* A pattern on the command line is a rule that has nothing but the pattern. */
static enum pv_exit read_pattern(struct pv_scan_job *job, struct pv_str pattern)
{
    struct pv_str lang = pv_args_text(job->args, PV_OPT_SCAN_LANG);
    struct pv_buf text = {0};
    struct pv_str copy = {0};
    struct pv_err err = {0};

    if (!lang.n) {
        pv_cli_say("--pattern: needs --lang, which says what language it is in");
        return PV_EXIT_USAGE;
    }
    PV_BUF_LIT(&text,
               "{\"rules\": [{\"id\": \"pattern\", \"severity\": \"INFO\", \"languages\": [");
    add_json_text(&text, lang);
    PV_BUF_LIT(&text, "], \"message\": \"the pattern was found\", \"pattern\": ");
    size_t pattern_at = text.n + 1; /* behind its quote */
    add_json_text(&text, pattern);
    PV_BUF_LIT(&text, "}]}\n");
    struct pv_result result = pv_buf_result(&text, &err);
    if (pv_is_ok(result))
        result = pv_str_copy(&job->rules.mem, pv_buf_str(&text), &copy, &err);
    if (pv_is_ok(result))
        result = pv_rule_set_read(&job->rules, PV_STR("--pattern"), copy, &err);
    place_problems(&job->rules, pattern_at);
    pv_buf_clear(&text);
    return pv_is_ok(result) ? PV_EXIT_DONE : pv_cli_fail(pv_cli_exit_of(result.code), &err);
}

/*
 * Shipped rules are known to be sound, so those for other files need not be
 * compiled; of the user's rules each error is told, whatever is scanned.
 */
static PV_RESULT wish_for_rules(struct pv_scan_job *job, struct pv_err *err)
{
    struct pv_rule_wish *wish = &job->rules.wish;
    bool lists_rules = pv_str_eq(pv_args_text(job->args, PV_OPT_SCAN_FORMAT), PV_STR("sarif"));

    wish->is_skimming = !lists_rules && job->talk != PV_TALK_VERBOSE;
    return pv_targets_langs(job->cli->mem, &job->targets, &wish->langs, &wish->n_langs, err);
}

/*
 * Deferred rules are compiled where a text meets what they need; `--no-prefilter`
 * asks for all, and these reports tell of each rule whether it was needed or not.
 */
static bool may_defer(const struct pv_scan_job *job)
{
    bool lists_rules = pv_str_eq(pv_args_text(job->args, PV_OPT_SCAN_FORMAT), PV_STR("sarif"));

    return !lists_rules && job->talk != PV_TALK_VERBOSE &&
           !pv_args_has(job->args, PV_OPT_SCAN_NO_PREFILTER) &&
           !pv_args_has(job->args, PV_OPT_SCAN_HISTORY) &&
           !pv_args_has(job->args, PV_OPT_SCAN_NO_CACHE);
}

static enum pv_exit read_rules(struct pv_scan_job *job)
{
    struct pv_str *paths = NULL;
    size_t n_paths = 0;
    struct pv_err err = {0};
    struct pv_str pattern = pv_args_text(job->args, PV_OPT_SCAN_PATTERN);
    struct pv_result result =
        pv_args_all(job->cli->mem, job->args, PV_OPT_SCAN_RULES, &paths, &n_paths, &err);

    if (pv_is_ok(result) && !pattern.p && !n_paths)
        result = wish_for_rules(job, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    if (pattern.p && n_paths) {
        pv_cli_say("--pattern: cannot be used together with --rules");
        return PV_EXIT_USAGE;
    }
    if (pattern.p)
        return read_pattern(job, pattern);
    return may_defer(job) ? pv_rule_source_recall(job->cli->mem, &job->rules, paths, n_paths)
                          : pv_rule_source_load(&job->rules, paths, n_paths);
}

static bool is_in(const struct pv_rule *rule, const struct pv_str *names, size_t n_names)
{
    for (size_t i = 0; i < n_names; i++) {
        if (pv_suppression_names(names[i], rule))
            return true;
    }
    return false;
}

static enum pv_severity least_severity(const struct pv_args *args)
{
    struct pv_str text = pv_args_text(args, PV_OPT_SCAN_SEVERITY);

    if (pv_str_eq(text, PV_STR("error")))
        return PV_SEVERITY_ERROR;
    return pv_str_eq(text, PV_STR("warning")) ? PV_SEVERITY_WARNING : PV_SEVERITY_INFO;
}

/* Old code is mended already or still there; old secrets are open either way. */
static bool is_for_history(const struct pv_scan_job *job, const struct pv_rule *rule)
{
    return !pv_args_has(job->args, PV_OPT_SCAN_HISTORY) ||
           pv_args_has(job->args, PV_OPT_SCAN_RULES) ||
           (rule->n_parts && rule->parts[0].secret != PV_SECRET_NONE);
}

/* A name that no rule has is a slip that would hide findings. */
static enum pv_exit check_names(const struct pv_rule_set *set, const struct pv_str *names,
                                size_t n_names)
{
    for (size_t i = 0; i < n_names; i++) {
        bool is_known = false;
        for (size_t k = 0; k < set->rules.n; k++)
            is_known = is_known || pv_suppression_names(names[i], set->rules.p[k]);
        if (is_known)
            continue;
        pv_rule_source_say_unknown(set, names[i]);
        return PV_EXIT_USAGE;
    }
    return PV_EXIT_DONE;
}

/* Which rules were asked for, by name and by file. */
struct choice {
    struct pv_str *only;
    struct pv_str *without;
    struct pv_str *files;
    size_t n_only;
    size_t n_without;
    size_t n_files;
};

static PV_RESULT read_choice(const struct pv_scan_job *job, struct choice *out, struct pv_err *err)
{
    struct pv_arena *mem = job->cli->mem;
    const struct pv_args *args = job->args;
    PV_TRY(pv_args_all(mem, args, PV_OPT_SCAN_RULE, &out->only, &out->n_only, err));
    PV_TRY(pv_args_all(mem, args, PV_OPT_SCAN_EXCLUDE_RULE, &out->without, &out->n_without, err));
    return pv_args_all(mem, args, PV_OPT_SCAN_RULES, &out->files, &out->n_files, err);
}

/*
 * A silent rule is asked for by its name, or by that of a file which holds nothing else; a file of
 * many rules or a folder asks for none of them more than for the others.
 */
static bool may_speak(const struct pv_scan_job *job, const struct choice *choice,
                      const struct pv_rule *rule)
{
    if (!rule->silent.n || pv_args_has(job->args, PV_OPT_SCAN_ALL_RULES))
        return true;
    bool is_named = false;
    size_t n_beside = 0;
    for (size_t i = 0; i < choice->n_files; i++)
        is_named = is_named || pv_str_eq(choice->files[i], rule->file);
    for (size_t i = 0; i < job->rules.rules.n && is_named; i++)
        n_beside += pv_str_eq(job->rules.rules.p[i]->file, rule->file);
    return is_named && n_beside == 1;
}

static bool is_chosen(const struct pv_scan_job *job, const struct choice *choice,
                      const struct pv_rule *rule)
{
    bool is_wanted =
        choice->n_only ? is_in(rule, choice->only, choice->n_only) : may_speak(job, choice, rule);
    return is_wanted && is_for_history(job, rule) &&
           !is_in(rule, choice->without, choice->n_without) &&
           rule->severity >= least_severity(job->args);
}

/* Leaves in the set the rules that are wanted. One that is left out proves nothing to a ledger. */
static enum pv_exit narrow_rules(struct pv_scan_job *job)
{
    struct choice choice = {0};
    size_t kept = 0;
    struct pv_rule_set *set = &job->rules;
    struct pv_err err = {0};

    if (!pv_is_ok(read_choice(job, &choice, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    if (check_names(set, choice.only, choice.n_only) ||
        check_names(set, choice.without, choice.n_without))
        return PV_EXIT_USAGE;
    struct pv_rule **wanted = NULL;
    if (!pv_is_ok(PV_NEW_ARRAY(&set->mem, set->rules.n, &wanted, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    for (size_t i = 0; i < set->rules.n; i++)
        if (is_chosen(job, &choice, set->rules.p[i]))
            wanted[kept++] = set->rules.p[i];
    set->rules.p = wanted;
    set->rules.n = kept;
    return PV_EXIT_DONE;
}

enum pv_exit pv_scan_job_rules(struct pv_scan_job *job)
{
    uint64_t start = pv_clock_ns();
    enum pv_exit exit = read_rules(job);
    bool is_pattern = pv_args_has(job->args, PV_OPT_SCAN_PATTERN);
    bool is_shipped = !is_pattern && !pv_args_has(job->args, PV_OPT_SCAN_RULES);

    job->rules_ns = pv_clock_ns() - start;
    if (exit != PV_EXIT_DONE)
        return exit;
    /* That the shipped rules speak of more languages than this program is not the user's concern.
     */
    job->rule_talk = is_shipped && job->talk == PV_TALK_PLAIN ? PV_TALK_QUIET : job->talk;
    job->exit = pv_cli_worse(job->exit, pv_rule_source_say(&job->rules, job->rule_talk));
    /* A file of rules that this program does not know yet is no mistake; one pattern is. */
    if (job->rules.rules.n == 0 && (job->exit != PV_EXIT_DONE || is_pattern)) {
        struct pv_str format = pv_args_text(job->args, PV_OPT_SCAN_FORMAT);
        pv_cli_say("no rule is left that could run");
        if (format.n == 0 || pv_str_eq(format, PV_STR("text")))
            return PV_EXIT_USAGE;
        /* Who reads reports is told in one, too. */
        job->exit = pv_cli_worse(job->exit, PV_EXIT_USAGE);
    }
    return narrow_rules(job);
}
