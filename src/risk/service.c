/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/service.h"

#include "base/attr.h"
#include "base/buf.h"
#include "text/doc.h"

/* What stands before a service, and whether an attack without a login passes it. */
static const struct {
    const char *authn;
    unsigned gate;
} gates[] = {
    {"none", PV_GATE_OPEN},      {"shared-secret", PV_GATE_GATED}, {"user", PV_GATE_GATED},
    {"workload", PV_GATE_GATED}, {"mtls", PV_GATE_GATED},
};

static PV_RESULT fail_at(struct pv_err *err, const struct pv_doc *doc, const char *what,
                         struct pv_str text, const char *use)
{
    return pv_fail(err, PV_SYNTAX, 0, "line %u, column %u: '%.*s' is not %s; use %s",
                   doc->place.line, doc->place.column, PV_STR_FMT(text), what, use);
}

/* "isolated, internal, partner or internet" */
static void add_values(enum pv_dimension dimension, struct pv_buf *out)
{
    unsigned n = pv_dimension_values(dimension);
    for (unsigned v = 0; v < n; v++) {
        const char *between = v == 0 ? "" : v + 1 == n ? " or " : ", ";
        pv_buf_format(out, "%s%.*s", between, PV_STR_FMT(pv_fact_text(dimension, v)));
    }
}

/* A fact that is not there is everything it could be. */
static PV_RESULT read_fact(const struct pv_doc *notes, struct pv_str key,
                           enum pv_dimension dimension, pv_fact *out, struct pv_err *err)
{
    const struct pv_doc *doc = pv_doc_get(notes, key);
    unsigned value = 0;
    *out = pv_fact_unknown(dimension);
    if (!doc)
        return PV_SUCCESS;
    if (!pv_doc_is_scalar(doc) || !pv_fact_value(dimension, doc->text, &value)) {
        PV_DEFER(pv_buf_clear) struct pv_buf values = {0};
        add_values(dimension, &values);
        pv_buf_add_byte(&values, '\0');
        PV_TRY(pv_buf_result(&values, err));
        return fail_at(err, doc, "a value of it", doc->text, values.p);
    }
    *out = pv_fact_of(value);
    return PV_SUCCESS;
}

static PV_RESULT read_gate(const struct pv_doc *notes, pv_fact *out, struct pv_err *err)
{
    const struct pv_doc *doc = pv_doc_get(notes, PV_STR("pave.dev/authn"));
    *out = pv_fact_unknown(PV_DIM_GATE);
    for (size_t i = 0; doc && i < PV_COUNT(gates); i++) {
        if (pv_str_eq(pv_str_of(gates[i].authn), doc->text)) {
            *out = pv_fact_of(gates[i].gate);
            return PV_SUCCESS;
        }
    }
    if (doc)
        return fail_at(err, doc, "a kind of login", doc->text,
                       "none, shared-secret, user, workload or mtls");
    return PV_SUCCESS;
}

static PV_RESULT read_data(const struct pv_doc *notes, struct pv_service *service,
                           struct pv_err *err)
{
    const struct pv_doc *doc = pv_doc_get(notes, PV_STR("pave.dev/data"));
    struct pv_err inner = {0};
    if (!doc)
        return PV_SUCCESS;
    struct pv_result result = pv_data_items_parse(doc->text, &service->data, &inner);
    if (!pv_is_ok(result))
        return pv_fail(err, PV_SYNTAX, inner.offset, "line %u, column %u: %s", doc->place.line,
                       doc->place.column, inner.text);
    service->has_data = true;
    return PV_SUCCESS;
}

static bool has_item(const struct pv_service *service, struct pv_str name)
{
    for (size_t i = 0; i < service->data.n; i++)
        if (pv_str_eq(service->data.items[i].name, name))
            return true;
    return false;
}

static PV_RESULT read_types(struct pv_arena *mem, const struct pv_doc *notes,
                            struct pv_service *service, struct pv_err *err)
{
    const struct pv_doc *doc = pv_doc_get(notes, PV_STR("pave.dev/types"));
    struct pv_err inner = {0};
    if (!doc)
        return PV_SUCCESS;
    struct pv_result result = pv_data_types_parse(mem, doc->text, &service->types, &inner);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, PV_NO_MEMORY, 0, "%s", inner.text);
    if (!pv_is_ok(result))
        return pv_fail(err, PV_SYNTAX, inner.offset, "line %u, column %u: %s", doc->place.line,
                       doc->place.column, inner.text);
    PV_VEC_EACH (const struct pv_data_type, type, &service->types.list)
        if (!has_item(service, type->item))
            return pv_fail(err, PV_SYNTAX, 0,
                           "line %u, column %u: '%.*s' has types but is not in pave.dev/data",
                           doc->place.line, doc->place.column, PV_STR_FMT(type->item));
    return PV_SUCCESS;
}

static struct pv_str text_of(const struct pv_doc *doc)
{
    return pv_doc_is_scalar(doc) ? doc->text : (struct pv_str){0};
}

static PV_RESULT read_component(struct pv_arena *mem, const struct pv_doc *doc,
                                struct pv_service *service, struct pv_err *err)
{
    const struct pv_doc *metadata = pv_doc_get(doc, PV_STR("metadata"));
    const struct pv_doc *notes = pv_doc_get(metadata, PV_STR("annotations"));
    service->name = text_of(pv_doc_get(metadata, PV_STR("name")));
    service->owner = text_of(pv_doc_get(pv_doc_get(doc, PV_STR("spec")), PV_STR("owner")));
    if (service->name.n == 0)
        return pv_fail(err, PV_SYNTAX, 0, "line %u, column %u: a Component needs metadata.name",
                       doc->place.line, doc->place.column);
    PV_TRY(read_fact(notes, PV_STR("pave.dev/exposure"), PV_DIM_REACH, &service->reach, err));
    PV_TRY(read_fact(notes, PV_STR("pave.dev/tier"), PV_DIM_TIER, &service->tier, err));
    PV_TRY(read_gate(notes, &service->gate, err));
    PV_TRY(read_data(notes, service, err));
    return read_types(mem, notes, service, err);
}

struct pv_result pv_service_read(struct pv_arena *mem, struct pv_str file, struct pv_str text,
                                 struct pv_service *out, struct pv_err *err)
{
    struct pv_doc all = {0};
    PV_TRY(pv_doc_read_all(mem, text, &all, NULL, err));
    for (size_t i = 0; i < all.n; i++) {
        struct pv_service service = {.file = file};
        const struct pv_doc *kind = pv_doc_get(&all.items[i], PV_STR("kind"));
        if (!pv_str_eq(text_of(kind), PV_STR("Component")))
            continue;
        PV_TRY(read_component(mem, &all.items[i], &service, err));
        *out = service;
        return PV_SUCCESS;
    }
    return pv_fail(err, PV_NOT_FOUND, 0, "no Component in %.*s", PV_STR_FMT(file));
}
