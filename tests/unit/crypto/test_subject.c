/* SPDX-License-Identifier: Apache-2.0 */
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <pave/subject.h>

#include <string.h>

static const struct pave_field patient = {"patient", "p-17", 4};
static struct pave_subject who = {"p-17", 4, NULL, 0};

static struct pave_bytes secret_of(struct crypto_case *test)
{
    struct pave_bytes secret = PAVE_BYTES_INIT;
    assert_int_equal(pave_subject_new(test->library, "phi.name", &who, &secret, NULL), PAVE_OK);
    assert_int_equal(secret.n, PAVE_SUBJECT_SECRET_BYTES);
    return secret;
}

static struct pave_subject with(const struct pave_bytes *secret)
{
    return (struct pave_subject){who.name, who.name_size, secret->p, secret->n};
}

static enum pave_status try_key(struct crypto_case *test, const struct pave_subject *subject,
                                struct pave_key **out)
{
    return pave_subject_key(test->library, "phi.name", subject, out, NULL);
}

static void opens_only_with_the_same_secret(void **state)
{
    struct crypto_case test;
    struct pave_key *key = NULL;
    struct pave_key *other = NULL;
    struct pave_key *plain = NULL;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    (void)state;
    crypto_case_usual(&test);
    struct pave_bytes secret = secret_of(&test);
    struct pave_bytes another = secret_of(&test);
    struct pave_subject one = with(&secret);
    struct pave_subject two = with(&another);
    assert_int_equal(try_key(&test, &one, &key), PAVE_OK);
    assert_int_equal(try_key(&test, &two, &other), PAVE_OK);
    assert_int_equal(pave_key_open_subject(test.library, "phi.name", "p-17", 4, &plain), PAVE_OK);
    assert_int_equal(pave_seal(key, "Ada", 3, &patient, 1, &sealed), PAVE_OK);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, &patient, 1, &opened), PAVE_OK);
    assert_memory_equal(opened.p, "Ada", 3);
    pave_bytes_free(&opened);
    /* Whoever has the keyset and the value, but not the secret. */
    assert_int_equal(pave_open(other, sealed.p, sealed.n, &patient, 1, &opened), PAVE_REFUSED);
    assert_int_equal(pave_open(plain, sealed.p, sealed.n, &patient, 1, &opened), PAVE_REFUSED);
    pave_bytes_free(&sealed);
    pave_key_close(key);
    pave_key_close(other);
    pave_key_close(plain);
    pave_bytes_free(&secret);
    pave_bytes_free(&another);
    crypto_case_end(&test);
}

static void refuses_a_secret_that_is_not_the_subjects(void **state)
{
    struct crypto_case test;
    struct pave_key *key = NULL;
    (void)state;
    crypto_case_usual(&test);
    struct pave_bytes secret = secret_of(&test);
    struct pave_subject subject = with(&secret);
    for (size_t i = 0; i < secret.n; i++) {
        secret.p[i] ^= 1;
        assert_int_not_equal(try_key(&test, &subject, &key), PAVE_OK);
        assert_null(key);
        secret.p[i] ^= 1;
        subject.secret_size = i;
        assert_int_equal(try_key(&test, &subject, &key), PAVE_NOT_SEALED);
        subject.secret_size = secret.n;
    }
    subject.name = "p-18";
    assert_int_equal(try_key(&test, &subject, &key), PAVE_REFUSED);
    subject.name_size = 0;
    assert_int_equal(try_key(&test, &subject, &key), PAVE_ARGUMENT);
    assert_int_equal(try_key(&test, NULL, &key), PAVE_ARGUMENT);
    subject = with(&secret);
    assert_int_equal(pave_subject_key(test.library, "phi.nmae", &subject, &key, NULL),
                     PAVE_NO_PURPOSE);
    /* Of another keyset, whose ids it does not name. */
    assert_int_equal(pave_subject_key(test.library, "phi.scan", &subject, &key, NULL), PAVE_NO_KEY);
    pave_bytes_free(&secret);
    crypto_case_end(&test);
}

static void moves_to_a_new_key_and_still_opens(void **state)
{
    struct crypto_case test;
    struct pave_key *key = NULL;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    struct pave_bytes moved = PAVE_BYTES_INIT;
    uint32_t id = 0;
    (void)state;
    crypto_case_usual(&test);
    const char *path = scratch_path_z(&test.scratch, "values.keyset");
    struct pave_bytes secret = secret_of(&test);
    struct pave_subject subject = with(&secret);
    assert_int_equal(try_key(&test, &subject, &key), PAVE_OK);
    assert_int_equal(pave_seal(key, "Ada", 3, &patient, 1, &sealed), PAVE_OK);
    pave_key_close(key);
    assert_int_equal(pave_subject_reseal(test.library, "phi.name", &subject, &moved, NULL),
                     PAVE_OK);
    assert_null(moved.p);
    pave_library_close(test.library);
    assert_int_equal(pave_keyset_rotate(path, &test.unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_change(path, &test.unlock, id, PAVE_KEY_PRIMARY, NULL), PAVE_OK);
    crypto_case_open(&test);
    assert_int_equal(pave_subject_reseal(test.library, "phi.name", &subject, &moved, NULL),
                     PAVE_OK);
    assert_int_equal(moved.n, secret.n);
    subject = with(&moved);
    assert_int_equal(try_key(&test, &subject, &key), PAVE_OK);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, &patient, 1, &opened), PAVE_OK);
    pave_bytes_free(&opened);
    pave_bytes_free(&sealed);
    pave_bytes_free(&secret);
    pave_bytes_free(&moved);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case test;
    struct pave_key *warm = NULL;
    (void)state;
    crypto_case_usual(&test);
    warm = crypto_case_key(&test, "phi.name");
    FAULT_EACH (fault) {
        struct pave_bytes secret = PAVE_BYTES_INIT;
        struct pave_bytes moved = PAVE_BYTES_INIT;
        struct pave_key *key = NULL;
        enum pave_status status = pave_subject_new(test.library, "phi.name", &who, &secret, NULL);
        struct pave_subject subject = with(&secret);
        if (status == PAVE_OK)
            status = try_key(&test, &subject, &key);
        if (status == PAVE_OK)
            status = pave_subject_reseal(test.library, "phi.name", &subject, &moved, NULL);
        assert_int_equal(status, fault_stop(&fault) ? PAVE_NO_MEMORY : PAVE_OK);
        pave_key_close(key);
        pave_bytes_free(&secret);
    }
    pave_key_close(warm);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_only_with_the_same_secret),
        cmocka_unit_test(refuses_a_secret_that_is_not_the_subjects),
        cmocka_unit_test(moves_to_a_new_key_and_still_opens),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
