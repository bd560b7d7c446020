/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/explain_finding.h"
#include "app/cli/rule_source.h"
#include "engine/scan/suppress.h"

typedef void add_story(struct pv_buf *out, const struct pv_rule_story *story);

static add_story *form_of(struct pv_str format)
{
    if (pv_str_eq(format, PV_STR("markdown")))
        return pv_explain_add_page;
    return pv_str_eq(format, PV_STR("json")) ? pv_explain_add_json : pv_explain_add_text;
}

/* Adds the rules that `name` names, all of them when it is empty; false when there is none. */
static bool explain(struct pv_buf *out, add_story *add, const struct pv_rule_set *set,
                    const struct pv_rule_notes *notes, struct pv_str name)
{
    bool is_found = false;
    for (size_t i = 0; i < set->rules.n; i++) {
        const struct pv_rule *rule = set->rules.p[i];
        if (name.n && !pv_suppression_names(name, rule))
            continue;
        if (out->n && add != pv_explain_add_json)
            pv_buf_add_byte(out, '\n');
        struct pv_rule_story story = pv_rule_story_of(notes, rule);
        add(out, &story);
        is_found = true;
    }
    return is_found;
}

static enum pv_exit explain_all(struct pv_cli *cli, const struct pv_args *args,
                                const struct pv_rule_set *set)
{
    add_story *add = form_of(pv_args_text(args, PV_OPT_EXPLAIN_FORMAT));
    struct pv_rule_notes notes = {0};
    struct pv_err err = {0};
    struct pv_buf out = {0};
    enum pv_exit exit = PV_EXIT_DONE;

    if (!pv_is_ok(pv_rule_notes_read(cli->mem, &notes, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    if (args->operands.n == 0)
        (void)explain(&out, add, set, &notes, (struct pv_str){0});
    for (size_t i = 0; i < args->operands.n; i++) {
        if (args->operands.p[i].n == 0) {
            pv_cli_say("explain: expected the name of a rule or finding, not an empty word");
            exit = PV_EXIT_USAGE;
            continue;
        }
        if (pv_explain_is_finding(args->operands.p[i])) {
            exit = pv_cli_worse(exit, pv_explain_finding(cli, args, args->operands.p[i], &out));
            continue;
        }
        if (explain(&out, add, set, &notes, args->operands.p[i]))
            continue;
        pv_cli_say("%.*s: no such rule; `pave rules list` names them",
                   PV_STR_FMT(args->operands.p[i]));
        exit = PV_EXIT_USAGE;
    }
    return pv_cli_worse(exit, pv_cli_print(&out));
}

/* All rules as text would be thousands of lines that nobody asked for. */
static bool names_nothing(const struct pv_args *args)
{
    return args->operands.n == 0 && !pv_args_has(args, PV_OPT_EXPLAIN_RULES) &&
           form_of(pv_args_text(args, PV_OPT_EXPLAIN_FORMAT)) == pv_explain_add_text;
}

enum pv_exit pv_cmd_explain(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_rule_set set = {0};
    struct pv_str *paths = NULL;
    size_t n_paths = 0;
    struct pv_err err = {0};

    if (names_nothing(args)) {
        pv_cli_say("explain: which rule or finding? `pave rules list` names the rules, FILE:LINE "
                   "or PV-12 is a finding");
        return PV_EXIT_USAGE;
    }
    if (!pv_is_ok(pv_args_all(cli->mem, args, PV_OPT_EXPLAIN_RULES, &paths, &n_paths, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    enum pv_exit exit = pv_rule_source_load(&set, paths, n_paths);
    if (exit == PV_EXIT_DONE) {
        exit = pv_rule_source_say(&set, n_paths ? PV_TALK_PLAIN : PV_TALK_QUIET);
        exit = pv_cli_worse(exit, explain_all(cli, args, &set));
    }
    pv_rule_set_clear(&set);
    return exit;
}
