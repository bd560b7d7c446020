/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every form that is sealed, with each of its bytes changed and cut off before each: refused, and
 * nothing comes out.
 */
#include "support/crypto_case.h"
#include "support/tape.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

enum { ROOM = 1024, STREAM = 300, HEAD = 6 };

static const struct pave_field patient = {"patient", "p-17", 4};
static const char message[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/* Opens all of `n` bytes; what came out is in `out`, of which `n_out` bytes count. */
typedef enum pave_status (*open_call)(struct pave_key *key, const unsigned char *sealed, size_t n,
                                      unsigned char *out, size_t *n_out);

static enum pave_status check_refused(struct pave_key *key, open_call open_form,
                                      const unsigned char *sealed, size_t n)
{
    unsigned char out[ROOM] = {0};
    size_t n_out = 0;
    enum pave_status status = open_form(key, sealed, n, out, &n_out);
    assert_int_not_equal(status, PAVE_OK);
    assert_int_equal(n_out, 0);
    assert_null(memchr(out, 'A', sizeof out));
    return status;
}

/* What a key was used for has one answer, wherever the change is. */
static void check_changed(struct pave_key *key, open_call open_form, const unsigned char *changed,
                          size_t n, bool is_behind_head)
{
    enum pave_status status = check_refused(key, open_form, changed, n);
    if (is_behind_head)
        assert_int_equal(status, PAVE_REFUSED);
}

/*
 * The copy has the size that it claims, so that a read past its end is seen. The first `head` bytes
 * say what to do before a key is used; all of a text may.
 */
static void check_form(struct pave_key *key, open_call open_form, struct pave_bytes form,
                       size_t head)
{
    const unsigned char *sealed = form.p;
    size_t n = form.n;
    unsigned char out[ROOM] = {0};
    size_t n_out = 0;
    assert_int_equal(open_form(key, sealed, n, out, &n_out), PAVE_OK);
    assert_int_equal(out[0], 'A');
    for (size_t i = 0; i < n; i++) {
        unsigned char *changed = malloc(n + 1);
        assert_non_null(changed);
        memcpy(changed, sealed, n);
        changed[i] ^= 1;
        check_changed(key, open_form, changed, n, i >= head);
        changed[i] = (unsigned char)~sealed[i];
        check_changed(key, open_form, changed, n, i >= head);
        memcpy(changed, sealed, n);
        changed[n] = 0;
        check_changed(key, open_form, changed, n + 1, head < n);
        free(changed);
        changed = malloc(i + 1);
        assert_non_null(changed);
        memcpy(changed, sealed, i);
        enum pave_status status = check_refused(key, open_form, changed, i);
        assert_true(status == PAVE_REFUSED || status == PAVE_NOT_SEALED);
        free(changed);
    }
}

static enum pave_status open_value(struct pave_key *key, const unsigned char *sealed, size_t n,
                                   unsigned char *out, size_t *n_out)
{
    struct pave_room room = {out, ROOM, 0};
    enum pave_status status = pave_open_into(key, sealed, n, &patient, 1, &room);
    *n_out = room.n;
    return status;
}

static enum pave_status open_text(struct pave_key *key, const unsigned char *sealed, size_t n,
                                  unsigned char *out, size_t *n_out)
{
    struct pave_bytes opened = PAVE_BYTES_INIT;
    enum pave_status status = pave_open_text(key, (const char *)sealed, n, &patient, 1, &opened);
    if (opened.p)
        memcpy(out, opened.p, opened.n);
    *n_out = opened.n;
    pave_bytes_free(&opened);
    return status;
}

static enum pave_status open_stream(struct pave_key *key, const unsigned char *sealed, size_t n,
                                    unsigned char *out, size_t *n_out)
{
    unsigned char room[ROOM];
    struct tape tape = {.p = room, .n = n, .room = sizeof room};
    const struct pave_pipe pipe = {.source = tape_get, .user = &tape};
    struct pave_reader *reader = NULL;
    memcpy(room, sealed, n);
    enum pave_status status = pave_reader_open(key, &patient, 1, &pipe, &reader);
    if (status != PAVE_OK)
        return status;
    status = pave_reader_read(reader, out, ROOM, n_out);
    if (status == PAVE_OK && *n_out > 0) {
        size_t more = 0;
        status = pave_reader_read(reader, out + *n_out, ROOM - *n_out, &more);
        assert_int_equal(more, 0);
    }
    enum pave_status closed = pave_reader_close(reader);
    return status == PAVE_OK ? closed : status;
}

static void with_suite(const char *suite)
{
    struct crypto_case test;
    unsigned char sealed[ROOM];
    struct pave_room room = {sealed, sizeof sealed, 0};
    struct pave_bytes text = PAVE_BYTES_INIT;
    crypto_case_begin(&test);
    crypto_case_keyset(&test, "values", NULL, suite);
    crypto_case_keyset(&test, "files", "stream", NULL);
    crypto_case_policy(&test, CRYPTO_CASE_PURPOSES);
    crypto_case_open(&test);
    struct pave_key *key = crypto_case_key(&test, "phi.name");
    assert_int_equal(pave_seal_into(key, message, sizeof message - 1, &patient, 1, &room), PAVE_OK);
    check_form(key, open_value, (struct pave_bytes){sealed, room.n}, HEAD);
    assert_int_equal(pave_seal_text(key, message, sizeof message - 1, &patient, 1, &text), PAVE_OK);
    check_form(key, open_text, text, text.n);
    pave_bytes_free(&text);
    pave_key_close(key);
    crypto_case_end(&test);
}

static void values_and_their_text(void **state)
{
    (void)state;
    with_suite("KC-XAES-256-GCM");
    with_suite("XAES-256-GCM");
    with_suite("XCHACHA20-POLY1305-HMAC");
}

static void streams(void **state)
{
    struct crypto_case test;
    unsigned char room[ROOM];
    struct tape tape = {.p = room, .room = sizeof room};
    const struct pave_pipe pipe = {.sink = tape_put, .user = &tape};
    struct pave_writer *writer = NULL;
    unsigned char plain[STREAM];
    (void)state;
    crypto_case_usual(&test);
    memset(plain, 'A', sizeof plain);
    struct pave_key *key = crypto_case_key(&test, "phi.scan");
    assert_int_equal(pave_writer_open(key, &patient, 1, &pipe, &writer), PAVE_OK);
    assert_int_equal(pave_writer_write(writer, plain, sizeof plain), PAVE_OK);
    assert_int_equal(pave_writer_finish(writer), PAVE_OK);
    pave_writer_close(writer);
    check_form(key, open_stream, (struct pave_bytes){tape.p, tape.n}, HEAD);
    pave_key_close(key);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_their_text),
        cmocka_unit_test(streams),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
