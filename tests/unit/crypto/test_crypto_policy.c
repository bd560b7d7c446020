/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/crypto_policy.h"

#include "support/crypto_case.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEYSETS "\"keysets\":{\"values\":\"values.keyset\"}"
#define HEAD                                                                                       \
    "{\"pave\":\"policy/1\",\"name\":\"t\",\"issued\":\"2026-01-01\",\"expires\":\"2027-01-01\"," KEYSETS
#define PURPOSE(more)                                                                              \
    HEAD ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"],"  \
         "\"context\":[]" more "}]}"

static void says_what_is_wrong_in_a_policy(void **state)
{
    static const struct {
        const char *text;
        enum pave_status status;
        const char *said;
    } cases[] = {
        {PURPOSE(""), PAVE_OK, ""},
        {PURPOSE(",\"max_bytes\":10,\"seal_until\":\"2026-12-31\""), PAVE_OK, ""},
        {PURPOSE(",\"max_bites\":10"), PAVE_SYNTAX, "\"max_bites\" is not known here"},
        {PURPOSE(",\"max_bytes\":99999999999"), PAVE_LIMIT, "at most"},
        {PURPOSE(",\"seal_until\":\"soon\""), PAVE_SYNTAX, "expected a time"},
        {PURPOSE(",\"seal_until\":\"2026-06-31\""), PAVE_SYNTAX, "expected a time"},
        {PURPOSE(",\"name\":\"b\""), PAVE_SYNTAX, "a name that is not there yet"},
        {HEAD ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"other\"}]}", PAVE_SYNTAX,
         "not among the keysets"},
        {HEAD ",\"purposes\":[{\"name\":\"pave.a\"}]}", PAVE_SYNTAX, "not valid"},
        {HEAD ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"values\",\"suites\":[\"AES-CBC\"]}]}",
         PAVE_NEWER, "not a suite"},
        {HEAD ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"values\",\"suites\":[]}]}", PAVE_SYNTAX,
         "needs a suite"},
        {HEAD ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"values\",\"suites\":[\"XAES-256-GCM\"],"
              "\"context\":[]}]}",
         PAVE_SYNTAX, "\"reason\" is missing"},
        {HEAD
         ",\"purposes\":[{\"name\":\"a\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"]}"
         "]}",
         PAVE_SYNTAX, "\"context\" is missing"},
        {HEAD ",\"passwords\":{\"argon2id-kib\":131072,\"argon2id-passes\":3},\"purposes\":[]}",
         PAVE_OK, ""},
        {HEAD ",\"passwords\":{\"argon2id-kib\":1024,\"argon2id-passes\":3},\"purposes\":[]}",
         PAVE_LIMIT, "19456 KiB and 2 passes at least"},
        {HEAD ",\"passwords\":{\"argon2id-kib\":1048576,\"argon2id-passes\":64},\"purposes\":[]}",
         PAVE_LIMIT, "in all"},
        {HEAD ",\"passwords\":{\"rounds\":12},\"purposes\":[]}", PAVE_SYNTAX, "not known here"},
        {HEAD "}", PAVE_SYNTAX, "\"purposes\" is missing"},
        {"{\"pave\":\"policy/2\"}", PAVE_NEWER, "newer version"},
        {"{\"pave\":\"keyset/1\"}", PAVE_SYNTAX, "not a policy"},
        {"{\"pave\":\"policy/1\",\"name\":\"t\",\"issued\":\"2026-01-01\",\"expires\":\"2027-01-01\","
         "\"keysets\":{\"v\":\"../v\"}}",
         PAVE_SYNTAX, "in the policy's folder"},
        {"[]", PAVE_SYNTAX, "expected a map"},
        {"{", PAVE_SYNTAX, "double quotes"},
        {"{} {}", PAVE_SYNTAX, "end of the file"},
        {"{\"a\":01}", PAVE_SYNTAX, "number"},
        {"{\"a\":[[[[[[[[[]]]]]]]]]}", PAVE_LIMIT, "too deep"},
        {"", PAVE_SYNTAX, "number"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pv_crypto_policy policy = {0};
        struct pave_error err = PAVE_ERROR_INIT;
        enum pave_status status =
            pv_crypto_policy_read(&policy, pv_str_of(cases[i].text), false, &err);
        if (status != cases[i].status || !strstr(err.text, cases[i].said))
            print_error("%s: %s\n", cases[i].text, err.text);
        assert_int_equal(status, cases[i].status);
        assert_non_null(strstr(err.text, cases[i].said));
        pv_crypto_policy_clear(&policy);
    }
}

static void no_byte_of_a_signed_policy_can_be_another(void **state)
{
    struct crypto_case test;
    (void)state;
    crypto_case_usual(&test);
    struct pv_str good = scratch_read(&test.scratch, "policy.json");
    char *text = malloc(good.n);
    for (size_t i = 0; i + 1 < good.n; i++) {
        struct pv_crypto_policy policy = {0};
        memcpy(text, good.p, good.n);
        text[i] = (char)(text[i] ^ 1);
        enum pave_status status =
            pv_crypto_policy_read(&policy, (struct pv_str){text, good.n}, true, NULL);
        if (status == PAVE_OK)
            status = pv_crypto_policy_verify(&policy, pv_str_of(test.trust), 0, NULL);
        assert_int_not_equal(status, PAVE_OK);
        pv_crypto_policy_clear(&policy);
    }
    free(text);
    crypto_case_end(&test);
}

/* Signing again replaces the signature, and neither text is anything but what was signed. */
static void a_signed_policy_can_be_signed_again(void **state)
{
    struct crypto_case test;
    struct pv_buf out = {0};
    (void)state;
    crypto_case_usual(&test);
    struct pv_str good = scratch_read(&test.scratch, "policy.json");
    assert_int_equal(pv_crypto_policy_sign(good, &test.unlock,
                                           scratch_path_z(&test.scratch, "signer.keyset"), &out,
                                           NULL),
                     PAVE_OK);
    assert_true(pv_str_eq(pv_buf_str(&out), good));
    out.n = 0;
    assert_int_equal(pv_crypto_policy_sign(good, &test.unlock,
                                           scratch_path_z(&test.scratch, "values.keyset"), &out,
                                           NULL),
                     PAVE_KEY_STATE);
    pv_buf_clear(&out);
    crypto_case_end(&test);
}

static enum pave_status try_seal(struct crypto_case *test, const char *purpose)
{
    struct pave_key *key = crypto_case_key(test, purpose);
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = pave_seal(key, "x", 1, NULL, 0, &out);
    pave_bytes_free(&out);
    pave_key_close(key);
    return status;
}

static void purposes_do_only_what_the_policy_allows(void **state)
{
    struct crypto_case test;
    struct pave_key *key = NULL;
    (void)state;
    crypto_case_begin(&test);
    crypto_case_keyset(&test, "values", NULL, NULL);
    crypto_case_keyset(&test, "files", "stream", NULL);
    crypto_case_policy(
        &test, "[{\"name\":\"over\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"],"
               "\"context\":[],\"seal_until\":\"2020-01-01\"},"
               "{\"name\":\"other\",\"keyset\":\"values\",\"suites\":[\"XCHACHA20-POLY1305-HMAC\"],"
               "\"context\":[]},"
               "{\"name\":\"file\",\"keyset\":\"files\",\"suites\":[\"COBBLESTONE-256\"],"
               "\"context\":[]}]");
    crypto_case_open(&test);
    assert_int_equal(try_seal(&test, "over"), PAVE_EXPIRED);
    assert_int_equal(try_seal(&test, "other"), PAVE_FORBIDDEN);
    assert_int_equal(try_seal(&test, "file"), PAVE_FORBIDDEN);
    assert_int_equal(pave_key_open(test.library, "none", &key, NULL), PAVE_NO_PURPOSE);
    crypto_case_end(&test);
}

static void a_key_that_has_sealed_enough_seals_no_more(void **state)
{
    struct crypto_case test;
    struct pave_bytes out = PAVE_BYTES_INIT;
    struct pave_field field = pave_field_text("patient", "1");
    (void)state;
    crypto_case_begin(&test);
    const struct pave_keyset_options options = {.size = sizeof options,
                                                .name = "values",
                                                .messages = 2,
                                                .passphrase_kib = 8,
                                                .passphrase_passes = 1};
    assert_int_equal(pave_keyset_create(scratch_path_z(&test.scratch, "values.keyset"), &options,
                                        &test.unlock, NULL),
                     PAVE_OK);
    crypto_case_policy(&test, CRYPTO_CASE_PURPOSES);
    crypto_case_open(&test);
    struct pave_key *key = crypto_case_key(&test, "phi.name");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(pave_seal(key, "x", 1, &field, 1, &out), i < 2 ? PAVE_OK : PAVE_USED_UP);
        pave_bytes_free(&out);
    }
    pave_key_close(key);
    crypto_case_end(&test);
}

static void another_keyset_under_the_same_name_is_refused(void **state)
{
    struct crypto_case test;
    struct pave_key *key = NULL;
    (void)state;
    crypto_case_usual(&test);
    scratch_write(&test.scratch, "values.keyset", scratch_read(&test.scratch, "files.keyset"));
    assert_int_equal(pave_key_open(test.library, "phi.name", &key, NULL), PAVE_UNTRUSTED);
    assert_null(key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_is_wrong_in_a_policy),
        cmocka_unit_test(no_byte_of_a_signed_policy_can_be_another),
        cmocka_unit_test(a_signed_policy_can_be_signed_again),
        cmocka_unit_test(purposes_do_only_what_the_policy_allows),
        cmocka_unit_test(a_key_that_has_sealed_enough_seals_no_more),
        cmocka_unit_test(another_keyset_under_the_same_name_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
