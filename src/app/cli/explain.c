/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/explain.h"

#include "app/cli/paragraph.h"
#include "text/json.h"

enum { WIDTH = 88, INDENT = 4 };

/* How a story is set: the same parts in the same order, for the terminal and for a page. */
struct form {
    struct pv_buf *out;
    bool is_page;
};

static void add_heading(const struct form *form, const char *heading)
{
    pv_buf_format(form->out, form->is_page ? "\n## %s\n\n" : "\n%s\n", heading);
}

static void add_part(const struct form *form, const char *heading, struct pv_str text)
{
    const struct pv_paragraph indented = {.indent = INDENT, .width = WIDTH};
    if (text.n == 0)
        return;
    add_heading(form, heading);
    if (form->is_page)
        pv_buf_format(form->out, "%.*s\n", PV_STR_FMT(text));
    else
        pv_paragraph_add(form->out, indented, text);
}

/* Indented by four on both: that is how Markdown marks code, too. */
static void add_code(const struct form *form, const char *heading, struct pv_str code)
{
    struct pv_str line = {0};
    if (code.n == 0)
        return;
    add_heading(form, heading);
    while (pv_str_split(&code, '\n', &line))
        pv_buf_format(form->out, line.n ? "    %.*s\n" : "\n", PV_STR_FMT(line));
}

/* What the fix of `story` writes: a text for all, or what is put for what, one line each. */
static void add_fix(const struct form *form, const struct pv_rule *rule)
{
    const char *edge = form->is_page ? "`" : "";
    const char *start = form->is_page ? "- " : "    ";
    add_code(form, "The fix writes", rule->fix);
    for (size_t i = 0; i < rule->n_fix_regexes; i++) {
        const struct pv_fix_regex *fix = &rule->fix_regexes[i];
        if (i == 0)
            add_heading(form, "The fix replaces");
        pv_buf_format(form->out, "%s%s%.*s%s by %s%.*s%s", start, edge, PV_STR_FMT(fix->written),
                      edge, edge, PV_STR_FMT(fix->replacement), edge);
        if (fix->import.n)
            pv_buf_format(form->out, ", with %s%.*s%s", edge, PV_STR_FMT(fix->import), edge);
        pv_buf_add_byte(form->out, '\n');
    }
    add_code(form, "The fix needs", rule->fix_import);
}

static void add_languages(struct pv_buf *out, const struct pv_rule *rule)
{
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_lang *lang = rule->parts[i].lang;
        pv_buf_format(out, "%s%.*s", i ? ", " : "",
                      PV_STR_FMT(lang ? pv_lang_name(lang) : PV_STR("any text")));
    }
}

static void add_title(const struct form *form, const struct pv_rule_story *story)
{
    const struct pv_rule *rule = story->rule;
    pv_buf_format(form->out, form->is_page ? "# %.*s\n\n" : "%.*s", PV_STR_FMT(rule->check_id));
    if (!form->is_page)
        PV_BUF_LIT(form->out, ": ");
    if (story->title.n)
        pv_buf_format(form->out, "%.*s, ", PV_STR_FMT(story->title));
    pv_buf_format(form->out, "%.*s, ", PV_STR_FMT(rule->severity_text));
    add_languages(form->out, rule);
    pv_buf_add_byte(form->out, '\n');
}

static void add_measured(const struct form *form, const struct pv_rule_story *story)
{
    struct pv_buf text = {0};
    if (story->measured.share.n == 0)
        return;
    pv_buf_format(&text,
                  "Findings in published cases that say what is right: %.*s right, %.*s wrong. "
                  "Precision %.*s, 95%% interval %.*s.",
                  PV_STR_FMT(story->measured.right), PV_STR_FMT(story->measured.wrong),
                  PV_STR_FMT(story->measured.share), PV_STR_FMT(story->measured.interval));
    add_part(form, "Measured", (struct pv_str){text.p, text.n});
    pv_buf_clear(&text);
}

/* Who looks for the rule's findings in vain learns here why there are none, and how to have them.
 */
static void add_silence(const struct form *form, const struct pv_rule *rule)
{
    struct pv_buf text = {0};
    if (rule->silent.n == 0)
        return;
    pv_buf_format(&text,
                  "%.*s The rule speaks where it is asked to: `pave scan --rule %.*s`, or "
                  "`--all-rules`.",
                  PV_STR_FMT(rule->silent), PV_STR_FMT(rule->check_id));
    add_part(form, "Silent", pv_buf_str(&text));
    pv_buf_take_failure(form->out, &text);
    pv_buf_clear(&text);
}

static void add_reference_lines(const struct form *form, const char *start,
                                struct pv_doc_texts texts)
{
    for (size_t i = 0; i < texts.n; i++)
        pv_buf_format(form->out, "%s%.*s\n", start, PV_STR_FMT(texts.p[i].text));
}

static void add_references(const struct form *form, const struct pv_rule_story *story)
{
    if (story->cwe.n + story->owasp.n + story->references.n == 0)
        return;
    add_heading(form, "References");
    add_reference_lines(form, form->is_page ? "- " : "    ", story->cwe);
    add_reference_lines(form, form->is_page ? "- OWASP " : "    OWASP ", story->owasp);
    add_reference_lines(form, form->is_page ? "- " : "    ", story->references);
}

static void add_story(const struct form *form, const struct pv_rule_story *story)
{
    add_title(form, story);
    add_part(form, "What is wrong", story->rule->message);
    add_part(form, "How it is attacked", story->attack);
    add_code(form, "Bad", story->bad);
    add_code(form, "Good", story->good);
    add_part(form, "Call instead", story->call);
    add_fix(form, story->rule);
    add_part(form, "How the rule tells right from wrong", story->tells);
    add_part(form, "Measured precision", story->precision);
    add_measured(form, story);
    add_silence(form, story->rule);
    add_references(form, story);
}

void pv_explain_add_text(struct pv_buf *out, const struct pv_rule_story *story)
{
    add_story(&(struct form){.out = out}, story);
}

void pv_explain_add_page(struct pv_buf *out, const struct pv_rule_story *story)
{
    add_story(&(struct form){.out = out, .is_page = true}, story);
}

static void add_json_replacements(struct pv_json *json, const struct pv_rule *rule)
{
    pv_json_key(json, "fix_regex");
    pv_json_array(json);
    for (size_t i = 0; i < rule->n_fix_regexes; i++) {
        pv_json_object(json);
        pv_json_key_str(json, "regex", rule->fix_regexes[i].written);
        pv_json_key_str(json, "replacement", rule->fix_regexes[i].replacement);
        pv_json_key_str(json, "import", rule->fix_regexes[i].import);
        pv_json_end(json);
    }
    pv_json_end(json);
}

void pv_explain_add_json(struct pv_buf *out, const struct pv_rule_story *story)
{
    const struct pv_rule *rule = story->rule;
    struct pv_json json = {.out = out};

    pv_json_object(&json);
    pv_json_key_str(&json, "rule", rule->check_id);
    pv_json_key_str(&json, "severity", rule->severity_text);
    pv_json_key(&json, "languages");
    pv_json_array(&json);
    for (size_t i = 0; i < rule->n_parts; i++) {
        const struct pv_lang *lang = rule->parts[i].lang;
        pv_json_str(&json, lang ? pv_lang_name(lang) : PV_STR("text"));
    }
    pv_json_end(&json);
    pv_json_key_str(&json, "class", story->class_id);
    pv_json_key_str(&json, "title", story->title);
    pv_json_key_str(&json, "message", rule->message);
    pv_json_key_str(&json, "attack", story->attack);
    pv_json_key_str(&json, "bad", story->bad);
    pv_json_key_str(&json, "good", story->good);
    pv_json_key_str(&json, "call", story->call);
    pv_json_key_str(&json, "fix", rule->fix);
    add_json_replacements(&json, rule);
    pv_json_key_str(&json, "fix_import", rule->fix_import);
    pv_json_key_str(&json, "tells", story->tells);
    pv_json_key_str(&json, "precision", story->precision);
    pv_json_key_str(&json, "silent", rule->silent);
    pv_json_key(&json, "measured");
    pv_json_object(&json);
    pv_json_key_str(&json, "right", story->measured.right);
    pv_json_key_str(&json, "wrong", story->measured.wrong);
    pv_json_key_str(&json, "precision", story->measured.share);
    pv_json_key_str(&json, "interval", story->measured.interval);
    pv_json_end(&json);
    pv_json_key(&json, "metadata");
    if (rule->metadata)
        pv_json_doc(&json, rule->metadata);
    else
        pv_json_null(&json);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
}
