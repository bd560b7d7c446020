/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/wrap_program.h"

#include "base/buf.h"
#include "support/crypto_case.h"
#include "support/test.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct pair {
    int ours;
    int theirs;
};

static struct pair make_pair(void)
{
    int both[2] = {-1, -1};
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both), 0);
    return (struct pair){both[0], both[1]};
}

static void answer(const struct pair *pair, const char *text)
{
    assert_int_equal(write(pair->theirs, text, strlen(text)), (ssize_t)strlen(text));
}

static void hears_the_answer(void **state)
{
    struct pair pair = make_pair();
    struct pv_program_answer heard = {0};
    char line[64];
    (void)state;
    answer(&pair, "ok a");
    answer(&pair, "nd\n");
    assert_true(pv_program_talk(pair.ours, PV_STR("hello\n"), &heard));
    assert_memory_equal(heard.line, "ok and\n", 7);
    assert_int_equal(read(pair.theirs, line, sizeof line), 6);
    assert_int_equal(read(pair.theirs, line, sizeof line), 0);
    (void)close(pair.ours);
    (void)close(pair.theirs);
}

/* It may refuse without reading what it is asked, and be gone before it is asked. */
static void hears_a_program_that_has_ended(void **state)
{
    struct pair pair = make_pair();
    struct pv_program_answer heard = {0};
    (void)state;
    answer(&pair, "error away\n");
    (void)close(pair.theirs);
    assert_true(pv_program_talk(pair.ours, PV_STR("hello\n"), &heard));
    assert_memory_equal(heard.line, "error away\n", 11);
    (void)close(pair.ours);
}

static void half_a_line_is_no_answer(void **state)
{
    struct pair pair = make_pair();
    struct pv_program_answer heard = {0};
    (void)state;
    answer(&pair, "ok half");
    (void)close(pair.theirs);
    assert_false(pv_program_talk(pair.ours, PV_STR("hello\n"), &heard));
    (void)close(pair.ours);
}

static void a_line_has_a_limit(void **state)
{
    static char line[PV_PROGRAM_LINE_MAX + 1];
    struct pair pair = make_pair();
    struct pv_program_answer heard = {0};
    (void)state;
    memset(line, 'a', sizeof line);
    line[sizeof line - 1] = '\n';
    assert_int_equal(write(pair.theirs, line, sizeof line), (ssize_t)sizeof line);
    assert_false(pv_program_talk(pair.ours, PV_STR("hello\n"), &heard));
    (void)close(pair.ours);
    (void)close(pair.theirs);
}

/* Three purposes of one keyset, many values: the key service is asked once. */
static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    struct crypto_case *test = user;
    if (strcmp(keyset, "values") == 0)
        out->program = scratch_path_z(&test->scratch, "program");
    else
        *out = test->unlock;
    return PAVE_OK;
}

static size_t count_lines(struct pv_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n += text.p[i] == '\n';
    return n;
}

static void write_program(struct crypto_case *test)
{
    struct pv_buf text = {0};
    pv_buf_format(&text,
                  "#!/bin/sh\nread -r version verb keyset text\n"
                  "echo \"$verb $keyset\" >>%s/calls\necho \"ok $text\"\n",
                  test->scratch.folder);
    scratch_write(&test->scratch, "program", pv_buf_str(&text));
    pv_buf_clear(&text);
    assert_int_equal(chmod(scratch_path_z(&test->scratch, "program"), 0700), 0);
}

static void asks_once_for_a_keyset(void **state)
{
    static const char *const purposes[] = {"phi.name", "phi.note", "phi.name"};
    struct crypto_case test;
    const struct pave_field field = pave_field_text("patient", "p-17");
    (void)state;
    crypto_case_begin(&test);
    crypto_case_keyset(&test, "values", NULL, NULL);
    crypto_case_keyset(&test, "files", "stream", NULL);
    write_program(&test);
    const struct pave_unlock program = {.size = sizeof program,
                                        .program = scratch_path_z(&test.scratch, "program")};
    assert_int_equal(pave_keyset_rewrap(scratch_path_z(&test.scratch, "values.keyset"),
                                        &test.unlock, &program, NULL),
                     PAVE_OK);
    crypto_case_policy(&test, CRYPTO_CASE_PURPOSES);
    const struct pave_library_options options = {.size = sizeof options,
                                                 .policy =
                                                     scratch_path_z(&test.scratch, "policy.json"),
                                                 .trust = test.trust,
                                                 .unlock = unlock,
                                                 .user = &test};
    assert_int_equal(pave_library_open(&options, &test.library, NULL), PAVE_OK);
    for (size_t i = 0; i < 3; i++) {
        struct pave_key *key = crypto_case_key(&test, purposes[i]);
        for (size_t k = 0; k < 100; k++) {
            struct pave_bytes sealed = PAVE_BYTES_INIT;
            struct pave_bytes plain = PAVE_BYTES_INIT;
            assert_int_equal(pave_seal(key, "Ada", 3, &field, 1, &sealed), PAVE_OK);
            assert_int_equal(pave_open(key, sealed.p, sealed.n, &field, 1, &plain), PAVE_OK);
            pave_bytes_free(&sealed);
            pave_bytes_free(&plain);
        }
        pave_key_close(key);
    }
    struct pv_str calls = scratch_read(&test.scratch, "calls");
    assert_int_equal(count_lines(calls), 2);
    assert_memory_equal(calls.p, "wrap values\nunwrap values\n", calls.n);
    crypto_case_end(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hears_the_answer),
        cmocka_unit_test(hears_a_program_that_has_ended),
        cmocka_unit_test(half_a_line_is_no_answer),
        cmocka_unit_test(a_line_has_a_limit),
        cmocka_unit_test(asks_once_for_a_keyset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
