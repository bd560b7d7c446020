/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/situation.h"

#include "base/attr.h"

/* Names in records and golden cases, beside those of the tables. */
static const struct {
    enum pv_dimension dimension;
    const char *name;
} names[] = {
    {PV_DIM_DATA, "data"},
    {PV_DIM_SEALED, "protected"},
    {PV_DIM_TIER, "tier"},
    {PV_DIM_IMPACT, "impact"},
    {PV_DIM_REACH, "exposure"},
    {PV_DIM_GATE, "gate"},
    {PV_DIM_AUTOMATABLE, "automatable"},
    {PV_DIM_EVIDENCE, "evidence"},
    {PV_DIM_KEV, "kev"},
    {PV_DIM_EXPLOITATION, "exploitation"},
};

struct pv_str pv_situation_name(enum pv_dimension dimension)
{
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (names[i].dimension == dimension)
            return pv_str_of(names[i].name);
    return (struct pv_str){0};
}

/* The dimension that people write so: "exposure", "data-class", "sealing". */
static bool dimension_of(struct pv_str name, enum pv_dimension *out)
{
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(pv_str_of(names[i].name), name)) {
            *out = names[i].dimension;
            return true;
        }
    return pv_dimension_of_column(name, out);
}

enum { CVE_FACTS = 2 };

size_t pv_situation_facts(const struct pv_situation *situation)
{
    return PV_SITUATION_FACTS + 2 * situation->n_items + (situation->cve.n ? CVE_FACTS : 0);
}

bool pv_situation_is_of_item(const struct pv_situation *situation, size_t number)
{
    return number >= PV_SITUATION_FACTS && number < PV_SITUATION_FACTS + 2 * situation->n_items;
}

size_t pv_situation_item(size_t number)
{
    return (number - PV_SITUATION_FACTS) / 2;
}

/* A fact that there is one of, by its dimension; NULL for those of items. */
static pv_fact *fact_of(struct pv_situation *situation, enum pv_dimension dimension)
{
    switch (dimension) {
    case PV_DIM_TIER: return &situation->tier;
    case PV_DIM_IMPACT: return &situation->impact;
    case PV_DIM_REACH: return &situation->reach;
    case PV_DIM_GATE: return &situation->gate;
    case PV_DIM_AUTOMATABLE: return &situation->automatable;
    case PV_DIM_EVIDENCE: return &situation->evidence;
    case PV_DIM_KEV: return &situation->kev;
    case PV_DIM_EXPLOITATION: return &situation->exploitation;
    default: return NULL; /* those of items, and all that are computed */
    }
}

pv_fact *pv_situation_fact(struct pv_situation *situation, size_t number,
                           enum pv_dimension *dimension)
{
    static const enum pv_dimension first[PV_SITUATION_FACTS] = {
        PV_DIM_TIER, PV_DIM_IMPACT, PV_DIM_REACH, PV_DIM_GATE, PV_DIM_AUTOMATABLE, PV_DIM_EVIDENCE};
    static const enum pv_dimension last[CVE_FACTS] = {PV_DIM_KEV, PV_DIM_EXPLOITATION};
    if (pv_situation_is_of_item(situation, number)) {
        size_t item = pv_situation_item(number);
        bool is_class = (number - PV_SITUATION_FACTS) % 2 == 0;
        *dimension = is_class ? PV_DIM_DATA : PV_DIM_SEALED;
        return is_class ? &situation->data[item] : &situation->sealed[item];
    }
    *dimension = number < PV_SITUATION_FACTS
                     ? first[number]
                     : last[number - PV_SITUATION_FACTS - 2 * situation->n_items];
    return fact_of(situation, *dimension);
}

static PV_RESULT read_values(enum pv_dimension dimension, const struct pv_doc *values, pv_fact *out,
                             struct pv_err *err)
{
    struct pv_str name = pv_situation_name(dimension);
    size_t n = values->kind == PV_DOC_LIST ? values->n : 1;
    pv_fact fact = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pv_doc *value = values->kind == PV_DOC_LIST ? &values->items[i] : values;
        unsigned number = 0;
        if (!pv_doc_is_scalar(value) || !pv_fact_value(dimension, value->text, &number))
            return pv_fail(err, PV_INVALID, 0, "line %u, column %u: '%.*s' is no value of %.*s",
                           value->place.line, value->place.column, PV_STR_FMT(value->text),
                           PV_STR_FMT(name));
        fact |= pv_fact_of(number);
    }
    if (!fact)
        return pv_fail(err, PV_INVALID, 0, "%.*s has no value", PV_STR_FMT(name));
    *out = fact;
    return PV_SUCCESS;
}

static PV_RESULT add_items(struct pv_situation *out, size_t n, struct pv_err *err)
{
    if (n > PV_RISK_ITEMS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d data items", PV_RISK_ITEMS_MAX);
    for (; out->n_items < n; out->n_items++) {
        out->data[out->n_items] = pv_fact_unknown(PV_DIM_DATA);
        out->sealed[out->n_items] = pv_fact_of(PV_SEALED_NONE);
        out->roles[out->n_items] = PV_HELD_ANY;
    }
    return PV_SUCCESS;
}

/* The number of an item by number or name; a new name is a new item of the class it names. */
static PV_RESULT find_item(const struct pv_doc *item, struct pv_situation *out, size_t *number,
                           struct pv_err *err)
{
    unsigned class = 0;
    *number = 0;
    if (!item || item->kind == PV_DOC_INT) {
        *number = item && item->number >= 0 ? (size_t)item->number : 0;
        return add_items(out, *number < PV_RISK_ITEMS_MAX ? *number + 1 : SIZE_MAX, err);
    }
    while (*number < out->n_items && !pv_str_eq(out->items[*number], item->text))
        ++*number;
    if (*number < out->n_items)
        return PV_SUCCESS;
    PV_TRY(add_items(out, *number + 1, err));
    out->items[*number] = item->text;
    if (pv_data_class(item->text, &class))
        out->data[*number] = pv_fact_of(class);
    return PV_SUCCESS;
}

static PV_RESULT read_roles(const struct pv_doc *roles, uint8_t *out, struct pv_err *err)
{
    size_t n = roles && roles->kind == PV_DOC_LIST ? roles->n : roles ? 1 : 0;
    uint8_t all = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pv_doc *one = roles->kind == PV_DOC_LIST ? &roles->items[i] : roles;
        uint8_t role = 0;
        if (!pv_doc_is_scalar(one) || !pv_data_role(one->text, &role))
            return pv_fail(err, PV_INVALID, 0, "line %u: '%.*s' is no role", one->place.line,
                           PV_STR_FMT(one->text));
        all |= role;
    }
    *out = all ? all : PV_HELD_ANY;
    return PV_SUCCESS;
}

/* One fact: its name, its values, and in a list the object that has both. */
struct written {
    struct pv_str name;
    const struct pv_doc *values;
    const struct pv_doc *object; /* NULL in a map */
};

static PV_RESULT read_fact(const struct written *it, struct pv_situation *out, struct pv_err *err)
{
    const struct pv_doc *roles = pv_doc_get(it->object, PV_STR("role"));
    enum pv_dimension dimension = PV_DIM_DATA;
    size_t item = 0;
    if (!dimension_of(it->name, &dimension) || !pv_situation_name(dimension).n)
        return pv_fail(err, PV_INVALID, 0, "line %u: '%.*s' is no fact", it->values->place.line,
                       PV_STR_FMT(it->name));
    pv_fact *fact = fact_of(out, dimension);
    if (fact)
        return read_values(dimension, it->values, fact, err);
    PV_TRY(find_item(pv_doc_get(it->object, PV_STR("item")), out, &item, err));
    if (roles)
        PV_TRY(read_roles(roles, &out->roles[item], err));
    return read_values(dimension, it->values,
                       dimension == PV_DIM_DATA ? &out->data[item] : &out->sealed[item], err);
}

static PV_RESULT read_list(const struct pv_doc *list, struct pv_str edge, struct pv_situation *out,
                           struct pv_err *err)
{
    out->n_items = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct pv_doc *one = &list->items[i];
        const struct pv_doc *name = pv_doc_get(one, PV_STR("f"));
        const struct pv_doc *of = pv_doc_get(one, PV_STR("edge"));
        struct written it = {.values = pv_doc_get(one, PV_STR("v")), .object = one};
        if (!name || !it.values)
            return pv_fail(err, PV_INVALID, 0, "line %u: a fact needs f and v", one->place.line);
        it.name = name->text;
        if (pv_str_eq(of ? of->text : (struct pv_str){0}, edge))
            PV_TRY(read_fact(&it, out, err));
    }
    return add_items(out, out->n_items ? 0 : 1, err);
}

PV_RESULT pv_situation_read(const struct pv_doc *doc, struct pv_str edge, struct pv_situation *out,
                            struct pv_err *err)
{
    struct pv_situation situation = pv_situation_unknown();
    if (!doc || (doc->kind != PV_DOC_LIST && doc->kind != PV_DOC_MAP))
        return pv_fail(err, PV_INVALID, 0, "facts should be a map of names to values");
    if (doc->kind == PV_DOC_LIST)
        PV_TRY(read_list(doc, edge, &situation, err));
    for (size_t i = 0; doc->kind == PV_DOC_MAP && i < doc->n; i++) {
        const struct written it = {.name = doc->keys[i].text, .values = &doc->items[i]};
        PV_TRY(read_fact(&it, &situation, err));
    }
    *out = situation;
    return PV_SUCCESS;
}

/* "hipaa", or in records {"name": "hipaa", "sure": false}. */
static PV_RESULT read_duty(const struct pv_doc *doc, struct pv_situation *out, struct pv_err *err)
{
    const struct pv_doc *name = doc->kind == PV_DOC_MAP ? pv_doc_get(doc, PV_STR("name")) : doc;
    const struct pv_doc *sure = pv_doc_get(doc, PV_STR("sure"));
    if (!name || !pv_doc_is_scalar(name))
        return pv_fail(err, PV_INVALID, 0, "line %u: an obligation has a name", doc->place.line);
    if (out->n_duties == PV_RISK_OBLIGATIONS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d obligations", PV_RISK_OBLIGATIONS_MAX);
    out->duties[out->n_duties++] =
        (struct pv_duty){name->text, !(sure && sure->kind == PV_DOC_BOOL && !sure->number)};
    return PV_SUCCESS;
}

PV_RESULT pv_situation_read_class(const struct pv_doc *doc, struct pv_situation *out,
                                  struct pv_err *err)
{
    const struct pv_doc *class = pv_doc_get(doc, PV_STR("class"));
    const struct pv_doc *cve = pv_doc_get(doc, PV_STR("cve"));
    const struct pv_doc *duties = pv_doc_get(doc, PV_STR("obligations"));
    if (class && pv_doc_is_scalar(class))
        out->class = class->text;
    if (cve && pv_doc_is_scalar(cve))
        out->cve = cve->text;
    if (duties && duties->kind != PV_DOC_LIST)
        return pv_fail(err, PV_INVALID, 0, "line %u: obligations should be a list",
                       duties->place.line);
    for (size_t i = 0; duties && i < duties->n; i++)
        PV_TRY(read_duty(&duties->items[i], out, err));
    return PV_SUCCESS;
}
