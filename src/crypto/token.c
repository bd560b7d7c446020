/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"
#include "base/buf.h"
#include "crypto/base64url.h"
#include "crypto/claims.h"
#include "crypto/crypto_limits.h"
#include "crypto/library.h"
#include "crypto/paseto.h"
#include "crypto/stamp.h"

#include <pave/secret.h>

#include <stdio.h>

#define FOOTER_HEAD "{\"kid\":\""
#define FOOTER_TAIL "\"}"

/* The footer names the key, as PASERK has it. */
enum { FOOTER_TEXT = sizeof FOOTER_HEAD - 1 + PAVE_PASERK_ID_TEXT - 1 + sizeof FOOTER_TAIL };

/* A key that signs is named by its public half: that is what those who verify know. */
static PV_STATUS write_footer(const struct pave_paseto_key *key, char out[FOOTER_TEXT])
{
    struct pave_paseto_key shown = *key;
    char id[PAVE_PASERK_ID_TEXT];

    if (key->kind == PV_PASETO_SECRET) {
        shown.kind = PV_PASETO_PUBLIC;
        memcpy(shown.bytes, key->bytes + PV_KEY_BYTES, PV_KEY_BYTES);
    }
    enum pave_status status = pave_paseto_key_id(&shown, id);
    pave_wipe(&shown, sizeof shown);
    if (status == PAVE_OK)
        (void)snprintf(out, FOOTER_TEXT, "%s%s%s", FOOTER_HEAD, id, FOOTER_TAIL);
    return status;
}

/* Without fields nothing is bound, so that every implementation of PASETO verifies the token. */
static PV_STATUS bind(struct pv_arena *mem, const struct pave_field *fields, size_t n_fields,
                      struct pave_paseto_beside *beside)
{
    struct pv_context *context = NULL;
    if (n_fields == 0)
        return PAVE_OK;
    PAVE_TRY(pv_status_of(PV_NEW(mem, &context, NULL)));
    PAVE_TRY(pv_context_write(fields, n_fields, context));
    beside->bound = context->bytes + PV_CONTEXT_HEAD;
    beside->bound_size = context->n - PV_CONTEXT_HEAD;
    return PAVE_OK;
}

static bool is_signing(const struct pv_key_entry *entry)
{
    return entry->header.suite == PV_SUITE_PASETO_PUBLIC;
}

static bool is_for_tokens(const struct pave_key *key)
{
    return key->n_entries > 0 && pv_suite_kind(key->entries[0].header.suite) == PV_KIND_TOKEN;
}

/* The claims with what every token says; members that it says stand nowhere else. */
static PV_STATUS add_claims(struct pv_arena *mem, struct pv_str claims,
                            const struct pave_token_options *options, struct pv_buf *out,
                            struct pave_error *err)
{
    static const char *const own[] = {"aud", "iat", "exp"};
    struct pv_record *map = NULL;
    char issued[PV_STAMP_TEXT];
    char expires[PV_STAMP_TEXT];
    int64_t now = options->now > 0 ? options->now : pv_stamp_now();

    PAVE_TRY(pv_record_read(mem, claims, &map, err));
    if (map->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, 0, "claims: expected an object");
    for (size_t i = 0; i < PV_COUNT(own); i++) {
        const struct pv_record *member = pv_record_get(map, own[i]);
        if (member)
            return pv_refuse(err, PAVE_SYNTAX, member->offset, "\"%s\": comes from the options",
                             own[i]);
    }
    pv_stamp_write(now, issued);
    pv_stamp_write(now + options->ttl_s, expires);
    pv_buf_add(out, PV_STR("{\"aud\":"));
    pv_record_add_text(out, pv_str_of(options->audience));
    pv_buf_format(out, ",\"iat\":\"%s\",\"exp\":\"%s\"%s", issued, expires, map->n > 0 ? "," : "");
    pv_buf_add(out, pv_str_sub(claims, map->offset + 1, claims.n));
    return pv_status_of(pv_buf_result(out, NULL));
}

static PV_STATUS issue(const struct pv_key_entry *entry, struct pv_str claims,
                       const struct pave_token_options *options, struct pave_bytes *out,
                       struct pave_error *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {.max = (size_t)2 * PV_TOKEN_BYTES_MAX};
    struct pave_paseto_beside beside = {.size = sizeof beside};
    struct pave_paseto_key key = {0};
    char footer[FOOTER_TEXT];

    PAVE_TRY(add_claims(&mem, claims, options, &text, err));
    PAVE_TRY(bind(&mem, options->fields, options->n_fields, &beside));
    PAVE_TRY(pv_sealer_count(entry->sealer));
    pv_paseto_key_make(pv_sealer_key(entry->sealer), is_signing(entry), &key);
    enum pave_status status = write_footer(&key, footer);
    beside.footer = footer;
    beside.footer_size = FOOTER_TEXT - 1;
    if (status == PAVE_OK)
        status = pave_paseto_issue(&key, text.p, text.n, &beside, out);
    pave_wipe(&key, sizeof key);
    pave_wipe(text.p, text.n);
    return status;
}

enum pave_status pave_token_issue(struct pave_key *key, const void *claims, size_t size,
                                  const struct pave_token_options *options, struct pave_bytes *out,
                                  struct pave_error *err)
{
    const struct pv_key_entry *entry = NULL;

    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    if (!key || !claims || !options || options->size < sizeof *options)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "a key, claims and options are needed");
    if (!options->audience || options->ttl_s == 0 || options->ttl_s > PV_TOKEN_TTL_MAX)
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "options: an audience, and 1 to %d seconds until the end, are needed",
                         PV_TOKEN_TTL_MAX);
    if (!is_for_tokens(key))
        return pv_refuse(err, PAVE_FORBIDDEN, 0, "the purpose's keyset is not for tokens");
    if (size > PV_TOKEN_BYTES_MAX)
        return pv_refuse(err, PAVE_LIMIT, 0, "claims of at most %d bytes", PV_TOKEN_BYTES_MAX);
    PAVE_TRY(pv_key_check_fields(key, options->fields, options->n_fields));
    PAVE_TRY(pv_key_for_seal(key, &entry));
    return issue(entry, (struct pv_str){claims, size}, options, out, err);
}

/* Opens a token whose footer names this key, and holds its claims against the rules. */
static PV_STATUS open_token(const struct pave_paseto_key *key, struct pv_str token,
                            const struct pave_token_rules *rules, struct pave_paseto_beside *beside,
                            struct pave_bytes *claims)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PAVE_TRY(bind(&mem, rules->fields, rules->n_fields, beside));
    return pave_paseto_open(key, token.p, token.n, beside, claims);
}

static PV_STATUS check_claims(struct pave_bytes *claims, const struct pave_token_rules *rules,
                              struct pave_error *err)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = 16 << 20};
    struct pv_record *map = NULL;
    const struct pv_claims_rules checked = {.form = PV_CLAIMS_DATES,
                                            .issuer = rules->issuer,
                                            .audience = rules->audience,
                                            .leeway_s = rules->leeway_s,
                                            .now = rules->now};
    enum pave_status status =
        pv_record_read(&mem, (struct pv_str){(const char *)claims->p, claims->n}, &map, err);
    if (status == PAVE_OK)
        status = pv_claims_check(map, &checked, err);
    if (status != PAVE_OK)
        pave_bytes_free(claims);
    return status;
}

static PV_STATUS check_rules(const void *key, const char *token,
                             const struct pave_token_rules *rules, struct pave_error *err)
{
    if (!key || !token || !rules || rules->size < sizeof *rules)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "a key, a token and rules are needed");
    if (!rules->audience || rules->leeway_s > PV_TOKEN_LEEWAY_MAX)
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "rules: an audience, and a leeway of at most %d seconds, are needed",
                         PV_TOKEN_LEEWAY_MAX);
    return PAVE_OK;
}

/* The footer as it is in the token, decoded into `out`; empty when there is none. */
static PV_STATUS read_footer(struct pv_str token, char out[FOOTER_TEXT], size_t *n)
{
    size_t first = pv_str_find(token, PV_STR("."), 0);
    size_t second = first == SIZE_MAX ? first : pv_str_find(token, PV_STR("."), first + 1);
    size_t third = second == SIZE_MAX ? second : pv_str_find(token, PV_STR("."), second + 1);

    *n = 0;
    if (second == SIZE_MAX)
        return PAVE_SYNTAX;
    if (third == SIZE_MAX)
        return PAVE_OK;
    return pv_base64url_read(pv_str_sub(token, third + 1, token.n), (unsigned char *)out,
                             FOOTER_TEXT - 1, n)
               ? PAVE_OK
               : PAVE_SYNTAX;
}

/* The key that the footer names, made anew. */
static PV_STATUS find_key(const struct pave_key *key, struct pv_str footer,
                          struct pave_paseto_key *out)
{
    for (size_t i = 0; i < key->n_entries; i++) {
        const struct pv_key_entry *entry = &key->entries[i];
        char own[FOOTER_TEXT];
        if (!entry->sealer)
            continue;
        pv_paseto_key_make(pv_sealer_key(entry->sealer), is_signing(entry), out);
        PAVE_TRY(write_footer(out, own));
        if (pv_str_eq(footer, (struct pv_str){own, FOOTER_TEXT - 1}))
            return PAVE_OK;
    }
    return PAVE_NO_KEY;
}

enum pave_status pave_token_verify(struct pave_key *key, const char *token, size_t size,
                                   const struct pave_token_rules *rules, struct pave_bytes *claims,
                                   struct pave_error *err)
{
    struct pv_str text = {token, size};
    struct pave_paseto_beside beside = {.size = sizeof beside};
    struct pave_paseto_key made = {0};
    char footer[FOOTER_TEXT];
    size_t n = 0;

    if (!claims)
        return PAVE_ARGUMENT;
    *claims = (struct pave_bytes){0};
    PAVE_TRY(check_rules(key, token, rules, err));
    if (!is_for_tokens(key))
        return pv_refuse(err, PAVE_FORBIDDEN, 0, "the purpose's keyset is not for tokens");
    PAVE_TRY(pv_key_check_fields(key, rules->fields, rules->n_fields));
    if (size > PV_TOKEN_BYTES_MAX || read_footer(text, footer, &n) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, 0, "not a token that pave_token_issue made");
    enum pave_status status = find_key(key, (struct pv_str){footer, n}, &made);
    beside.footer = footer;
    beside.footer_size = n;
    if (status == PAVE_OK)
        status = open_token(&made, text, rules, &beside, claims);
    pave_wipe(&made, sizeof made);
    if (status != PAVE_OK)
        return pv_refuse(err, status, 0, "%s",
                         status == PAVE_NO_KEY ? "no usable key of the token's \"kid\""
                                               : "the token was refused");
    return check_claims(claims, rules, err);
}

enum pave_status pave_paseto_verify(const struct pave_paseto_key *key, const char *token,
                                    size_t size, const struct pave_token_rules *rules,
                                    struct pave_bytes *claims, struct pave_error *err)
{
    struct pave_paseto_beside beside = {.size = sizeof beside};
    char footer[FOOTER_TEXT];
    char own[FOOTER_TEXT];
    size_t n = 0;

    if (!claims)
        return PAVE_ARGUMENT;
    *claims = (struct pave_bytes){0};
    PAVE_TRY(check_rules(key, token, rules, err));
    PAVE_TRY(write_footer(key, own));
    if (size > PV_TOKEN_BYTES_MAX ||
        read_footer((struct pv_str){token, size}, footer, &n) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, 0, "not a token, or one with another footer");
    beside.footer = own;
    beside.footer_size = n > 0 ? FOOTER_TEXT - 1 : 0;
    enum pave_status status = open_token(key, (struct pv_str){token, size}, rules, &beside, claims);
    if (status != PAVE_OK)
        return pv_refuse(err, status, 0, "the token was refused");
    return check_claims(claims, rules, err);
}

enum pave_status pave_token_public(struct pave_key *key, char out[PAVE_PASERK_PUBLIC_TEXT])
{
    static const char prefix[] = "k4.public.";
    enum { PREFIX = sizeof prefix - 1 };
    const struct pv_key_entry *entry = NULL;
    struct pave_paseto_key made = {0};

    if (!key || !out)
        return PAVE_ARGUMENT;
    out[0] = 0;
    PAVE_TRY(pv_key_for_seal(key, &entry));
    if (!is_signing(entry))
        return PAVE_FORBIDDEN;
    pv_paseto_key_make(pv_sealer_key(entry->sealer), true, &made);
    memcpy(out, prefix, PREFIX);
    pv_base64url_write(made.bytes + PV_KEY_BYTES, PV_KEY_BYTES, out + PREFIX);
    pave_wipe(&made, sizeof made);
    return PAVE_OK;
}
