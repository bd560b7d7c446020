/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/folder.h"

#include "support/scratch.h"
#include "support/test.h"

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

static void gives_entries_sorted_with_their_kinds(void **state)
{
    static const struct {
        const char *name;
        enum pv_file_kind kind;
    } expected[] = {
        {".hidden", PV_FILE_REGULAR}, {"a", PV_FILE_REGULAR}, {"b", PV_FILE_FOLDER},
        {"c", PV_FILE_LINK},          {"d", PV_FILE_FIFO},
    };
    struct scratch *s = *state;
    struct pv_folder folder = {0};
    scratch_make_fifo(s, "d");
    scratch_make_link(s, "c", "..");
    scratch_make_folder(s, "b");
    scratch_write(s, "a", PV_STR(""));
    scratch_write(s, ".hidden", PV_STR(""));
    assert_true(pv_is_ok(pv_folder_read(&s->mem, scratch_path(s, ""), false, &folder, NULL)));
    assert_int_equal(folder.entries.n, PV_COUNT(expected));
    for (size_t i = 0; i < PV_COUNT(expected); i++) {
        assert_true(pv_str_eq(folder.entries.p[i].name, pv_str_of(expected[i].name)));
        assert_int_equal(folder.entries.p[i].kind, expected[i].kind);
    }
}

static void follows_a_link_only_when_told(void **state)
{
    struct scratch *s = *state;
    struct pv_folder folder = {0};
    scratch_make_folder(s, "real");
    scratch_make_link(s, "link", "real");
    assert_true(pv_is_ok(pv_folder_read(&s->mem, scratch_path(s, "link"), true, &folder, NULL)));
    assert_false(pv_is_ok(pv_folder_read(&s->mem, scratch_path(s, "link"), false, &folder, NULL)));
}

static void says_what_is_not_a_folder(void **state)
{
    struct scratch *s = *state;
    struct pv_folder folder = {0};
    scratch_write(s, "file", PV_STR(""));
    assert_int_equal(pv_folder_read(&s->mem, scratch_path(s, "file"), true, &folder, NULL).code,
                     PV_NOT_FOUND);
    assert_int_equal(pv_folder_read(&s->mem, scratch_path(s, "none"), true, &folder, NULL).code,
                     PV_NOT_FOUND);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(gives_entries_sorted_with_their_kinds),
        CASE(follows_a_link_only_when_told),
        CASE(says_what_is_not_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
