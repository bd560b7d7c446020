/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Key, bytes, context: what all calls on values begin with. */
struct value {
    struct handle *handle;
    struct pave_key *key;
    struct bytes in;
    struct fields fields;
};

static int read_value(const struct call *call, struct value *out)
{
    int wrong = arg_handle(call, 0, KIND_KEY, &out->handle);
    if (wrong)
        return wrong;
    if (!arg_view(call, 1, &out->in))
        return BAD;
    out->key = out->handle->p;
    return arg_fields(call, 2, &out->fields);
}

typedef enum pave_status (*into_call)(struct pave_key *key, const void *in, size_t size,
                                      const struct pave_field *fields, size_t n_fields,
                                      struct pave_room *out);

static bool overlaps(struct bytes a, struct bytes b)
{
    return a.n > 0 && b.n > 0 && (uintptr_t)a.p < (uintptr_t)b.p + b.n &&
           (uintptr_t)b.p < (uintptr_t)a.p + a.n;
}

/* Where small results go from now on. To ask Node-API for its bytes each time takes a tenth of a
 * call. */
napi_value value_use_slab(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct bytes slab = {0};
    napi_ref keep = NULL;
    if (!arg_bytes(&call, 0, &slab) ||
        napi_create_reference(env, call.args[0], 1, &keep) != napi_ok)
        return give_number(env, BAD);
    if (call.here->keeps_slab)
        (void)napi_delete_reference(env, call.here->keeps_slab);
    call.here->keeps_slab = keep;
    call.here->slab = slab.p;
    call.here->n_slab = slab.n;
    return give_number(env, 0);
}

static bool arg_room(const struct call *call, struct bytes *out)
{
    int64_t offset = 0;
    if (!arg_i64(call, 3, &offset))
        return false;
    struct bytes room = {call->here->slab, call->here->n_slab};
    if (call->n > 4 && !arg_view(call, 4, &room))
        return false;
    if (offset < 0 || (uint64_t)offset > room.n || !room.p)
        return false;
    *out = (struct bytes){room.p + offset, room.n - (size_t)offset};
    return true;
}

/* (key, bytes, context, offset, room): what was written there. Without a room it is the slab. */
static napi_value into(napi_env env, napi_callback_info info, into_call run)
{
    CALL_BEGIN(call, env, info);
    struct value value = {0};
    struct bytes room = {0};

    int wrong = read_value(&call, &value);
    if (wrong)
        return give_number(env, wrong);
    if (!arg_room(&call, &room) || overlaps(value.in, room))
        return give_number(env, BAD);
    struct pave_room out = {room.p, room.n, 0};
    enum pave_status status =
        run(value.key, value.in.p, value.in.n, value.fields.p, value.fields.n, &out);
    return give_number(env, status == PAVE_OK ? (int64_t)out.n : (int64_t)status);
}

napi_value value_seal_into(napi_env env, napi_callback_info info)
{
    return into(env, info, pave_seal_into);
}

napi_value value_open_into(napi_env env, napi_callback_info info)
{
    return into(env, info, pave_open_into);
}

napi_value value_seal_text(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct value value = {0};

    int wrong = read_value(&call, &value);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status =
        pave_seal_text(value.key, value.in.p, value.in.n, value.fields.p, value.fields.n, &out);
    if (status != PAVE_OK)
        return give_status(&call, status);
    napi_value text = NULL;
    (void)napi_create_string_latin1(env, (const char *)out.p, out.n, &text);
    pave_bytes_free(&out);
    return text;
}

napi_value value_open_text(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct handle *handle = NULL;
    struct fields fields = {0};
    struct text text = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &handle);
    if (!wrong)
        wrong = arg_fields(&call, 2, &fields);
    if (!wrong && (!arg_text(&call, 1, &text) || !text.p))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_open_text(handle->p, text.p, text.n, fields.p, fields.n, &out);
    text_free(&text);
    return give_bytes_or(&call, status, &out);
}

napi_value value_reseal(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct value value = {0};

    int wrong = read_value(&call, &value);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status =
        pave_reseal(value.key, value.in.p, value.in.n, value.fields.p, value.fields.n, &out);
    return status == PAVE_OK && !out.p ? give_null(env) : give_bytes_or(&call, status, &out);
}

static void set(napi_env env, napi_value object, const char *name, napi_value value)
{
    (void)napi_set_named_property(env, object, name, value);
}

napi_value value_inspect(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_info found = {.size = sizeof found};
    struct bytes in = {0};
    napi_value out = NULL;
    napi_value is_stream = NULL;

    if (!arg_bytes(&call, 0, &in))
        return give_number(env, BAD);
    enum pave_status status = pave_inspect(in.p, in.n, &found);
    if (status != PAVE_OK)
        return give_status(&call, status);
    if (napi_create_object(env, &out) != napi_ok ||
        napi_get_boolean(env, found.is_stream, &is_stream) != napi_ok)
        return give_status(&call, PAVE_NO_MEMORY);
    set(env, out, "version", give_number(env, found.version));
    set(env, out, "suite", give_text(env, found.suite, strlen(found.suite)));
    set(env, out, "keyId", give_number(env, found.key_id));
    set(env, out, "messageSize", give_number(env, (int64_t)found.message_size));
    set(env, out, "isStream", is_stream);
    set(env, out, "recipients", give_number(env, found.recipients));
    return out;
}
