/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The newer syntax of rules: `match:` with one pattern, or a mapping of `all`,
 * `any`, `not`, `inside`, `anywhere`, `pattern` or `regex`, and `where:` for
 * conditions.
 */
#include "engine/rule/rule_internal.h"

#include "base/attr.h"

static const struct {
    struct pv_str key;
    enum pv_formula_kind kind;
} keys[] = {
#define KEY(text, kind)                                                                            \
    {                                                                                              \
        {(text), sizeof(text) - 1}, PV_FORMULA_##kind                                              \
    }
    KEY("pattern", PATTERN), KEY("regex", REGEX),   KEY("all", ALL),           KEY("any", ANY),
    KEY("not", NOT),         KEY("inside", INSIDE), KEY("anywhere", ANYWHERE),
#undef KEY
};

static PV_RESULT read(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                      struct pv_formula *out);

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_list(struct pv_rule_reader *r, const struct pv_doc *list, size_t depth,
                           struct pv_formula *out)
{
    if (list->kind != PV_DOC_LIST || list->n == 0)
        return pv_rule_fail(r, PV_SYNTAX, list, "expected a list of patterns");
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n, &out->terms, r->err));
    for (size_t i = 0; i < list->n; i++) {
        struct pv_formula *term = NULL;
        PV_TRY(pv_formula_add_term(r, out, &list->items[i], &term));
        PV_TRY(read(r, &list->items[i], depth + 1, term));
    }
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_one(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                          struct pv_formula *out)
{
    struct pv_formula *term = NULL;
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, 1, &out->terms, r->err));
    PV_TRY(pv_formula_add_term(r, out, doc, &term));
    PV_TRY(read(r, doc, depth + 1, term));
    /* `not: {inside: …}` keeps apart what lies in a range from what is one. */
    if (out->kind == PV_FORMULA_NOT && term->kind == PV_FORMULA_INSIDE) {
        out->kind = PV_FORMULA_NOT_INSIDE;
        out->terms[0] = term->terms[0];
        term->n_terms = 0;
    }
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_kind(struct pv_rule_reader *r, enum pv_formula_kind kind,
                           const struct pv_doc *value, size_t depth, struct pv_formula *out)
{
    out->kind = kind;
    switch (kind) {
    case PV_FORMULA_PATTERN:
    case PV_FORMULA_GENERIC: return pv_formula_read_pattern(r, value, out);
    case PV_FORMULA_REGEX:
        out->regex_text = value->text;
        return pv_formula_read_regex(r, value, (struct pv_regex_options){.multiline = true},
                                     &out->regex);
    case PV_FORMULA_ALL:
    case PV_FORMULA_ANY: return read_list(r, value, depth, out);
    case PV_FORMULA_NOT:
    case PV_FORMULA_INSIDE:
    case PV_FORMULA_NOT_INSIDE:
    case PV_FORMULA_ANYWHERE: return read_one(r, value, depth, out);
    }
    return PV_SUCCESS;
}

/* `metavariable:` with what is asked of it. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_condition(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                                struct pv_formula *out)
{
    const struct pv_doc *name = pv_doc_get(doc, PV_STR("metavariable"));
    const struct pv_doc *regex = pv_doc_get(doc, PV_STR("regex"));
    struct pv_condition *condition = &out->conditions[out->n_conditions];
    PV_TRY(pv_formula_read_metavariable(r, name, &condition->metavariable));
    out->n_conditions++;
    if (regex) {
        condition->kind = PV_CONDITION_REGEX;
        condition->is_folded = true;
        return pv_formula_read_regex(r, regex, (struct pv_regex_options){.anchored = true},
                                     &condition->regex);
    }
    return pv_formula_read_within(r, doc, depth + 1, read, condition);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_where(struct pv_rule_reader *r, const struct pv_doc *list, size_t depth,
                            struct pv_formula *out)
{
    const pv_word **focus = NULL;
    if (list->kind != PV_DOC_LIST)
        return pv_rule_fail(r, PV_SYNTAX, list, "expected a list of conditions");
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n + 1, &out->conditions, r->err));
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, list->n + 1, &focus, r->err));
    for (size_t i = 0; i < list->n; i++) {
        const struct pv_doc *entry = &list->items[i];
        const struct pv_doc *focused = pv_doc_get(entry, PV_STR("focus"));
        bool is_named = pv_doc_get(entry, PV_STR("metavariable")) != NULL;
        bool is_typed = pv_doc_get(entry, PV_STR("type")) || pv_doc_get(entry, PV_STR("types")) ||
                        pv_doc_get(entry, PV_STR("analyzer"));
        if (focused)
            PV_TRY(pv_formula_read_focus(r, focused, &focus[out->n_focus++]));
        else if (pv_doc_get(entry, PV_STR("comparison")))
            PV_TRY(pv_formula_read_comparison(r, entry, out));
        else if (is_named && is_typed)
            PV_TRY(pv_condition_read(r, entry, out));
        else if (is_named)
            PV_TRY(read_condition(r, entry, depth, out));
        else
            return pv_rule_fail(r, PV_SYNTAX, entry,
                                "expected 'metavariable', 'comparison' or 'focus' here");
    }
    out->focus = focus;
    return PV_SUCCESS;
}

/* What the one of the keys that `doc` has says. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read_key(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                          struct pv_formula *out)
{
    for (size_t i = 0; i < PV_COUNT(keys); i++) {
        const struct pv_doc *value = pv_doc_get(doc, keys[i].key);
        if (value)
            return read_kind(r, keys[i].kind, value, depth, out);
    }
    return pv_rule_fail(r, PV_SYNTAX, doc,
                        "expected 'pattern', 'regex', 'all', 'any', 'not', 'inside' or 'anywhere'");
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static PV_RESULT read(struct pv_rule_reader *r, const struct pv_doc *doc, size_t depth,
                      struct pv_formula *out)
{
    const struct pv_doc *where = pv_doc_get(doc, PV_STR("where"));
    const struct pv_doc *as = pv_doc_get(doc, PV_STR("as"));
    const struct pv_doc *fix = pv_doc_get(doc, PV_STR("fix"));
    struct pv_formula *inner = NULL;
    if (depth >= PV_RULE_DEPTH_MAX)
        return pv_rule_fail(r, PV_LIMIT, doc, "patterns nested too deeply");
    if (pv_doc_is_scalar(doc))
        return pv_formula_read_pattern(r, doc, out);
    if (!where && !as && !fix)
        return read_key(r, doc, depth, out);
    if (pv_doc_get(doc, PV_STR("all"))) {
        PV_TRY(read_key(r, doc, depth, out));
    } else {
        /* Names and conditions belong to `all`; anything else is one of one. */
        out->kind = PV_FORMULA_ALL;
        PV_TRY(PV_NEW_ARRAY(&r->set->mem, 1, &out->terms, r->err));
        PV_TRY(pv_formula_add_term(r, out, doc, &inner));
        PV_TRY(read_key(r, doc, depth, inner));
    }
    if (as)
        PV_TRY(pv_formula_read_metavariable(r, as, &out->as));
    if (fix && !pv_doc_is_scalar(fix))
        return pv_rule_fail(r, PV_INVALID, fix, "'fix' should be text");
    if (fix)
        out->fix = fix->text.n ? pv_str_trim(fix->text) : PV_STR("");
    return where ? read_where(r, where, depth, out) : PV_SUCCESS;
}

struct pv_result pv_match_read(struct pv_rule_reader *r, const struct pv_doc *doc,
                               struct pv_formula *out)
{
    PV_TRY(read(r, doc, 0, out));
    if (out->kind == PV_FORMULA_NOT || out->kind == PV_FORMULA_NOT_INSIDE)
        return pv_rule_fail(r, PV_INVALID, doc, "a rule cannot be a negation alone");
    return PV_SUCCESS;
}
