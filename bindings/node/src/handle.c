/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Everything here is called on the thread of JavaScript: counting needs no atomics. */

static void free_unused(struct handle *handle)
{
    if (handle->users == 0 && handle->is_collected)
        unmake(handle);
}

void handle_use(struct handle *handle)
{
    if (handle)
        handle->users++;
}

void handle_drop(struct handle *handle)
{
    /* A loop, since a file needs its key and a key its library. */
    while (handle && --handle->users == 0) {
        struct handle *needs = handle->needs;
        handle->close(handle->p);
        handle->p = NULL;
        handle->needs = NULL;
        free_unused(handle);
        handle = needs;
    }
}

static void close_once(struct handle *handle)
{
    if (handle->is_closed)
        return;
    handle->is_closed = true;
    handle_drop(handle);
}

static void collected(napi_env env, void *data, void *hint)
{
    struct handle *handle = data;
    bool was_closed = handle->is_closed;
    (void)env;
    (void)hint;
    handle->is_collected = true;
    if (was_closed)
        free_unused(handle);
    else
        close_once(handle);
}

napi_value give_handle(const struct call *call, struct handle made)
{
    napi_value external = NULL;
    struct handle *handle = make_copy(&made, sizeof made);
    if (!handle || napi_create_external(call->env, handle, collected, NULL, &external) != napi_ok) {
        made.close(made.p);
        unmake(handle);
        return give_status(call, PAVE_NO_MEMORY);
    }
    handle->users = 1;
    handle_use(handle->needs);
    return external;
}

int handle_check(const struct handle *handle, enum kind kind)
{
    if (!handle || handle->kind != kind)
        return BAD;
    return handle->is_closed ? CLOSED : 0;
}

int arg_handle(const struct call *call, size_t i, enum kind kind, struct handle **out)
{
    void *data = NULL;
    if (i >= call->n || napi_get_value_external(call->env, call->args[i], &data) != napi_ok)
        return BAD;
    int wrong = handle_check(data, kind);
    if (!wrong)
        *out = data;
    return wrong;
}

napi_value handle_close(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    void *data = NULL;
    if (call.n > 0 && napi_get_value_external(env, call.args[0], &data) == napi_ok && data)
        close_once(data);
    return NULL;
}
