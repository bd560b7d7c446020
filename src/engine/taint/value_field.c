/* SPDX-License-Identifier: Apache-2.0 */
/* What values hold: fields, elements, and what is in the whole of those that hold too much. */
#include "engine/taint/taint_limits.h"
#include "engine/taint/value_internal.h"

static const struct pv_value *own_field(const struct pv_value *value, pv_word key)
{
    for (size_t i = 0; i < value->n_fields && value->fields[i].key <= key; i++)
        if (value->fields[i].key == key)
            return value->fields[i].value;
    return NULL;
}

const struct pv_value *pv_value_inherited(struct pv_values *v, const struct pv_value *value)
{
    if (value->n_taints == 0)
        return &pv_value_clean;
    return value->n_fields || value->n_callees || value->constant || value->class
               ? pv_value_add(v, &pv_value_clean, value)
               : value;
}

const struct pv_value *pv_value_field(struct pv_values *v, const struct pv_value *value,
                                      pv_word key)
{
    const struct pv_value *any = own_field(value, PV_KEY_ANY);
    if (key != PV_KEY_ANY) {
        const struct pv_value *own = own_field(value, key);
        const struct pv_value *out = own ? own : pv_value_inherited(v, value);
        return any ? pv_value_join(v, out, any) : out;
    }
    const struct pv_value *out = pv_value_inherited(v, value);
    for (size_t i = 0; i < value->n_fields; i++)
        out = i == 0 && value->n_taints == 0 ? value->fields[i].value
                                             : pv_value_join(v, out, value->fields[i].value);
    return out;
}

void pv_value_weigh(struct pv_value *out)
{
    out->depth = 0;
    out->weight = 0;
    for (size_t i = 0; i < out->n_fields; i++) {
        const struct pv_value *value = out->fields[i].value;
        out->weight += 1 + value->weight;
        if (value->depth >= out->depth)
            out->depth = (uint8_t)(value->depth + 1);
    }
    for (uint32_t i = 0; out->closure && i < out->closure->n; i++)
        out->weight += 1 + out->closure->p[i].value->weight;
}

const struct pv_value *pv_value_flat(struct pv_values *v, const struct pv_value *value)
{
    value = pv_value_variable(v, value);
    bool sees_much = value->closure && value->weight > PV_TAINT_WEIGHT_MAX;
    if (value->n_fields == 0 && !sees_much)
        return value;
    const struct pv_value *all = pv_value_reach(v, value);
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return value;
    out->fields = NULL;
    out->n_fields = 0;
    if (sees_much) {
        out->closure = NULL;
        out->nesting = 0;
    }
    pv_value_weigh(out);
    return pv_value_add(v, out, all);
}

const struct pv_value *pv_value_checked(struct pv_values *v, const struct pv_value *value)
{
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return &pv_value_clean;
    out->taints = NULL;
    out->n_taints = 0;
    out->fields = NULL;
    out->n_fields = 0;
    out->is_checked = true;
    pv_value_weigh(out);
    return out;
}

void pv_value_flatten_fields(struct pv_values *v, struct pv_field *fields, size_t n)
{
    size_t weight = 0;
    for (size_t i = 0; i < n; i++)
        weight += 1 + fields[i].value->weight;
    for (size_t i = 0; i < n; i++)
        if (weight > PV_TAINT_WEIGHT_MAX || fields[i].value->depth + 1 >= PV_TAINT_PATH_MAX)
            fields[i].value = pv_value_flat(v, fields[i].value);
}

const struct pv_value *pv_value_with(struct pv_values *v, const struct pv_value *value, pv_word key,
                                     const struct pv_value *field)
{
    const struct pv_value *before = own_field(value, key);
    if (!before && value->n_fields >= PV_TAINT_FIELDS_MAX)
        return pv_value_add(v, pv_value_flat(v, value), pv_value_reach(v, field));
    struct pv_value *out = pv_value_copy(v, value);
    struct pv_field *fields = pv_value_take(v, (size_t)value->n_fields + 1, sizeof *fields);
    size_t n = 0;
    size_t i = 0;
    if (!out || !fields)
        return value;
    while (i < value->n_fields && value->fields[i].key < key)
        fields[n++] = value->fields[i++];
    i += before != NULL;
    fields[n++] = (struct pv_field){key, field};
    while (i < value->n_fields)
        fields[n++] = value->fields[i++];
    pv_value_flatten_fields(v, fields, n);
    out->fields = fields;
    out->n_fields = (uint16_t)n;
    out->constant = PV_VALUE_UNKNOWN;
    out->prefix = (struct pv_str){0};
    pv_value_weigh(out);
    return out;
}

const struct pv_value *pv_value_store(struct pv_values *v, const struct pv_value *value,
                                      const struct pv_value *element)
{
    const struct pv_value *before = own_field(value, PV_KEY_ANY);
    return pv_value_with(v, value, PV_KEY_ANY,
                         before ? pv_value_join(v, before, element) : element);
}

const struct pv_value *pv_value_tail(struct pv_values *v, const struct pv_value *value,
                                     const pv_word *index, size_t from, size_t n)
{
    const struct pv_value *any = own_field(value, PV_KEY_ANY);
    const struct pv_value *out = pv_value_inherited(v, value);
    for (size_t i = from; i < n; i++) {
        const struct pv_value *element = own_field(value, index[i]);
        if (element)
            out = pv_value_with(v, out, index[i - from], element);
    }
    return any ? pv_value_store(v, out, any) : out;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
const struct pv_value *pv_value_blur(struct pv_values *v, const struct pv_value *value)
{
    const struct pv_value *out = pv_value_variable(v, value);
    for (size_t i = 0; i < value->n_fields; i++) {
        const struct pv_value *field = pv_value_blur(v, value->fields[i].value);
        if (field != value->fields[i].value)
            out = pv_value_with(v, out, value->fields[i].key, field);
    }
    return out;
}
