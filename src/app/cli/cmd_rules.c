/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cmd_rules.h"

#include "app/cli/paragraph.h"
#include "app/cli/rule_source.h"
#include "app/cli/verb.h"
#include "engine/scan/suppress.h"

#include <stdint.h>

enum { SEVERITY_COLUMN = 40, LANGUAGE_COLUMN = 50, WIDTH = 88, INDENT = 4 };

static enum pv_exit load(const struct pv_args *args, struct pv_rule_set *set)
{
    struct pv_str *paths = NULL;
    size_t n_paths = 0;
    struct pv_err err = {0};

    if (!pv_is_ok(pv_args_all(&set->mem, args, PV_OPT_RULES_RULES, &paths, &n_paths, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    enum pv_exit exit = pv_rule_source_load(set, paths, n_paths);
    if (exit != PV_EXIT_DONE)
        return exit;
    return pv_rule_source_say(set, n_paths ? PV_TALK_PLAIN : PV_TALK_QUIET);
}

static void add_languages(struct pv_buf *out, const struct pv_rule *rule)
{
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_lang *lang = rule->parts[i].lang;
        pv_buf_format(out, "%s%.*s", i ? "," : "",
                      PV_STR_FMT(lang ? pv_lang_name(lang) : PV_STR("text")));
    }
}

static void add_line(struct pv_buf *out, const struct pv_rule *rule)
{
    pv_buf_add(out, rule->check_id);
    pv_paragraph_pad(out, rule->check_id.n, SEVERITY_COLUMN);
    pv_buf_add(out, rule->severity_text);
    pv_paragraph_pad(out, SEVERITY_COLUMN + rule->severity_text.n, LANGUAGE_COLUMN);
    add_languages(out, rule);
    pv_buf_format(out, "%s\n", rule->silent.n ? " (silent)" : "");
}

static enum pv_exit list(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_rule_set set = {0};
    struct pv_buf out = {0};
    enum pv_exit exit = load(args, &set);

    (void)cli;
    for (size_t i = 0; i < set.rules.n; i++)
        add_line(&out, set.rules.p[i]);
    exit = pv_cli_worse(exit, pv_cli_print(&out));
    pv_rule_set_clear(&set);
    return exit;
}

static void add_silence(struct pv_buf *out, const struct pv_rule *rule)
{
    const struct pv_paragraph form = {.indent = INDENT, .width = WIDTH};
    struct pv_buf text = {0};
    if (!rule->silent.n)
        return;
    pv_buf_format(&text, "silent: %.*s", PV_STR_FMT(rule->silent));
    pv_paragraph_add(out, form, pv_buf_str(&text));
    pv_buf_take_failure(out, &text);
    pv_buf_clear(&text);
}

static void add_rule(struct pv_buf *out, const struct pv_rule *rule)
{
    const struct pv_paragraph form = {.indent = INDENT, .width = WIDTH};
    struct pv_doc_texts cwe = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("cwe")));
    struct pv_doc_texts references = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("references")));

    add_line(out, rule);
    pv_paragraph_add(out, form, rule->message);
    add_silence(out, rule);
    if (rule->fix.p)
        pv_buf_format(out, "    fix: %.*s\n", PV_STR_FMT(rule->fix));
    for (size_t i = 0; i < cwe.n; i++)
        pv_buf_format(out, "    %.*s\n", PV_STR_FMT(cwe.p[i].text));
    for (size_t i = 0; i < references.n; i++)
        pv_buf_format(out, "    %.*s\n", PV_STR_FMT(references.p[i].text));
    pv_buf_format(out, "    from %.*s:%zu\n", PV_STR_FMT(rule->file), rule->line);
}

static enum pv_exit show(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_rule_set set = {0};
    struct pv_buf out = {0};
    struct pv_str name = args->operands.n > 1 ? args->operands.p[1] : (struct pv_str){0};

    (void)cli;
    if (args->operands.n != 2) {
        pv_cli_say("rules show: expected the name of one rule");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = load(args, &set);
    for (size_t i = 0; i < set.rules.n; i++) {
        if (pv_suppression_names(name, set.rules.p[i]))
            add_rule(&out, set.rules.p[i]);
    }
    if (out.n == 0) {
        pv_rule_source_say_unknown(&set, name);
        exit = PV_EXIT_USAGE;
    }
    exit = pv_cli_worse(exit, pv_cli_print(&out));
    pv_rule_set_clear(&set);
    return exit;
}

/* A rule that asks for no word is tried on all files of its languages, which have to be parsed. */
static void say_costly(const struct pv_rule *rule)
{
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_rule_part *part = &rule->parts[i];
        if (part->lang && part->needs.list.n > 0 && pv_need_is_met(&part->needs, 0, NULL))
            pv_cli_say("%.*s:%zu: %.*s: asks for no name or word, so every %.*s file is parsed "
                       "for it",
                       PV_STR_FMT(rule->file), rule->line, PV_STR_FMT(rule->id),
                       PV_STR_FMT(pv_lang_name(part->lang)));
    }
}

static enum pv_exit check(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_rule_set set = {0};
    struct pv_buf out = {0};

    (void)cli;
    if (args->operands.n < 2) {
        pv_cli_say("rules check: expected rule files or folders");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = pv_rule_source_load(&set, args->operands.p + 1, args->operands.n - 1);
    if (exit == PV_EXIT_DONE) {
        exit = pv_rule_source_say(&set, PV_TALK_VERBOSE);
        for (size_t i = 0; i < set.rules.n; i++)
            say_costly(set.rules.p[i]);
        pv_buf_format(&out, "%zu rules can run, %zu use something unsupported, %zu are broken\n",
                      set.rules.n, set.n_unsupported, set.n_broken);
        exit = pv_cli_worse(exit, pv_cli_print(&out));
    }
    pv_rule_set_clear(&set);
    return exit;
}

#define VERBS(X) X("list", list) X("show", show) X("check", check) X("dump", pv_rules_dump)

static const char *const names[] = {VERBS(PV_VERB_NAME)};
static enum pv_exit (*const runs[])(struct pv_cli *cli,
                                    const struct pv_args *args) = {VERBS(PV_VERB_RUN)};

enum pv_exit pv_cmd_rules(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_str word = args->operands.n ? args->operands.p[0] : PV_STR("list");
    size_t verb = pv_verb_find("rules", names, PV_COUNT(names), word);
    return verb == SIZE_MAX ? PV_EXIT_USAGE : runs[verb](cli, args);
}
