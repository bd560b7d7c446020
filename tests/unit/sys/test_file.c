/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/file.h"

#include "support/scratch.h"
#include "support/test.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int begin(void **state)
{
    static struct scratch scratch;
    scratch_begin(&scratch);
    *state = &scratch;
    return 0;
}

static int end(void **state)
{
    scratch_end(*state);
    return 0;
}

static enum pv_code read_code(struct scratch *s, const char *name, size_t max, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    struct pv_result result = pv_file_read(scratch_path(s, name), max, &bytes, err);
    if (!pv_is_ok(result))
        assert_int_equal(bytes.n, 0);
    return result.code;
}

static void reads_a_whole_file(void **state)
{
    struct scratch *s = *state;
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    scratch_write(s, "a.txt", PV_STR("one\0two"));
    pv_buf_add(&bytes, PV_STR("left over"));
    assert_true(pv_is_ok(pv_file_read(scratch_path(s, "a.txt"), 7, &bytes, NULL)));
    assert_true(pv_str_eq(pv_buf_str(&bytes), PV_STR("one\0two")));
}

static void reads_an_empty_file(void **state)
{
    struct scratch *s = *state;
    scratch_write(s, "empty", PV_STR(""));
    assert_int_equal(read_code(s, "empty", 0, NULL), PV_OK);
}

/* Such files say that they are empty, and then are not. */
static void reads_a_file_that_does_not_know_its_size(void **state)
{
    (void)state;
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    assert_true(pv_is_ok(pv_file_read(PV_STR("/proc/self/status"), 1 << 20, &bytes, NULL)));
    assert_true(bytes.n > 0);
    assert_int_equal(pv_file_read(PV_STR("/proc/self/status"), 10, &bytes, NULL).code, PV_LIMIT);
}

static void refuses_what_is_over_the_limit(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    scratch_write(s, "big", PV_STR("12345678"));
    assert_int_equal(read_code(s, "big", 8, &err), PV_OK);
    assert_int_equal(read_code(s, "big", 7, &err), PV_LIMIT);
    assert_non_null(strstr(err.text, "larger than 7 bytes"));
}

static void refuses_a_named_pipe_without_waiting(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    scratch_make_fifo(s, "pipe");
    assert_int_equal(read_code(s, "pipe", 100, &err), PV_UNSUPPORTED);
    assert_non_null(strstr(err.text, "a named pipe, not a regular file"));
}

static void refuses_a_folder_a_device_and_a_socket(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    assert_int_equal(read_code(s, "", 100, &err), PV_UNSUPPORTED);
    assert_non_null(strstr(err.text, "a folder"));
    assert_int_equal(pv_file_read(PV_STR("/dev/zero"), 100, &bytes, &err).code, PV_UNSUPPORTED);
    assert_non_null(strstr(err.text, "a device"));

    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct pv_str path = scratch_path(s, "socket");
    memcpy(address.sun_path, path.p, path.n);
    int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(descriptor, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(read_code(s, "socket", 100, &err), PV_UNSUPPORTED);
    assert_non_null(strstr(err.text, "a socket"));
    close(descriptor);
}

static void says_what_is_not_there(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    assert_int_equal(read_code(s, "no-such", 100, &err), PV_NOT_FOUND);
    assert_non_null(strstr(err.text, "no-such: No such file or directory"));
    assert_int_equal(pv_file_read(PV_STR(""), 1, &(struct pv_buf){0}, NULL).code, PV_INVALID);
    assert_int_equal(pv_file_read(PV_STR("a\0b"), 1, &(struct pv_buf){0}, NULL).code, PV_INVALID);
}

static void says_what_may_not_be_read(void **state)
{
    struct scratch *s = *state;
    struct pv_err err = {0};
    if (geteuid() == 0)
        skip(); /* root may read everything */
    scratch_write(s, "secret", PV_STR("x"));
    assert_int_equal(chmod(scratch_path_z(s, "secret"), 0), 0);
    assert_int_equal(read_code(s, "secret", 100, &err), PV_DENIED);
}

static void refuses_a_path_that_is_too_long(void **state)
{
    static char path[5000];
    (void)state;
    memset(path, 'a', sizeof path);
    assert_int_equal(
        pv_file_read((struct pv_str){path, sizeof path}, 1, &(struct pv_buf){0}, NULL).code,
        PV_LIMIT);
}

static void looks_through_links(void **state)
{
    struct scratch *s = *state;
    struct pv_file_info info = {0};
    scratch_write(s, "file", PV_STR("abc"));
    scratch_make_link(s, "link", "file");
    scratch_make_link(s, "loop", "loop");
    assert_true(pv_is_ok(pv_file_look(scratch_path(s, "link"), &info, NULL)));
    assert_int_equal(info.kind, PV_FILE_REGULAR);
    assert_int_equal(info.size_bytes, 3);
    assert_int_equal(pv_file_look(scratch_path(s, "loop"), &info, NULL).code, PV_LIMIT);
}

static void reads_into_an_arena(void **state)
{
    struct scratch *s = *state;
    struct pv_str text = {0};
    scratch_write(s, "a", PV_STR("text"));
    assert_true(pv_is_ok(pv_file_read_text(&s->mem, scratch_path(s, "a"), 9, &text, NULL)));
    assert_true(pv_str_eq(text, PV_STR("text")));
}

static void reads_standard_input_up_to_a_limit(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    int ends[2];
    (void)state;
    int old = dup(STDIN_FILENO);
    for (size_t max = 4; max <= 5; max++) {
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], "12345", 5), 5);
        close(ends[1]);
        dup2(ends[0], STDIN_FILENO);
        assert_int_equal(pv_file_read_stdin(max, &bytes, NULL).code, max < 5 ? PV_LIMIT : PV_OK);
        close(ends[0]);
    }
    assert_true(pv_str_eq(pv_buf_str(&bytes), PV_STR("12345")));
    if (old >= 0)
        dup2(old, STDIN_FILENO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_whole_file),
        cmocka_unit_test(reads_an_empty_file),
        cmocka_unit_test(reads_a_file_that_does_not_know_its_size),
        cmocka_unit_test(refuses_what_is_over_the_limit),
        cmocka_unit_test(refuses_a_named_pipe_without_waiting),
        cmocka_unit_test(refuses_a_folder_a_device_and_a_socket),
        cmocka_unit_test(says_what_is_not_there),
        cmocka_unit_test(says_what_may_not_be_read),
        cmocka_unit_test(refuses_a_path_that_is_too_long),
        cmocka_unit_test(looks_through_links),
        cmocka_unit_test(reads_into_an_arena),
        cmocka_unit_test(reads_standard_input_up_to_a_limit),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
