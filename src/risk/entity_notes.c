/* SPDX-License-Identifier: Apache-2.0 */
/* The annotations of an entry, each by its small syntax. */
#include "base/attr.h"
#include "base/buf.h"
#include "base/reader.h"
#include "risk/entity_internal.h"
#include "risk/risk_limits.h"
#include "text/date.h"

enum key {
#define KEY(id, name) KEY_##id,
#include "risk/entity_key.def"
#undef KEY
    KEY_COUNT
};

static const char *const key_names[] = {
#define KEY(id, name) name,
#include "risk/entity_key.def"
#undef KEY
};

/* Beside those, what an entry in short form may have at its top. */
static const char *const short_names[] = {"name",         "owner",        "system",
                                          "providesApis", "consumesApis", "prefix"};

/* What stands before a service, and whether an attack without a login passes it. */
static const struct {
    const char *word;
    unsigned value;
} gates[] = {
    {"none", PV_GATE_OPEN},      {"shared-secret", PV_GATE_GATED}, {"user", PV_GATE_GATED},
    {"workload", PV_GATE_GATED}, {"mtls", PV_GATE_GATED},
};

/* Who reads a bearer token can use it; one that is bound to its sender is of no use to others. */
static const struct {
    const char *word;
    unsigned value;
} bindings[] = {
    {"bearer", PV_SEALED_NONE},
    {"mtls", PV_SEALED_VERIFIED},
    {"dpop", PV_SEALED_VERIFIED},
    {"sigv4", PV_SEALED_VERIFIED},
};

static PV_RESULT fail_at(struct pv_err *err, const struct pv_doc *doc, const char *what,
                         const char *use)
{
    struct pv_str text = pv_doc_is_scalar(doc) ? doc->text : pv_str_of(pv_doc_kind_name(doc->kind));
    return pv_fail(err, PV_SYNTAX, 0, "line %u, column %u: '%.*s' is not %s; use %s",
                   doc->place.line, doc->place.column, PV_STR_FMT(text), what, use);
}

/* A failure within the text of `doc`: at its column, where the text is on one line. */
static PV_RESULT fail_within(struct pv_err *err, const struct pv_doc *doc, const struct pv_err *why)
{
    uint32_t column = doc->place.column;
    if (why->code == PV_NO_MEMORY)
        return pv_fail(err, why->code, 0, "%s", why->text);
    if (doc->style != PV_DOC_BLOCK)
        column += (uint32_t)why->offset + (doc->style == PV_DOC_QUOTED);
    return pv_fail(err, PV_SYNTAX, why->offset, "line %u, column %u: %s", doc->place.line, column,
                   why->text);
}

static PV_RESULT find(const struct pv_entity_reading *in, enum key key, const struct pv_doc **out,
                      struct pv_err *err)
{
    struct pv_str name = pv_str_of(key_names[key]);
    if (!in->is_short)
        PV_TRY(
            pv_str_format(in->mem, &name, err, "%.*s/%s", PV_STR_FMT(in->prefix), key_names[key]));
    *out = pv_doc_get(in->notes, name);
    if (*out && !pv_doc_is_scalar(*out))
        return fail_at(err, *out, "one line of text", "the form that docs/context.md shows");
    return PV_SUCCESS;
}

static bool is_key(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(key_names); i++)
        if (pv_str_eq(name, pv_str_of(key_names[i])))
            return true;
    return false;
}

static bool is_short_key(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(short_names); i++)
        if (pv_str_eq(name, pv_str_of(short_names[i])))
            return true;
    return is_key(name);
}

/* A name that is mistyped would be a fact that nobody reads. */
static PV_RESULT check_names(const struct pv_entity_reading *in, struct pv_err *err)
{
    bool is_map = in->notes && in->notes->kind == PV_DOC_MAP;
    for (size_t i = 0; is_map && i < in->notes->n; i++) {
        const struct pv_doc_key *key = &in->notes->keys[i];
        bool is_ours =
            in->is_short || (pv_str_has_prefix(key->text, in->prefix) &&
                             key->text.n > in->prefix.n && key->text.p[in->prefix.n] == '/');
        struct pv_str name =
            in->is_short ? key->text : pv_str_sub(key->text, in->prefix.n + 1, key->text.n);
        if (is_ours && !(in->is_short ? is_short_key(name) : is_key(name)))
            return pv_fail(err, PV_SYNTAX, 0,
                           "line %u, column %u: '%.*s' is no fact that Pave knows; "
                           "docs/context.md lists them",
                           key->place.line, key->place.column, PV_STR_FMT(key->text));
    }
    return PV_SUCCESS;
}

static struct pv_claim claim_of(const struct pv_entity *entity, const struct pv_doc *doc,
                                pv_fact fact)
{
    struct pv_claim claim = entity->at;
    claim.line = doc->place.line;
    claim.fact = fact;
    return claim;
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

static PV_RESULT read_value(const struct pv_entity_reading *in, enum key key,
                            enum pv_dimension dimension, const struct pv_entity *entity,
                            struct pv_claim *out, struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    unsigned value = 0;
    PV_TRY(find(in, key, &doc, err));
    if (!doc)
        return PV_SUCCESS;
    if (!pv_fact_value(dimension, doc->text, &value)) {
        PV_DEFER(pv_buf_clear) struct pv_buf values = {0};
        add_values(dimension, &values);
        pv_buf_add_byte(&values, '\0');
        PV_TRY(pv_buf_result(&values, err));
        return fail_at(err, doc, "a value of it", values.p);
    }
    *out = claim_of(entity, doc, pv_fact_of(value));
    return PV_SUCCESS;
}

static PV_RESULT read_gate(const struct pv_entity_reading *in, struct pv_entity *out,
                           struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    PV_TRY(find(in, KEY_AUTHN, &doc, err));
    for (size_t i = 0; doc && i < PV_COUNT(gates); i++) {
        if (!pv_str_eq(pv_str_of(gates[i].word), doc->text))
            continue;
        out->gate = claim_of(out, doc, pv_fact_of(gates[i].value));
        return PV_SUCCESS;
    }
    return doc ? fail_at(err, doc, "a kind of login", "none, shared-secret, user, workload or mtls")
               : PV_SUCCESS;
}

static PV_RESULT read_binding(const struct pv_entity_reading *in, struct pv_entity *out,
                              struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    PV_TRY(find(in, KEY_BINDING, &doc, err));
    for (size_t i = 0; doc && i < PV_COUNT(bindings); i++) {
        if (!pv_str_eq(pv_str_of(bindings[i].word), doc->text))
            continue;
        out->binding = claim_of(out, doc, pv_fact_of(bindings[i].value));
        return PV_SUCCESS;
    }
    return doc ? fail_at(err, doc, "a way to bind a credential", "bearer, mtls, dpop or sigv4")
               : PV_SUCCESS;
}

static PV_RESULT read_data(const struct pv_entity_reading *in, struct pv_entity *out,
                           struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(find(in, KEY_DATA, &doc, err));
    if (doc) {
        if (!pv_is_ok(pv_data_items_parse(doc->text, &out->data, &why)))
            return fail_within(err, doc, &why);
        out->holds = claim_of(out, doc, 1);
    }
    PV_TRY(find(in, KEY_SEALED, &doc, err));
    if (doc && !pv_is_ok(pv_data_items_parse(doc->text, &out->sealed, &why)))
        return fail_within(err, doc, &why);
    return PV_SUCCESS;
}

static PV_RESULT read_types(const struct pv_entity_reading *in, struct pv_entity *out,
                            struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(find(in, KEY_TYPES, &doc, err));
    if (!doc)
        return PV_SUCCESS;
    if (!pv_is_ok(pv_data_types_parse(in->mem, doc->text, &out->types, &why)))
        return fail_within(err, doc, &why);
    PV_VEC_EACH (const struct pv_data_type, type, &out->types.list)
        if (out->holds.fact && !pv_data_items_find(&out->data, type->item))
            return pv_fail(
                err, PV_SYNTAX, 0, "line %u, column %u: '%.*s' has types but is not in %.*s/data",
                doc->place.line, doc->place.column, PV_STR_FMT(type->item), PV_STR_FMT(in->prefix));
    return PV_SUCCESS;
}

static PV_RESULT read_codes(const struct pv_entity_reading *in, struct pv_entity *out,
                            struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(find(in, KEY_API_CODE, &doc, err));
    if (doc && !pv_is_ok(pv_api_codes_parse(in->mem, doc->text, &out->codes, &why)))
        return fail_within(err, doc, &why);
    return PV_SUCCESS;
}

static bool is_of_obligation(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t';
}

static PV_RESULT parse_obligations(struct pv_arena *mem, struct pv_str text,
                                   struct pv_entity_names *out, struct pv_err *err)
{
    struct pv_reader in = {.text = text, .err = err};
    do {
        struct pv_str *slot = NULL;
        struct pv_str name = {0};
        (void)pv_reader_skip(&in, is_space);
        if (out->list.n == PV_RISK_OBLIGATIONS_MAX)
            return pv_fail(err, PV_LIMIT, in.at, "more than %d obligations",
                           PV_RISK_OBLIGATIONS_MAX);
        PV_TRY(pv_reader_run(&in, is_of_obligation, "an obligation such as hipaa", &name));
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
        *slot = name;
        (void)pv_reader_skip(&in, is_space);
    } while (pv_reader_accept(&in, ','));
    return pv_reader_end(&in);
}

static PV_RESULT read_obligations(const struct pv_entity_reading *in, struct pv_entity *out,
                                  struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(find(in, KEY_OBLIGATIONS, &doc, err));
    if (!doc)
        return PV_SUCCESS;
    if (!pv_is_ok(parse_obligations(in->mem, doc->text, &out->obligations, &why)))
        return fail_within(err, doc, &why);
    out->obliged = claim_of(out, doc, 1);
    return PV_SUCCESS;
}

/* "2026-09-02 by:sec-champions": the day counts, and the name is for people. */
static PV_RESULT read_reviewed(const struct pv_entity_reading *in, struct pv_entity *out,
                               struct pv_err *err)
{
    const struct pv_doc *doc = NULL;
    struct pv_err why = {0};
    PV_TRY(find(in, KEY_REVIEWED, &doc, err));
    if (!doc)
        return PV_SUCCESS;
    struct pv_str rest = doc->text;
    struct pv_str day = {0};
    (void)pv_str_split(&rest, ' ', &day);
    if (!pv_is_ok(pv_date_parse(day, &out->at.at, &why)))
        return fail_within(err, doc, &why);
    rest = pv_str_trim(rest);
    if (rest.n && !pv_str_has_prefix(rest, PV_STR("by:")))
        return fail_at(err, doc, "a review", "a day and who, as in \"2026-09-02 by:team\"");
    return PV_SUCCESS;
}

PV_RESULT pv_entity_read_notes(struct pv_entity_reading *in, struct pv_entity *out,
                               struct pv_err *err)
{
    const struct pv_doc *path = NULL;
    PV_TRY(check_names(in, err));
    PV_TRY(read_reviewed(in, out, err)); /* first: each claim has the day */
    PV_TRY(read_value(in, KEY_EXPOSURE, PV_DIM_REACH, out, &out->reach, err));
    PV_TRY(read_value(in, KEY_TIER, PV_DIM_TIER, out, &out->tier, err));
    PV_TRY(read_gate(in, out, err));
    PV_TRY(read_binding(in, out, err));
    PV_TRY(read_data(in, out, err));
    PV_TRY(read_types(in, out, err));
    PV_TRY(read_codes(in, out, err));
    PV_TRY(read_obligations(in, out, err));
    PV_TRY(find(in, KEY_PATH, &path, err));
    if (path)
        out->path = path->text;
    return PV_SUCCESS;
}
