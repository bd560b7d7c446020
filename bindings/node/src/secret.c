/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/*
 * Guarded memory, seen as an ArrayBuffer. secret_close detaches that first, so that no view is left
 * on what is gone; collected with its views, it is wiped and freed.
 */
static void secret_free(void *p)
{
    pave_secret_free(p);
}

static napi_value give_secret(const struct call *call, struct pave_secret *secret)
{
    return give_handle(call,
                       (struct handle){.kind = KIND_SECRET, .p = secret, .close = secret_free});
}

static void view_gone(napi_env env, void *data, void *hint)
{
    (void)env;
    (void)data;
    handle_drop(hint);
}

/* (size, or bytes to copy) */
napi_value secret_new(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct bytes bytes = {0};
    uint32_t size = 0;
    enum pave_status status = PAVE_OK;
    struct pave_secret *secret = NULL;
    bool is_good = true;

    if (arg_u32(&call, 0, &size))
        status = pave_secret_new(size, &secret);
    else if (arg_bytes(&call, 0, &bytes))
        status = pave_secret_copy(bytes.p, bytes.n, &secret);
    else
        is_good = false;
    if (is_good && status == PAVE_OK)
        return give_secret(&call, secret);
    return give_number(env, is_good ? (int64_t)status : BAD);
}

/* Once for each secret; the ArrayBuffer keeps it alive. */
napi_value secret_bytes(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *handle = NULL;
    napi_value view = NULL;
    int wrong = arg_handle(&call, 0, KIND_SECRET, &handle);
    if (wrong)
        return give_number(env, wrong);
    struct pave_secret *secret = handle->p;
    handle_use(handle);
    if (napi_create_external_arraybuffer(env, pave_secret_bytes(secret), pave_secret_size(secret),
                                         view_gone, handle, &view) != napi_ok) {
        handle_drop(handle);
        return give_status(&call, PAVE_NO_MEMORY);
    }
    return view;
}

/* (secret, its ArrayBuffer) */
napi_value secret_close(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    void *bytes = NULL;
    size_t size = 0;
    struct handle *handle = NULL;
    int wrong = arg_handle(&call, 0, KIND_SECRET, &handle);
    if (wrong)
        return NULL;
    struct pave_secret *secret = handle->p;
    pave_wipe(pave_secret_bytes(secret), pave_secret_size(secret));
    if (call.n > 1 && napi_get_arraybuffer_info(env, call.args[1], &bytes, &size) == napi_ok)
        (void)napi_detach_arraybuffer(env, call.args[1]);
    return handle_close(env, info);
}

/* (key, context, size, id of the keyset's key or 0): [secret, that id]. */
napi_value secret_derive(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_secret *secret = NULL;
    struct handle *key = NULL;
    struct fields fields = {0};
    uint32_t size = 0;
    uint32_t id = 0;
    napi_value out = NULL;

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 1, &fields);
    if (!wrong && (!arg_u32(&call, 2, &size) || !arg_u32(&call, 3, &id)))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_derive(key->p, &id, fields.p, fields.n, size, &secret);
    if (status != PAVE_OK)
        return give_status(&call, status);
    napi_value handle = give_secret(&call, secret);
    if (napi_create_array_with_length(env, 2, &out) != napi_ok)
        return give_status(&call, PAVE_NO_MEMORY);
    (void)napi_set_element(env, out, 0, handle);
    (void)napi_set_element(env, out, 1, give_number(env, id));
    return out;
}

napi_value secret_wipe(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct bytes bytes = {0};
    if (!arg_bytes(&call, 0, &bytes))
        return give_number(env, BAD);
    pave_wipe(bytes.p, bytes.n);
    return give_number(env, 0);
}

/* 1 or 0. How long something is, is no secret. */
napi_value secret_equal(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct bytes a = {0};
    struct bytes b = {0};
    if (!arg_bytes(&call, 0, &a) || !arg_bytes(&call, 1, &b))
        return give_number(env, BAD);
    return give_number(env, a.n == b.n && pave_equal(a.p, b.p, a.n) ? 1 : 0);
}
