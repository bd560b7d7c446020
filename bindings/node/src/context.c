/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/*
 * lib/context.js writes a context into the scratch, so that no call of Node-API is needed for its
 * fields:
 *
 *     number of fields (1), then for each: slot of the name (1), length of the value (2), value
 *
 * A slot of INLINE has the name behind it, ending in zero. Both ends are ours, little-endian; it is
 * checked all the same.
 */
enum { INLINE = 0xff };

static size_t take_number(struct bytes *rest, size_t width)
{
    size_t number = 0;
    if (rest->n < width) {
        *rest = (struct bytes){0};
        return SIZE_MAX;
    }
    for (size_t i = width; i > 0; i--)
        number = number << 8 | rest->p[i - 1];
    *rest = (struct bytes){rest->p + width, rest->n - width};
    return number;
}

static const unsigned char *take(struct bytes *rest, size_t n)
{
    const unsigned char *p = rest->p;
    if (!p || n > rest->n)
        return NULL;
    *rest = (struct bytes){rest->p + n, rest->n - n};
    return p;
}

static const char *take_name(const struct instance *here, struct bytes *rest)
{
    size_t slot = take_number(rest, 1);
    if (slot < INLINE)
        return (const char *)here->names + slot * NAME_SLOT;
    const void *end = slot == INLINE ? memchr(rest->p, 0, rest->n) : NULL;
    return end ? (const char *)take(rest, (size_t)((const unsigned char *)end - rest->p) + 1)
               : NULL;
}

size_t fields_parse(struct instance *here, struct bytes bytes, size_t *n)
{
    struct bytes rest = bytes;
    size_t count = take_number(&rest, 1);
    if (count > FIELDS_MAX)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = take_name(here, &rest);
        size_t n_value = take_number(&rest, 2);
        const unsigned char *value = take(&rest, n_value);
        if (!name || !value)
            return 0;
        here->fields[i] = (struct pave_field){name, value, n_value};
    }
    *n = count;
    return bytes.n - rest.n;
}

int arg_fields(const struct call *call, size_t i, struct fields *out)
{
    void *data = NULL;
    if (i < call->n && napi_get_value_external(call->env, call->args[i], &data) == napi_ok) {
        const struct handle *handle = data;
        int wrong = handle_check(handle, KIND_CONTEXT);
        if (wrong)
            return wrong;
        const struct context *context = handle->p;
        *out = (struct fields){context->fields, context->n};
        return 0;
    }
    out->p = call->here->fields;
    return fields_parse(call->here, (struct bytes){call->here->scratch, SCRATCH_BYTES}, &out->n)
               ? 0
               : BAD;
}

struct context *fields_copy(struct fields fields)
{
    struct context *copy = make(sizeof *copy);
    size_t size = 1;
    if (!copy)
        return NULL;
    for (size_t i = 0; i < fields.n; i++)
        size += strlen(fields.p[i].name) + 1 + fields.p[i].size;
    copy->bytes = make(size);
    if (!copy->bytes) {
        unmake(copy);
        return NULL;
    }
    unsigned char *at = copy->bytes;
    for (size_t i = 0; i < fields.n; i++) {
        size_t n_name = strlen(fields.p[i].name) + 1;
        memcpy(at, fields.p[i].name, n_name);
        memcpy(at + n_name, fields.p[i].value, fields.p[i].size);
        copy->fields[i] = (struct pave_field){(char *)at, at + n_name, fields.p[i].size};
        at += n_name + fields.p[i].size;
    }
    copy->n = fields.n;
    return copy;
}

void context_free(void *context)
{
    struct context *it = context;
    if (!it)
        return;
    unmake(it->bytes);
    unmake(it);
}

napi_value context_new(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct fields fields = {0};
    if (!fields_parse(call.here, (struct bytes){call.here->scratch, SCRATCH_BYTES}, &fields.n))
        return give_number(env, BAD);
    fields.p = call.here->fields;
    struct context *context = fields_copy(fields);
    if (!context)
        return give_status(&call, PAVE_NO_MEMORY);
    return give_handle(&call,
                       (struct handle){.kind = KIND_CONTEXT, .p = context, .close = context_free});
}
