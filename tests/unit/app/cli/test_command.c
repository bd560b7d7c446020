/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"

#include "app/cli/completion.h"
#include "app/cli/help.h"
#include "app/cli/man.h"
#include "support/test.h"

static bool is_lower(struct pv_str text)
{
    return text.n && !(text.p[0] >= 'A' && text.p[0] <= 'Z');
}

static void finds_each_command_by_its_name(void **state)
{
    const struct pv_command *command = NULL;

    (void)state;
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        assert_ptr_equal(pv_command_find(command->name), command);
    assert_null(pv_command_find(PV_STR("scam")));
    assert_null(pv_command_find(PV_STR("")));
}

static void describes_each_command_the_same_way(void **state)
{
    const struct pv_command *command = NULL;

    (void)state;
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        assert_true(is_lower(command->summary));
        assert_false(pv_str_has_suffix(command->summary, PV_STR(".")));
        assert_true(command->about.n > 0);
        assert_true(command->n_examples > 0);
        assert_non_null(command->run);
    }
}

static void check_option(const struct pv_command *command, size_t at)
{
    const struct pv_option *option = &command->options.p[at];

    assert_true(pv_str_has_suffix(option->help, PV_STR(".")));
    assert_int_equal(option->kind == PV_OPTION_FLAG, option->value.n == 0);
    for (size_t i = 0; i < at; i++) {
        const struct pv_option *other = &command->options.p[i];
        assert_false(pv_str_eq(other->name, option->name));
        assert_true(option->letter == 0 || other->letter != option->letter);
    }
}

static void has_no_option_twice(void **state)
{
    const struct pv_command *command = NULL;

    (void)state;
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        for (size_t k = 0; k < command->options.n; k++)
            check_option(command, k);
    }
}

static void gives_aliases_to_options_that_exist(void **state)
{
    (void)state;
    for (const struct pv_option_alias *alias = pv_option_aliases; alias->name.n; alias++) {
        const struct pv_command *command = NULL;
        size_t n = 0;
        for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
            for (size_t k = 0; k < command->options.n; k++)
                n += pv_str_eq(command->options.p[k].name, alias->option);
        }
        assert_true(n > 0);
    }
}

/* Each way of showing the table shows all of it. */
static void shows_every_option_everywhere(void **state)
{
    const struct pv_command *command = NULL;
    struct pv_buf help = {0};
    struct pv_buf man = {0};
    struct pv_buf fish = {0};

    (void)state;
    pv_completion_write_fish(&fish);
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        pv_buf_reset(&help);
        pv_buf_reset(&man);
        pv_help_write_command(&help, command);
        pv_man_write_command(&man, command);
        for (size_t k = 0; k < command->options.n; k++) {
            struct pv_str name = command->options.p[k].name;
            assert_true(pv_str_find(pv_buf_str(&help), name, 0) != SIZE_MAX);
            assert_true(pv_str_find(pv_buf_str(&fish), name, 0) != SIZE_MAX);
        }
        assert_true(pv_str_find(pv_buf_str(&man), PV_STR(".Sh EXAMPLES"), 0) != SIZE_MAX);
    }
    pv_buf_clear(&help);
    pv_buf_clear(&man);
    pv_buf_clear(&fish);
}

static void keeps_help_within_the_width(void **state)
{
    const struct pv_command *command = NULL;

    (void)state;
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        struct pv_buf help = {0};
        struct pv_str line = {0};
        pv_help_write_command(&help, command);
        struct pv_str rest = pv_buf_str(&help);
        while (pv_str_split(&rest, '\n', &line))
            assert_true(line.n <= 100);
        pv_buf_clear(&help);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_command_by_its_name),
        cmocka_unit_test(describes_each_command_the_same_way),
        cmocka_unit_test(has_no_option_twice),
        cmocka_unit_test(gives_aliases_to_options_that_exist),
        cmocka_unit_test(shows_every_option_everywhere),
        cmocka_unit_test(keeps_help_within_the_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
