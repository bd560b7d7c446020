/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

napi_value random_fill(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct bytes room = {0};
    if (!arg_bytes(&call, 0, &room))
        return give_number(env, BAD);
    return give_status(&call, pave_random_bytes(room.p, room.n));
}

/* A BigInt for a BigInt: not every number below 2^64 is a Number. */
napi_value random_below(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    uint64_t limit = 0;
    uint64_t number = 0;
    bool is_whole = false;
    napi_value out = NULL;
    if (call.n < 1 ||
        napi_get_value_bigint_uint64(env, call.args[0], &limit, &is_whole) != napi_ok || !is_whole)
        return give_number(env, BAD);
    enum pave_status status = pave_random_below(limit, &number);
    if (status != PAVE_OK)
        return give_status(&call, status);
    (void)napi_create_bigint_uint64(env, number, &out);
    return out;
}

static napi_value give_made(napi_env env, enum pave_status status, char *text, size_t size)
{
    napi_value out =
        status == PAVE_OK ? give_text(env, text, strlen(text)) : give_number(env, (int64_t)status);
    pave_wipe(text, size);
    return out;
}

napi_value random_token(napi_env env, napi_callback_info info)
{
    char text[PAVE_TOKEN_TEXT] = "";
    (void)info;
    return give_made(env, pave_random_token(text), text, sizeof text);
}

napi_value random_pin(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    char text[PAVE_PIN_TEXT] = "";
    uint32_t digits = 0;
    if (!arg_u32(&call, 0, &digits))
        return give_number(env, BAD);
    return give_made(env, pave_random_pin(digits, text), text, sizeof text);
}

napi_value random_uuid(napi_env env, napi_callback_info info)
{
    char text[PAVE_UUID_TEXT] = "";
    (void)info;
    return give_made(env, pave_random_uuid(text), text, sizeof text);
}

napi_value random_uuid_ordered(napi_env env, napi_callback_info info)
{
    char text[PAVE_UUID_TEXT] = "";
    (void)info;
    return give_made(env, pave_random_uuid_ordered(text), text, sizeof text);
}
