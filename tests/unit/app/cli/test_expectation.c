/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/expectation.h"

#include "support/test.h"

static const char *wants(const char *text, uint32_t line, const char *id)
{
    const struct pv_rule rule = {.id = pv_str_of(id), .check_id = pv_str_of(id)};
    struct pv_arena mem = {0};
    struct pv_expectations all = {0};
    bool is_excused = false;

    assert_ok(pv_expectations_read(&mem, pv_str_of(text), &all, NULL));
    bool is_wanted = pv_expectations_want(&all, &rule, line, &is_excused);
    pv_arena_clear(&mem);
    if (is_excused)
        return "either";
    return is_wanted ? "yes" : "no";
}

static void reads_each_way_to_say_it(void **state)
{
    static const struct {
        const char *text;
        uint32_t line;
        const char *wanted;
    } cases[] = {
        {"md5(x)  # pave: expect a\n", 1, "yes"},
        {"md5(x)  # pave: expect a\nx\n", 2, "no"},
        {"md5(x); /* pave: expect b, a */\n", 1, "yes"},
        {"md5(x)  # pave: expect b\n", 1, "no"},
        {"# ruleid: a\nmd5(x)\n", 2, "yes"},
        {"# ruleid:a\nmd5(x)\n", 2, "yes"},
        {"// ruleid: b, a\nmd5(x)\n", 2, "yes"},
        {"<!-- ruleid: a -->\nmd5(x)\n", 2, "yes"},
        {"/* ruleid: a */\nmd5(x)\n", 2, "yes"},
        {"# ruleid: a\n# ok: b\nmd5(x)\n", 3, "yes"},
        {"# ok: a\nmd5(x)\n", 2, "no"},
        {"# todoruleid: a\nmd5(x)\n", 2, "either"},
        {"# todook: a\nmd5(x)\n", 2, "either"},
        {"book: a\nmd5(x)\n", 2, "no"},
        {"x ruleid: a\nmd5(x)\n", 2, "no"},
        {"# ruleid: a", 1, "no"},
    };

    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_string_equal(wants(cases[i].text, cases[i].line, "a"), cases[i].wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_each_way_to_say_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
