/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/process.h"

#include "support/test.h"

#include <stdlib.h>

struct ran {
    struct pv_arena mem;
    struct pv_buf output;
    struct pv_process_end end;
    struct pv_err err;
};

static void clear_ran(struct ran *ran)
{
    pv_arena_clear(&ran->mem);
    pv_buf_clear(&ran->output);
}

static enum pv_code run_shell(struct ran *ran, const char *script, struct pv_process process)
{
    const char *argv[] = {"sh", "-c", script, NULL};
    process.argv = argv;
    return pv_process_run(&ran->mem, &process, &ran->output, &ran->end, &ran->err).code;
}

static void gives_output_error_text_and_exit_code(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    (void)state;
    assert_int_equal(run_shell(&ran, "echo out; echo err >&2; exit 3", (struct pv_process){0}),
                     PV_OK);
    assert_true(pv_str_eq(pv_buf_str(&ran.output), PV_STR("out\n")));
    assert_true(pv_str_eq(ran.end.error_text, PV_STR("err")));
    assert_int_equal(ran.end.exit_code, 3);
}

static void passes_arguments_as_they_are(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    const char *argv[] = {"printf", "%s|", "a b", "$HOME", "; false", NULL};
    struct pv_process process = {.argv = argv};
    (void)state;
    assert_true(pv_is_ok(pv_process_run(&ran.mem, &process, &ran.output, &ran.end, NULL)));
    assert_true(pv_str_eq(pv_buf_str(&ran.output), PV_STR("a b|$HOME|; false|")));
}

/* More than a pipe holds in both directions: nothing waits for the other. */
static void feeds_input_of_any_size(void **state)
{
    enum { SIZE = 1 << 20 };
    PV_DEFER(clear_ran) struct ran ran = {0};
    (void)state;
    char *large = malloc(SIZE);
    assert_non_null(large);
    memset(large, 'x', SIZE);
    struct pv_process process = {.input = {large, SIZE}};
    assert_int_equal(run_shell(&ran, "cat", process), PV_OK);
    assert_int_equal(ran.output.n, SIZE);
    free(large);
    assert_int_equal(run_shell(&ran, "cat", (struct pv_process){0}), PV_OK);
    assert_int_equal(ran.output.n, 0);
}

static void sets_variables_over_inherited_ones(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    const char *set[] = {"HOME=/elsewhere", NULL};
    (void)state;
    assert_int_equal(run_shell(&ran, "echo $HOME; env | grep -c ^HOME=; test -n \"$PATH\"",
                               (struct pv_process){.set = set}),
                     PV_OK);
    assert_true(pv_str_eq(pv_buf_str(&ran.output), PV_STR("/elsewhere\n1\n")));
    assert_int_equal(ran.end.exit_code, 0);
}

static void stops_what_writes_too_much_or_takes_too_long(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    (void)state;
    assert_int_equal(run_shell(&ran, "yes", (struct pv_process){.output_max_bytes = 1000}),
                     PV_LIMIT);
    assert_non_null(strstr(ran.err.text, "wrote more than 1000 bytes"));
    assert_int_equal(ran.output.n, 0);
    assert_int_equal(run_shell(&ran, "sleep 60 & wait", (struct pv_process){.timeout_ms = 50}),
                     PV_LIMIT);
    assert_non_null(strstr(ran.err.text, "took too long"));
    assert_int_equal(
        run_shell(&ran, "exec >&- 2>&-; sleep 60", (struct pv_process){.timeout_ms = 50}),
        PV_LIMIT);
}

static void keeps_the_beginning_of_a_long_error_text(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    (void)state;
    assert_int_equal(run_shell(&ran, "yes | head -c 100000 >&2", (struct pv_process){0}), PV_OK);
    assert_in_range(ran.end.error_text.n, 4000, 4096);
}

static void says_that_there_is_no_such_program(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    const char *argv[] = {"no-such-program-here", NULL};
    struct pv_process process = {.argv = argv};
    (void)state;
    assert_int_equal(pv_process_run(&ran.mem, &process, &ran.output, &ran.end, &ran.err).code,
                     PV_NOT_FOUND);
    assert_non_null(strstr(ran.err.text, "no-such-program-here: "));
}

static void says_which_signal_ended_it(void **state)
{
    PV_DEFER(clear_ran) struct ran ran = {0};
    (void)state;
    assert_int_equal(run_shell(&ran, "kill -TERM $$", (struct pv_process){0}), PV_OK);
    assert_int_equal(ran.end.exit_code, 128 + 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_output_error_text_and_exit_code),
        cmocka_unit_test(passes_arguments_as_they_are),
        cmocka_unit_test(feeds_input_of_any_size),
        cmocka_unit_test(sets_variables_over_inherited_ones),
        cmocka_unit_test(stops_what_writes_too_much_or_takes_too_long),
        cmocka_unit_test(keeps_the_beginning_of_a_long_error_text),
        cmocka_unit_test(says_that_there_is_no_such_program),
        cmocka_unit_test(says_which_signal_ended_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
