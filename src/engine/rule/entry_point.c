/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/entry_point.h"

#include "base/assert.h"
#include "base/bits.h"
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

static PV_RESULT take_file(struct pv_rule_set *set, const struct pv_embedded *file,
                           struct pv_err *err)
{
    struct pv_rule_reader reader = {.set = set, .file = file->path, .text = file->text, .err = err};
    struct pv_doc_error at = {0};
    struct pv_doc *doc = NULL;
    PV_TRY(PV_NEW(&set->mem, &doc, err));
    PV_TRY(pv_doc_read(&set->mem, file->text, doc, &at, err));
    const struct pv_doc *list = pv_doc_get(doc, PV_STR("entry-points"));
    return list ? pv_entry_points_take(&reader, list) : PV_SUCCESS;
}

/* A language has to be named, by its own name, in a file that has entry points of it. */
static bool may_be_for(const struct pv_embedded *file, const struct pv_lang *lang)
{
    return !lang || pv_str_find(file->text, pv_lang_name(lang), 0) != SIZE_MAX;
}

/* Those that Pave comes with, of a language once a rule asks for any. */
static PV_RESULT take_shipped(struct pv_rule_set *set, const struct pv_lang *lang,
                              struct pv_err *err)
{
    for (size_t i = 0; pv_shipped_entries[i].path.p; i++) {
        pv_assert(i < PV_BITS_WORD);
        if (pv_bits_has(&set->shipped_entries, i) || !may_be_for(&pv_shipped_entries[i], lang))
            continue;
        pv_bits_set(&set->shipped_entries, i);
        PV_TRY(take_file(set, &pv_shipped_entries[i], err));
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

/* NULL when it was not read yet. */
static struct pv_formula *known_formula(const struct pv_rule_set *set, size_t number,
                                        const struct pv_lang *lang)
{
    PV_VEC_EACH (const struct pv_entry_formula, known, &set->entry_formulas)
        if (known->entry == number && known->lang == lang)
            return known->formula;
    return NULL;
}

static PV_RESULT read_formula(struct pv_rule_reader *r, size_t number, struct pv_formula **out)
{
    const struct pv_entry_point *entry = &r->set->entry_points.p[number];
    struct pv_entry_formula *slot = NULL;
    struct pv_formula **owned = NULL;
    struct pv_needs needs = {0};
    struct pv_rule_reader reader = {.set = r->set,
                                    .file = entry->file,
                                    .text = entry->text,
                                    .rule_id = entry->id,
                                    .lang = r->lang,
                                    .options = pv_match_options_default,
                                    .err = r->err};
    reader.options.implicit_package = pv_rule_means_types(r->lang);
    PV_TRY(PV_NEW(&r->set->mem, out, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->formulas, &owned, r->err));
    *owned = *out;
    PV_TRY(pv_formula_read(&reader, entry->doc, *out));
    PV_TRY(pv_need_of_formula(&r->set->mem, *out, &r->set->vocab, &needs, r->err));
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->entry_formulas, &slot, r->err));
    *slot = (struct pv_entry_formula){number, r->lang, *out, needs};
    return PV_SUCCESS;
}

struct pv_result pv_entry_points_find(struct pv_rule_reader *r, const struct pv_doc *doc,
                                      struct pv_str kind, struct pv_entry_formulas *out)
{
    if (!r->takes_known_entries)
        PV_TRY(take_shipped(r->set, r->lang, r->err));
    for (size_t i = 0; i < r->set->entry_points.n; i++) {
        struct pv_formula **slot = NULL;
        struct pv_formula *formula = known_formula(r->set, i, r->lang);
        if (!is_for(&r->set->entry_points.p[i], kind, r->lang) ||
            (!formula && r->takes_known_entries))
            continue;
        if (!formula)
            PV_TRY(read_formula(r, i, &formula));
        PV_TRY(PV_VEC_PUSH(&r->set->mem, &out->list, &slot, r->err));
        *slot = formula;
    }
    if (out->list.n == 0 && !r->takes_known_entries)
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

struct pv_deferred_entry pv_entry_point_place(const struct pv_rule_set *set, size_t number)
{
    const struct pv_entry_point *entries = set->entry_points.p;
    struct pv_deferred_entry place = {0};
    while (pv_shipped_entries[place.file].text.p != entries[number].text.p)
        place.file++;
    for (size_t i = 0; i < number; i++)
        place.index += entries[i].text.p == entries[number].text.p;
    return place;
}

/* SIZE_MAX when there is none there. */
static size_t find_place(const struct pv_rule_set *set, const struct pv_deferred_entry *place)
{
    size_t index = 0;
    for (size_t i = 0; i < set->entry_points.n; i++) {
        if (set->entry_points.p[i].text.p != pv_shipped_entries[place->file].text.p)
            continue;
        if (index++ == place->index)
            return i;
    }
    return SIZE_MAX;
}

static bool has_file(size_t number)
{
    for (size_t i = 0; pv_shipped_entries[i].path.p; i++)
        if (i == number)
            return true;
    return false;
}

struct pv_result pv_entry_point_compile(struct pv_rule_set *set, struct pv_deferred_entry *entry,
                                        struct pv_err *err)
{
    struct pv_rule_reader reader = {.set = set, .lang = entry->lang, .err = err};
    struct pv_formula *formula = NULL;
    if (entry->is_compiled)
        return PV_SUCCESS;
    if (!has_file(entry->file))
        return pv_fail(err, PV_INVALID, 0, "an entry point that this program has");
    PV_TRY(take_shipped(set, entry->lang, err));
    size_t number = find_place(set, entry);
    if (number == SIZE_MAX)
        return pv_fail(err, PV_INVALID, 0, "an entry point that this program has");
    if (!known_formula(set, number, entry->lang))
        PV_TRY(read_formula(&reader, number, &formula));
    entry->is_compiled = true;
    return PV_SUCCESS;
}
