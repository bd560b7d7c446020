/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The public calls of libpave with keys that others know too. One line in, one line out:
 *
 *     seal SUITE KEY PURPOSE CONTEXT MESSAGE         a value, or a stream when the suite is one
 *     open SUITE KEY ID PURPOSE CONTEXT SEALED
 *     public SUITE KEY                               the public text of an identity
 *     message-seal SUITE KEY PUBLIC PURPOSE CONTEXT BODY     from the identity KEY to PUBLIC
 *     message-open SUITE KEY PUBLIC PURPOSE CONTEXT SEALED   to the identity KEY from PUBLIC
 *     sign SUITE KEY DOMAIN MESSAGE
 *     verify PUBLIC DOMAIN MESSAGE SIGNATURE
 *     paseto-issue PASERK CLAIMS FOOTER BOUND
 *     paseto-open PASERK TOKEN FOOTER BOUND
 *     password-hash PASSWORD
 *     password-verify PASSWORD STORED
 *     jwt JWKS TOKEN ISSUER AUDIENCE
 *
 * Bytes are hexadecimal, CONTEXT is NAME=VALUE or nothing, "-" is nothing. What comes out is text
 * or hexadecimal; or the name of a status.
 */
#include "base/assert.h"
#include "base/buf.h"
#include "crypto/keyset.h"
#include "support/crypto_case.h"
#include "support/test.h"
#include "support/vectors.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 8, TTL = 60, PIECE = 5000 };

static struct crypto_case test;
static struct pv_str words[WORDS];

static struct pv_str bytes(size_t word)
{
    return pv_str_eq(words[word], PV_STR("-")) ? (struct pv_str){0}
                                               : vectors_hex(&test.scratch.mem, words[word]);
}

static const char *text_of(struct pv_str view)
{
    const char *z = NULL;
    assert_ok(pv_str_z(&test.scratch.mem, view, &z, NULL));
    return z;
}

static const char *text(size_t word)
{
    return pv_str_eq(words[word], PV_STR("-")) ? "" : text_of(words[word]);
}

static size_t field_of(size_t word, struct pave_field *out)
{
    struct pv_str value = words[word];
    struct pv_str name = {0};
    if (!pv_str_split(&value, '=', &name) || value.n == 0)
        return 0;
    *out = pave_field_bytes(text_of(name), value.p, value.n);
    return 1;
}

static void say_hex(const void *p, size_t n)
{
    const unsigned char *at = p;
    for (size_t i = 0; i < n; i++)
        printf("%02x", at[i]);
    puts(n == 0 ? "-" : "");
}

/* Says what was made, or why nothing was, and frees it. */
static void say(enum pave_status status, struct pave_bytes *made, bool is_text)
{
    if (status != PAVE_OK)
        puts(pave_error_name(status));
    else if (is_text)
        printf("%.*s\n", (int)made->n, (const char *)made->p);
    else
        say_hex(made->p, made->n);
    pave_bytes_free(made);
}

/* A keyset whose one key is the word; `id` of NULL leaves it the one that it has. */
static const char *make_keyset(const char *name, const char *kind, size_t suite, size_t key,
                               const char *id)
{
    struct pv_str material = bytes(key);
    char file[64];
    struct pv_keyset keyset = {0};
    struct pv_buf out = {0};
    (void)snprintf(file, sizeof file, "%s.keyset", name);
    const char *path = scratch_path_z(&test.scratch, file);
    crypto_case_keyset(&test, name, kind, text(suite));
    assert_int_equal(material.n, PV_KEY_BYTES);
    assert_int_equal(pv_keyset_load(&keyset, path, NULL), PAVE_OK);
    assert_int_equal(pv_keyset_unlock(&keyset, &test.unlock, NULL), PAVE_OK);
    if (id)
        keyset.keys.p[0].id = (uint32_t)strtoul(id, NULL, 16);
    assert_int_equal(
        pv_keyset_set_material(&keyset, &keyset.keys.p[0], (const unsigned char *)material.p),
        PAVE_OK);
    assert_int_equal(pv_keyset_write(&keyset, &out), PAVE_OK);
    scratch_write(&test.scratch, file, pv_buf_str(&out));
    pv_buf_clear(&out);
    pv_keyset_clear(&keyset);
    return path;
}

static bool is_stream(size_t suite)
{
    return pv_suite_kind(pv_suite_of_name(words[suite])) == PV_KIND_STREAM;
}

static struct pave_key *key_for(size_t suite, size_t key, const char *id, size_t purpose)
{
    char purposes[512];
    const char *kind = pv_key_kind_name(pv_suite_kind(pv_suite_of_name(words[suite])));
    (void)make_keyset("values", kind, suite, key, id);
    crypto_case_keyset(&test, "files", "stream", NULL);
    (void)snprintf(purposes, sizeof purposes,
                   "[{\"name\":\"%s\",\"keyset\":\"values\",\"suites\":[\"%s\"],\"context\":[],"
                   "\"reason\":\"peers\"}]",
                   text(purpose), text(suite));
    crypto_case_policy(&test, purposes);
    crypto_case_open(&test);
    return crypto_case_key(&test, text(purpose));
}

static enum pave_status add_to(void *user, const void *p, size_t n)
{
    struct pv_buf *out = user;
    pv_buf_add(out, (struct pv_str){p, n});
    return out->failure == PV_OK ? PAVE_OK : PAVE_NO_MEMORY;
}

static enum pave_status take_from(void *user, void *p, size_t capacity, size_t *n)
{
    struct pv_str *in = user;
    *n = in->n < capacity ? in->n : capacity;
    if (*n > 0)
        memcpy(p, in->p, *n);
    *in = pv_str_sub(*in, *n, in->n);
    return PAVE_OK;
}

static void seal_stream(struct pave_key *key, const struct pave_field *field, size_t n_fields,
                        struct pv_str message)
{
    struct pv_buf out = {0};
    struct pave_writer *writer = NULL;
    const struct pave_pipe pipe = {.sink = add_to, .user = &out};
    assert_int_equal(pave_writer_open(key, field, n_fields, &pipe, &writer), PAVE_OK);
    for (size_t at = 0; at < message.n; at += PIECE) {
        size_t n = message.n - at < PIECE ? message.n - at : PIECE;
        assert_int_equal(pave_writer_write(writer, message.p + at, n), PAVE_OK);
    }
    assert_int_equal(pave_writer_finish(writer), PAVE_OK);
    pave_writer_close(writer);
    say_hex(out.p, out.n);
    pv_buf_clear(&out);
}

static enum pave_status read_stream(struct pave_reader *reader, struct pv_buf *out)
{
    unsigned char piece[PIECE];
    size_t n = 0;
    do {
        PAVE_TRY(pave_reader_read(reader, piece, sizeof piece, &n));
        pv_buf_add(out, (struct pv_str){(const char *)piece, n});
    } while (n > 0);
    return PAVE_OK;
}

static void open_stream(struct pave_key *key, const struct pave_field *field, size_t n_fields,
                        struct pv_str sealed)
{
    struct pv_buf out = {0};
    struct pave_reader *reader = NULL;
    const struct pave_pipe pipe = {.source = take_from, .user = &sealed};
    enum pave_status status = pave_reader_open(key, field, n_fields, &pipe, &reader);
    if (status == PAVE_OK)
        status = read_stream(reader, &out);
    enum pave_status closed = pave_reader_close(reader);
    if (status == PAVE_OK)
        status = closed;
    if (status == PAVE_OK)
        say_hex(out.p, out.n);
    else
        puts(pave_error_name(status));
    pv_buf_clear(&out);
}

static void do_seal(void)
{
    struct pave_field field;
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pv_str message = bytes(5);
    struct pave_key *key = key_for(1, 2, NULL, 3);
    size_t n_fields = field_of(4, &field);
    if (is_stream(1))
        seal_stream(key, &field, n_fields, message);
    else
        say(pave_seal(key, message.p, message.n, &field, n_fields, &out), &out, false);
    pave_key_close(key);
}

static void do_open(void)
{
    struct pave_field field;
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pv_str sealed = bytes(6);
    struct pave_key *key = key_for(1, 2, text(3), 4);
    size_t n_fields = field_of(5, &field);
    if (is_stream(1))
        open_stream(key, &field, n_fields, sealed);
    else
        say(pave_open(key, sealed.p, sealed.n, &field, n_fields, &out), &out, false);
    pave_key_close(key);
}

static struct pave_identity *identity_of(size_t suite, size_t key)
{
    struct pave_identity *out = NULL;
    const char *path = make_keyset("me", "identity", suite, key, NULL);
    assert_int_equal(pave_identity_open(path, &test.unlock, &out, NULL), PAVE_OK);
    return out;
}

static struct pave_trust *trust_of(size_t public_text)
{
    char trusted[512];
    struct pave_trust *out = NULL;
    (void)snprintf(trusted, sizeof trusted,
                   "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"peer\",\"public\":\"%s\"}]}",
                   text(public_text));
    assert_int_equal(pave_trust_read(trusted, strlen(trusted), &out, NULL), PAVE_OK);
    return out;
}

static void do_public(void)
{
    char out[PAVE_IDENTITY_TEXT];
    struct pave_identity *me = identity_of(1, 2);
    assert_int_equal(pave_identity_public(me, out), PAVE_OK);
    puts(out);
    pave_identity_close(me);
}

static void do_message(bool is_seal)
{
    static const char *const to[] = {"peer"};
    struct pave_field field;
    struct pv_str in = bytes(6);
    struct pave_received got = {.size = sizeof got};
    struct pave_identity *me = identity_of(1, 2);
    struct pave_trust *trust = trust_of(3);
    const struct pave_message message = {.size = sizeof message,
                                         .purpose = text(4),
                                         .fields = &field,
                                         .n_fields = field_of(5, &field),
                                         .to = to,
                                         .n_to = 1,
                                         .ttl_s = TTL};
    enum pave_status status = is_seal ? pave_msg_seal(me, trust, &message, in.p, in.n, &got.body)
                                      : pave_msg_open(me, trust, &message, in.p, in.n, &got);
    say(status, &got.body, false);
    pave_trust_close(trust);
    pave_identity_close(me);
}

static void do_sign(void)
{
    unsigned char signature[PAVE_SIGNATURE_BYTES];
    struct pv_str message = bytes(4);
    struct pave_identity *me = identity_of(1, 2);
    assert_int_equal(pave_sign(me, text(3), message.p, message.n, signature), PAVE_OK);
    say_hex(signature, sizeof signature);
    pave_identity_close(me);
}

static void do_verify(void)
{
    struct pv_str message = bytes(3);
    struct pv_str signature = bytes(4);
    struct pave_trust *trust = trust_of(1);
    assert_int_equal(signature.n, PAVE_SIGNATURE_BYTES);
    puts(pave_error_name(pave_verify(trust, "peer", text(2), message.p, message.n,
                                     (const unsigned char *)signature.p)));
    pave_trust_close(trust);
}

static void do_paseto(bool is_issue)
{
    struct pave_paseto_key *key = NULL;
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pv_str in = is_issue ? bytes(2) : words[2];
    struct pv_str footer = bytes(3);
    struct pv_str bound = bytes(4);
    const struct pave_paseto_beside beside = {.size = sizeof beside,
                                              .footer = footer.p,
                                              .footer_size = footer.n,
                                              .bound = bound.p,
                                              .bound_size = bound.n};
    enum pave_status status = pave_paseto_key_read(words[1].p, words[1].n, &key);
    if (status == PAVE_OK)
        status = is_issue ? pave_paseto_issue(key, in.p, in.n, &beside, &out)
                          : pave_paseto_open(key, in.p, in.n, &beside, &out);
    say(status, &out, true);
    pave_paseto_key_close(key);
}

static void do_password(bool is_hash)
{
    char out[PAVE_PASSWORD_TEXT];
    struct pv_str password = bytes(1);
    enum pave_status status =
        is_hash ? pave_password_hash(password.p, password.n, NULL, out)
                : pave_password_verify(password.p, password.n, text(2), NULL, out);
    puts(is_hash && status == PAVE_OK ? out : pave_error_name(status));
}

static void do_jwt(void)
{
    struct pave_jwks *jwks = NULL;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct pv_str keys = bytes(1);
    const struct pave_jwt_rules rules = {
        .size = sizeof rules, .issuer = text(3), .audience = text(4)};
    enum pave_status status = pave_jwks_read(keys.p, keys.n, &jwks, NULL);
    if (status == PAVE_OK)
        status = pave_jwt_verify(jwks, words[2].p, words[2].n, &rules, &claims, NULL);
    say(status, &claims, true);
    pave_jwks_close(jwks);
}

static void do_message_seal(void)
{
    do_message(true);
}

static void do_message_open(void)
{
    do_message(false);
}

static void do_paseto_issue(void)
{
    do_paseto(true);
}

static void do_paseto_open(void)
{
    do_paseto(false);
}

static void do_password_hash(void)
{
    do_password(true);
}

static void do_password_verify(void)
{
    do_password(false);
}

static const struct verb {
    const char *name;
    size_t n_words;
    void (*run)(void);
} verbs[] = {{"seal", 6, do_seal},
             {"open", 7, do_open},
             {"public", 3, do_public},
             {"message-seal", 7, do_message_seal},
             {"message-open", 7, do_message_open},
             {"sign", 5, do_sign},
             {"verify", 5, do_verify},
             {"paseto-issue", 5, do_paseto_issue},
             {"paseto-open", 5, do_paseto_open},
             {"password-hash", 2, do_password_hash},
             {"password-verify", 3, do_password_verify},
             {"jwt", 5, do_jwt}};

static void run_line(const char *line)
{
    struct pv_str rest = pv_str_trim(pv_str_of(line));
    size_t n = 0;
    memset(words, 0, sizeof words);
    while (n < WORDS && pv_str_split(&rest, ' ', &words[n]))
        n++;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (n == verbs[i].n_words && pv_str_eq(words[0], pv_str_of(verbs[i].name))) {
            crypto_case_begin(&test);
            verbs[i].run();
            crypto_case_end(&test);
            return;
        }
    }
    puts("not understood");
}

int main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    pv_assert(sodium_init() >= 0);
    while (getline(&line, &capacity, stdin) > 0) {
        run_line(line);
        (void)fflush(stdout);
    }
    free(line);
    return 0;
}
