/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions on the type of what is bound, and on how its text looks. */
#include "engine/rule/rule_internal.h"

#include "base/attr.h"

/* A type that is more than a name, read in the language's own words; PV_NOT_FOUND where that fails.
 */
static PV_RESULT written_pattern(struct pv_rule_reader *r, struct pv_str type,
                                 struct pv_formula *out)
{
    static const char *const forms[][2] = {{"($_: ", ")"}, {"(", " $_)"}};
    struct pv_arena *mem = &r->set->mem;
    for (size_t i = 0; r->lang && i < PV_COUNT(forms); i++) {
        struct pv_str text = {0};
        struct pv_pattern pattern = {0};
        PV_TRY(pv_str_format(mem, &text, r->err, "%s%.*s%s", forms[i][0], PV_STR_FMT(type),
                             forms[i][1]));
        struct pv_result result =
            pv_pattern_compile(mem, (struct pv_pattern_code){r->lang, text, &r->set->shelf},
                               &r->options, &r->set->vocab, &pattern, NULL);
        if (result.code == PV_NO_MEMORY)
            return result;
        if (!pv_is_ok(result))
            continue;
        if (pv_tree_at(&pattern.source.tree, 0)->kind == PV_TYPED) {
            out->kind = PV_FORMULA_PATTERN;
            out->pattern = pattern;
            return result;
        }
        pv_pattern_clear(&pattern);
    }
    return (struct pv_result){PV_NOT_FOUND};
}

/* The pattern ($_ : TYPE) as a tree, whatever the language would write for it. */
static PV_RESULT named_pattern(struct pv_rule_reader *r, struct pv_str type, struct pv_formula *out)
{
    struct pv_arena *mem = &r->set->mem;
    struct pv_pattern_source source = {.form = PV_FORM_EXPR, .tree = {.text = type}};
    struct pv_tree_node typed = {.kind = PV_TYPED, .end = (uint32_t)type.n};
    struct pv_tree_node name = {.kind = PV_TYPE, .role = PV_ROLE_TYPE, .end = (uint32_t)type.n};
    struct pv_tree_node any = {.kind = PV_MVAR, .role = PV_ROLE_TARGET};
    pv_node root = PV_NO_NODE;
    pv_node node = PV_NO_NODE;
    PV_TRY(pv_vocab_add(mem, &r->set->vocab, type, &name.word, r->err));
    PV_TRY(pv_vocab_add(mem, &r->set->vocab, PV_STR("$_"), &any.word, r->err));
    PV_TRY(pv_tree_open(mem, &source.tree, PV_NO_NODE, typed, &root, r->err));
    PV_TRY(pv_tree_open(mem, &source.tree, root, name, &node, r->err));
    pv_tree_close(&source.tree, node);
    PV_TRY(pv_tree_open(mem, &source.tree, root, any, &node, r->err));
    pv_tree_close(&source.tree, node);
    pv_tree_close(&source.tree, root);
    out->kind = PV_FORMULA_PATTERN;
    return pv_pattern_prepare(mem, source, &r->options, &r->set->vocab, &out->pattern, r->err);
}

/* What the matcher compares as it is written: one name, or `char[100]`. */
static bool is_plain_name(struct pv_str type)
{
    size_t open = pv_str_rfind_byte(type, '[');
    if (open != SIZE_MAX && open > 0 && open + 1 < type.n && type.p[open + 1] >= '0' &&
        type.p[open + 1] <= '9')
        return true;
    for (size_t i = 0; i < type.n; i++)
        if (strchr("<>[]*&?|, ", type.p[i]))
            return false;
    return true;
}

static PV_RESULT typed_pattern(struct pv_rule_reader *r, struct pv_str type, struct pv_formula *out)
{
    if (!is_plain_name(type)) {
        struct pv_result result = written_pattern(r, type, out);
        if (result.code != PV_NOT_FOUND)
            return result;
    }
    return named_pattern(r, type, out);
}

static PV_RESULT read_types(struct pv_rule_reader *r, const struct pv_doc *types,
                            struct pv_condition *out)
{
    size_t n = types->kind == PV_DOC_LIST ? types->n : 1;
    out->kind = PV_CONDITION_PATTERN;
    PV_TRY(PV_NEW(&r->set->mem, &out->formula, r->err));
    out->formula->kind = PV_FORMULA_ANY;
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, n, &out->formula->terms, r->err));
    for (size_t i = 0; i < n; i++) {
        const struct pv_doc *type = types->kind == PV_DOC_LIST ? &types->items[i] : types;
        struct pv_formula *term = NULL;
        if (!pv_doc_is_scalar(type) || type->text.n == 0)
            return pv_rule_fail(r, PV_INVALID, type, "expected the name of a type");
        PV_TRY(pv_formula_add_term(r, out->formula, type, &term));
        PV_TRY(typed_pattern(r, type->text, term));
    }
    return PV_SUCCESS;
}

static PV_RESULT read_analyzer(struct pv_rule_reader *r, const struct pv_doc *analyzer,
                               struct pv_condition *out)
{
    if (pv_str_eq(analyzer->text, PV_STR("entropy")))
        out->kind = PV_CONDITION_ENTROPY;
    else if (pv_str_eq(analyzer->text, PV_STR("redos")))
        out->kind = PV_CONDITION_REDOS;
    else
        return pv_rule_fail(r, PV_UNSUPPORTED, analyzer, "analyzer '%.*s' is not supported yet",
                            PV_STR_FMT(analyzer->text));
    return PV_SUCCESS;
}

struct pv_result pv_condition_read(struct pv_rule_reader *r, const struct pv_doc *doc,
                                   struct pv_formula *out)
{
    const struct pv_doc *name = pv_doc_get(doc, PV_STR("metavariable"));
    const struct pv_doc *type = pv_doc_get(doc, PV_STR("type"));
    const struct pv_doc *types = pv_doc_get(doc, PV_STR("types"));
    const struct pv_doc *analyzer = pv_doc_get(doc, PV_STR("analyzer"));
    struct pv_condition *condition = &out->conditions[out->n_conditions];
    if (!name)
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected 'metavariable' here");
    PV_TRY(pv_formula_read_metavariable(r, name, &condition->metavariable));
    out->n_conditions++;
    if (analyzer)
        return read_analyzer(r, analyzer, condition);
    if (!type && !types)
        return pv_rule_fail(r, PV_SYNTAX, doc, "expected 'type', 'types' or 'analyzer' here");
    return read_types(r, types ? types : type, condition);
}
