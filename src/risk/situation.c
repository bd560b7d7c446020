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
};

static const char *name_of(enum pv_dimension dimension)
{
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (names[i].dimension == dimension)
            return names[i].name;
    return "";
}

bool pv_situation_dimension(struct pv_str name, enum pv_dimension *out)
{
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(pv_str_of(names[i].name), name)) {
            *out = names[i].dimension;
            return true;
        }
    return pv_dimension_of_column(name, out);
}

size_t pv_situation_facts(const struct pv_situation *situation)
{
    return PV_SITUATION_FACTS + 2 * situation->n_items;
}

pv_fact *pv_situation_fact(struct pv_situation *situation, size_t number,
                           enum pv_dimension *dimension)
{
    const struct {
        pv_fact *fact;
        enum pv_dimension dimension;
    } all[PV_SITUATION_FACTS] = {
        {&situation->tier, PV_DIM_TIER},
        {&situation->impact, PV_DIM_IMPACT},
        {&situation->reach, PV_DIM_REACH},
        {&situation->gate, PV_DIM_GATE},
        {&situation->automatable, PV_DIM_AUTOMATABLE},
        {&situation->evidence, PV_DIM_EVIDENCE},
    };
    if (number < PV_SITUATION_FACTS) {
        *dimension = all[number].dimension;
        return all[number].fact;
    }
    size_t item = (number - PV_SITUATION_FACTS) / 2;
    bool is_class = (number - PV_SITUATION_FACTS) % 2 == 0;
    *dimension = is_class ? PV_DIM_DATA : PV_DIM_SEALED;
    return is_class ? &situation->data[item] : &situation->sealed[item];
}

void pv_situation_write(struct pv_json *json, const struct pv_situation *situation)
{
    struct pv_situation copy = *situation;
    pv_json_array(json);
    for (size_t i = 0; i < pv_situation_facts(&copy); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        pv_fact fact = *pv_situation_fact(&copy, i, &dimension);
        pv_json_object(json);
        pv_json_key_str(json, "f", pv_str_of(name_of(dimension)));
        if (i >= PV_SITUATION_FACTS)
            pv_json_key_int(json, "item", (int64_t)(i - PV_SITUATION_FACTS) / 2);
        pv_json_key(json, "v");
        pv_json_array(json);
        for (unsigned v = 0; v < pv_dimension_values(dimension); v++)
            if (pv_fact_has(fact, v))
                pv_json_str(json, pv_fact_text(dimension, v));
        pv_json_end(json);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static PV_RESULT read_values(enum pv_dimension dimension, const struct pv_doc *values, pv_fact *out,
                             struct pv_err *err)
{
    size_t n = values->kind == PV_DOC_LIST ? values->n : 1;
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pv_doc *value = values->kind == PV_DOC_LIST ? &values->items[i] : values;
        unsigned number = 0;
        if (!pv_doc_is_scalar(value) || !pv_fact_value(dimension, value->text, &number))
            return pv_fail(err, PV_INVALID, 0, "line %u, column %u: '%.*s' is no value of %s",
                           value->place.line, value->place.column, PV_STR_FMT(value->text),
                           name_of(dimension));
        *out |= pv_fact_of(number);
    }
    return *out ? PV_SUCCESS : pv_fail(err, PV_INVALID, 0, "%s has no value", name_of(dimension));
}

static PV_RESULT read_fact(struct pv_str name, const struct pv_doc *values, size_t item,
                           struct pv_situation *out, struct pv_err *err)
{
    enum pv_dimension dimension = PV_DIM_DATA;
    enum pv_dimension at = PV_DIM_DATA;
    if (!pv_situation_dimension(name, &dimension) || !name_of(dimension)[0])
        return pv_fail(err, PV_INVALID, 0, "line %u: '%.*s' is no fact", values->place.line,
                       PV_STR_FMT(name));
    if (item >= PV_RISK_ITEMS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d data items", PV_RISK_ITEMS_MAX);
    for (; out->n_items <= item; out->n_items++) {
        out->data[out->n_items] = pv_fact_unknown(PV_DIM_DATA);
        out->sealed[out->n_items] = pv_fact_of(PV_SEALED_NONE);
    }
    size_t number = dimension == PV_DIM_DATA     ? PV_SITUATION_FACTS + 2 * item
                    : dimension == PV_DIM_SEALED ? PV_SITUATION_FACTS + 2 * item + 1
                                                 : 0;
    pv_fact *fact = pv_situation_fact(out, number, &at);
    while (at != dimension && number + 1 < PV_SITUATION_FACTS)
        fact = pv_situation_fact(out, ++number, &at);
    return read_values(dimension, values, fact, err);
}

PV_RESULT pv_situation_read(const struct pv_doc *doc, struct pv_situation *out, struct pv_err *err)
{
    struct pv_situation situation = pv_situation_unknown();
    bool is_list = doc && doc->kind == PV_DOC_LIST;
    if (!is_list && (!doc || doc->kind != PV_DOC_MAP))
        return pv_fail(err, PV_INVALID, 0, "facts should be a map of names to values");
    if (is_list)
        situation.n_items = 0;
    for (size_t i = 0; i < doc->n; i++) {
        const struct pv_doc *one = &doc->items[i];
        const struct pv_doc *item = is_list ? pv_doc_get(one, PV_STR("item")) : NULL;
        const struct pv_doc *name = is_list ? pv_doc_get(one, PV_STR("f")) : NULL;
        const struct pv_doc *values = is_list ? pv_doc_get(one, PV_STR("v")) : one;
        if (is_list && (!name || !values))
            return pv_fail(err, PV_INVALID, 0, "line %u: a fact needs f and v", one->place.line);
        size_t number =
            item && item->kind == PV_DOC_INT && item->number >= 0 ? (size_t)item->number : 0;
        PV_TRY(
            read_fact(is_list ? name->text : doc->keys[i].text, values, number, &situation, err));
    }
    *out = situation;
    return PV_SUCCESS;
}
