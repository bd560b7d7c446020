/* SPDX-License-Identifier: Apache-2.0 */
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <string.h>

#define PURPOSES                                                                                   \
    "[{\"name\":\"disk\",\"keyset\":\"values\",\"suites\":[\"HKDF-SHA256\"],\"context\":["         \
    "\"host\"]},{\"name\":\"disk.old\",\"keyset\":\"values\",\"suites\":[\"HKDF-SHA256\"],"        \
    "\"context\":[],\"seal_until\":\"2026-01-01\"}]"

static const struct pave_field host = {"host", "db-1", 4};

static void begin(struct crypto_case *test)
{
    crypto_case_begin(test);
    crypto_case_keyset(test, "values", "derive", NULL);
    crypto_case_keyset(test, "files", "stream", NULL);
    crypto_case_policy(test, PURPOSES);
    crypto_case_open(test);
}

static struct pave_secret *made(struct pave_key *key, uint32_t *id, const struct pave_field *field,
                                size_t size)
{
    struct pave_secret *out = NULL;
    assert_int_equal(pave_derive(key, id, field, 1, size, &out), PAVE_OK);
    assert_int_equal(pave_secret_size(out), size);
    return out;
}

static bool is_same(struct pave_secret *a, struct pave_secret *b)
{
    bool same = pave_equal(pave_secret_bytes(a), pave_secret_bytes(b), 16);
    pave_secret_free(b);
    return same;
}

static void gives_one_key_for_one_use(void **state)
{
    static const struct pave_field other = {"host", "db-2", 4};
    struct crypto_case test;
    uint32_t id = 0;
    (void)state;
    begin(&test);
    struct pave_key *key = crypto_case_key(&test, "disk");
    struct pave_secret *one = made(key, &id, &host, 32);
    assert_int_not_equal(id, 0);
    assert_true(is_same(one, made(key, &id, &host, 32)));
    assert_false(is_same(one, made(key, &id, &other, 32)));
    assert_false(is_same(one, made(key, &id, &host, 16))); /* and none is a part of another */
    pave_key_close(key);
    key = crypto_case_key(&test, "disk.old");
    assert_false(is_same(one, made(key, &id, &host, 32)));
    pave_secret_free(one);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void a_rotation_leaves_what_was_derived(void **state)
{
    struct crypto_case test;
    uint32_t old = 0;
    uint32_t id = 0;
    uint32_t primary = 0;
    struct pave_secret *none = NULL;
    (void)state;
    begin(&test);
    const char *path = scratch_path_z(&test.scratch, "values.keyset");
    struct pave_key *key = crypto_case_key(&test, "disk");
    struct pave_secret *one = made(key, &old, &host, 32);
    pave_key_close(key);
    assert_int_equal(pave_keyset_rotate(path, &test.unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_change(path, &test.unlock, id, PAVE_KEY_PRIMARY, NULL), PAVE_OK);
    pave_library_close(test.library);
    crypto_case_open(&test);
    key = crypto_case_key(&test, "disk");
    assert_false(is_same(one, made(key, &primary, &host, 32)));
    assert_int_equal(primary, id);
    assert_true(is_same(one, made(key, &old, &host, 32)));
    id ^= old ^ 1;
    assert_int_equal(pave_derive(key, &id, &host, 1, 32, &none), PAVE_NO_KEY);
    assert_null(none);
    pave_secret_free(one);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void says_what_is_wrong(void **state)
{
    struct crypto_case test;
    struct pave_secret *out = NULL;
    uint32_t id = 0;
    (void)state;
    begin(&test);
    struct pave_key *key = crypto_case_key(&test, "disk");
    assert_int_equal(pave_derive(key, &id, &host, 1, 15, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_derive(key, &id, &host, 1, 65, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_derive(key, NULL, &host, 1, 32, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_derive(NULL, &id, &host, 1, 32, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_derive(key, &id, &host, 1, 32, NULL), PAVE_ARGUMENT);
    assert_int_equal(pave_derive(key, &id, NULL, 0, 32, &out), PAVE_CONTEXT);
    pave_key_close(key);
    key = crypto_case_key(&test, "disk.old");
    assert_int_equal(pave_derive(key, &id, NULL, 0, 32, &out), PAVE_EXPIRED);
    pave_key_close(key);
    assert_null(out);
    assert_int_equal(id, 0);
    crypto_case_end(&test);
    crypto_case_usual(&test);
    key = crypto_case_key(&test, "phi.name");
    const struct pave_field patient = {"patient", "p", 1};
    assert_int_equal(pave_derive(key, &id, &patient, 1, 32, &out), PAVE_FORBIDDEN);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case test;
    (void)state;
    begin(&test);
    struct pave_key *key = crypto_case_key(&test, "disk");
    FAULT_EACH (fault) {
        struct pave_secret *out = NULL;
        uint32_t id = 0;
        enum pave_status status = pave_derive(key, &id, &host, 1, 32, &out);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        pave_secret_free(out);
    }
    pave_key_close(key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_one_key_for_one_use),
        cmocka_unit_test(a_rotation_leaves_what_was_derived),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
