/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The vectors of docs/spec/messages-and-tokens.md: what was sealed and issued once opens for ever.
 */
#include "base/buf.h"
#include "crypto/keyset.h"
#include "support/crypto_case.h"
#include "support/test.h"
#include "support/vectors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 9, COLUMNS = 4, LINE = 4096, HALF_PAST = 1795420800 + 1800 };

static struct crypto_case test;
static struct pv_str words[WORDS];

/* The bytes of a word of hexadecimal digits; "-" is none. */
static struct pv_str bytes(size_t word)
{
    return pv_str_eq(words[word], PV_STR("-")) ? (struct pv_str){0}
                                               : vectors_hex(&test.scratch.mem, words[word]);
}

static const char *text(size_t word)
{
    const char *z = NULL;
    assert_ok(pv_str_z(&test.scratch.mem, words[word], &z, NULL));
    return z;
}

/* The one field of a context, NAME=VALUE; "-" is none. */
static size_t field_of(size_t word, struct pave_field *out)
{
    struct pv_str value = words[word];
    struct pv_str name = {0};
    const char *z = NULL;
    if (!pv_str_split(&value, '=', &name) || value.n == 0)
        return 0;
    assert_ok(pv_str_z(&test.scratch.mem, name, &z, NULL));
    *out = pave_field_bytes(z, value.p, value.n);
    return 1;
}

/* A keyset whose one key is that of the vector; `id` of 0 leaves it the id that it has. */
static const char *make_keyset(const char *name, const char *kind, const char *suite, uint32_t id)
{
    struct pv_str key = bytes(1);
    char file[64];
    struct pv_keyset keyset = {0};
    struct pv_buf out = {0};
    (void)snprintf(file, sizeof file, "%s.keyset", name);
    const char *path = scratch_path_z(&test.scratch, file);
    crypto_case_keyset(&test, name, kind, suite);
    assert_int_equal(key.n, PV_KEY_BYTES);
    assert_int_equal(pv_keyset_load(&keyset, path, NULL), PAVE_OK);
    assert_int_equal(pv_keyset_unlock(&keyset, &test.unlock, NULL), PAVE_OK);
    if (id)
        keyset.keys.p[0].id = id;
    assert_int_equal(
        pv_keyset_set_material(&keyset, &keyset.keys.p[0], (const unsigned char *)key.p), PAVE_OK);
    assert_int_equal(pv_keyset_write(&keyset, &out), PAVE_OK);
    scratch_write(&test.scratch, file, pv_buf_str(&out));
    pv_buf_clear(&out);
    pv_keyset_clear(&keyset);
    return path;
}

static void check_message(void)
{
    char trusted[512];
    struct pave_identity *me = NULL;
    struct pave_trust *trust = NULL;
    struct pave_field field;
    struct pave_received got = {.size = sizeof got};
    const char *path = make_keyset("me", "identity", NULL, 0);
    const struct pave_message message = {.size = sizeof message,
                                         .purpose = text(3),
                                         .fields = &field,
                                         .n_fields = field_of(4, &field),
                                         .now = (int64_t)strtoll(text(5), NULL, 10)};
    struct pv_str sealed = bytes(6);
    struct pv_str body = bytes(7);
    (void)snprintf(trusted, sizeof trusted,
                   "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"a\",\"public\":\"%s\"}]}",
                   text(2));
    assert_int_equal(pave_trust_read(trusted, strlen(trusted), &trust, NULL), PAVE_OK);
    assert_int_equal(pave_identity_open(path, &test.unlock, &me, NULL), PAVE_OK);
    assert_int_equal(pave_msg_open(me, trust, &message, sealed.p, sealed.n, &got), PAVE_OK);
    assert_int_equal(got.body.n, body.n);
    if (body.n)
        assert_memory_equal(got.body.p, body.p, body.n);
    pave_bytes_free(&got.body);
    pave_trust_close(trust);
    pave_identity_close(me);
}

/* Opens a library with one purpose; `more` are further members of it. */
static void open_for(size_t purpose, const char *kind, const char *suite, uint32_t id,
                     const char *more)
{
    char purposes[768];
    (void)make_keyset("values", kind, suite, id);
    crypto_case_keyset(&test, "files", "stream", NULL);
    (void)snprintf(purposes, sizeof purposes,
                   "[{\"name\":\"%s\",\"keyset\":\"values\",\"suites\":[\"%s\"],\"context\":[]%s}]",
                   text(purpose), suite, more);
    crypto_case_policy(&test, purposes);
    crypto_case_open(&test);
}

static struct pave_key *key_for(size_t purpose, const char *kind, const char *suite, uint32_t id)
{
    open_for(purpose, kind, suite, id, "");
    return crypto_case_key(&test, text(purpose));
}

static void check_token(void)
{
    struct pave_field field;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct pave_key *key = key_for(2, "token", text(0), 0);
    const struct pave_token_rules rules = {.size = sizeof rules,
                                           .audience = "portal",
                                           .fields = &field,
                                           .n_fields = field_of(3, &field),
                                           .now = HALF_PAST};
    assert_int_equal(pave_token_verify(key, words[4].p, words[4].n, &rules, &claims, NULL),
                     PAVE_OK);
    assert_non_null(strstr((const char *)claims.p, "\"role\":\"nurse\""));
    pave_bytes_free(&claims);
    pave_key_close(key);
}

static void check_subject(void)
{
    struct pave_field field;
    struct pave_key *key = NULL;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    struct pave_info info = {.size = sizeof info};
    struct pv_str secret = bytes(5);
    struct pv_str sealed = bytes(6);
    struct pv_str message = bytes(7);
    const struct pave_subject subject = {words[3].p, words[3].n, secret.p, secret.n};
    size_t n_fields = field_of(4, &field);

    assert_int_equal(pave_inspect(sealed.p, sealed.n, &info), PAVE_OK);
    pave_key_close(key_for(2, "seal", "KC-XAES-256-GCM", info.key_id));
    assert_int_equal(pave_subject_key(test.library, text(2), &subject, &key, NULL), PAVE_OK);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, &field, n_fields, &opened), PAVE_OK);
    assert_int_equal(opened.n, message.n);
    assert_memory_equal(opened.p, message.p, message.n);
    pave_bytes_free(&opened);
    pave_key_close(key);
}

/* The fields of NAME=VALUE;NAME=VALUE. */
static size_t fields_of(size_t word, struct pave_field *out)
{
    struct pv_str rest = words[word];
    struct pv_str one = {0};
    size_t n = 0;
    while (n < COLUMNS && pv_str_split(&rest, ';', &one)) {
        struct pv_str name = {0};
        const char *z = NULL;
        assert_true(pv_str_split(&one, '=', &name));
        assert_ok(pv_str_z(&test.scratch.mem, name, &z, NULL));
        out[n++] = pave_field_bytes(z, one.p, one.n);
    }
    return n;
}

static void check_index(void)
{
    struct pave_field columns[COLUMNS];
    struct pave_field values[COLUMNS];
    struct pave_index *index = NULL;
    struct pave_index_token token;
    struct pv_buf more = {0};
    unsigned bits = (unsigned)strtoul(text(6), NULL, 10);
    size_t n = fields_of(5, columns);

    /* As many values as the length is for, so that the policy allows it. */
    pv_buf_format(&more,
                  ",\"indexes\":[{\"name\":\"%s\",\"table\":\"%s\",\"bits\":%u,\"distinct\":%u,"
                  "\"columns\":{",
                  text(4), text(3), bits, 5u << bits);
    for (size_t i = 0; i < n; i++)
        pv_buf_format(&more, "%s\"%s\":\"%.*s\"", i ? "," : "", columns[i].name,
                      (int)columns[i].size, (const char *)columns[i].value);
    pv_buf_format(&more, "}}]");
    pv_buf_add_byte(&more, 0);
    open_for(2, "index", "HMAC-SHA256-INDEX", (uint32_t)strtoul(text(8), NULL, 16), more.p);
    pv_buf_clear(&more);
    assert_int_equal(pave_index_open(test.library, text(2), text(4), &index, NULL), PAVE_OK);
    assert_int_equal(pave_index_token(index, values, fields_of(7, values), &token), PAVE_OK);
    assert_string_equal(token.text, text(8));
    pave_index_close(index);
}

static void check_derived(void)
{
    struct pave_field field;
    struct pave_secret *made = NULL;
    struct pv_str expected = bytes(5);
    uint32_t id = 0;
    struct pave_key *key = key_for(2, "derive", "HKDF-SHA256", 0);
    size_t n_fields = field_of(3, &field);

    assert_int_equal(expected.n, strtoul(text(4), NULL, 10));
    assert_int_equal(pave_derive(key, &id, &field, n_fields, expected.n, &made), PAVE_OK);
    assert_memory_equal(pave_secret_bytes(made), expected.p, expected.n);
    pave_secret_free(made);
    pave_key_close(key);
}

static size_t read_words(char *line)
{
    struct pv_str rest = pv_str_trim(pv_str_of(line));
    size_t n = 0;
    memset(words, 0, sizeof words);
    while (n < WORDS && pv_str_split(&rest, ' ', &words[n]))
        n++;
    return n > 0 && words[0].n > 0 && words[0].p[0] == '#' ? 0 : n;
}

static void opens_what_was_sealed_once(void **state)
{
    static char line[LINE];
    const char *root = getenv("PAVE_SOURCE_DIR");
    char path[1024];
    size_t n_seen = 0;
    (void)state;
    (void)snprintf(path, sizeof path, "%s/docs/spec/vectors-messages.txt", root ? root : ".");
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        size_t n = read_words(line);
        if (n == 0)
            continue;
        crypto_case_begin(&test);
        if (pv_str_eq(words[0], PV_STR("MESSAGE")))
            check_message();
        else if (pv_str_eq(words[0], PV_STR("SUBJECT")))
            check_subject();
        else if (pv_str_eq(words[0], PV_STR("INDEX")))
            check_index();
        else if (pv_str_eq(words[0], PV_STR("DERIVE")))
            check_derived();
        else
            check_token();
        crypto_case_end(&test);
        n_seen++;
    }
    (void)fclose(in);
    assert_int_equal(n_seen, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(opens_what_was_sealed_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
