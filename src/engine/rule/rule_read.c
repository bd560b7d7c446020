/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/entry_point.h"
#include "engine/rule/rule_internal.h"

#include "base/attr.h"
#include "text/glob.h"

static const struct {
    const char *text;
    enum pv_severity severity;
} severities[] = {
    {"ERROR", PV_SEVERITY_ERROR},     {"WARNING", PV_SEVERITY_WARNING},
    {"INFO", PV_SEVERITY_INFO},       {"CRITICAL", PV_SEVERITY_ERROR},
    {"HIGH", PV_SEVERITY_ERROR},      {"MEDIUM", PV_SEVERITY_WARNING},
    {"LOW", PV_SEVERITY_INFO},        {"INVENTORY", PV_SEVERITY_INFO},
    {"EXPERIMENT", PV_SEVERITY_INFO},
};

static PV_RESULT need_text(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_str key,
                           struct pv_str *out)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    if (!value)
        return pv_rule_fail(r, PV_INVALID, doc, "a rule needs '%.*s'", PV_STR_FMT(key));
    if (!pv_doc_is_scalar(value) || value->text.n == 0)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be text", PV_STR_FMT(key));
    *out = value->text;
    return PV_SUCCESS;
}

bool pv_severity_of(struct pv_str text, enum pv_severity *out)
{
    for (size_t i = 0; i < PV_COUNT(severities); i++) {
        if (pv_str_eq(pv_str_of(severities[i].text), text)) {
            *out = severities[i].severity;
            return true;
        }
    }
    return false;
}

static PV_RESULT read_severity(struct pv_rule_reader *r, const struct pv_doc *doc,
                               struct pv_rule *rule)
{
    PV_TRY(need_text(r, doc, PV_STR("severity"), &rule->severity_text));
    if (pv_severity_of(rule->severity_text, &rule->severity))
        return PV_SUCCESS;
    return pv_rule_fail(r, PV_INVALID, pv_doc_get(doc, PV_STR("severity")),
                        "'%.*s' is not a severity; use ERROR, WARNING or INFO",
                        PV_STR_FMT(rule->severity_text));
}

static PV_RESULT read_globs(struct pv_rule_reader *r, const struct pv_doc *list,
                            const struct pv_glob **out, size_t *n)
{
    struct pv_glob *globs = NULL;
    if (!list)
        return PV_SUCCESS;
    if (list->kind != PV_DOC_LIST)
        return pv_rule_fail(r, PV_INVALID, list, "expected a list of path patterns");
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &globs, r->err));
    for (size_t i = 0; i < list->n; i++) {
        if (!pv_doc_is_scalar(&list->items[i]) || list->items[i].text.n == 0)
            return pv_rule_fail(r, PV_INVALID, &list->items[i], "expected a path pattern");
        globs[i] = pv_glob_of(list->items[i].text);
    }
    *out = globs;
    *n = list->n;
    return PV_SUCCESS;
}

static PV_RESULT read_paths(struct pv_rule_reader *r, const struct pv_doc *doc,
                            struct pv_rule *rule)
{
    const struct pv_doc *paths = pv_doc_get(doc, PV_STR("paths"));
    if (paths && paths->kind != PV_DOC_MAP)
        return pv_rule_fail(r, PV_INVALID, paths, "expected 'include' or 'exclude' under 'paths'");
    PV_TRY(read_globs(r, pv_doc_get(paths, PV_STR("include")), &rule->include, &rule->n_include));
    return read_globs(r, pv_doc_get(paths, PV_STR("exclude")), &rule->exclude, &rule->n_exclude);
}

static PV_RESULT read_mode(struct pv_rule_reader *r, const struct pv_doc *doc)
{
    const struct pv_doc *mode = pv_doc_get(doc, PV_STR("mode"));
    PV_TRY(pv_rule_check_features(r, doc));
    r->is_taint =
        (mode && pv_str_eq(mode->text, PV_STR("taint"))) || pv_doc_get(doc, PV_STR("taint"));
    if (mode && !r->is_taint && !pv_str_eq(mode->text, PV_STR("search")))
        return pv_rule_fail(r, PV_UNSUPPORTED, mode, "mode '%.*s' is not supported yet",
                            PV_STR_FMT(mode->text));
    return PV_SUCCESS;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/* Groups of regular expressions, $1 or $NAME, are bound only where a rule speaks of them. */
static PV_RESULT learn_groups(struct pv_rule_reader *r, struct pv_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t start = at++;
        pv_word word = 0;
        if (text.p[start] != '$')
            continue;
        while (at < text.n && is_name_byte(text.p[at]))
            at++;
        if (at > start + 1)
            PV_TRY(pv_vocab_add(&r->set->mem, &r->set->vocab, pv_str_sub(text, start, at), &word,
                                r->err));
    }
    return PV_SUCCESS;
}

/* metadata.pave.silent: a bare "true" would leave those without a reason who miss the findings. */
static PV_RESULT read_silence(struct pv_rule_reader *r, struct pv_rule *rule)
{
    const struct pv_doc *pave = pv_doc_get(rule->metadata, PV_STR("pave"));
    const struct pv_doc *silent = pv_doc_get(pave, PV_STR("silent"));
    if (!silent)
        return PV_SUCCESS;
    rule->silent = silent->kind == PV_DOC_TEXT ? pv_str_trim(silent->text) : (struct pv_str){0};
    if (rule->silent.n == 0)
        return pv_rule_fail(r, PV_INVALID, silent,
                            "'silent' should say in words why the rule does not speak");
    return PV_SUCCESS;
}

static PV_RESULT read_header(struct pv_rule_reader *r, const struct pv_doc *doc,
                             struct pv_rule *rule)
{
    PV_TRY(need_text(r, doc, PV_STR("id"), &rule->id));
    r->rule_id = rule->id;
    PV_TRY(read_mode(r, doc));
    PV_TRY(pv_rule_check_keys(r, doc));
    PV_TRY(need_text(r, doc, PV_STR("message"), &rule->message));
    PV_TRY(read_severity(r, doc, rule));
    PV_TRY(read_paths(r, doc, rule));
    PV_TRY(pv_fix_read(r, doc, rule));
    PV_TRY(pv_options_read(r, pv_doc_get(doc, PV_STR("options")), rule));
    rule->doc = doc;
    rule->file = r->file;
    rule->line = doc->place.line;
    rule->message = pv_str_trim(rule->message);
    rule->metadata = pv_doc_get(doc, PV_STR("metadata"));
    r->has_class = pv_rule_class(rule).n > 0;
    PV_TRY(read_silence(r, rule));
    PV_TRY(learn_groups(r, rule->message));
    return learn_groups(r, rule->fix);
}

bool pv_rule_means_types(const struct pv_lang *lang)
{
    static const char *const langs[] = {"csharp", "kotlin", "scala"};
    for (size_t i = 0; lang && i < PV_COUNT(langs); i++) {
        if (pv_str_eq(pv_lang_name(lang), pv_str_of(langs[i])))
            return true;
    }
    return false;
}

/* The part of the image's rule that has the needs of the next of `rule`; NULL when none has. */
static const struct pv_rule_part *known_part(const struct pv_rule *known,
                                             const struct pv_rule *rule)
{
    if (!known || rule->n_parts >= known->n_parts)
        return NULL;
    const struct pv_rule_part *part = &known->parts[rule->n_parts];
    return part->is_deferred && part->lang == rule->parts[rule->n_parts].lang ? part : NULL;
}

struct pv_result pv_rule_read_needs(struct pv_rule_reader *r, const struct pv_formula *formula,
                                    struct pv_rule_part *part)
{
    if (!r->known_part)
        return pv_need_of_formula(&r->set->mem, formula, &r->set->vocab, &part->needs, r->err);
    part->needs = r->known_part->needs;
    part->sinks_need = r->known_part->sinks_need;
    return PV_SUCCESS;
}

static PV_RESULT read_part(struct pv_rule_reader *r, const struct pv_doc *doc,
                           struct pv_rule_part *part)
{
    struct pv_formula **slot = NULL;
    struct pv_formula *formula = NULL;
    if (!pv_rule_wish_has(&r->set->wish, part->lang))
        return PV_SUCCESS;
    r->n_terms = 0;
    r->lang = part->lang;
    if (r->has_class && pv_rule_means_types(part->lang))
        r->options.implicit_package = true;
    if (!r->first_lang)
        r->first_lang = part->lang;
    if (r->is_taint)
        return pv_taint_read(r, doc, part);
    PV_TRY(PV_NEW(&r->set->mem, &formula, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->formulas, &slot, r->err));
    *slot = formula;
    const struct pv_doc *match = pv_doc_get(doc, PV_STR("match"));
    PV_TRY(match ? pv_match_read(r, match, formula) : pv_formula_read(r, doc, formula));
    part->formula = formula;
    return pv_rule_read_needs(r, formula, part);
}

static bool is_text_mode(struct pv_str name)
{
    return pv_str_eq(name, PV_STR("regex")) || pv_str_eq(name, PV_STR("none"));
}

/* The language whose name is nearest to one that is not known; p is NULL when none is near. */
static struct pv_str nearest_lang(struct pv_str name)
{
    struct pv_nearest nearest = pv_nearest_of(name);
    for (size_t i = 0; pv_lang_at(i); i++)
        pv_nearest_offer(&nearest, pv_lang_name(pv_lang_at(i)));
    return nearest.best;
}

/* Languages that are not read yet are named; the rule runs for the others. */
PV_RESULT pv_rule_read_parts(struct pv_rule_reader *r, const struct pv_doc *doc,
                             struct pv_rule *rule)
{
    const struct pv_doc *list = pv_doc_get(doc, PV_STR("languages"));
    if (!list || list->kind != PV_DOC_LIST || list->n == 0)
        return pv_rule_fail(r, PV_INVALID, list ? list : doc,
                            "a rule needs 'languages', a list such as [python]");
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &rule->parts, r->err));
    for (size_t i = 0; i < list->n; i++) {
        struct pv_str name = list->items[i].text;
        struct pv_rule_part *part = &rule->parts[rule->n_parts];
        part->lang = pv_lang_find(name);
        r->is_generic = pv_str_eq(name, PV_STR("generic"));
        if (!part->lang && !r->is_generic && !is_text_mode(name)) {
            struct pv_str near = nearest_lang(name);
            if (i + 1 == list->n && rule->n_parts == 0)
                return pv_rule_fail(r, PV_UNSUPPORTED, &list->items[i],
                                    "language '%.*s' is not supported yet%s%.*s%s",
                                    PV_STR_FMT(name), near.p ? "; did you mean " : "",
                                    PV_STR_FMT(near), near.p ? "?" : "");
            PV_TRY(pv_rule_note(r, list->items[i].place, "language '%.*s' is not supported yet",
                                PV_STR_FMT(name)));
            continue;
        }
        r->known_part = known_part(r->known, rule);
        PV_TRY(read_part(r, doc, part));
        rule->n_parts++;
    }
    return PV_SUCCESS;
}

/* python/weak-hash of …/python/weak-hash/rule.yaml; else the folders by dots, and the id. */
static PV_RESULT name_rule(struct pv_rule_reader *r, struct pv_rule *rule)
{
    struct pv_arena *mem = &r->set->mem;
    size_t slash = pv_str_rfind_byte(r->file, '/');
    struct pv_str folder = pv_str_sub(r->file, 0, slash == SIZE_MAX ? 0 : slash);
    size_t name = pv_str_rfind_byte(folder, '/');
    if (name != SIZE_MAX && pv_str_eq(pv_str_sub(folder, name + 1, folder.n), rule->id) &&
        pv_str_has_suffix(r->file, PV_STR("/rule.yaml"))) {
        size_t lang = pv_str_rfind_byte(pv_str_sub(folder, 0, name), '/');
        rule->check_id = pv_str_sub(folder, lang == SIZE_MAX ? 0 : lang + 1, folder.n);
        return PV_SUCCESS;
    }
    struct pv_str dotted = {0};
    while (folder.n && (folder.p[0] == '.' || folder.p[0] == '/'))
        folder = pv_str_sub(folder, 1, folder.n);
    PV_TRY(pv_str_format(mem, &dotted, r->err, "%.*s%s%.*s", PV_STR_FMT(folder),
                         folder.n ? "." : "", PV_STR_FMT(rule->id)));
    char *bytes = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, dotted.n, &bytes, r->err));
    for (size_t i = 0; i < dotted.n; i++)
        bytes[i] = i < folder.n && dotted.p[i] == '/' ? '.' : dotted.p[i];
    rule->check_id = (struct pv_str){bytes, dotted.n};
    return PV_SUCCESS;
}

PV_RESULT pv_rule_read_head(struct pv_rule_reader *r, const struct pv_doc *doc,
                            struct pv_rule *rule)
{
    PV_TRY(read_header(r, doc, rule));
    return name_rule(r, rule);
}

static PV_RESULT check_new(struct pv_rule_reader *r, const struct pv_doc *doc,
                           const struct pv_rule *rule)
{
    if (r->set->rules.n >= PV_RULES_MAX)
        return pv_rule_fail(r, PV_LIMIT, doc, "more than %d rules", PV_RULES_MAX);
    for (size_t i = 0; i < r->set->rules.n; i++) {
        const struct pv_rule *other = r->set->rules.p[i];
        if (pv_str_eq(other->check_id, rule->check_id) && pv_str_eq(other->file, rule->file))
            return pv_rule_note(r, pv_doc_get(doc, PV_STR("id"))->place,
                                "the id '%.*s' stands on line %zu already", PV_STR_FMT(rule->id),
                                other->line);
    }
    return PV_SUCCESS;
}

static PV_RESULT read_rule(struct pv_rule_reader *r, const struct pv_doc *doc)
{
    struct pv_rule *rule = NULL;
    struct pv_rule **slot = NULL;
    if (doc->kind != PV_DOC_MAP)
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected a rule, not %s",
                            pv_doc_kind_name(doc->kind));
    PV_TRY(PV_NEW(&r->set->mem, &rule, r->err));
    PV_TRY(pv_rule_read_head(r, doc, rule));
    PV_TRY(check_new(r, doc, rule));
    PV_TRY(pv_rule_read_parts(r, doc, rule));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->rules, &slot, r->err));
    *slot = rule;
    return PV_SUCCESS;
}

/* One rule's failure is the others' business only when memory is short. */
static PV_RESULT take_rule(struct pv_rule_set *set, const struct pv_rule_reader *source,
                           const struct pv_doc *doc, struct pv_err *err)
{
    struct pv_err why = {0};
    struct pv_rule_reader reader = {
        .set = set, .file = source->file, .text = source->text, .err = &why};
    reader.options = pv_match_options_default;
    reader.generic_options = pv_generic_options_default;
    struct pv_result result = read_rule(&reader, doc);
    if (pv_is_ok(result))
        return result;
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "%s", why.text);
    if (result.code == PV_UNSUPPORTED)
        set->n_unsupported++;
    else
        set->n_broken++;
    reader.err = err;
    return pv_rule_add_problem(&reader, result.code, why.text);
}

/* A problem has its place beside it: "line 3, column 5: " would say it twice. */
static const char *without_place(const char *text)
{
    const char *colon = strstr(text, ": ");
    bool has_place = strncmp(text, "line ", sizeof "line " - 1) == 0 && colon;
    return has_place ? colon + 2 : text;
}

struct pv_result pv_rule_set_read(struct pv_rule_set *set, struct pv_str file, struct pv_str text,
                                  struct pv_err *err)
{
    struct pv_rule_reader reader = {.set = set, .text = text, .err = err};
    struct pv_doc_error at = {.place = {1, 1}};
    struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(pv_str_copy(&set->mem, file, &reader.file, err));
    PV_TRY(PV_NEW(&set->mem, &doc, err));
    struct pv_result result = pv_doc_read(&set->mem, text, doc, &at, &why);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "%s", why.text);
    const struct pv_doc *rules = pv_doc_get(doc, PV_STR("rules"));
    if (!rules && doc->kind == PV_DOC_LIST)
        rules = doc;
    const struct pv_doc *entries = pv_doc_get(doc, PV_STR("entry-points"));
    if (pv_is_ok(result) && entries) {
        reader.err = &why;
        result = pv_entry_points_take(&reader, entries);
        at.place = reader.place;
        reader.err = err;
        if (pv_is_ok(result) && !rules)
            return result;
    }
    if (pv_is_ok(result) && (!rules || rules->kind != PV_DOC_LIST))
        result = pv_fail(&why, PV_SYNTAX, 0, "expected 'rules:' and a list of rules");
    if (!pv_is_ok(result)) {
        set->n_broken++;
        reader.place = at.place;
        return pv_rule_add_problem(&reader, result.code, without_place(why.text));
    }
    for (size_t i = 0; i < rules->n; i++)
        PV_TRY(take_rule(set, &reader, &rules->items[i], err));
    return PV_SUCCESS;
}
