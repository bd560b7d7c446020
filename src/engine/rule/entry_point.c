/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/entry_point.h"

#include "base/embedded.h"

/* Made at build time from entries/. */
extern const struct pv_embedded pv_shipped_entries[];

static PV_RESULT take_one(struct pv_rule_reader *r, const struct pv_doc *doc)
{
    struct pv_entry_point *slot = NULL;
    const struct pv_doc *id = pv_doc_get(doc, PV_STR("id"));
    const struct pv_doc *kind = pv_doc_get(doc, PV_STR("kind"));
    const struct pv_doc *languages = pv_doc_get(doc, PV_STR("languages"));
    if (doc->kind != PV_DOC_MAP || !id || !pv_doc_is_scalar(id) || !kind ||
        !pv_doc_is_scalar(kind) || !languages || languages->kind != PV_DOC_LIST)
        return pv_rule_fail(r, PV_INVALID, doc,
                            "an entry point needs 'id', 'kind', 'languages' and a pattern");
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->entry_points, &slot, r->err));
    *slot = (struct pv_entry_point){.id = id->text,
                                    .kind = kind->text,
                                    .languages = languages,
                                    .doc = doc,
                                    .file = r->file,
                                    .text = r->text};
    return PV_SUCCESS;
}

struct pv_result pv_entry_points_take(struct pv_rule_reader *r, const struct pv_doc *list)
{
    if (list->kind != PV_DOC_LIST)
        return pv_rule_fail(r, PV_SYNTAX, list, "expected a list of entry points");
    for (size_t i = 0; i < list->n; i++)
        PV_TRY(take_one(r, &list->items[i]));
    return PV_SUCCESS;
}

/* Those that Pave comes with, once a rule asks for any. */
static PV_RESULT take_shipped(struct pv_rule_reader *r)
{
    if (r->set->has_shipped_entries)
        return PV_SUCCESS;
    r->set->has_shipped_entries = true;
    for (const struct pv_embedded *file = pv_shipped_entries; file->path.p; file++) {
        struct pv_rule_reader reader = {
            .set = r->set, .file = file->path, .text = file->text, .err = r->err};
        struct pv_doc_error at = {0};
        struct pv_doc *doc = NULL;
        PV_TRY(PV_NEW(&r->set->mem, &doc, r->err));
        PV_TRY(pv_doc_read(&r->set->mem, file->text, doc, &at, r->err));
        const struct pv_doc *list = pv_doc_get(doc, PV_STR("entry-points"));
        if (list)
            PV_TRY(pv_entry_points_take(&reader, list));
    }
    return PV_SUCCESS;
}

static bool is_for(const struct pv_entry_point *entry, struct pv_str kind,
                   const struct pv_lang *lang)
{
    if (!pv_str_eq(entry->kind, kind))
        return false;
    for (size_t i = 0; i < entry->languages->n; i++)
        if (pv_lang_find(entry->languages->items[i].text) == lang)
            return true;
    return false;
}

static PV_RESULT read_formula(struct pv_rule_reader *r, size_t number, struct pv_formula **out)
{
    const struct pv_entry_point *entry = &r->set->entry_points.p[number];
    struct pv_entry_formula *slot = NULL;
    struct pv_formula **owned = NULL;
    PV_VEC_EACH (const struct pv_entry_formula, known, &r->set->entry_formulas)
        if (known->entry == number && known->lang == r->lang) {
            *out = known->formula;
            return PV_SUCCESS;
        }
    struct pv_rule_reader reader = {.set = r->set,
                                    .file = entry->file,
                                    .text = entry->text,
                                    .rule_id = entry->id,
                                    .lang = r->lang,
                                    .options = pv_match_options_default,
                                    .err = r->err};
    PV_TRY(PV_NEW(&r->set->mem, out, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->formulas, &owned, r->err));
    *owned = *out;
    PV_TRY(pv_formula_read(&reader, entry->doc, *out));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->entry_formulas, &slot, r->err));
    *slot = (struct pv_entry_formula){.entry = number, .lang = r->lang, .formula = *out};
    return PV_SUCCESS;
}

struct pv_result pv_entry_points_find(struct pv_rule_reader *r, const struct pv_doc *doc,
                                      struct pv_str kind, struct pv_entry_formulas *out)
{
    PV_TRY(take_shipped(r));
    for (size_t i = 0; i < r->set->entry_points.n; i++) {
        struct pv_formula **slot = NULL;
        struct pv_formula *formula = NULL;
        if (!is_for(&r->set->entry_points.p[i], kind, r->lang))
            continue;
        PV_TRY(read_formula(r, i, &formula));
        PV_TRY(PV_VEC_PUSH(&r->set->mem, &out->list, &slot, r->err));
        *slot = formula;
    }
    if (out->list.n == 0)
        return pv_rule_fail(r, PV_INVALID, doc, "no entry point of kind '%.*s' is known for %.*s",
                            PV_STR_FMT(kind), PV_STR_FMT(pv_lang_name(r->lang)));
    return PV_SUCCESS;
}

static bool is_shipped(const struct pv_entry_point *entry)
{
    for (const struct pv_embedded *file = pv_shipped_entries; file->path.p; file++)
        if (file->text.p == entry->text.p)
            return true;
    return false;
}

bool pv_entry_points_are_shipped(const struct pv_rule_set *set)
{
    PV_VEC_EACH (const struct pv_entry_point, entry, &set->entry_points)
        if (!is_shipped(entry))
            return false;
    return true;
}

struct pv_result pv_entry_points_compile(struct pv_rule_set *set, const struct pv_lang *lang,
                                         struct pv_err *err)
{
    PV_VEC_EACH (struct pv_entry_formula, deferred, &set->deferred_entries) {
        struct pv_rule_reader reader = {.set = set, .lang = deferred->lang, .err = err};
        struct pv_formula *formula = NULL;
        if (!lang || deferred->formula ||
            (!pv_lang_covers(lang, deferred->lang) && !pv_lang_covers(deferred->lang, lang)))
            continue;
        PV_TRY(take_shipped(&reader));
        if (deferred->entry >= set->entry_points.n)
            return pv_fail(err, PV_INVALID, 0, "an entry point that this program has");
        PV_TRY(read_formula(&reader, deferred->entry, &formula));
        deferred->formula = formula;
    }
    return PV_SUCCESS;
}
