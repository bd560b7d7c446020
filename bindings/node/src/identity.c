/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

static void close_identity(void *p)
{
    pave_identity_close(p);
}

static void close_trust(void *p)
{
    pave_trust_close(p);
}

static void close_digest(void *p)
{
    pave_digest_free(p);
}

struct identity_job {
    struct job job;
    struct text path;
    struct unlock *unlock;
    struct pave_identity *identity;
};

static void run_open(struct job *job)
{
    struct identity_job *it = (struct identity_job *)job;
    job->status = pave_identity_open(it->path.p, unlock_top(it->unlock), &it->identity, &job->err);
}

static napi_value finish_open(const struct call *call, struct job *job)
{
    struct identity_job *it = (struct identity_job *)job;
    struct pave_identity *identity = it->identity;
    it->identity = NULL;
    return give_handle(
        call, (struct handle){.kind = KIND_IDENTITY, .p = identity, .close = close_identity});
}

static void clear_open(struct job *job)
{
    struct identity_job *it = (struct identity_job *)job;
    pave_identity_close(it->identity);
    text_free(&it->path);
    unlock_free(it->unlock);
}

/* (path, unlock) */
napi_value identity_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct identity_job *it = make(sizeof *it);
    if (!it)
        return give_status(&call, PAVE_NO_MEMORY);
    it->job = (struct job){.run = run_open, .finish = finish_open, .clear = clear_open};
    if (call.n == 2 && arg_text(&call, 0, &it->path) && it->path.p &&
        unlock_read(env, call.args[1], &it->unlock))
        return job_start(&call, &it->job);
    clear_open(&it->job);
    unmake(it);
    return give_number(env, BAD);
}

napi_value identity_public(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    char text[PAVE_IDENTITY_TEXT] = "";
    struct handle *identity = NULL;
    int wrong = arg_handle(&call, 0, KIND_IDENTITY, &identity);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_identity_public(identity->p, text);
    return status == PAVE_OK ? give_text(env, text, strlen(text)) : give_status(&call, status);
}

napi_value trust_read(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_trust *trust = NULL;
    struct text text = {0};
    if (!arg_text(&call, 0, &text) || !text.p)
        return give_number(env, BAD);
    enum pave_status status = pave_trust_read(text.p, text.n, &trust, &call.here->err);
    text_free(&text);
    if (status != PAVE_OK)
        return give_status(&call, status);
    return give_handle(&call,
                       (struct handle){.kind = KIND_TRUST, .p = trust, .close = close_trust});
}

napi_value digest_new(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_digest *digest = NULL;
    enum pave_status status = pave_digest_new(&digest);
    if (status != PAVE_OK)
        return give_status(&call, status);
    return give_handle(&call,
                       (struct handle){.kind = KIND_DIGEST, .p = digest, .close = close_digest});
}

napi_value digest_add(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct handle *digest = NULL;
    struct bytes bytes = {0};
    int wrong = arg_handle(&call, 0, KIND_DIGEST, &digest);
    if (!wrong && !arg_bytes(&call, 1, &bytes))
        wrong = BAD;
    return give_number(env, wrong ? wrong : (int64_t)pave_digest_add(digest->p, bytes.p, bytes.n));
}

/* What is signed: bytes, or a digest of what came in pieces. */
struct signed_thing {
    struct bytes bytes;
    struct pave_digest *digest;
};

static int arg_thing(const struct call *call, size_t i, bool is_digest, struct signed_thing *out)
{
    struct handle *handle = NULL;
    if (!is_digest)
        return arg_bytes(call, i, &out->bytes) ? 0 : BAD;
    int wrong = arg_handle(call, i, KIND_DIGEST, &handle);
    if (!wrong)
        out->digest = handle->p;
    return wrong;
}

/* (identity, domain, thing) */
static napi_value sign(napi_env env, napi_callback_info info, bool is_digest)
{
    CALL_BEGIN(call, env, info);
    unsigned char signature[PAVE_SIGNATURE_BYTES];
    struct handle *identity = NULL;
    struct signed_thing thing = {0};
    struct text domain = {0};

    int wrong = arg_handle(&call, 0, KIND_IDENTITY, &identity);
    if (!wrong)
        wrong = arg_thing(&call, 2, is_digest, &thing);
    if (!wrong && (!arg_text(&call, 1, &domain) || !domain.p))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status =
        is_digest ? pave_sign_digest(identity->p, domain.p, thing.digest, signature)
                  : pave_sign(identity->p, domain.p, thing.bytes.p, thing.bytes.n, signature);
    text_free(&domain);
    return status == PAVE_OK ? give_buffer(env, signature, sizeof signature)
                             : give_status(&call, status);
}

napi_value identity_sign(napi_env env, napi_callback_info info)
{
    return sign(env, info, false);
}

napi_value identity_sign_digest(napi_env env, napi_callback_info info)
{
    return sign(env, info, true);
}

/* (trust, name, domain, thing, signature) */
static napi_value verify(napi_env env, napi_callback_info info, bool is_digest)
{
    CALL_BEGIN(call, env, info);
    struct handle *trust = NULL;
    struct signed_thing thing = {0};
    struct text name = {0};
    struct text domain = {0};
    struct bytes signature = {0};
    enum pave_status status = PAVE_REFUSED;

    int wrong = arg_handle(&call, 0, KIND_TRUST, &trust);
    if (!wrong)
        wrong = arg_thing(&call, 3, is_digest, &thing);
    if (!wrong && (!arg_text(&call, 1, &name) || !name.p || !arg_text(&call, 2, &domain) ||
                   !domain.p || !arg_bytes(&call, 4, &signature)))
        wrong = BAD;
    /* One of another size is none. */
    if (!wrong && signature.n == PAVE_SIGNATURE_BYTES)
        status = is_digest
                     ? pave_verify_digest(trust->p, name.p, domain.p, thing.digest, signature.p)
                     : pave_verify(trust->p, name.p, domain.p, thing.bytes.p, thing.bytes.n,
                                   signature.p);
    text_free(&name);
    text_free(&domain);
    return give_number(env, wrong ? wrong : (int64_t)status);
}

napi_value trust_verify(napi_env env, napi_callback_info info)
{
    return verify(env, info, false);
}

napi_value trust_verify_digest(napi_env env, napi_callback_info info)
{
    return verify(env, info, true);
}
