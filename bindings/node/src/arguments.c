/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

#include <stdlib.h>

void call_begin(struct call *call, napi_callback_info info)
{
    void *here = NULL;
    /* All functions have the instance with them. */
    (void)napi_get_cb_info(call->env, info, &call->n, call->args, NULL, &here);
    call->here = here;
}

napi_value give_number(napi_env env, int64_t number)
{
    napi_value value = NULL;
    if (number == (int32_t)number)
        (void)napi_create_int32(env, (int32_t)number, &value);
    else
        (void)napi_create_int64(env, number, &value);
    return value;
}

napi_value give_null(napi_env env)
{
    napi_value value = NULL;
    (void)napi_get_null(env, &value);
    return value;
}

napi_value give_text(napi_env env, const char *text, size_t size)
{
    napi_value value = NULL;
    (void)napi_create_string_utf8(env, text, size, &value);
    return value;
}

napi_value give_buffer(napi_env env, const void *bytes, size_t size)
{
    napi_value value = NULL;
    void *copy = NULL;
    (void)napi_create_buffer_copy(env, size, bytes ? bytes : "", &copy, &value);
    return value;
}

napi_value give_bytes(napi_env env, struct pave_bytes *bytes)
{
    napi_value value = give_buffer(env, bytes->p, bytes->n);
    pave_bytes_free(bytes);
    return value;
}

napi_value give_bytes_text(napi_env env, struct pave_bytes *bytes)
{
    napi_value value = give_text(env, (const char *)bytes->p, bytes->n);
    pave_bytes_free(bytes);
    return value;
}

napi_value give_status(const struct call *call, enum pave_status status)
{
    return give_number(call->env, (int64_t)status);
}

napi_value give_bytes_or(const struct call *call, enum pave_status status, struct pave_bytes *bytes)
{
    return status == PAVE_OK ? give_bytes(call->env, bytes) : give_status(call, status);
}

/* Asked for the bytes of anything else, Node.js 18 ends the process. */
bool view_bytes(napi_env env, napi_value value, void **p, size_t *n)
{
    bool is_view = false;
    return napi_is_buffer(env, value, &is_view) == napi_ok && is_view &&
           napi_get_buffer_info(env, value, p, n) == napi_ok;
}

bool arg_bytes(const struct call *call, size_t i, struct bytes *out)
{
    void *p = NULL;
    size_t n = 0;
    if (i >= call->n || !view_bytes(call->env, call->args[i], &p, &n))
        return false;
    /* No bytes are still somewhere: libpave takes NULL for "not given". */
    *out = (struct bytes){p ? p : call->here->scratch, n};
    return true;
}

bool arg_view(const struct call *call, size_t i, struct bytes *out)
{
    void *p = NULL;
    size_t n = 0;
    if (i >= call->n || napi_get_buffer_info(call->env, call->args[i], &p, &n) != napi_ok)
        return false;
    *out = (struct bytes){p ? p : call->here->scratch, n};
    return true;
}

bool arg_u32(const struct call *call, size_t i, uint32_t *out)
{
    return i < call->n && napi_get_value_uint32(call->env, call->args[i], out) == napi_ok;
}

bool arg_i64(const struct call *call, size_t i, int64_t *out)
{
    return i < call->n && napi_get_value_int64(call->env, call->args[i], out) == napi_ok;
}

static bool is_nothing(napi_env env, napi_value value)
{
    napi_valuetype type = napi_undefined;
    return napi_typeof(env, value, &type) == napi_ok &&
           (type == napi_undefined || type == napi_null);
}

bool arg_is_nothing(const struct call *call, size_t i)
{
    return i >= call->n || is_nothing(call->env, call->args[i]);
}

bool read_text(napi_env env, napi_value value, struct text *out)
{
    size_t n = 0;
    *out = (struct text){0};
    if (is_nothing(env, value))
        return true;
    if (napi_get_value_string_utf8(env, value, NULL, 0, &n) != napi_ok)
        return false;
    char *p = make(n + 1);
    if (!p)
        return false;
    *out = (struct text){p, n};
    /* A zero in the middle would make C see another text than the one that was checked. */
    if (napi_get_value_string_utf8(env, value, p, n + 1, &out->n) == napi_ok && strlen(p) == n)
        return true;
    text_free(out);
    return false;
}

bool arg_text(const struct call *call, size_t i, struct text *out)
{
    *out = (struct text){0};
    return i >= call->n || read_text(call->env, call->args[i], out);
}

void text_free(struct text *text)
{
    if (text->p)
        pave_wipe(text->p, text->n);
    free(text->p);
    *text = (struct text){0};
}

void *make(size_t size)
{
    return calloc(1, size ? size : 1);
}

void *make_copy(const void *bytes, size_t size)
{
    void *copy = make(size);
    if (copy && size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

void unmake(void *p)
{
    free(p);
}
