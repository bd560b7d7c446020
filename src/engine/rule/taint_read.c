/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what a rule of taint mode says: four lists of formulas with a few words to each. */
#include "engine/rule/entry_point.h"

#include "base/attr.h"

enum list { SOURCES, SINKS, SANITIZERS, PROPAGATORS, KNOWN };

static const struct {
    struct pv_str key;
    bool is_needed;
} lists[] = {
#define LIST(text, is_needed)                                                                      \
    {                                                                                              \
        {(text), sizeof(text) - 1}, (is_needed)                                                    \
    }
    [SOURCES] = LIST("pattern-sources", true),
    [SINKS] = LIST("pattern-sinks", true),
    [SANITIZERS] = LIST("pattern-sanitizers", false),
    [PROPAGATORS] = LIST("pattern-propagators", false),
    [KNOWN] = LIST("pattern-known", false),
#undef LIST
};

struct specs {
    PV_VEC(struct pv_taint_spec) list;
};

static PV_RESULT read_flag(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_str key,
                           bool *out)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    if (value && value->kind != PV_DOC_BOOL)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be true or false",
                            PV_STR_FMT(key));
    if (value)
        *out = value->number != 0;
    return PV_SUCCESS;
}

static PV_RESULT read_side_effect(struct pv_rule_reader *r, const struct pv_doc *doc,
                                  enum list list, struct pv_taint_spec *out)
{
    const struct pv_doc *value = pv_doc_get(doc, PV_STR("by-side-effect"));
    bool is_on = list == PROPAGATORS;
    if (value && pv_str_eq(value->text, PV_STR("only"))) {
        if (list != SOURCES)
            return pv_rule_fail(r, PV_INVALID, value, "only a source can say 'only'");
        out->side_effect = PV_SIDE_EFFECT_ONLY;
        return PV_SUCCESS;
    }
    PV_TRY(read_flag(r, doc, PV_STR("by-side-effect"), &is_on));
    out->side_effect = is_on ? PV_SIDE_EFFECT_YES : PV_SIDE_EFFECT_NO;
    return PV_SUCCESS;
}

static PV_RESULT read_word(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_str key,
                           pv_word *out)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    if (!value)
        return PV_SUCCESS;
    if (!pv_doc_is_scalar(value) || value->text.n == 0)
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be a name", PV_STR_FMT(key));
    return pv_vocab_add(&r->set->mem, &r->set->vocab, value->text, out, r->err);
}

/* A text, or a list of texts of which each kind of taint has to meet one. */
static PV_RESULT read_requires(struct pv_rule_reader *r, const struct pv_doc *doc,
                               struct pv_label **out)
{
    const struct pv_doc *value = pv_doc_get(doc, PV_STR("requires"));
    struct pv_err err = {0};
    if (!value)
        return PV_SUCCESS;
    if (!pv_doc_is_scalar(value))
        return pv_rule_fail(r, PV_UNSUPPORTED, value, "a list of 'requires' is not supported yet");
    struct pv_result result = pv_label_read(&r->set->mem, value->text, &r->set->vocab, out, &err);
    if (pv_is_ok(result))
        return result;
    r->place = pv_rule_place_in(r, value, err.offset);
    return pv_fail(r->err, result.code, err.offset, "in 'requires': %s", err.text);
}

static PV_RESULT read_ends(struct pv_rule_reader *r, const struct pv_doc *doc,
                           struct pv_taint_spec *out)
{
    PV_TRY(read_word(r, doc, PV_STR("from"), &out->from));
    PV_TRY(read_word(r, doc, PV_STR("to"), &out->to));
    if (!out->from)
        return pv_rule_fail(r, PV_INVALID, doc,
                            "a propagator needs 'from', a metavariable, and mostly 'to'");
    return PV_SUCCESS;
}

/* Whether a formula stands for whole calls, without a focus on some part of them. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_RULE_DEPTH_MAX */
static bool is_of_calls(const struct pv_formula *formula)
{
    if (formula->kind == PV_FORMULA_PATTERN) {
        const struct pv_tree *tree = &formula->pattern.source.tree;
        pv_node at = 0;
        /* f(...); is a call too. */
        while (at + 1 < tree->nodes.n && (pv_tree_at(tree, at)->kind == PV_BLOCK ||
                                          pv_tree_at(tree, at)->kind == PV_EXPR_STMT))
            at++;
        enum pv_kind kind = tree->nodes.n ? (enum pv_kind)pv_tree_at(tree, at)->kind : PV_NAME;
        return kind == PV_CALL || kind == PV_NEW;
    }
    if ((formula->kind != PV_FORMULA_ALL && formula->kind != PV_FORMULA_ANY) ||
        formula->n_focus > 0)
        return false;
    for (size_t i = 0; i < formula->n_terms; i++)
        if (is_of_calls(formula->terms[i]))
            return true;
    return false;
}

/* What an entry says besides its formula. */
static PV_RESULT read_words(struct pv_rule_reader *r, const struct pv_doc *doc, enum list list,
                            struct pv_taint_spec *out)
{
    out->is_exact = list == SINKS;
    if (pv_doc_is_scalar(doc))
        return PV_SUCCESS;
    PV_TRY(read_flag(r, doc, PV_STR("exact"), &out->is_exact));
    PV_TRY(read_flag(r, doc, PV_STR("not_conflicting"), &out->is_not_conflicting));
    if (list == SOURCES)
        PV_TRY(read_flag(r, doc, PV_STR("control"), &out->is_control));
    if (list == SINKS)
        PV_TRY(read_flag(r, doc, PV_STR("at-exit"), &out->is_at_exit));
    PV_TRY(read_side_effect(r, doc, list, out));
    PV_TRY(read_word(r, doc, PV_STR("label"), &out->label));
    PV_TRY(read_requires(r, doc, &out->requires));
    out->is_replacing = pv_doc_get(doc, PV_STR("replace-labels")) != NULL;
    return list == PROPAGATORS ? read_ends(r, doc, out) : PV_SUCCESS;
}

static PV_RESULT add_spec(struct pv_rule_reader *r, struct pv_taint_spec spec,
                          struct pv_formula *formula, struct specs *out)
{
    struct pv_taint_spec *slot = NULL;
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &out->list, &slot, r->err));
    *slot = spec;
    slot->formula = formula;
    return PV_SUCCESS;
}

/*
 * `entry-point: http` stands for all that is known to give what strangers sent, and `check:
 * allowed` for all that is known to look at a value before it is used.
 */
static PV_RESULT add_known(struct pv_rule_reader *r, const struct pv_doc *kind, enum list list,
                           struct pv_taint_spec spec, struct specs *out)
{
    struct pv_entry_formulas formulas = {0};
    if (!pv_doc_is_scalar(kind))
        return pv_rule_fail(r, PV_INVALID, kind, "'%s' should be a kind, such as %s",
                            list == SOURCES ? "entry-point" : "check",
                            list == SOURCES ? "http" : "allowed");
    PV_TRY(pv_entry_points_find(r, kind, kind->text, &formulas));
    spec.is_entry = list == SOURCES;
    for (size_t i = 0; i < formulas.list.n; i++)
        PV_TRY(add_spec(r, spec, formulas.list.p[i], out));
    return PV_SUCCESS;
}

static PV_RESULT read_spec(struct pv_rule_reader *r, const struct pv_doc *doc, enum list list,
                           bool is_new, struct specs *out)
{
    struct pv_taint_spec spec = {0};
    struct pv_formula **slot = NULL;
    struct pv_formula *formula = NULL;
    const struct pv_doc *kind = list == SOURCES      ? pv_doc_get(doc, PV_STR("entry-point"))
                                : list == SANITIZERS ? pv_doc_get(doc, PV_STR("check"))
                                                     : NULL;
    PV_TRY(read_words(r, doc, list, &spec));
    if (kind)
        return add_known(r, kind, list, spec, out);
    PV_TRY(PV_NEW(&r->set->mem, &formula, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->formulas, &slot, r->err));
    *slot = formula;
    PV_TRY(is_new ? pv_match_read(r, doc, formula) : pv_formula_read(r, doc, formula));
    spec.is_call = list == SINKS && is_of_calls(formula);
    return add_spec(r, spec, formula, out);
}

static PV_RESULT read_list(struct pv_rule_reader *r, const struct pv_doc *doc, enum list list,
                           struct pv_taint_specs *out)
{
    struct specs specs = {0};
    /* `taint: {sources: …}` of the newer syntax, or pattern-sources. */
    const struct pv_doc *newer = pv_doc_get(doc, PV_STR("taint"));
    struct pv_str key = lists[list].key;
    const struct pv_doc *entries =
        newer ? pv_doc_get(newer, pv_str_sub(key, sizeof "pattern-" - 1, key.n))
              : pv_doc_get(doc, key);
    if (!entries && !lists[list].is_needed)
        return PV_SUCCESS;
    if (!entries || entries->kind != PV_DOC_LIST || entries->n == 0)
        return pv_rule_fail(r, PV_INVALID, entries ? entries : doc,
                            "a taint rule needs '%.*s', a list of patterns",
                            PV_STR_FMT(lists[list].key));
    for (size_t i = 0; i < entries->n; i++)
        PV_TRY(read_spec(r, &entries->items[i], list, newer != NULL, &specs));
    *out = (struct pv_taint_specs){specs.list.p, specs.list.n};
    return PV_SUCCESS;
}

/* One of the formulas has to hold: what a file needs for that. */
static PV_RESULT any_of(struct pv_rule_reader *r, const struct pv_taint_specs *specs,
                        struct pv_formula *out)
{
    *out = (struct pv_formula){.kind = PV_FORMULA_ANY, .n_terms = specs->n};
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, specs->n, &out->terms, r->err));
    for (size_t i = 0; i < specs->n; i++)
        out->terms[i] = specs->p[i].formula;
    return PV_SUCCESS;
}

static bool has_requires(const struct pv_taint_specs *sinks)
{
    for (size_t i = 0; i < sinks->n; i++)
        if (sinks->p[i].requires)
            return true;
    return false;
}

/* A value has to come from a source, and to get to a sink. */
static PV_RESULT read_needs(struct pv_rule_reader *r, const struct pv_taint_rule *rule,
                            struct pv_rule_part *part)
{
    struct pv_formula either[2];
    struct pv_formula *all[] = {&either[0], &either[1], NULL};
    struct pv_formula need = {.kind = PV_FORMULA_ALL, .terms = all, .n_terms = 2};
    if (r->known_part)
        return pv_rule_read_needs(r, NULL, part);
    PV_TRY(any_of(r, &rule->sources, &either[0]));
    /* A closed rule wants to see every file that has a source. */
    PV_TRY(any_of(r, rule->options.is_closed ? &rule->sources : &rule->sinks, &either[1]));
    if (!rule->options.is_closed && has_requires(&rule->sinks)) {
        PV_TRY(pv_taint_need_labels(&r->set->mem, rule, &all[2], r->err));
        need.n_terms = 3;
    }
    PV_TRY(pv_rule_read_needs(r, &need, part));
    /* The first of all is of the sources, the second of the sinks. */
    if (!rule->options.is_closed && !rule->options.is_at_source &&
        !rule->options.is_within_functions)
        part->sinks_need = part->needs.list.p[1].after;
    return PV_SUCCESS;
}

struct pv_result pv_taint_read(struct pv_rule_reader *r, const struct pv_doc *doc,
                               struct pv_rule_part *part)
{
    struct pv_taint_rule *rule = NULL;
    if (!part->lang)
        return pv_rule_fail(r, PV_INVALID, doc, "taint mode needs a language of code");
    PV_TRY(PV_NEW(&r->set->mem, &rule, r->err));
    PV_TRY(read_list(r, doc, SOURCES, &rule->sources));
    PV_TRY(read_list(r, doc, SINKS, &rule->sinks));
    PV_TRY(read_list(r, doc, SANITIZERS, &rule->sanitizers));
    PV_TRY(read_list(r, doc, PROPAGATORS, &rule->propagators));
    PV_TRY(read_list(r, doc, KNOWN, &rule->known));
    rule->options = r->taint_options;
    rule->lang = pv_lang_name(part->lang);
    part->taint = rule;
    return read_needs(r, rule, part);
}
