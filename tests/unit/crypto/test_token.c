/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/claims.h"
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <pave/paseto.h>

#include <stdlib.h>
#include <string.h>

enum { HOUR = 3600 };
static const int64_t morning = 1795420800; /* 2026-11-23T08:00:00Z */

#define PURPOSES                                                                                   \
    "[{\"name\":\"login\",\"keyset\":\"values\",\"suites\":[\"PASETO-V4-LOCAL\","                  \
    "\"PASETO-V4-PUBLIC\"],\"context\":[\"user\"]},"                                               \
    "{\"name\":\"invite\",\"keyset\":\"values\",\"suites\":[\"PASETO-V4-LOCAL\","                  \
    "\"PASETO-V4-PUBLIC\"],\"context\":[]},"                                                       \
    "{\"name\":\"phi.scan\",\"keyset\":\"files\",\"suites\":[\"COBBLESTONE-256\"],"                \
    "\"context\":[]}]"

static struct pave_field user[1];
static struct pave_token_options options;
static struct pave_token_rules rules;

static void begin_with(struct crypto_case *test, const char *suite)
{
    user[0] = pave_field_text("user", "u-1");
    options = (struct pave_token_options){.size = sizeof options,
                                          .audience = "portal",
                                          .ttl_s = HOUR,
                                          .fields = user,
                                          .n_fields = 1,
                                          .now = morning};
    rules = (struct pave_token_rules){.size = sizeof rules,
                                      .audience = "portal",
                                      .fields = user,
                                      .n_fields = 1,
                                      .now = morning + HOUR - 1};
    crypto_case_begin(test);
    crypto_case_keyset(test, "values", "token", suite);
    crypto_case_keyset(test, "files", "stream", NULL);
    crypto_case_policy(test, PURPOSES);
    crypto_case_open(test);
}

static struct pave_bytes issued(struct pave_key *key, const char *claims)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pave_error err = PAVE_ERROR_INIT;
    enum pave_status status = pave_token_issue(key, claims, strlen(claims), &options, &out, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, PAVE_OK);
    return out;
}

static enum pave_status verified(struct pave_key *key, const struct pave_bytes *token)
{
    struct pave_bytes claims = PAVE_BYTES_INIT;
    enum pave_status status =
        pave_token_verify(key, (const char *)token->p, token->n, &rules, &claims, NULL);
    assert_true((claims.p != NULL) == (status == PAVE_OK));
    pave_bytes_free(&claims);
    return status;
}

static void verifies_what_it_issued_and_nothing_else(void **state)
{
    static const char *const suites[] = {"PASETO-V4-LOCAL", "PASETO-V4-PUBLIC"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct crypto_case test;
        struct pave_bytes claims = PAVE_BYTES_INIT;
        begin_with(&test, suites[i]);
        struct pave_key *key = crypto_case_key(&test, "login");
        struct pave_key *other = crypto_case_key(&test, "invite");
        struct pave_bytes token = issued(key, " {\"sub\":\"u-1\"} ");
        assert_int_equal(
            pave_token_verify(key, (const char *)token.p, token.n, &rules, &claims, NULL), PAVE_OK);
        assert_string_equal((const char *)claims.p,
                            "{\"aud\":\"portal\",\"iat\":\"2026-11-23T08:00:00Z\","
                            "\"exp\":\"2026-11-23T09:00:00Z\",\"sub\":\"u-1\"} ");
        pave_bytes_free(&claims);
        assert_int_equal(verified(other, &token), PAVE_NO_KEY);
        for (size_t k = 0; k < token.n; k++) {
            token.p[k] ^= 1;
            assert_int_not_equal(verified(key, &token), PAVE_OK);
            token.p[k] ^= 1;
            struct pave_bytes shorter = {token.p, k};
            assert_int_not_equal(verified(key, &shorter), PAVE_OK);
        }
        pave_bytes_free(&token);
        pave_key_close(key);
        pave_key_close(other);
        crypto_case_end(&test);
    }
}

static void holds_claims_against_rules(void **state)
{
    struct crypto_case test;
    (void)state;
    begin_with(&test, NULL);
    struct pave_key *key = crypto_case_key(&test, "login");
    struct pave_bytes token = issued(key, "{\"iss\":\"login\"}");
    const struct pave_token_rules usual = rules;

    rules.issuer = "login";
    assert_int_equal(verified(key, &token), PAVE_OK);
    rules.issuer = "logout";
    assert_int_equal(verified(key, &token), PAVE_MISDIRECTED);
    rules = usual;
    rules.audience = "portals";
    assert_int_equal(verified(key, &token), PAVE_MISDIRECTED);
    rules = usual;
    rules.now = morning + HOUR;
    assert_int_equal(verified(key, &token), PAVE_EXPIRED);
    rules.leeway_s = 1;
    assert_int_equal(verified(key, &token), PAVE_OK);
    rules = usual;
    rules.now = morning - 1;
    assert_int_equal(verified(key, &token), PAVE_MISDIRECTED);
    rules = usual;
    user[0] = pave_field_text("user", "u-2");
    assert_int_equal(verified(key, &token), PAVE_REFUSED);
    rules.n_fields = 0;
    assert_int_equal(verified(key, &token), PAVE_CONTEXT);
    rules = usual;
    rules.leeway_s = 301;
    assert_int_equal(verified(key, &token), PAVE_ARGUMENT);
    rules = usual;
    rules.audience = NULL;
    assert_int_equal(verified(key, &token), PAVE_ARGUMENT);
    pave_bytes_free(&token);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void refuses_what_is_no_claims(void **state)
{
    static const struct {
        const char *claims;
        enum pave_status status;
    } cases[] = {{"{}", PAVE_OK},
                 {"[]", PAVE_SYNTAX},
                 {"", PAVE_SYNTAX},
                 {"{\"exp\":\"9999-01-01\"}", PAVE_SYNTAX},
                 {"{\"aud\":\"me\"}", PAVE_SYNTAX},
                 {"{\"iat\":1}", PAVE_SYNTAX},
                 {"{\"a\":1,\"a\":2}", PAVE_SYNTAX},
                 {"{} {}", PAVE_SYNTAX}};
    struct crypto_case test;
    (void)state;
    begin_with(&test, NULL);
    struct pave_key *key = crypto_case_key(&test, "login");
    struct pave_key *stream = crypto_case_key(&test, "phi.scan");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pave_bytes out = PAVE_BYTES_INIT;
        assert_int_equal(
            pave_token_issue(key, cases[i].claims, strlen(cases[i].claims), &options, &out, NULL),
            cases[i].status);
        pave_bytes_free(&out);
    }
    struct pave_bytes out = PAVE_BYTES_INIT;
    const struct pave_token_options usual = options;
    assert_int_equal(pave_token_issue(stream, "{}", 2, &options, &out, NULL), PAVE_FORBIDDEN);
    assert_int_equal(pave_seal(key, "x", 1, user, 1, &out), PAVE_FORBIDDEN);
    options.ttl_s = 0;
    assert_int_equal(pave_token_issue(key, "{}", 2, &options, &out, NULL), PAVE_ARGUMENT);
    options = usual;
    options.n_fields = 0;
    assert_int_equal(pave_token_issue(key, "{}", 2, &options, &out, NULL), PAVE_CONTEXT);
    options = usual;
    options.audience = NULL;
    assert_int_equal(pave_token_issue(key, "{}", 2, &options, &out, NULL), PAVE_ARGUMENT);
    assert_null(out.p);
    pave_key_close(key);
    pave_key_close(stream);
    crypto_case_end(&test);
}

static void others_verify_with_the_public_half(void **state)
{
    struct crypto_case test;
    char text[PAVE_PASERK_PUBLIC_TEXT];
    struct pave_paseto_key *public_key = NULL;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    (void)state;
    begin_with(&test, "PASETO-V4-PUBLIC");
    struct pave_key *key = crypto_case_key(&test, "invite");
    struct pave_key *other = crypto_case_key(&test, "login");
    struct pave_bytes token = issued(key, "{}");
    struct pave_bytes not_ours = issued(other, "{}");
    assert_int_equal(pave_token_public(key, text), PAVE_OK);
    assert_int_equal(pave_paseto_key_read(text, strlen(text), &public_key), PAVE_OK);
    assert_int_equal(
        pave_paseto_verify(public_key, (const char *)token.p, token.n, &rules, &claims, NULL),
        PAVE_OK);
    pave_bytes_free(&claims);
    rules.audience = "other";
    assert_int_equal(
        pave_paseto_verify(public_key, (const char *)token.p, token.n, &rules, &claims, NULL),
        PAVE_MISDIRECTED);
    rules.audience = "portal";
    assert_int_equal(
        pave_paseto_verify(public_key, (const char *)not_ours.p, not_ours.n, &rules, &claims, NULL),
        PAVE_REFUSED);
    assert_null(claims.p);
    pave_paseto_key_close(public_key);
    pave_bytes_free(&token);
    pave_bytes_free(&not_ours);
    pave_key_close(key);
    pave_key_close(other);
    crypto_case_end(&test);
}

static void rotation_keeps_tokens_alive(void **state)
{
    struct crypto_case test;
    uint32_t id = 0;
    (void)state;
    begin_with(&test, NULL);
    const char *path = scratch_path_z(&test.scratch, "values.keyset");
    struct pave_key *key = crypto_case_key(&test, "login");
    struct pave_bytes old = issued(key, "{}");
    pave_key_close(key);
    pave_library_close(test.library);
    assert_int_equal(pave_keyset_rotate(path, &test.unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_change(path, &test.unlock, id, PAVE_KEY_PRIMARY, NULL), PAVE_OK);
    crypto_case_open(&test);
    key = crypto_case_key(&test, "login");
    struct pave_bytes new = issued(key, "{}");
    assert_int_equal(verified(key, &old), PAVE_OK);
    assert_int_equal(verified(key, &new), PAVE_OK);
    assert_int_not_equal(old.n == new.n &&memcmp(old.p, new.p, new.n) == 0, 1);
    pave_bytes_free(&old);
    pave_bytes_free(&new);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void reads_dates_of_other_programs(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {{"2026-11-23T08:00:00Z", 1795420800},
                 {"2026-11-23T08:00:00.000Z", 1795420800},
                 {"2026-11-23T09:30:00+01:30", 1795420800},
                 {"2026-11-23T00:00:00.5-08:00", 1795420800},
                 {"2026-11-23", -1},
                 {"2026-11-23T08:00:00", -1},
                 {"2026-11-23T08:00:00.Z", -1},
                 {"2026-11-23T08:00:00+0100", -1},
                 {"2026-11-23T08:00:00+24:00", -1},
                 {"2026-13-23T08:00:00Z", -1},
                 {"2026-11-23T08:00:00Z ", -1}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t seconds = -1;
        assert_true(pv_claims_date(pv_str_of(cases[i].text), &seconds) == (cases[i].seconds >= 0));
        assert_int_equal(seconds, cases[i].seconds);
    }
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case test;
    (void)state;
    begin_with(&test, NULL);
    struct pave_key *key = crypto_case_key(&test, "login");
    FAULT_EACH (fault) {
        struct pave_bytes token = PAVE_BYTES_INIT;
        struct pave_bytes claims = PAVE_BYTES_INIT;
        enum pave_status status = pave_token_issue(key, "{}", 2, &options, &token, NULL);
        if (status == PAVE_OK)
            status = pave_token_verify(key, (const char *)token.p, token.n, &rules, &claims, NULL);
        assert_int_equal(status, fault_stop(&fault) ? PAVE_NO_MEMORY : PAVE_OK);
        pave_bytes_free(&token);
        pave_bytes_free(&claims);
    }
    pave_key_close(key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verifies_what_it_issued_and_nothing_else),
        cmocka_unit_test(holds_claims_against_rules),
        cmocka_unit_test(refuses_what_is_no_claims),
        cmocka_unit_test(others_verify_with_the_public_half),
        cmocka_unit_test(rotation_keeps_tokens_alive),
        cmocka_unit_test(reads_dates_of_other_programs),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
