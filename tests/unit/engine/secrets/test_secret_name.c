/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/secret_name.h"

#include "base/num.h"
#include "support/test.h"

static void the_last_word_says_what_a_name_holds(void **state)
{
    static const struct {
        const char *name;
        enum pv_secret_name expected;
    } cases[] = {
        {"password", PV_SECRET_NAME_PASSWORD},
        {"dbPassword", PV_SECRET_NAME_PASSWORD},
        {"DB_PASSWORD_2", PV_SECRET_NAME_PASSWORD},
        {"spring.datasource.password", PV_SECRET_NAME_PASSWORD},
        {"dbpasswd", PV_SECRET_NAME_PASSWORD},
        {"smtp_pass", PV_SECRET_NAME_PASSWORD},
        {"passwordDefault", PV_SECRET_NAME_PASSWORD},
        {"x-api-key", PV_SECRET_NAME_TOKEN},
        {"AWS_SECRET_ACCESS_KEY", PV_SECRET_NAME_TOKEN},
        {"clientSecret", PV_SECRET_NAME_TOKEN},
        {"updatePassword", PV_SECRET_NAME_NONE},
        {"self.update_password", PV_SECRET_NAME_NONE},
        {"reset_db_password", PV_SECRET_NAME_NONE},
        {"INVALID_PASSWORD", PV_SECRET_NAME_NONE},
        {"storePassword", PV_SECRET_NAME_PASSWORD},
        {"VERIFY_TOKEN", PV_SECRET_NAME_TOKEN},
        {"GITHUB_TOKEN", PV_SECRET_NAME_TOKEN},
        {"Authorization", PV_SECRET_NAME_AUTH},
        {"key", PV_SECRET_NAME_NONE},
        {"public_key", PV_SECRET_NAME_NONE},
        {"publicKeyToken", PV_SECRET_NAME_NONE},
        {"apiKeyToken", PV_SECRET_NAME_TOKEN},
        {"password_field", PV_SECRET_NAME_NONE},
        {"passwordHash", PV_SECRET_NAME_NONE},
        {"tokenType", PV_SECRET_NAME_NONE},
        {"next_token", PV_SECRET_NAME_NONE},
        {"csrf_token", PV_SECRET_NAME_NONE},
        {"bypass", PV_SECRET_NAME_NONE},
        {"compass", PV_SECRET_NAME_NONE},
        {"keyboard", PV_SECRET_NAME_NONE},
        {"", PV_SECRET_NAME_NONE},
        {"___", PV_SECRET_NAME_NONE},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (pv_secret_name_of(pv_str_of(cases[i].name)) != cases[i].expected)
            fail_msg("%s: says something else", cases[i].name);
}

static void setters_are_told_from_getters(void **state)
{
    (void)state;
    assert_true(pv_secret_name_is_setter(PV_STR("source.setPassword")));
    assert_true(pv_secret_name_is_setter(PV_STR("password")));
    assert_true(pv_secret_name_is_setter(PV_STR("with_token")));
    assert_false(pv_secret_name_is_setter(PV_STR("getPassword")));
    assert_false(pv_secret_name_is_setter(PV_STR("setName")));
}

static void some_names_wait_for_another(void **state)
{
    (void)state;
    assert_true(pv_secret_name_is_value(PV_STR("value")));
    assert_true(pv_secret_name_is_value(PV_STR("defaultValue")));
    assert_true(pv_secret_name_is_value(PV_STR("content")));
    assert_false(pv_secret_name_is_value(PV_STR("evaluate")));
    assert_false(pv_secret_name_is_value(PV_STR("interval")));
}

static void ids_of_requests_open_nothing(void **state)
{
    (void)state;
    assert_true(pv_secret_name_is_access(PV_STR("access_token")));
    assert_false(pv_secret_name_is_access(PV_STR("ClientRequestToken")));
}

/* The table of words is one list, how they begin another: every word must get past it. */
static void knows_every_word_of_the_table(void **state)
{
    static const char *const words[] = {
#define END(text, name) text,
#define WHOLE(text, name) text,
#include "engine/secrets/name_word.def"
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(words); i++)
        assert_true(pv_secret_name_of(pv_str_of(words[i])) != PV_SECRET_NAME_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_says_what_a_name_holds),
        cmocka_unit_test(setters_are_told_from_getters),
        cmocka_unit_test(some_names_wait_for_another),
        cmocka_unit_test(ids_of_requests_open_nothing),
        cmocka_unit_test(knows_every_word_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
