/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/jwk.h"

#include "base/arena.h"
#include "support/test.h"
#include "support/vectors.h"

/* Gives how many vectors of a group this key decides otherwise. */
static size_t count_wrong(struct pv_arena *mem, const struct pv_jwk *jwk,
                          const struct pv_record *tests, size_t *n_all)
{
    size_t n_wrong = 0;
    for (const struct pv_record *test = tests->first; test; test = test->next) {
        struct pv_str text = vectors_hex(mem, vectors_text(test, "msg"));
        struct pv_str signature = vectors_hex(mem, vectors_text(test, "sig"));
        bool is_valid = pv_str_eq(vectors_text(test, "result"), PV_STR("valid"));
        enum pave_status status =
            pv_jwk_verify(jwk, text, (const unsigned char *)signature.p, signature.n);
        n_wrong += (status == PAVE_OK) != is_valid;
        ++*n_all;
    }
    return n_wrong;
}

static void agrees_with_wycheproof(const char *name, size_t n_expected)
{
    struct pv_arena mem = {0};
    size_t n_all = 0;
    const struct pv_record *groups = pv_record_get(vectors_read(&mem, name), "testGroups");
    for (const struct pv_record *group = groups->first; group; group = group->next) {
        struct pv_jwk jwk = {0};
        const struct pv_record *key = pv_record_get(group, "publicKeyJwk");
        assert_non_null(key);
        assert_int_equal(pv_jwk_read(&jwk, key, NULL), PAVE_OK);
        assert_int_equal(count_wrong(&mem, &jwk, pv_record_get(group, "tests"), &n_all), 0);
        pv_jwk_clear(&jwk);
    }
    assert_int_equal(n_all, n_expected);
    pv_arena_clear(&mem);
}

static void agrees_with_wycheproof_on_ed25519(void **state)
{
    (void)state;
    vectors_or_skip();
    agrees_with_wycheproof("wycheproof/ed25519_test.json", 151);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_wycheproof_on_ed25519),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
