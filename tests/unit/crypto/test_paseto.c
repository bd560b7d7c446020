/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/paseto.h"

#include "base/arena.h"
#include "crypto/base64url.h"
#include "support/test.h"
#include "support/vectors.h"

#include <stdio.h>
#include <string.h>

/* NULL when the bytes are no key. */
static struct pave_paseto_key *key_of(struct pv_arena *mem, const char *prefix, struct pv_str hex)
{
    char text[256];
    struct pave_paseto_key *key = NULL;
    struct pv_str bytes = vectors_hex(mem, hex);
    int n = snprintf(text, sizeof text, "%s", prefix);
    if (bytes.n > 100)
        return NULL;
    pv_base64url_write(bytes.p, bytes.n, text + n);
    return pave_paseto_key_read(text, strlen(text), &key) == PAVE_OK ? key : NULL;
}

static void check_token(struct pv_arena *mem, const struct pv_record *test)
{
    bool is_local = pv_record_get(test, "key") != NULL;
    bool fails = pv_str_eq(pv_record_get(test, "expect-fail")->text, PV_STR("true"));
    struct pv_str token = vectors_text(test, "token");
    struct pv_str payload = vectors_text(test, "payload");
    struct pv_str footer = vectors_text(test, "footer");
    struct pv_str bound = vectors_text(test, "implicit-assertion");
    const struct pave_paseto_beside beside = {sizeof beside, footer.p, footer.n, bound.p, bound.n};
    struct pave_bytes out = {0};
    struct pave_paseto_key *key = is_local
                                      ? key_of(mem, "k4.local.", vectors_text(test, "key"))
                                      : key_of(mem, "k4.secret.", vectors_text(test, "secret-key"));

    assert_non_null(key);
    enum pave_status status = pave_paseto_open(key, token.p, token.n, &beside, &out);
    assert_true((status != PAVE_OK) == fails);
    if (!fails) {
        assert_int_equal(out.n, payload.n);
        assert_memory_equal(out.p, payload.p, payload.n);
        pave_bytes_free(&out);
        struct pv_str nonce = vectors_hex(mem, vectors_text(test, "nonce"));
        assert_int_equal(
            pv_paseto_issue(key, (const unsigned char *)nonce.p, payload, &beside, &out), PAVE_OK);
        assert_string_equal((const char *)out.p, token.p);
        for (size_t i = 0; i < out.n; i++) {
            struct pave_bytes none = {0};
            out.p[i] ^= 1;
            assert_int_not_equal(pave_paseto_open(key, (const char *)out.p, out.n, &beside, &none),
                                 PAVE_OK);
            assert_null(none.p);
            out.p[i] ^= 1;
        }
    }
    pave_bytes_free(&out);
    pave_paseto_key_close(key);
}

static void agrees_with_the_official_tokens(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    vectors_or_skip();
    const struct pv_record *tests = pv_record_get(vectors_read(&mem, "paseto/v4.json"), "tests");
    assert_int_equal(tests->n, 17);
    for (const struct pv_record *test = tests->first; test; test = test->next)
        check_token(&mem, test);
    pv_arena_clear(&mem);
}

static void check_ids(const char *file, const char *prefix)
{
    struct pv_arena mem = {0};
    const struct pv_record *tests = pv_record_get(vectors_read(&mem, file), "tests");
    for (const struct pv_record *test = tests->first; test; test = test->next) {
        char id[PAVE_PASERK_ID_TEXT];
        struct pv_str expected = vectors_text(test, "paserk");
        struct pave_paseto_key *key = key_of(&mem, prefix, vectors_text(test, "key"));
        if (expected.n == 0) {
            assert_null(key);
            continue;
        }
        assert_non_null(key);
        assert_int_equal(pave_paseto_key_id(key, id), PAVE_OK);
        assert_string_equal(id, expected.p);
        pave_paseto_key_close(key);
    }
    pv_arena_clear(&mem);
}

static void agrees_with_the_official_ids(void **state)
{
    (void)state;
    vectors_or_skip();
    check_ids("paseto/paserk/k4.lid.json", "k4.local.");
    check_ids("paseto/paserk/k4.pid.json", "k4.public.");
    check_ids("paseto/paserk/k4.sid.json", "k4.secret.");
}

static void keeps_to_its_kind(void **state)
{
    static const char local[] = "k4.local.cHFyc3R1dnd4eXp7fH1-f4CBgoOEhYaHiImKi4yNjo8";
    static const char public_key[] = "k4.public.Hrnbu7wEfAP9cGBOAHHwmH4Wsot1ciXBHwBBXQ4gsaI";
    const struct pave_paseto_beside beside = {.size = sizeof beside};
    const struct pave_paseto_beside bound = {.size = sizeof bound, .bound = "u", .bound_size = 1};
    struct pave_paseto_key *key = NULL;
    struct pave_paseto_key *other = NULL;
    struct pave_bytes token = {0};
    struct pave_bytes out = {0};
    (void)state;
    assert_int_equal(pave_paseto_key_read(local, strlen(local), &key), PAVE_OK);
    assert_int_equal(pave_paseto_key_read(public_key, strlen(public_key), &other), PAVE_OK);
    assert_int_equal(pave_paseto_issue(key, "{}", 2, &bound, &token), PAVE_OK);
    assert_int_equal(pave_paseto_open(key, (char *)token.p, token.n, &bound, &out), PAVE_OK);
    assert_string_equal((char *)out.p, "{}");
    pave_bytes_free(&out);
    assert_int_equal(pave_paseto_open(key, (char *)token.p, token.n, &beside, &out), PAVE_REFUSED);
    assert_int_equal(pave_paseto_open(other, (char *)token.p, token.n, &bound, &out), PAVE_SYNTAX);
    assert_int_equal(pave_paseto_issue(other, "{}", 2, &beside, &out), PAVE_FORBIDDEN);
    assert_int_equal(pave_paseto_issue(key, "{}", 2, NULL, &out), PAVE_ARGUMENT);
    pave_paseto_key_close(other);
    assert_int_equal(pave_paseto_key_read("k3.local.AA", 11, &other), PAVE_SYNTAX);
    assert_null(other);
    pave_bytes_free(&token);
    pave_paseto_key_close(key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_official_tokens),
        cmocka_unit_test(agrees_with_the_official_ids),
        cmocka_unit_test(keeps_to_its_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
