/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/cobblestone.h"
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/tape.h"
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 16384, SEALED = CHUNK + 16, HEAD = 62, LARGE = 150 * CHUNK + 77 };

static unsigned char *pattern(size_t n)
{
    unsigned char *bytes = malloc(n + 1);
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)(i * 31 + i / 251);
    return bytes;
}

static struct tape seal(struct pave_key *key, const unsigned char *bytes, size_t n)
{
    struct tape tape = {0};
    struct pave_writer *writer = NULL;
    struct pave_field field = pave_field_text("patient", "p-17");
    const struct pave_pipe pipe = {.sink = tape_put, .user = &tape};
    assert_int_equal(pave_writer_open(key, &field, 1, &pipe, &writer), PAVE_OK);
    for (size_t at = 0; at < n; at += 5000)
        assert_int_equal(pave_writer_write(writer, bytes + at, n - at < 5000 ? n - at : 5000),
                         PAVE_OK);
    assert_int_equal(pave_writer_finish(writer), PAVE_OK);
    pave_writer_close(writer);
    return tape;
}

/* Reads to the end or the first error; what came out is a prefix of `expected` in any case. */
static enum pave_status open_all(struct pave_key *key, struct tape tape,
                                 const unsigned char *expected, size_t *n_out)
{
    struct pave_reader *reader = NULL;
    struct pave_field field = pave_field_text("patient", "p-17");
    const struct pave_pipe pipe = {.source = tape_get, .user = &tape};
    unsigned char bytes[7000];
    size_t n = 0;
    *n_out = 0;
    enum pave_status status = pave_reader_open(key, &field, 1, &pipe, &reader);
    if (status != PAVE_OK)
        return status;
    do {
        status = pave_reader_read(reader, bytes, sizeof bytes, &n);
        if (status == PAVE_OK)
            assert_memory_equal(bytes, expected + *n_out, n);
        *n_out += n;
    } while (status == PAVE_OK && n > 0);
    if (status != PAVE_OK) /* for ever */
        assert_int_equal(pave_reader_read(reader, bytes, sizeof bytes, &n), status);
    enum pave_status closed = pave_reader_close(reader);
    assert_int_equal(closed, status);
    return status;
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

static void opens_what_it_sealed_at_every_size_that_matters(void **state)
{
    static const size_t sizes[] = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 50000};
    struct pave_key *key = crypto_case_key(*state, "phi.scan");
    unsigned char *bytes = pattern(50000);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        size_t n = 0;
        struct tape tape = seal(key, bytes, sizes[i]);
        assert_int_equal(tape.n, HEAD + sizes[i] + (sizes[i] / CHUNK + 1) * 16);
        tape.step = 4099;
        assert_int_equal(open_all(key, tape, bytes, &n), PAVE_OK);
        assert_int_equal(n, sizes[i]);
        free(tape.p);
    }
    free(bytes);
    pave_key_close(key);
}

static void refuses_changes_truncation_and_additions(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.scan");
    unsigned char *bytes = pattern(2 * CHUNK + 9);
    struct tape tape = seal(key, bytes, 2 * CHUNK + 9);
    size_t n = 0;
    for (size_t i = 0; i < tape.n; i += i < 100 || i > tape.n - 30 ? 1 : 997) {
        tape.p[i] ^= 4;
        enum pave_status status = open_all(key, tape, bytes, &n);
        tape.p[i] ^= 4;
        assert_int_not_equal(status, PAVE_OK);
        if (i >= 6)
            assert_int_equal(status, PAVE_REFUSED);
        assert_true(n <= i);
    }
    for (size_t cut = 0; cut < tape.n; cut += cut < 100 || cut > tape.n - 30 ? 1 : 331) {
        struct tape shorter = tape;
        shorter.n = cut;
        assert_int_equal(open_all(key, shorter, bytes, &n),
                         cut < HEAD ? PAVE_NOT_SEALED : PAVE_REFUSED);
    }
    /* At a chunk's border too, where no tag is missing. */
    struct tape border = tape;
    border.n = HEAD + SEALED;
    assert_int_equal(open_all(key, border, bytes, &n), PAVE_REFUSED);
    assert_int_equal(tape_put(&tape, "x", 1), PAVE_OK);
    assert_int_equal(open_all(key, tape, bytes, &n), PAVE_REFUSED);
    free(tape.p);
    free(bytes);
    pave_key_close(key);
}

static void refuses_chunks_that_moved(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.scan");
    unsigned char *bytes = pattern(3 * CHUNK);
    unsigned char *other = malloc(SEALED);
    struct tape tape = seal(key, bytes, 3 * CHUNK);
    size_t n = 99;
    memcpy(other, tape.p + HEAD, SEALED);
    memmove(tape.p + HEAD, tape.p + HEAD + SEALED, SEALED);
    memcpy(tape.p + HEAD + SEALED, other, SEALED);
    assert_int_equal(open_all(key, tape, bytes, &n), PAVE_REFUSED);
    assert_int_equal(n, 0);
    free(other);
    free(tape.p);
    free(bytes);
    pave_key_close(key);
}

static void a_reader_closed_early_is_no_success(void **state)
{
    struct pave_key *key = crypto_case_key(*state, "phi.scan");
    unsigned char *bytes = pattern(CHUNK + 1);
    unsigned char one = 0;
    size_t n = 0;
    struct tape tape = seal(key, bytes, CHUNK + 1);
    struct pave_reader *reader = NULL;
    struct pave_field field = pave_field_text("patient", "p-17");
    const struct pave_pipe pipe = {.source = tape_get, .user = &tape};
    assert_int_equal(pave_reader_open(key, &field, 1, &pipe, &reader), PAVE_OK);
    assert_int_equal(pave_reader_read(reader, &one, 1, &n), PAVE_OK);
    assert_int_equal(pave_reader_close(reader), PAVE_REFUSED);
    assert_int_equal(pave_reader_close(NULL), PAVE_OK);
    free(tape.p);
    free(bytes);
    pave_key_close(key);
}

/* What a job told: never less than before, and how often all was done. */
struct told {
    uint64_t done;
    unsigned ends;
};

static void hear(void *user, uint64_t done, uint64_t all)
{
    struct told *told = user;
    assert_true(done >= told->done && done <= all);
    told->done = done;
    told->ends += done == all;
}

static void progress_ends_with_all_once(void **state)
{
    static const size_t sizes[] = {0, 5, 32 * CHUNK, LARGE};
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.scan");
    struct pave_field field = pave_field_text("patient", "p-17");
    unsigned char *bytes = pattern(LARGE);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct told told = {0};
        struct pave_file_job there = crypto_case_job(test, "plain", "sealed", &field);
        there.progress = hear;
        there.user = &told;
        scratch_write(&test->scratch, "plain", (struct pv_str){(char *)bytes, sizes[i]});
        assert_int_equal(pave_file_seal(key, &there, NULL), PAVE_OK);
        assert_int_equal(told.done, sizes[i]);
        assert_int_equal(told.ends, 1);
    }
    free(bytes);
    pave_key_close(key);
}

static void files_come_back_and_can_be_read_at_any_place(void **state)
{
    static const size_t sizes[] = {0, 5, 16 * CHUNK - 1, 16 * CHUNK, 128 * CHUNK, LARGE};
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.scan");
    struct pave_field field = pave_field_text("patient", "p-17");
    unsigned char *bytes = pattern(LARGE);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct pave_file_job there = crypto_case_job(test, "plain", "sealed", &field);
        struct pave_file_job back = crypto_case_job(test, "sealed", "opened", &field);
        struct pave_file *file = NULL;
        unsigned char part[9000];
        size_t n = 0;
        scratch_write(&test->scratch, "plain", (struct pv_str){(char *)bytes, sizes[i]});
        assert_int_equal(pave_file_seal(key, &there, NULL), PAVE_OK);
        assert_int_equal(pave_file_unseal(key, &back, NULL), PAVE_OK);
        struct pv_str opened = scratch_read(&test->scratch, "opened");
        assert_int_equal(opened.n, sizes[i]);
        if (opened.n)
            assert_memory_equal(opened.p, bytes, sizes[i]);
        assert_int_equal(pave_file_open(key, there.out, &field, 1, &file, NULL), PAVE_OK);
        assert_int_equal(pave_file_size(file), sizes[i]);
        for (size_t at = 0; at < sizes[i] + 10000; at += 12345) {
            assert_int_equal(pave_file_read_at(file, at, part, sizeof part, &n), PAVE_OK);
            size_t left = at < sizes[i] ? sizes[i] - at : 0;
            assert_int_equal(n, left < sizeof part ? left : sizeof part);
            if (n)
                assert_memory_equal(part, bytes + at, n);
        }
        pave_file_close(file);
    }
    free(bytes);
    pave_key_close(key);
}

static void a_file_that_is_refused_leaves_nothing(void **state)
{
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.scan");
    struct pave_field field = pave_field_text("patient", "p-17");
    struct pave_field other = pave_field_text("patient", "p-18");
    struct pave_file *file = NULL;
    struct pave_error err = PAVE_ERROR_INIT;
    unsigned char *bytes = pattern(LARGE);
    scratch_write(&test->scratch, "plain", (struct pv_str){(char *)bytes, LARGE});
    scratch_write(&test->scratch, "kept", PV_STR("as it was"));
    struct pave_file_job there = crypto_case_job(test, "plain", "sealed", &field);
    struct pave_file_job back = crypto_case_job(test, "cut", "kept", &field);
    assert_int_equal(pave_file_seal(key, &there, NULL), PAVE_OK);
    assert_int_equal(pave_file_open(key, there.out, &other, 1, &file, &err), PAVE_REFUSED);
    struct pv_str sealed = scratch_read(&test->scratch, "sealed");
    size_t before = scratch_count(&test->scratch, "");
    static const size_t cuts[] = {0, 10, HEAD, HEAD + SEALED, LARGE / 2, HEAD + 150 * SEALED};
    for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
        scratch_write(&test->scratch, "cut", pv_str_sub(sealed, 0, cuts[i]));
        assert_int_not_equal(pave_file_unseal(key, &back, &err), PAVE_OK);
        assert_true(strlen(err.text) > 0);
        assert_int_not_equal(pave_file_open(key, back.in, &field, 1, &file, NULL), PAVE_OK);
        assert_int_equal(scratch_count(&test->scratch, ""), before + 1);
        assert_true(pv_str_eq(scratch_read(&test->scratch, "kept"), PV_STR("as it was")));
    }
    back.in = scratch_path_z(&test->scratch, "nowhere");
    assert_int_equal(pave_file_unseal(key, &back, &err), PAVE_NO_FILE);
    back.in = scratch_path_z(&test->scratch, "sealed");
    back.out = scratch_path_z(&test->scratch, "no/folder");
    assert_int_equal(pave_file_unseal(key, &back, &err), PAVE_NO_FILE);
    free(bytes);
    pave_key_close(key);
}

static void says_when_memory_is_short(void **state)
{
    struct crypto_case *test = *state;
    struct pave_key *key = crypto_case_key(test, "phi.scan");
    struct pave_field field = pave_field_text("patient", "p-17");
    scratch_write(&test->scratch, "small", PV_STR("text"));
    struct pave_file_job job = crypto_case_job(test, "small", "sealed", &field);
    job.threads = 1;
    FAULT_EACH (fault) {
        enum pave_status status = pave_file_seal(key, &job, NULL);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
    }
    pave_key_close(key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_what_it_sealed_at_every_size_that_matters),
        cmocka_unit_test(refuses_changes_truncation_and_additions),
        cmocka_unit_test(refuses_chunks_that_moved),
        cmocka_unit_test(a_reader_closed_early_is_no_success),
        cmocka_unit_test(progress_ends_with_all_once),
        cmocka_unit_test(files_come_back_and_can_be_read_at_any_place),
        cmocka_unit_test(a_file_that_is_refused_leaves_nothing),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
