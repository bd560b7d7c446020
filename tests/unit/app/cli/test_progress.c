/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/progress.h"

#include "support/test.h"

#include <string.h>

static void draws_what_fits_the_terminal(void **state)
{
    static const struct {
        unsigned columns;
        size_t done, all, findings;
        const char *line;
    } cases[] = {
        {54, 0, 4, 0, "[..........] 0/4 files, 0 findings"},
        {54, 1, 4, 2, "[##........] 1/4 files, 2 findings"},
        {54, 4, 4, 9, "[##########] 4/4 files, 9 findings"},
        {300, 1, 2, 0, "[###############...............] 1/2 files, 0 findings"},
        {40, 1, 2, 5, "1/2 files"},
        {54, 0, 0, 0, "[..........] 0/0 files, 0 findings"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[128];
        struct pv_terminal terminal = {.is_terminal = true, .columns = cases[i].columns};
        size_t n = pv_progress_line(line, sizeof line, terminal, cases[i].done, cases[i].all,
                                    cases[i].findings);
        assert_string_equal(line, cases[i].line);
        assert_int_equal(n, strlen(cases[i].line));
    }
}

static void cuts_a_line_that_is_too_long(void **state)
{
    char line[8];
    struct pv_terminal terminal = {.columns = 80};

    (void)state;
    assert_int_equal(pv_progress_line(line, sizeof line, terminal, 1, 2, 3), 7);
    assert_int_equal(line[7], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_what_fits_the_terminal),
        cmocka_unit_test(cuts_a_line_that_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
