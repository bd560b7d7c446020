/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Both ways: (identity, trust, bytes, context, purpose, now), then (ttl, [to]) to seal. */
enum { NAMES_MAX = 64 };
struct parts {
    struct handle *identity;
    struct handle *trust;
    struct bytes bytes;
    struct fields fields;
    struct text purpose;
    int64_t now;
    uint32_t ttl_s;
    uint32_t n_to;
    struct text to[NAMES_MAX];
    const char *names[NAMES_MAX];
};

static void parts_free(struct parts *parts)
{
    if (!parts)
        return;
    text_free(&parts->purpose);
    for (size_t i = 0; i < NAMES_MAX; i++)
        text_free(&parts->to[i]);
    unmake(parts);
}

static int read_parts(const struct call *call, struct parts *out)
{
    int wrong = arg_handle(call, 0, KIND_IDENTITY, &out->identity);
    if (!wrong)
        wrong = arg_handle(call, 1, KIND_TRUST, &out->trust);
    if (!wrong)
        wrong = arg_fields(call, 3, &out->fields);
    if (wrong)
        return wrong;
    return arg_bytes(call, 2, &out->bytes) && arg_text(call, 4, &out->purpose) && out->purpose.p &&
                   arg_i64(call, 5, &out->now)
               ? 0
               : BAD;
}

static int read_to(const struct call *call, struct parts *out)
{
    if (!arg_u32(call, 6, &out->ttl_s) || call->n < 8 ||
        napi_get_array_length(call->env, call->args[7], &out->n_to) != napi_ok ||
        out->n_to > NAMES_MAX)
        return BAD;
    for (uint32_t i = 0; i < out->n_to; i++) {
        napi_value name = NULL;
        if (napi_get_element(call->env, call->args[7], i, &name) != napi_ok ||
            !read_text(call->env, name, &out->to[i]) || !out->to[i].p)
            return BAD;
        out->names[i] = out->to[i].p;
    }
    return 0;
}

static struct pave_message message_of(const struct parts *parts)
{
    return (struct pave_message){.size = sizeof(struct pave_message),
                                 .purpose = parts->purpose.p,
                                 .fields = parts->fields.p,
                                 .n_fields = parts->fields.n,
                                 .to = parts->names,
                                 .n_to = parts->n_to,
                                 .ttl_s = parts->ttl_s,
                                 .now = parts->now};
}

napi_value message_seal(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct parts *parts = make(sizeof *parts);
    enum pave_status status = PAVE_OK;

    if (!parts)
        return give_status(&call, PAVE_NO_MEMORY);
    int wrong = read_parts(&call, parts);
    if (!wrong)
        wrong = read_to(&call, parts);
    if (!wrong) {
        const struct pave_message message = message_of(parts);
        status = pave_msg_seal(parts->identity->p, parts->trust->p, &message, parts->bytes.p,
                               parts->bytes.n, &out);
    }
    parts_free(parts);
    return wrong ? give_number(env, wrong) : give_bytes_or(&call, status, &out);
}

/*
 * Whether a message is new is asked after everything else was checked, and last. So its id is taken
 * here, and lib/identity.js asks, which may take a promise for an answer, before it hands out the
 * body.
 */
struct seen {
    unsigned char id[PAVE_MESSAGE_ID_BYTES];
    int64_t until;
};

static enum pave_status take_id(void *user, const unsigned char id[PAVE_MESSAGE_ID_BYTES],
                                int64_t until)
{
    struct seen *seen = user;
    memcpy(seen->id, id, sizeof seen->id);
    seen->until = until;
    return PAVE_OK;
}

static napi_value give_received(const struct call *call, struct pave_received *received,
                                const struct seen *seen)
{
    napi_env env = call->env;
    napi_value out = NULL;
    napi_value body = give_bytes(env, &received->body);
    if (napi_create_object(env, &out) != napi_ok)
        return give_status(call, PAVE_NO_MEMORY);
    (void)napi_set_named_property(env, out, "body", body);
    (void)napi_set_named_property(env, out, "sender",
                                  give_text(env, received->sender, strlen(received->sender)));
    (void)napi_set_named_property(env, out, "sent", give_number(env, received->sent));
    (void)napi_set_named_property(env, out, "expires", give_number(env, received->expires));
    (void)napi_set_named_property(env, out, "id", give_buffer(env, seen->id, sizeof seen->id));
    (void)napi_set_named_property(env, out, "until", give_number(env, seen->until));
    return out;
}

napi_value message_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_received received = {.size = sizeof received};
    struct parts *parts = make(sizeof *parts);
    struct seen seen = {0};
    enum pave_status status = PAVE_OK;

    if (!parts)
        return give_status(&call, PAVE_NO_MEMORY);
    int wrong = read_parts(&call, parts);
    if (!wrong) {
        struct pave_message message = message_of(parts);
        message.replay = take_id;
        message.user = &seen;
        status = pave_msg_open(parts->identity->p, parts->trust->p, &message, parts->bytes.p,
                               parts->bytes.n, &received);
    }
    parts_free(parts);
    if (wrong)
        return give_number(env, wrong);
    return status == PAVE_OK ? give_received(&call, &received, &seen) : give_status(&call, status);
}
