/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule_internal.h"

static PV_RESULT read_text(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_str key,
                           struct pv_str *out)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    if (value && !pv_doc_is_scalar(value))
        return pv_rule_fail(r, PV_INVALID, value, "'%.*s' should be text", PV_STR_FMT(key));
    if (value)
        *out = value->text.n ? pv_str_trim(value->text) : PV_STR("");
    return PV_SUCCESS;
}

static PV_RESULT read_regex(struct pv_rule_reader *r, const struct pv_doc *doc,
                            struct pv_fix_regex *out)
{
    const struct pv_doc *regex = pv_doc_get(doc, PV_STR("regex"));
    const struct pv_doc *replacement = pv_doc_get(doc, PV_STR("replacement"));
    const struct pv_doc *count = pv_doc_get(doc, PV_STR("count"));
    const struct pv_regex *compiled = NULL;
    if (!regex || !replacement || !pv_doc_is_scalar(replacement))
        return pv_rule_fail(r, PV_INVALID, doc, "'fix-regex' needs 'regex' and 'replacement'");
    if (count && (count->kind != PV_DOC_INT || count->number < 0))
        return pv_rule_fail(r, PV_INVALID, count, "'count' should be a whole number");
    struct pv_regex_options options = {.multiline = true, .is_rare = true};
    PV_TRY(pv_rule_own_regex(r, regex, options, &compiled));
    *out = (struct pv_fix_regex){.regex = compiled,
                                 .written = regex->text,
                                 .replacement = replacement->text,
                                 .count = count ? (size_t)count->number : 0};
    return read_text(r, doc, PV_STR("import"), &out->import);
}

/* One, or a list whose first that finds something in the match is the fix. */
static PV_RESULT read_regexes(struct pv_rule_reader *r, const struct pv_doc *doc,
                              struct pv_rule *rule)
{
    bool is_list = doc->kind == PV_DOC_LIST;
    size_t n = is_list ? doc->n : 1;
    struct pv_fix_regex *list = NULL;
    PV_TRY(PV_NEW_ARRAY(&r->set->mem, n + 1, &list, r->err));
    for (size_t i = 0; i < n; i++)
        PV_TRY(read_regex(r, is_list ? &doc->items[i] : doc, &list[i]));
    rule->fix_regexes = list;
    rule->n_fix_regexes = n;
    return PV_SUCCESS;
}

PV_RESULT pv_fix_read(struct pv_rule_reader *r, const struct pv_doc *doc, struct pv_rule *rule)
{
    const struct pv_doc *regex = pv_doc_get(doc, PV_STR("fix-regex"));
    /* `fix` belongs to the match, so the blanks around it in YAML do not. */
    PV_TRY(read_text(r, doc, PV_STR("fix"), &rule->fix));
    PV_TRY(read_text(r, doc, PV_STR("fix-import"), &rule->fix_import));
    return regex ? read_regexes(r, regex, rule) : PV_SUCCESS;
}
