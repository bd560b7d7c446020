/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/terminal.h"

#include "support/test.h"

#include <string.h>

/* The environment of the case at hand: name, value, …, NULL. */
static const char *const *variables;

static const char *environment(const char *name)
{
    for (const char *const *at = variables; *at; at += 2)
        if (strcmp(at[0], name) == 0)
            return at[1];
    return NULL;
}

static void decides_colour_and_links(void **state)
{
    static const struct {
        bool is_terminal, colour, links;
        const char *variables[7];
    } cases[] = {
        {true, true, false, {"TERM", "xterm-256color", NULL}},
        {false, false, false, {"TERM", "xterm-256color", NULL}},
        {true, false, false, {"TERM", "dumb", NULL}},
        {true, false, false, {NULL}},
        {true, false, false, {"TERM", "xterm", "NO_COLOR", "1", NULL}},
        {true, true, false, {"TERM", "xterm", "NO_COLOR", "", NULL}},
        {false, true, false, {"CLICOLOR_FORCE", "1", NULL}},
        {false, false, false, {"CLICOLOR_FORCE", "0", "TERM", "xterm", NULL}},
        {false, false, false, {"CLICOLOR_FORCE", "1", "NO_COLOR", "1", NULL}},
        {true, false, false, {"TERM", "xterm", "CLICOLOR", "0", NULL}},
        {true, true, true, {"TERM", "xterm-kitty", NULL}},
        {true, true, true, {"TERM", "xterm", "VTE_VERSION", "6003", NULL}},
        {true, true, false, {"TERM", "xterm", "VTE_VERSION", "4601", NULL}},
        {true, true, true, {"TERM", "xterm", "TERM_PROGRAM", "vscode", NULL}},
        {false, false, false, {"TERM", "xterm-kitty", NULL}},
        {false, false, true, {"FORCE_HYPERLINK", "1", NULL}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        variables = cases[i].variables;
        struct pv_terminal terminal = pv_terminal_decide(cases[i].is_terminal, environment);
        assert_int_equal(terminal.has_colour, cases[i].colour);
        assert_int_equal(terminal.has_links, cases[i].links);
    }
}

static void reads_the_width_and_the_encoding(void **state)
{
    static const struct {
        unsigned columns;
        bool utf8;
        const char *variables[7];
    } cases[] = {
        {80, false, {NULL}},
        {132, true, {"COLUMNS", "132", "LANG", "de_DE.UTF-8", NULL}},
        {80, false, {"COLUMNS", "3", "LC_ALL", "C", "LANG", "de_DE.UTF-8"}},
        {80, true, {"COLUMNS", "99999999999999999999", "LC_CTYPE", "C.utf8", NULL}},
        {80, false, {"COLUMNS", "x", NULL}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        variables = cases[i].variables;
        struct pv_terminal terminal = pv_terminal_decide(false, environment);
        assert_int_equal(terminal.columns, cases[i].columns);
        assert_int_equal(terminal.has_utf8, cases[i].utf8);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decides_colour_and_links),
        cmocka_unit_test(reads_the_width_and_the_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
