/* SPDX-License-Identifier: Apache-2.0 */
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/test.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char message[] = "Ada Lovelace";
enum { SIZE = sizeof message - 1 };

static struct pave_field patient(void)
{
    return pave_field_text("patient", "p-17");
}

static int begin(void **state)
{
    static struct crypto_case test;
    crypto_case_usual(&test);
    *state = &test;
    return 0;
}

static int end(void **state)
{
    crypto_case_end(*state);
    return 0;
}

static void opens_what_it_sealed(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.name");
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    struct pave_info info = {.size = sizeof info};
    struct pave_field field = patient();

    assert_int_equal(pave_seal(key, message, SIZE, &field, 1, &sealed), PAVE_OK);
    assert_int_equal(sealed.n, SIZE + 78);
    assert_int_equal(sealed.n, pave_sealed_size(key, SIZE));
    assert_int_equal(pave_inspect(sealed.p, sealed.n, &info), PAVE_OK);
    assert_string_equal(info.suite, "KC-XAES-256-GCM");
    assert_int_equal(info.message_size, SIZE);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, &field, 1, &opened), PAVE_OK);
    assert_int_equal(opened.n, SIZE);
    assert_memory_equal(opened.p, message, SIZE);
    pave_bytes_free(&sealed);
    pave_bytes_free(&opened);
    pave_key_close(key);
}

static void never_seals_alike(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.name");
    struct pave_field field = patient();
    unsigned char before[SIZE + 78] = {0};
    unsigned char after[SIZE + 78] = {0};
    struct pave_room room = {before, sizeof before, 0};
    struct pave_room other = {after, sizeof after, 0};
    assert_int_equal(pave_seal_into(key, message, SIZE, &field, 1, &room), PAVE_OK);
    assert_int_equal(pave_seal_into(key, message, SIZE, &field, 1, &other), PAVE_OK);
    assert_memory_not_equal(before + 6, after + 6, 24);
    assert_memory_not_equal(before + 62, after + 62, SIZE);
    pave_key_close(key);
}

/* Whichever byte is another, and wherever it is cut: refused, and nothing comes out. */
static void refuses_every_change_and_truncation(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.name");
    struct pave_field field = patient();
    unsigned char sealed[SIZE + 78];
    struct pave_room room = {sealed, sizeof sealed, 0};
    assert_int_equal(pave_seal_into(key, message, SIZE, &field, 1, &room), PAVE_OK);
    for (size_t i = 0; i < sizeof sealed; i++) {
        for (unsigned bit = 1; bit <= 0x80; bit <<= 1) {
            unsigned char out[SIZE];
            struct pave_room opened = {out, sizeof out, 99};
            memset(out, 'x', sizeof out);
            sealed[i] ^= (unsigned char)bit;
            enum pave_status status =
                pave_open_into(key, sealed, sizeof sealed, &field, 1, &opened);
            sealed[i] ^= (unsigned char)bit;
            if (i >= 6)
                assert_int_equal(status, PAVE_REFUSED);
            assert_int_not_equal(status, PAVE_OK);
            assert_int_equal(opened.n, 0);
            assert_null(memchr(out, 'A', sizeof out));
        }
    }
    for (size_t n = 0; n < sizeof sealed; n++) {
        struct pave_bytes opened = {(unsigned char *)1, 1};
        enum pave_status status = pave_open(key, sealed, n, &field, 1, &opened);
        assert_int_equal(status, n < 78 ? PAVE_NOT_SEALED : PAVE_REFUSED);
        assert_null(opened.p);
    }
    pave_key_close(key);
}

static void refuses_another_context_purpose_or_subject(void **state)
{
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.name");
    struct pave_key *note = crypto_case_key(test, "phi.note");
    struct pave_key *subject = NULL;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    struct pave_field field = patient();
    struct pave_field other = pave_field_text("patient", "p-18");
    struct pave_field two[] = {patient(), pave_field_text("column", "name")};

    assert_int_equal(pave_key_open_subject(test->library, "phi.name", "p-17", 4, &subject),
                     PAVE_OK);
    assert_int_equal(pave_seal(key, message, SIZE, &field, 1, &sealed), PAVE_OK);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, &other, 1, &opened), PAVE_REFUSED);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, two, 2, &opened), PAVE_REFUSED);
    assert_int_equal(pave_open(key, sealed.p, sealed.n, NULL, 0, &opened), PAVE_CONTEXT);
    assert_int_equal(pave_open(note, sealed.p, sealed.n, &field, 1, &opened), PAVE_REFUSED);
    assert_int_equal(pave_open(subject, sealed.p, sealed.n, &field, 1, &opened), PAVE_REFUSED);
    assert_int_equal(pave_key_open_subject(test->library, "phi.name", "", 0, &subject),
                     PAVE_ARGUMENT);
    pave_bytes_free(&sealed);
    pave_key_close(subject);
    pave_key_close(note);
    pave_key_close(key);
}

static void says_what_is_wrong_before_a_key_is_used(void **state)
{
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.note");
    struct pave_key *none = NULL;
    struct pave_bytes out = PAVE_BYTES_INIT;
    unsigned char text[200] = "not sealed";
    assert_int_equal(pave_open(key, text, sizeof text, NULL, 0, &out), PAVE_NOT_SEALED);
    memcpy(text, "P\x21", 2);
    assert_int_equal(pave_open(key, text, sizeof text, NULL, 0, &out), PAVE_NEWER);
    memcpy(text, "P\x1f", 2);
    assert_int_equal(pave_open(key, text, sizeof text, NULL, 0, &out), PAVE_NEWER);
    memcpy(text, "P\x11zzzz", 6);
    assert_int_equal(pave_open(key, text, sizeof text, NULL, 0, &out), PAVE_NO_KEY);
    assert_int_equal(pave_seal(key, text, 65, NULL, 0, &out), PAVE_LIMIT);
    assert_int_equal(pave_seal(key, NULL, 1, NULL, 0, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_seal(NULL, text, 1, NULL, 0, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_seal(key, text, 1, NULL, 0, NULL), PAVE_ARGUMENT);
    assert_int_equal(pave_key_open(test->library, "phi.nmae", &none, NULL), PAVE_NO_PURPOSE);
    assert_null(none);
    pave_key_close(key);
}

static void has_a_text_form(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.note");
    struct pave_bytes text = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    assert_int_equal(pave_seal_text(key, message, SIZE, NULL, 0, &text), PAVE_OK);
    assert_memory_equal(text.p, "pave1:UB", 8);
    assert_int_equal(strlen((char *)text.p), text.n);
    assert_int_equal(pave_open_text(key, (char *)text.p, text.n, NULL, 0, &opened), PAVE_OK);
    assert_memory_equal(opened.p, message, SIZE);
    pave_bytes_free(&opened);
    text.p[text.n - 1] = '=';
    assert_int_equal(pave_open_text(key, (char *)text.p, text.n, NULL, 0, &opened),
                     PAVE_NOT_SEALED);
    assert_int_equal(pave_open_text(key, "pave2:", 6, NULL, 0, &opened), PAVE_NOT_SEALED);
    pave_bytes_free(&text);
    pave_key_close(key);
}

static void does_batches_item_by_item(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.note");
    char large[65] = {0};
    struct pave_item items[3] = {
        {.in = message, .size = SIZE}, {.in = large, .size = 65}, {.in = "b", .size = 1}};
    assert_int_equal(pave_seal_batch(key, items, 3), PAVE_LIMIT);
    assert_int_equal(items[0].status, PAVE_OK);
    assert_int_equal(items[1].status, PAVE_LIMIT);
    assert_int_equal(items[2].status, PAVE_OK);
    struct pave_item back[2] = {{.in = items[0].out.p, .size = items[0].out.n},
                                {.in = items[2].out.p, .size = items[2].out.n}};
    assert_int_equal(pave_open_batch(key, back, 2), PAVE_OK);
    assert_memory_equal(back[0].out.p, message, SIZE);
    for (size_t i = 0; i < 3; i++)
        pave_bytes_free(&items[i].out);
    pave_bytes_free(&back[0].out);
    pave_bytes_free(&back[1].out);
    pave_key_close(key);
}

/* Each suite seals, and large values go to the other backend. */
static void seals_with_every_suite(void **state)
{
    static const struct {
        const char *suite;
        size_t overhead;
    } suites[] = {{"KC-XAES-256-GCM", 78}, {"XAES-256-GCM", 46}, {"XCHACHA20-POLY1305-HMAC", 78}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct crypto_case test;
        unsigned char *large = calloc(1, 100000);
        crypto_case_begin(&test);
        crypto_case_keyset(&test, "values", NULL, suites[i].suite);
        crypto_case_policy(&test, CRYPTO_CASE_PURPOSES);
        crypto_case_open(&test);
        struct pave_key *key = crypto_case_key(&test, "phi.name");
        struct pave_field field = patient();
        static const size_t sizes[] = {0, 1, 511, 512, 513, 100000};
        for (size_t j = 0; j < sizeof sizes / sizeof sizes[0]; j++) {
            struct pave_bytes sealed = PAVE_BYTES_INIT;
            struct pave_bytes opened = PAVE_BYTES_INIT;
            assert_int_equal(pave_seal(key, large, sizes[j], &field, 1, &sealed), PAVE_OK);
            assert_int_equal(sealed.n, sizes[j] + suites[i].overhead);
            assert_int_equal(pave_open(key, sealed.p, sealed.n, &field, 1, &opened), PAVE_OK);
            assert_int_equal(opened.n, sizes[j]);
            pave_bytes_free(&opened);
            for (size_t at = 6; at < sealed.n; at += at < 100 ? 1 : 4999) {
                sealed.p[at] ^= 1;
                assert_int_equal(pave_open(key, sealed.p, sealed.n, &field, 1, &opened),
                                 PAVE_REFUSED);
                assert_null(opened.p);
                sealed.p[at] ^= 1;
            }
            pave_bytes_free(&sealed);
        }
        pave_key_close(key);
        crypto_case_end(&test);
        free(large);
    }
}

static void asks_for_a_keyset_once(void **state)
{
    struct crypto_case *test = *state;
    test->unlocks = 0;
    pave_library_close(test->library);
    test->library = NULL;
    crypto_case_open(test);
    assert_int_equal(test->unlocks, 0);
    pave_key_close(crypto_case_key(test, "phi.name"));
    pave_key_close(crypto_case_key(test, "phi.note"));
    assert_int_equal(test->unlocks, 1);
}

/* A child that hands out its parent's nonces would reveal both their messages. */
static void parent_and_child_never_share_a_nonce(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.note");
    unsigned char ours[SIZE + 78];
    unsigned char theirs[SIZE + 78];
    struct pave_room room = {ours, sizeof ours, 0};
    int ends[2];
    int status = 0;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(pave_seal_into(key, message, SIZE, NULL, 0, &room), PAVE_OK);
    pid_t child = fork();
    if (child == 0) {
        bool is_done = pave_seal_into(key, message, SIZE, NULL, 0, &room) == PAVE_OK &&
                       write(ends[1], ours, sizeof ours) == (ssize_t)sizeof ours;
        _exit(is_done ? 0 : 1);
    }
    assert_int_equal(pave_seal_into(key, message, SIZE, NULL, 0, &room), PAVE_OK);
    assert_int_equal(read(ends[0], theirs, sizeof theirs), (int)sizeof theirs);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_memory_not_equal(ours + 6 + 8, theirs + 6 + 8, 16);
    (void)close(ends[0]);
    (void)close(ends[1]);
    pave_key_close(key);
}

static void *seal_many(void *key)
{
    for (int i = 0; i < 500; i++) {
        struct pave_bytes sealed = PAVE_BYTES_INIT;
        struct pave_bytes opened = PAVE_BYTES_INIT;
        bool is_good = pave_seal(key, message, SIZE, NULL, 0, &sealed) == PAVE_OK &&
                       pave_open(key, sealed.p, sealed.n, NULL, 0, &opened) == PAVE_OK &&
                       memcmp(opened.p, message, SIZE) == 0;
        pave_bytes_free(&sealed);
        pave_bytes_free(&opened);
        if (!is_good)
            return key;
    }
    return NULL;
}

static void serves_many_threads_with_one_key(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.note");
    pthread_t threads[20];
    for (size_t i = 0; i < 20; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, seal_many, key), 0);
    for (size_t i = 0; i < 20; i++) {
        void *failed = NULL;
        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    pave_key_close(key);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case *test = *state;
    FAULT_EACH (fault) {
        struct pave_key *key = NULL;
        struct pave_bytes sealed = PAVE_BYTES_INIT;
        enum pave_status status = pave_key_open(test->library, "phi.note", &key, NULL);
        if (status == PAVE_OK)
            status = pave_seal(key, message, SIZE, NULL, 0, &sealed);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        pave_bytes_free(&sealed);
        pave_key_close(key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_what_it_sealed),
        cmocka_unit_test(never_seals_alike),
        cmocka_unit_test(refuses_every_change_and_truncation),
        cmocka_unit_test(refuses_another_context_purpose_or_subject),
        cmocka_unit_test(says_what_is_wrong_before_a_key_is_used),
        cmocka_unit_test(has_a_text_form),
        cmocka_unit_test(does_batches_item_by_item),
        cmocka_unit_test(seals_with_every_suite),
        cmocka_unit_test(asks_for_a_keyset_once),
        cmocka_unit_test(parent_and_child_never_share_a_nonce),
        cmocka_unit_test(serves_many_threads_with_one_key),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
