/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/save.h"

#include "support/scratch.h"
#include "support/test.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static int begin(void **state)
{
    static struct scratch scratch;
    scratch_begin(&scratch);
    scratch_write(&scratch, "report", PV_STR("old"));
    *state = &scratch;
    return 0;
}

static int end(void **state)
{
    scratch_end(*state);
    return 0;
}

static long write_three_bytes(int descriptor, const void *bytes, size_t n)
{
    return write(descriptor, bytes, n < 3 ? n : 3);
}

static long write_one_then_full(int descriptor, const void *bytes, size_t n)
{
    static bool is_full;
    (void)n;
    is_full = !is_full;
    if (is_full)
        return write(descriptor, bytes, 1);
    errno = ENOSPC;
    return -1;
}

static long write_is_interrupted(int descriptor, const void *bytes, size_t n)
{
    static bool was;
    was = !was;
    if (!was)
        return write(descriptor, bytes, n);
    errno = EINTR;
    return -1;
}

static long write_nothing(int descriptor, const void *bytes, size_t n)
{
    (void)descriptor;
    (void)bytes;
    (void)n;
    return 0;
}

static int fail_to_sync(int descriptor)
{
    (void)descriptor;
    errno = EIO;
    return -1;
}

static int fail_to_rename(const char *from, const char *to)
{
    (void)from;
    (void)to;
    errno = EACCES;
    return -1;
}

static void replaces_a_file_and_keeps_its_mode(void **state)
{
    struct scratch *s = *state;
    struct stat st = {0};
    assert_int_equal(chmod(scratch_path_z(s, "report"), 0640), 0);
    assert_true(pv_is_ok(pv_save(scratch_path(s, "report"), PV_STR("new text"), NULL)));
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("new text")));
    assert_int_equal(stat(scratch_path_z(s, "report"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_int_equal(scratch_count(s, ""), 1);
}

static void creates_a_file_with_the_usual_mode(void **state)
{
    struct scratch *s = *state;
    struct stat st = {0};
    mode_t mask = umask(027);
    assert_true(pv_is_ok(pv_save(scratch_path(s, "fresh"), PV_STR("x"), NULL)));
    umask(mask);
    assert_int_equal(stat(scratch_path_z(s, "fresh"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
}

static void follows_a_link_and_leaves_it(void **state)
{
    struct scratch *s = *state;
    struct stat st = {0};
    scratch_make_link(s, "link", "report");
    assert_true(pv_is_ok(pv_save(scratch_path(s, "link"), PV_STR("through"), NULL)));
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("through")));
    assert_int_equal(lstat(scratch_path_z(s, "link"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
}

/* Each way to fail leaves the old text, and no temporary file. */
static void leaves_the_old_file_whatever_fails(void **state)
{
    struct scratch *s = *state;
    const struct {
        struct pv_save_steps steps;
        enum pv_code code;
        const char *said;
    } cases[] = {
        {{.write = write_one_then_full}, PV_LIMIT, "No space left on device"},
        {{.write = write_nothing}, PV_IO, "nothing more could be written"},
        {{.sync = fail_to_sync}, PV_IO, "Input/output error"},
        {{.rename = fail_to_rename}, PV_DENIED, "Permission denied"},
    };
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_err err = {0};
        assert_int_equal(
            pv_save_by(&cases[i].steps, scratch_path(s, "report"), PV_STR("newer"), &err).code,
            cases[i].code);
        assert_non_null(strstr(err.text, cases[i].said));
        assert_non_null(strstr(err.text, "report: "));
        assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("old")));
        assert_int_equal(scratch_count(s, ""), 1);
    }
}

static void writes_all_in_small_steps(void **state)
{
    struct scratch *s = *state;
    struct pv_save_steps slow = {.write = write_three_bytes};
    struct pv_save_steps interrupted = {.write = write_is_interrupted};
    assert_true(pv_is_ok(pv_save_by(&slow, scratch_path(s, "report"), PV_STR("12345678"), NULL)));
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("12345678")));
    assert_true(pv_is_ok(pv_save_by(&interrupted, scratch_path(s, "report"), PV_STR("abc"), NULL)));
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("abc")));
}

/* The system's own limit on a file's size stands for a full disk, without a fake. */
static void survives_a_real_limit_on_size(void **state)
{
    struct scratch *s = *state;
    static char large[8192];
    struct rlimit old = {0};
    struct pv_err err = {0};
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    struct rlimit small = {.rlim_cur = 4096, .rlim_max = old.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct pv_result result =
        pv_save(scratch_path(s, "report"), (struct pv_str){large, sizeof large}, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    signal(SIGXFSZ, handler);
    assert_int_equal(result.code, PV_LIMIT);
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("old")));
    assert_int_equal(scratch_count(s, ""), 1);
}

static void writes_to_a_device_directly(void **state)
{
    struct pv_err err = {0};
    (void)state;
    assert_true(pv_is_ok(pv_save(PV_STR("/dev/null"), PV_STR("gone"), NULL)));
    assert_int_equal(pv_save(PV_STR("/dev/full"), PV_STR("x"), &err).code, PV_LIMIT);
    assert_non_null(strstr(err.text, "/dev/full: No space left on device"));
}

static void refuses_folders_and_missing_ones(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    assert_int_equal(pv_save(scratch_path(s, ""), PV_STR("x"), &err).code, PV_IO);
    assert_non_null(strstr(err.text, "Is a directory"));
    assert_int_equal(pv_save(scratch_path(s, "no/such"), PV_STR("x"), &err).code, PV_NOT_FOUND);
}

static void refuses_a_write_protected_file(void **state)
{
    struct scratch *s = *state;
    if (geteuid() == 0)
        skip(); /* root may write everything */
    assert_int_equal(chmod(scratch_path_z(s, "report"), 0444), 0);
    assert_int_equal(pv_save(scratch_path(s, "report"), PV_STR("x"), NULL).code, PV_DENIED);
}

static void says_that_the_reader_has_gone(void **state)
{
    int ends[2];
    (void)state;
    void (*handler)(int) = signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_int_equal(pv_output_write(ends[1], PV_STR("x"), NULL).code, PV_STOPPED);
    close(ends[1]);
    signal(SIGPIPE, handler);
}

static void a_new_file_takes_no_place(void **state)
{
    struct scratch *s = *state;
    scratch_make_link(s, "dangling", "nowhere");
    assert_code(PV_EXISTS, pv_save_new(scratch_path(s, "report"), PV_STR("new"), NULL));
    assert_code(PV_EXISTS, pv_save_new(scratch_path(s, "dangling"), PV_STR("new"), NULL));
    assert_true(pv_str_eq(scratch_read(s, "report"), PV_STR("old")));
    assert_int_equal(scratch_count(s, ""), 2);
    assert_ok(pv_save_new(scratch_path(s, "other"), PV_STR("new"), NULL));
    assert_true(pv_str_eq(scratch_read(s, "other"), PV_STR("new")));
    assert_int_equal(scratch_count(s, ""), 3);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(replaces_a_file_and_keeps_its_mode), CASE(creates_a_file_with_the_usual_mode),
        CASE(follows_a_link_and_leaves_it),       CASE(leaves_the_old_file_whatever_fails),
        CASE(writes_all_in_small_steps),          CASE(survives_a_real_limit_on_size),
        CASE(writes_to_a_device_directly),        CASE(refuses_folders_and_missing_ones),
        CASE(refuses_a_write_protected_file),     CASE(says_that_the_reader_has_gone),
        CASE(a_new_file_takes_no_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
