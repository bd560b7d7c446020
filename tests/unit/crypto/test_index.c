/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/keyset.h"
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define INDEXES                                                                                    \
    "[{\"name\":\"phi.search\",\"keyset\":\"values\",\"suites\":[\"HMAC-SHA256-INDEX\"],"          \
    "\"context\":[],\"indexes\":["                                                                 \
    "{\"name\":\"last4\",\"table\":\"patient\",\"columns\":{\"ssn\":\"digits last 4\"},"           \
    "\"bits\":10,\"distinct\":10000},"                                                             \
    "{\"name\":\"who\",\"table\":\"patient\",\"columns\":{\"name\":\"lower\",\"born\":"            \
    "\"digits\"},\"bits\":13,\"distinct\":1000000},"                                               \
    "{\"name\":\"who\\u002dtoo\",\"table\":\"staff\",\"columns\":{\"name\":\"lower\",\"born\":"    \
    "\"digits\"},\"bits\":13,\"distinct\":1000000},"                                               \
    "{\"name\":\"ssn\",\"table\":\"patient\",\"columns\":{\"ssn\":\"digits\"},"                    \
    "\"bits\":12,\"distinct\":100000,\"slow\":true}]},"                                            \
    "{\"name\":\"phi.other\",\"keyset\":\"values\",\"suites\":[\"HMAC-SHA256-INDEX\"],"            \
    "\"context\":[],\"indexes\":["                                                                 \
    "{\"name\":\"last4\",\"table\":\"patient\",\"columns\":{\"ssn\":\"digits last 4\"},"           \
    "\"bits\":10,\"distinct\":10000}]}]"

enum { MANY = 4000, THREADS = 4 };

static void begin(struct crypto_case *test)
{
    crypto_case_begin(test);
    crypto_case_keyset(test, "values", "index", NULL);
    crypto_case_keyset(test, "files", "stream", NULL);
    crypto_case_policy(test, INDEXES);
    crypto_case_open(test);
}

static struct pave_index *open_index(struct crypto_case *test, const char *purpose,
                                     const char *name)
{
    struct pave_index *out = NULL;
    assert_int_equal(pave_index_open(test->library, purpose, name, &out, NULL), PAVE_OK);
    return out;
}

static struct pave_index_token token_of(struct pave_index *index, const char *column,
                                        const char *value)
{
    const struct pave_field field = pave_field_text(column, value);
    struct pave_index_token out;
    assert_int_equal(pave_index_token(index, &field, 1, &out), PAVE_OK);
    return out;
}

static void check_same(struct pave_index_token a, struct pave_index_token b)
{
    assert_string_equal(a.text, b.text);
}

static void gives_like_values_one_token(void **state)
{
    struct crypto_case test;
    (void)state;
    begin(&test);
    struct pave_index *index = open_index(&test, "phi.search", "last4");
    struct pave_index_token token = token_of(index, "ssn", "123-45-6789");
    check_same(token, token_of(index, "ssn", "999006789"));
    check_same(token, token_of(index, "ssn", " 67 89 "));
    assert_string_not_equal(token.text, token_of(index, "ssn", "123-45-6780").text);
    assert_int_equal(strlen(token.text), 8 + 1 + 3);
    assert_int_equal(token.text[8], '.');
    /* Of ten bits the last digit has two. */
    assert_non_null(strchr("048c", token.text[11]));
    pave_index_close(index);
    crypto_case_end(&test);
}

/* Who has the tokens of one index learns nothing about another. */
static void binds_a_token_to_its_index(void **state)
{
    struct crypto_case test;
    const struct pave_field who[] = {pave_field_text("name", "Ada  LOVELACE "),
                                     pave_field_text("born", "1815-12-10")};
    const struct pave_field swapped[] = {pave_field_text("born", "10 12 1815"),
                                         pave_field_text("name", "ada lovelace")};
    struct pave_index_token a, b;
    size_t n_same = 0;
    (void)state;
    begin(&test);
    struct pave_index *patients = open_index(&test, "phi.search", "who");
    struct pave_index *staff = open_index(&test, "phi.search", "who-too");
    assert_int_equal(pave_index_token(patients, who, 2, &a), PAVE_OK);
    assert_int_equal(pave_index_token(patients, swapped, 2, &b), PAVE_OK);
    assert_string_not_equal(a.text, b.text); /* other digits */
    pave_index_close(patients);
    struct pave_index *one = open_index(&test, "phi.search", "last4");
    struct pave_index *other = open_index(&test, "phi.other", "last4");
    for (int i = 0; i < 100; i++) {
        char value[8];
        (void)snprintf(value, sizeof value, "%04d", i * 97);
        n_same += strcmp(token_of(one, "ssn", value).text, token_of(other, "ssn", value).text) == 0;
    }
    assert_true(n_same < 5); /* by chance one of 1,024 */
    pave_index_close(staff);
    pave_index_close(one);
    pave_index_close(other);
    crypto_case_end(&test);
}

/* Tokens are even: each of 1,024 stands for about as many of many values. */
static void spreads_values_over_all_tokens(void **state)
{
    static unsigned seen[1024];
    struct crypto_case test;
    unsigned most = 0;
    size_t n_used = 0;
    (void)state;
    begin(&test);
    memset(seen, 0, sizeof seen);
    struct pave_index *index = open_index(&test, "phi.search", "last4");
    for (int i = 0; i < MANY; i++) {
        char value[8];
        unsigned bits = 0;
        (void)snprintf(value, sizeof value, "%04d", i);
        assert_int_equal(sscanf(token_of(index, "ssn", value).text + 9, "%3x", &bits), 1);
        assert_int_equal(bits & 3u, 0);
        seen[bits >> 2]++;
    }
    for (size_t i = 0; i < 1024; i++) {
        most = seen[i] > most ? seen[i] : most;
        n_used += seen[i] > 0;
    }
    assert_true(most < 20);
    assert_true(n_used > 900);
    pave_index_close(index);
    crypto_case_end(&test);
}

static void a_query_finds_rows_from_before_a_rotation(void **state)
{
    struct crypto_case test;
    struct pave_index_token tokens[4];
    const struct pave_field value = pave_field_text("ssn", "1234");
    uint32_t id = 0;
    size_t n = 0;
    (void)state;
    begin(&test);
    const char *path = scratch_path_z(&test.scratch, "values.keyset");
    struct pave_index *index = open_index(&test, "phi.search", "last4");
    struct pave_index_token old = token_of(index, "ssn", "1234");
    assert_int_equal(pave_index_query(index, &value, 1, tokens, 4, &n), PAVE_OK);
    assert_int_equal(n, 1);
    check_same(tokens[0], old);
    pave_index_close(index);
    assert_int_equal(pave_keyset_rotate(path, &test.unlock, 0, &id, NULL), PAVE_OK);
    assert_int_equal(pave_keyset_change(path, &test.unlock, id, PAVE_KEY_PRIMARY, NULL), PAVE_OK);
    pave_library_close(test.library);
    crypto_case_open(&test);
    index = open_index(&test, "phi.search", "last4");
    assert_int_equal(pave_index_tokens(index), 2);
    assert_int_equal(pave_index_query(index, &value, 1, tokens, 4, &n), PAVE_OK);
    assert_int_equal(n, 2);
    check_same(tokens[0], token_of(index, "ssn", "1234"));
    check_same(tokens[1], old);
    assert_string_not_equal(tokens[0].text, old.text);
    assert_int_equal(pave_index_query(index, &value, 1, tokens, 1, &n), PAVE_LIMIT);
    assert_int_equal(n, 0);
    pave_index_close(index);
    crypto_case_end(&test);
}

/* Guessing is as slow as storing: the same bytes come out all the same. */
static void a_slow_index_agrees_with_itself(void **state)
{
    struct crypto_case test;
    struct pave_index_token tokens[1];
    const struct pave_field value = pave_field_text("ssn", "123-45-6789");
    size_t n = 0;
    (void)state;
    begin(&test);
    struct pave_index *index = open_index(&test, "phi.search", "ssn");
    struct pave_index_token token = token_of(index, "ssn", "123456789");
    assert_int_equal(pave_index_query(index, &value, 1, tokens, 1, &n), PAVE_OK);
    check_same(tokens[0], token);
    pave_index_close(index);
    crypto_case_end(&test);
}

static void says_what_is_wrong(void **state)
{
    static char large[9000];
    struct crypto_case test;
    struct pave_index *index = NULL;
    struct pave_index_token out;
    const struct pave_field bad[] = {pave_field_text("other", "1234"),
                                     pave_field_text("ssn", "none"), pave_field_text("ssn", ""),
                                     pave_field_text(NULL, "1"),
                                     pave_field_bytes("ssn", large, sizeof large)};
    static const enum pave_status said[] = {PAVE_CONTEXT, PAVE_ARGUMENT, PAVE_ARGUMENT,
                                            PAVE_CONTEXT, PAVE_LIMIT};
    (void)state;
    begin(&test);
    assert_int_equal(pave_index_open(test.library, "phi.none", "last4", &index, NULL),
                     PAVE_NO_PURPOSE);
    assert_int_equal(pave_index_open(test.library, "phi.search", "none", &index, NULL),
                     PAVE_NO_PURPOSE);
    assert_int_equal(pave_index_open(test.library, "phi.search", NULL, &index, NULL),
                     PAVE_ARGUMENT);
    assert_null(index);
    index = open_index(&test, "phi.search", "last4");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(pave_index_token(index, &bad[i], 1, &out), said[i]);
        assert_string_equal(out.text, "");
    }
    assert_int_equal(pave_index_token(index, bad, 2, &out), PAVE_CONTEXT);
    assert_int_equal(pave_index_token(NULL, bad, 1, &out), PAVE_ARGUMENT);
    pave_index_close(index);
    pave_index_close(NULL);
    crypto_case_end(&test);
}

/* The purpose of an index seals nothing, and that of values has no index. */
static void keeps_to_its_kind(void **state)
{
    struct crypto_case test;
    struct pave_index *index = NULL;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    (void)state;
    begin(&test);
    struct pave_key *key = crypto_case_key(&test, "phi.search");
    assert_int_equal(pave_seal(key, "a", 1, NULL, 0, &sealed), PAVE_FORBIDDEN);
    pave_key_close(key);
    crypto_case_end(&test);
    crypto_case_usual(&test);
    assert_int_equal(pave_index_open(test.library, "phi.name", "last4", &index, NULL),
                     PAVE_NO_PURPOSE);
    crypto_case_end(&test);
}

struct shared {
    struct pave_index *index;
    const char *expected;
    bool is_good;
};

static void *ask_often(void *user)
{
    struct shared *shared = user;
    shared->is_good = true;
    for (int i = 0; i < MANY; i++) {
        const struct pave_field field = pave_field_text("ssn", "1234");
        struct pave_index_token out;
        if (pave_index_token(shared->index, &field, 1, &out) != PAVE_OK ||
            strcmp(out.text, shared->expected) != 0)
            shared->is_good = false;
    }
    return NULL;
}

static void serves_many_threads(void **state)
{
    struct crypto_case test;
    pthread_t threads[THREADS];
    struct shared shared[THREADS];
    (void)state;
    begin(&test);
    struct pave_index *index = open_index(&test, "phi.search", "last4");
    struct pave_index_token token = token_of(index, "ssn", "1234");
    for (size_t i = 0; i < THREADS; i++) {
        shared[i] = (struct shared){index, token.text, false};
        assert_int_equal(pthread_create(&threads[i], NULL, ask_often, &shared[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(shared[i].is_good);
    }
    pave_index_close(index);
    crypto_case_end(&test);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case test;
    const struct pave_field field = pave_field_text("ssn", "1234");
    (void)state;
    begin(&test);
    FAULT_EACH (fault) {
        struct pave_index *index = NULL;
        struct pave_index_token out;
        enum pave_status status =
            pave_index_open(test.library, "phi.search", "last4", &index, NULL);
        if (status == PAVE_OK)
            status = pave_index_token(index, &field, 1, &out);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        pave_index_close(index);
    }
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_like_values_one_token),
        cmocka_unit_test(binds_a_token_to_its_index),
        cmocka_unit_test(spreads_values_over_all_tokens),
        cmocka_unit_test(a_query_finds_rows_from_before_a_rotation),
        cmocka_unit_test(a_slow_index_agrees_with_itself),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(keeps_to_its_kind),
        cmocka_unit_test(serves_many_threads),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
