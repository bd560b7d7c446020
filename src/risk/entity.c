/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/entity.h"

#include "base/buf.h"
#include "risk/entity_internal.h"
#include "risk/risk_limits.h"
#include "text/doc.h"

static const struct {
    const char *kind;
    enum pv_entity_kind value;
} kinds[] = {
    {"Component", PV_ENTITY_COMPONENT},
    {"API", PV_ENTITY_API},
    {"System", PV_ENTITY_SYSTEM},
    {"Domain", PV_ENTITY_DOMAIN},
};

static struct pv_str text_of(const struct pv_doc *doc)
{
    return doc && pv_doc_is_scalar(doc) ? doc->text : (struct pv_str){0};
}

/* "api:default/claims-api" names claims-api. */
static struct pv_str name_of_ref(struct pv_str ref)
{
    size_t slash = pv_str_rfind_byte(ref, '/');
    if (slash != SIZE_MAX)
        return pv_str_sub(ref, slash + 1, ref.n);
    size_t colon = pv_str_rfind_byte(ref, ':');
    return colon == SIZE_MAX ? ref : pv_str_sub(ref, colon + 1, ref.n);
}

static PV_RESULT read_refs(struct pv_arena *mem, const struct pv_doc *doc,
                           struct pv_entity_names *out, struct pv_err *err)
{
    if (!doc)
        return PV_SUCCESS;
    if (doc->kind != PV_DOC_LIST)
        return pv_fail(err, PV_SYNTAX, 0, "line %u, column %u: expected a list of APIs",
                       doc->place.line, doc->place.column);
    for (size_t i = 0; i < doc->n; i++) {
        struct pv_str *slot = NULL;
        if (out->list.n == PV_RISK_EDGES_MAX)
            return pv_fail(err, PV_LIMIT, 0, "line %u: more than %d APIs", doc->place.line,
                           PV_RISK_EDGES_MAX);
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
        *slot = name_of_ref(text_of(&doc->items[i]));
    }
    return PV_SUCCESS;
}

/* Where an entry belongs, and its APIs: below `spec`, or at the top in short form. */
static PV_RESULT read_spec(struct pv_arena *mem, const struct pv_doc *spec, struct pv_entity *out,
                           struct pv_err *err)
{
    out->owner = text_of(pv_doc_get(spec, PV_STR("owner")));
    out->of_system = name_of_ref(text_of(pv_doc_get(spec, PV_STR("system"))));
    out->of_domain = name_of_ref(text_of(pv_doc_get(
        spec, out->kind == PV_ENTITY_DOMAIN ? PV_STR("subdomainOf") : PV_STR("domain"))));
    if (out->kind != PV_ENTITY_COMPONENT)
        return PV_SUCCESS;
    PV_TRY(read_refs(mem, pv_doc_get(spec, PV_STR("providesApis")), &out->provides, err));
    return read_refs(mem, pv_doc_get(spec, PV_STR("consumesApis")), &out->consumes, err);
}

static PV_RESULT read_long(struct pv_entity_reading *in, const struct pv_doc *doc,
                           struct pv_entity *out, struct pv_err *err)
{
    const struct pv_doc *metadata = pv_doc_get(doc, PV_STR("metadata"));
    in->notes = pv_doc_get(metadata, PV_STR("annotations"));
    out->name = text_of(pv_doc_get(metadata, PV_STR("name")));
    if (out->name.n == 0)
        return pv_fail(err, PV_SYNTAX, 0, "line %u, column %u: %s %.*s needs metadata.name",
                       doc->place.line, doc->place.column, out->kind == PV_ENTITY_API ? "an" : "a",
                       PV_STR_FMT(text_of(pv_doc_get(doc, PV_STR("kind")))));
    PV_TRY(pv_entity_read_notes(in, out, err));
    return read_spec(in->mem, pv_doc_get(doc, PV_STR("spec")), out, err);
}

static PV_RESULT read_short(struct pv_entity_reading *in, const struct pv_doc *doc,
                            struct pv_entity *out, struct pv_err *err)
{
    in->notes = doc;
    in->is_short = true;
    out->name = text_of(pv_doc_get(doc, PV_STR("name")));
    PV_TRY(pv_entity_read_notes(in, out, err));
    return read_spec(in->mem, doc, out, err);
}

static bool kind_of(const struct pv_doc *doc, enum pv_entity_kind *out)
{
    struct pv_str text = text_of(doc);
    for (size_t i = 0; i < PV_COUNT(kinds); i++)
        if (pv_str_eq(text, pv_str_of(kinds[i].kind))) {
            *out = kinds[i].value;
            return true;
        }
    return false;
}

static PV_RESULT read_entity(struct pv_arena *mem, const struct pv_entity_file *file,
                             const struct pv_doc *doc, struct pv_entities *out, struct pv_err *err)
{
    const struct pv_doc *kind = pv_doc_get(doc, PV_STR("kind"));
    struct pv_entity *slot = NULL;
    struct pv_entity entity = {.at = {.source = file->source, .file = file->path}};
    struct pv_entity_reading in = {.mem = mem, .prefix = file->prefix};
    bool is_short = !kind && file->source != PV_CLAIM_CATALOG && doc->kind == PV_DOC_MAP;
    if (in.prefix.n == 0)
        in.prefix = PV_STR("pave.dev");
    if (!is_short && !kind_of(kind, &entity.kind))
        return PV_SUCCESS;
    entity.at.line = doc->place.line;
    if (is_short && doc->n == 1 && pv_doc_get(doc, PV_STR("prefix")))
        return PV_SUCCESS; /* it says nothing of a Component */
    PV_TRY(is_short ? read_short(&in, doc, &entity, err) : read_long(&in, doc, &entity, err));
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
    *slot = entity;
    return PV_SUCCESS;
}

PV_RESULT pv_entities_read(struct pv_arena *mem, const struct pv_entity_file *file,
                           struct pv_str text, struct pv_entities *out, struct pv_err *err)
{
    struct pv_doc all = {0};
    PV_TRY(pv_doc_read_all(mem, text, &all, NULL, err));
    if (all.n > PV_RISK_ENTITIES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d entries", PV_RISK_ENTITIES_MAX);
    for (size_t i = 0; i < all.n; i++)
        PV_TRY(read_entity(mem, file, &all.items[i], out, err));
    return PV_SUCCESS;
}

PV_RESULT pv_entity_prefix_read(struct pv_arena *mem, struct pv_str text, struct pv_str *out,
                                struct pv_err *err)
{
    struct pv_doc all = {0};
    struct pv_str prefix = {0};
    PV_TRY(pv_doc_read_all(mem, text, &all, NULL, err));
    for (size_t i = 0; i < all.n && !prefix.n; i++)
        prefix = text_of(pv_doc_get(&all.items[i], PV_STR("prefix")));
    *out = prefix;
    return PV_SUCCESS;
}
