/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/rule_trial.h"

#include "app/cli/example.h"
#include "app/cli/expectation.h"
#include "engine/scan/line_index.h"
#include "engine/scan/scan.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

#include <inttypes.h>

/* One example, scanned. */
struct shown {
    struct pv_str path;
    struct pv_line_index lines;
    struct pv_expectations expectations;
    struct pv_scan_result result;
};

/* The rule file at hand. */
struct round {
    struct pv_trial *trial;
    const struct pv_rule_set *rules;
    struct pv_examples examples;
    PV_VEC(struct shown) shown;
};

static PV_RESULT show(struct round *round, struct pv_str path, struct shown *out,
                      struct pv_err *err)
{
    struct pv_arena *mem = round->trial->mem;
    struct pv_targets targets = {0};
    struct pv_str text = {0};
    struct pv_scan_options options = {
        .rules = round->rules, .threads = 1, .ignores_rule_paths = true, .scans_generated = true};

    out->path = path;
    PV_TRY(pv_file_read_text(mem, path, PV_SCAN_FILE_BYTES_MAX, &text, err));
    PV_TRY(pv_line_index_build(mem, text, &out->lines, err));
    PV_TRY(pv_expectations_read(mem, text, &out->expectations, err));
    PV_TRY(pv_targets_add_text(mem, &targets, path, text, err));
    return pv_scan_run(&options, &targets, &out->result, err);
}

static bool has_finding(const struct shown *shown, const struct pv_rule *rule, uint32_t line)
{
    for (size_t i = 0; i < shown->result.n_findings; i++) {
        const struct pv_finding *finding = &shown->result.findings[i];
        if (finding->rule == rule && finding->start.line == line && !finding->is_suppressed)
            return true;
    }
    return false;
}

static void add_fault(struct pv_buf *out, const struct shown *shown, uint32_t line,
                      const char *what)
{
    struct pv_str code = pv_str_trim(pv_line_index_lines(&shown->lines, line, line));

    pv_buf_format(out, "  %.*s:%" PRIu32 ": %s: %.*s\n", PV_STR_FMT(shown->path), line, what,
                  PV_STR_FMT(code));
}

/* Compares line by line; gives how many lines are wrong. */
static size_t compare(struct pv_buf *out, const struct shown *shown, const struct pv_rule *rule,
                      size_t *n_wanted)
{
    size_t faults = 0;

    for (uint32_t line = 1; line <= shown->lines.starts.n; line++) {
        bool is_excused = false;
        bool is_wanted = pv_expectations_want(&shown->expectations, rule, line, &is_excused);
        bool is_found = has_finding(shown, rule, line);
        *n_wanted += is_wanted;
        if (is_wanted == is_found || is_excused)
            continue;
        add_fault(out, shown, line, is_wanted ? "missed" : "false alarm");
        faults++;
    }
    return faults;
}

/* Whether the rule can be told anything from its examples at all. */
static size_t check_examples(const struct round *round, struct pv_buf *out, size_t n_wanted)
{
    const struct pv_examples *examples = &round->examples;

    if (examples->is_folder && !examples->has_bad)
        PV_BUF_LIT(out, "  there is no example of what must be found: bad.*\n");
    if (examples->is_folder && !examples->has_good)
        PV_BUF_LIT(out, "  there is no example of what must not be found: good.*\n");
    if (examples->is_folder && examples->has_bad && n_wanted == 0)
        PV_BUF_LIT(out, "  no line of bad.* says `pave: expect`\n");
    return examples->is_folder && (!examples->has_bad || !examples->has_good || n_wanted == 0);
}

static void say(struct pv_trial *trial, const struct pv_rule *rule, const struct pv_buf *faults,
                bool is_passed)
{
    bool has_colour = trial->cli->out.has_colour;
    const char *word = is_passed ? "passed" : "FAILED";
    const char *colour = is_passed ? "\x1b[32m" : "\x1b[31m";
    if (is_passed && !trial->is_verbose)
        return;
    pv_buf_format(trial->out, "%s%s%s %.*s\n", has_colour ? colour : "", word,
                  has_colour ? "\x1b[0m" : "", PV_STR_FMT(rule->check_id));
    pv_buf_add(trial->out, pv_buf_str(faults));
}

static void judge(struct round *round, const struct pv_rule *rule)
{
    struct pv_trial *trial = round->trial;
    struct pv_buf faults = {0};
    size_t n_faults = 0;
    size_t n_wanted = 0;

    for (size_t i = 0; i < round->shown.n; i++)
        n_faults += compare(&faults, &round->shown.p[i], rule, &n_wanted);
    n_faults += check_examples(round, &faults, n_wanted);
    n_faults += pv_silence_is_broken(trial->silence, rule, &faults);
    trial->counts.passed += n_faults == 0;
    trial->counts.failed += n_faults > 0;
    say(trial, rule, &faults, n_faults == 0);
    pv_buf_clear(&faults);
}

void pv_trial_hold(struct pv_trial *trial, const struct pv_rule *rule)
{
    struct pv_buf faults = {0};
    if (pv_silence_is_broken(trial->silence, rule, &faults)) {
        trial->counts.failed++;
        say(trial, rule, &faults, false);
    }
    pv_buf_clear(&faults);
}

static PV_RESULT show_all(struct round *round, struct pv_err *err)
{
    for (size_t i = 0; i < round->examples.paths.n; i++) {
        struct shown *shown = NULL;
        PV_TRY(PV_VEC_PUSH(round->trial->mem, &round->shown, &shown, err));
        PV_TRY(show(round, round->examples.paths.p[i], shown, err));
    }
    return PV_SUCCESS;
}

struct pv_result pv_trial_run(struct pv_trial *trial, const struct pv_rule_set *rules,
                              struct pv_err *err)
{
    struct round round = {.trial = trial, .rules = rules};

    PV_TRY(pv_examples_find(trial->mem, rules->rules.p[0]->file, &round.examples, err));
    if (round.examples.paths.n == 0 && !round.examples.is_folder) {
        trial->counts.without_examples += rules->rules.n;
        for (size_t i = 0; i < rules->rules.n; i++)
            pv_trial_hold(trial, rules->rules.p[i]);
        return PV_SUCCESS;
    }
    struct pv_result result = show_all(&round, err);
    for (size_t i = 0; i < rules->rules.n && pv_is_ok(result); i++)
        judge(&round, rules->rules.p[i]);
    for (size_t i = 0; i < round.shown.n; i++)
        pv_scan_result_clear(&round.shown.p[i].result);
    return result;
}
