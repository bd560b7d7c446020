/* SPDX-License-Identifier: Apache-2.0 */
#include "text/ignore.h"

#include "support/fault.h"

static void the_last_line_that_fits_decides(void **state)
{
    static const char text[] = "# comment\n"
                               "\n"
                               "*.log\r\n"
                               "!keep.log\n"
                               "/out/\n"
                               "spaced  \n"
                               "kept\\ \n"
                               "\\#hash\n"
                               "\\!bang\n"
                               "!\n";
    static const struct {
        const char *path;
        bool is_folder;
        enum pv_ignore_verdict expected;
    } cases[] = {
        {"a.log", false, PV_IGNORE_OUT},        {"x/keep.log", false, PV_IGNORE_IN},
        {"out", true, PV_IGNORE_OUT},           {"out", false, PV_IGNORE_SILENT},
        {"x/out", true, PV_IGNORE_SILENT},      {"spaced", false, PV_IGNORE_OUT},
        {"kept ", false, PV_IGNORE_OUT},        {"kept", false, PV_IGNORE_SILENT},
        {"#hash", false, PV_IGNORE_OUT},        {"!bang", false, PV_IGNORE_OUT},
        {"# comment", false, PV_IGNORE_SILENT},
    };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_ignore ignore = {0};
    (void)state;
    assert_ok(pv_ignore_read(&mem, PV_STR(text), &ignore, NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_ignore_judge(&ignore, pv_str_of(cases[i].path), cases[i].is_folder),
                         cases[i].expected);
}

static void refuses_too_many_lines(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    static char text[2 * 20001];
    struct pv_ignore ignore = {0};
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? '\n' : 'a';
    assert_code(PV_LIMIT, pv_ignore_read(&mem, (struct pv_str){text, sizeof text}, &ignore, NULL));
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_ignore ignore = {0};
        fault_end(&fault, pv_ignore_read(&mem, PV_STR("a\nb\n"), &ignore, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_line_that_fits_decides),
        cmocka_unit_test(refuses_too_many_lines),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
