/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

/* Texts of one call, freed together. */
enum { TEXTS_MAX = 4 };
struct texts {
    struct text at[TEXTS_MAX];
};

static void texts_free(struct texts *texts)
{
    for (size_t i = 0; i < TEXTS_MAX; i++)
        text_free(&texts->at[i]);
}

/* The arguments first … first + n - 1; some may be nothing. */
static int read_texts(const struct call *call, size_t first, size_t n, struct texts *out)
{
    for (size_t i = 0; i < n; i++) {
        if (!arg_text(call, first + i, &out->at[i])) {
            texts_free(out);
            return BAD;
        }
    }
    return 0;
}

static napi_value give_claims(const struct call *call, enum pave_status status,
                              struct pave_bytes *claims)
{
    return status == PAVE_OK ? give_bytes_text(call->env, claims) : give_status(call, status);
}

/* (key, claims, context, audience, ttl, now) */
napi_value token_issue(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_token_options options = {.size = sizeof options};
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct handle *key = NULL;
    struct bytes claims = {0};
    struct fields fields = {0};
    struct texts texts = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 2, &fields);
    if (!wrong && (!arg_bytes(&call, 1, &claims) || !arg_u32(&call, 4, &options.ttl_s) ||
                   !arg_i64(&call, 5, &options.now)))
        wrong = BAD;
    if (!wrong)
        wrong = read_texts(&call, 3, 1, &texts);
    if (wrong)
        return give_number(env, wrong);
    options.audience = texts.at[0].p;
    options.fields = fields.p;
    options.n_fields = fields.n;
    enum pave_status status =
        pave_token_issue(key->p, claims.p, claims.n, &options, &out, &call.here->err);
    texts_free(&texts);
    return give_claims(&call, status, &out);
}

/* From the argument `first` on: audience, issuer, leeway, now. */
static int read_rules(const struct call *call, size_t first, struct texts *texts,
                      struct pave_token_rules *out)
{
    *out = (struct pave_token_rules){.size = sizeof *out};
    if (!arg_u32(call, first + 2, &out->leeway_s) || !arg_i64(call, first + 3, &out->now))
        return BAD;
    int wrong = read_texts(call, first, 2, texts);
    out->audience = texts->at[0].p;
    out->issuer = texts->at[1].p;
    return wrong;
}

/* The text of a token is one of the texts already, so that all are freed together. */
static int read_token(const struct call *call, size_t i, struct texts *texts)
{
    if (arg_text(call, i, &texts->at[TEXTS_MAX - 1]) && texts->at[TEXTS_MAX - 1].p)
        return 0;
    texts_free(texts);
    return BAD;
}

/* (key, token, context, audience, issuer, leeway, now) */
napi_value token_verify(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct pave_token_rules rules = {0};
    struct handle *key = NULL;
    struct fields fields = {0};
    struct texts texts = {0};

    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (!wrong)
        wrong = arg_fields(&call, 2, &fields);
    if (!wrong)
        wrong = read_rules(&call, 3, &texts, &rules);
    if (!wrong)
        wrong = read_token(&call, 1, &texts);
    if (wrong)
        return give_number(env, wrong);
    rules.fields = fields.p;
    rules.n_fields = fields.n;
    const struct text *token = &texts.at[TEXTS_MAX - 1];
    enum pave_status status =
        pave_token_verify(key->p, token->p, token->n, &rules, &claims, &call.here->err);
    texts_free(&texts);
    return give_claims(&call, status, &claims);
}

napi_value token_public(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    char text[PAVE_PASERK_PUBLIC_TEXT] = "";
    struct handle *key = NULL;
    int wrong = arg_handle(&call, 0, KIND_KEY, &key);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_token_public(key->p, text);
    return status == PAVE_OK ? give_text(env, text, strlen(text)) : give_status(&call, status);
}

static void close_paseto(void *p)
{
    pave_paseto_key_close(p);
}

napi_value paseto_read(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_paseto_key *key = NULL;
    struct text text = {0};
    if (!arg_text(&call, 0, &text) || !text.p)
        return give_number(env, BAD);
    enum pave_status status = pave_paseto_key_read(text.p, text.n, &key);
    text_free(&text);
    if (status != PAVE_OK)
        return give_status(&call, status);
    return give_handle(&call,
                       (struct handle){.kind = KIND_PASETO, .p = key, .close = close_paseto});
}

napi_value paseto_id(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    char text[PAVE_PASERK_ID_TEXT] = "";
    struct handle *key = NULL;
    int wrong = arg_handle(&call, 0, KIND_PASETO, &key);
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_paseto_key_id(key->p, text);
    return status == PAVE_OK ? give_text(env, text, strlen(text)) : give_status(&call, status);
}

static bool read_beside(const struct call *call, size_t first, struct pave_paseto_beside *out)
{
    struct bytes footer = {0};
    struct bytes bound = {0};
    if (!arg_bytes(call, first, &footer) || !arg_bytes(call, first + 1, &bound))
        return false;
    *out = (struct pave_paseto_beside){sizeof *out, footer.p, footer.n, bound.p, bound.n};
    return true;
}

/* (key, claims, footer, bound) */
napi_value paseto_issue(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pave_paseto_beside beside = {0};
    struct handle *key = NULL;
    struct bytes claims = {0};

    int wrong = arg_handle(&call, 0, KIND_PASETO, &key);
    if (!wrong && (!arg_bytes(&call, 1, &claims) || !read_beside(&call, 2, &beside)))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    return give_claims(&call, pave_paseto_issue(key->p, claims.p, claims.n, &beside, &out), &out);
}

/* (key, token, audience, issuer, leeway, now) */
napi_value paseto_verify(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct pave_token_rules rules = {0};
    struct handle *key = NULL;
    struct texts texts = {0};

    int wrong = arg_handle(&call, 0, KIND_PASETO, &key);
    if (!wrong)
        wrong = read_rules(&call, 2, &texts, &rules);
    if (!wrong)
        wrong = read_token(&call, 1, &texts);
    if (wrong)
        return give_number(env, wrong);
    const struct text *token = &texts.at[TEXTS_MAX - 1];
    enum pave_status status =
        pave_paseto_verify(key->p, token->p, token->n, &rules, &claims, &call.here->err);
    texts_free(&texts);
    return give_claims(&call, status, &claims);
}

/* (key, token, footer, bound) */
napi_value paseto_open(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct pave_paseto_beside beside = {0};
    struct handle *key = NULL;
    struct text token = {0};

    int wrong = arg_handle(&call, 0, KIND_PASETO, &key);
    if (!wrong && (!read_beside(&call, 2, &beside) || !arg_text(&call, 1, &token) || !token.p))
        wrong = BAD;
    if (wrong)
        return give_number(env, wrong);
    enum pave_status status = pave_paseto_open(key->p, token.p, token.n, &beside, &claims);
    text_free(&token);
    return give_claims(&call, status, &claims);
}

static void close_jwks(void *p)
{
    pave_jwks_close(p);
}

napi_value jwks_read(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_jwks *jwks = NULL;
    struct text text = {0};
    if (!arg_text(&call, 0, &text) || !text.p)
        return give_number(env, BAD);
    enum pave_status status = pave_jwks_read(text.p, text.n, &jwks, &call.here->err);
    text_free(&text);
    if (status != PAVE_OK)
        return give_status(&call, status);
    return give_handle(&call, (struct handle){.kind = KIND_JWKS, .p = jwks, .close = close_jwks});
}

/* (jwks, token, issuer, audience, type, leeway, now) */
napi_value jwt_verify(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    struct pave_jwt_rules rules = {.size = sizeof rules};
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct handle *jwks = NULL;
    struct texts texts = {0};

    int wrong = arg_handle(&call, 0, KIND_JWKS, &jwks);
    if (!wrong && (!arg_u32(&call, 5, &rules.leeway_s) || !arg_i64(&call, 6, &rules.now)))
        wrong = BAD;
    if (!wrong)
        wrong = read_texts(&call, 2, 3, &texts);
    if (!wrong)
        wrong = read_token(&call, 1, &texts);
    if (wrong)
        return give_number(env, wrong);
    rules.issuer = texts.at[0].p;
    rules.audience = texts.at[1].p;
    rules.type = texts.at[2].p;
    const struct text *token = &texts.at[TEXTS_MAX - 1];
    enum pave_status status =
        pave_jwt_verify(jwks->p, token->p, token->n, &rules, &claims, &call.here->err);
    texts_free(&texts);
    return give_claims(&call, status, &claims);
}
