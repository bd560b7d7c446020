/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/password_hash.h"
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <pave/pave.h>

#include <string.h>

static const struct pave_password_cost low = {sizeof low, 19456, 2};
static const struct pave_password_cost more = {sizeof more, 19456, 3};

static void accepts_the_password_and_refuses_others(void **state)
{
    char stored[PAVE_PASSWORD_TEXT];
    char again[PAVE_PASSWORD_TEXT];
    char upgraded[PAVE_PASSWORD_TEXT];
    (void)state;
    assert_int_equal(pave_password_hash("correct horse", 13, &low, stored), PAVE_OK);
    assert_int_equal(pave_password_hash("correct horse", 13, &low, again), PAVE_OK);
    assert_string_not_equal(stored, again);
    assert_int_equal(strncmp(stored, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
    assert_int_equal(pave_password_verify("correct horse", 13, stored, &low, upgraded), PAVE_OK);
    assert_string_equal(upgraded, "");
    assert_int_equal(pave_password_verify("correct horsf", 13, stored, &low, upgraded),
                     PAVE_REFUSED);
    assert_int_equal(pave_password_verify("correct hors", 12, stored, &low, upgraded),
                     PAVE_REFUSED);
    assert_int_equal(pave_password_verify("correct horse", 13, NULL, &low, upgraded), PAVE_REFUSED);
}

static void upgrades_a_hash_that_is_too_cheap(void **state)
{
    char stored[PAVE_PASSWORD_TEXT];
    char upgraded[PAVE_PASSWORD_TEXT];
    char none[PAVE_PASSWORD_TEXT];
    (void)state;
    assert_int_equal(pave_password_hash("pw", 2, &low, stored), PAVE_OK);
    assert_int_equal(pave_password_verify("no", 2, stored, &more, upgraded), PAVE_REFUSED);
    assert_string_equal(upgraded, "");
    assert_int_equal(pave_password_verify("pw", 2, stored, &more, upgraded), PAVE_OK);
    assert_int_equal(strncmp(upgraded, "$argon2id$v=19$m=19456,t=3,p=1$", 31), 0);
    assert_int_equal(pave_password_verify("pw", 2, upgraded, &more, none), PAVE_OK);
    assert_string_equal(none, "");
}

/* What the policy asks for is what hashes are made with and upgraded to. */
static void costs_what_the_policy_says(void **state)
{
    struct crypto_case test;
    struct pave_password_cost cost = {.size = sizeof cost};
    char stored[PAVE_PASSWORD_TEXT];
    (void)state;
    crypto_case_usual(&test);
    assert_int_equal(pave_password_cost_of(test.library, &cost), PAVE_OK);
    assert_int_equal(cost.memory_kib, 65536);
    assert_int_equal(cost.passes, 3);
    pave_library_close(test.library);
    crypto_case_policy(&test, "[],\"passwords\":{\"argon2id-kib\":19456,\"argon2id-passes\":4}");
    crypto_case_open(&test);
    assert_int_equal(pave_password_cost_of(test.library, &cost), PAVE_OK);
    assert_int_equal(pave_password_hash("pw", 2, &cost, stored), PAVE_OK);
    assert_int_equal(strncmp(stored, "$argon2id$v=19$m=19456,t=4,p=1$", 31), 0);
    assert_int_equal(pave_password_cost_of(NULL, &cost), PAVE_ARGUMENT);
    cost.size = 1;
    assert_int_equal(pave_password_cost_of(test.library, &cost), PAVE_ARGUMENT);
    crypto_case_end(&test);
}

/* Of the reference implementation's own tests, version 0x13, i and id. */
static void reads_what_others_have_stored(void **state)
{
    static const char foreign[] = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                                  "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    static const char lanes[] = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
                                "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";
    char upgraded[PAVE_PASSWORD_TEXT];
    (void)state;
    assert_int_equal(pave_password_verify("password", 8, foreign, &low, upgraded), PAVE_OK);
    assert_int_equal(strncmp(upgraded, "$argon2id$v=19$m=19456", 22), 0);
    assert_int_equal(pave_password_verify("password", 8, lanes, &low, upgraded), PAVE_OK);
    assert_int_equal(pave_password_verify("Password", 8, lanes, &low, upgraded), PAVE_REFUSED);
}

static void refuses_what_is_no_hash(void **state)
{
#define TAIL "$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
    static const struct {
        const char *stored;
        enum pave_status status;
    } cases[] = {
        {"", PAVE_SYNTAX},
        {"password", PAVE_SYNTAX},
        {"$2b$12$abcdefghijklmnopqrstuv", PAVE_SYNTAX},
        {"$argon2i$v=19$m=256,t=2,p=1" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=16$m=256,t=2,p=1" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=0" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$m=0256,t=2,p=1" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$t=2,m=256,p=1" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=1,data=AA" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$m=8,t=2,p=2" TAIL, PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=1" TAIL "=", PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=1" TAIL "$", PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=1$$", PAVE_SYNTAX},
        {"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAA", PAVE_SYNTAX},
        {"$argon2id$v=19$m=4294967295,t=2,p=1" TAIL, PAVE_LIMIT},
        {"$argon2id$v=19$m=9999999999,t=2,p=1" TAIL, PAVE_LIMIT},
        {"$argon2id$v=19$m=256,t=4294967295,p=1" TAIL, PAVE_LIMIT},
        {"$argon2id$v=19$m=1048576,t=64,p=1" TAIL, PAVE_LIMIT},
        {"$argon2id$v=19$m=256,t=2,p=17" TAIL, PAVE_LIMIT},
    };
#undef TAIL
    char upgraded[PAVE_PASSWORD_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum pave_status status =
            pave_password_verify("password", 8, cases[i].stored, &low, upgraded);
        if (status != cases[i].status)
            fail_msg("%s: %s", cases[i].stored, pave_error_name(status));
        assert_string_equal(upgraded, "");
    }
}

static void refuses_wrong_arguments(void **state)
{
    static const struct pave_password_cost weak = {sizeof weak, 1024, 3};
    static const struct pave_password_cost quick = {sizeof quick, 65536, 1};
    static const struct pave_password_cost huge = {sizeof huge, 1 << 20, 64};
    static const struct pave_password_cost unsized = {0};
    static const char zeros[4097];
    char out[PAVE_PASSWORD_TEXT];
    (void)state;
    assert_int_equal(pave_password_hash("pw", 2, &weak, out), PAVE_ARGUMENT);
    assert_int_equal(pave_password_hash("pw", 2, &quick, out), PAVE_ARGUMENT);
    assert_int_equal(pave_password_hash("pw", 2, &unsized, out), PAVE_ARGUMENT);
    assert_int_equal(pave_password_hash("pw", 2, &huge, out), PAVE_LIMIT);
    assert_int_equal(pave_password_hash("", 0, &low, out), PAVE_ARGUMENT);
    assert_int_equal(pave_password_hash(NULL, 2, &low, out), PAVE_ARGUMENT);
    assert_int_equal(pave_password_hash(zeros, sizeof zeros, &low, out), PAVE_LIMIT);
    assert_int_equal(pave_password_hash("pw", 2, &low, NULL), PAVE_ARGUMENT);
    assert_int_equal(pave_password_verify("pw", 2, "", &low, NULL), PAVE_ARGUMENT);
    assert_string_equal(out, "");
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        char out[PAVE_PASSWORD_TEXT];
        enum pave_status status = pave_password_hash("pw", 2, &low, out);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        assert_int_equal(out[0], was_hit ? 0 : '$');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_the_password_and_refuses_others),
        cmocka_unit_test(upgrades_a_hash_that_is_too_cheap),
        cmocka_unit_test(costs_what_the_policy_says),
        cmocka_unit_test(reads_what_others_have_stored),
        cmocka_unit_test(refuses_what_is_no_hash),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
