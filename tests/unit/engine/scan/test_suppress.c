/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/suppress.h"

#include "base/buf.h"
#include "engine/scan/scan_limits.h"
#include "support/test.h"

static void reads_comments(void **state)
{
    static const struct {
        const char *text;
        uint32_t line; /* 0: there is none */
        uint32_t last;
        enum pv_suppress_flaw flaw;
        const char *rules;
        const char *reason;
    } cases[] = {
        {"f()  # pave: ignore r -- test data", 1, 1, PV_SUPPRESS_GOOD, "r", "test data"},
        {"f();  // pave:ignore r, s -- why", 1, 1, PV_SUPPRESS_GOOD, "r, s", "why"},
        {"\n  # pave: ignore r -- why\nf()", 2, 3, PV_SUPPRESS_GOOD, "r", "why"},
        {"/* pave: ignore r -- why */ f();", 1, 1, PV_SUPPRESS_GOOD, "r", "why"},
        {"/* pave: ignore r -- why */\nf();", 1, 2, PV_SUPPRESS_GOOD, "r", "why"},
        {"<!-- pave: ignore r -- why -->\n<a>", 1, 2, PV_SUPPRESS_GOOD, "r", "why"},
        {"/*\n * pave: ignore r -- why\n */", 2, 3, PV_SUPPRESS_GOOD, "r", "why"},
        {"f()  # pave: ignore r -- a -- b\r", 1, 1, PV_SUPPRESS_GOOD, "r", "a -- b"},
        {"f()  # pave: ignore a--b -- c", 1, 1, PV_SUPPRESS_GOOD, "a--b", "c"},
        {"f()  # pave: ignore r, s: why -- so", 1, 1, PV_SUPPRESS_GOOD, "r, s", "why -- so"},
        {"f()  # pave: ignore r:", 1, 1, PV_SUPPRESS_NO_REASON, "r", ""},
        {"f()  # pave: ignore r", 1, 1, PV_SUPPRESS_NO_REASON, "r", ""},
        {"f()  # pave: ignore r --", 1, 1, PV_SUPPRESS_NO_REASON, "r", ""},
        {"f()  # pave: ignore -- why", 1, 1, PV_SUPPRESS_NO_RULE, "", "why"},
        {"f()  # pave: ignore", 1, 1, PV_SUPPRESS_NO_RULE, "", ""},
        {"f()  # pave: expect r", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"f()  # pave: ignored r -- why", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"f()  # unpave: ignore r -- why", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"pave: ignore r -- why", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"x = 'pave: ignore r -- why'", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"f()  # nosem", 1, 1, PV_SUPPRESS_GOOD, "", "nosem"},
        {"f()  # NoSemgrep: a.b, c-d trailing", 1, 1, PV_SUPPRESS_GOOD, "a.b, c-d", "NoSemgrep"},
        {"// noopengrep:x\nf();", 1, 2, PV_SUPPRESS_GOOD, "x", "noopengrep"},
        {"f()  # see nosem", 1, 1, PV_SUPPRESS_GOOD, "", "nosem"},
        {"f()  # nosemantics", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"nosem", 0, 0, PV_SUPPRESS_GOOD, "", ""},
        {"", 0, 0, PV_SUPPRESS_GOOD, "", ""},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_suppressions all = {0};
        assert_ok(pv_suppressions_read(&mem, pv_str_of(cases[i].text), &all, NULL));
        assert_int_equal(all.list.n, cases[i].line > 0);
        if (all.list.n == 0)
            continue;
        assert_int_equal(all.list.p[0].line, cases[i].line);
        assert_int_equal(all.list.p[0].last, cases[i].last);
        assert_int_equal(all.list.p[0].flaw, cases[i].flaw);
        assert_true(pv_str_eq(all.list.p[0].rules, pv_str_of(cases[i].rules)));
        assert_true(pv_str_eq(all.list.p[0].reason, pv_str_of(cases[i].reason)));
    }
}

static struct pv_rule rule_named(const char *id, const char *check_id, struct pv_rule_part *part)
{
    part->lang = pv_lang_find(PV_STR("python"));
    return (struct pv_rule){
        .id = pv_str_of(id), .check_id = pv_str_of(check_id), .parts = part, .n_parts = 1};
}

static void names_rules_in_each_way(void **state)
{
    static const struct {
        const char *rules;
        bool expected;
    } cases[] = {
        {"weak-hash", true},
        {"x, weak-hash", true},
        {"weak-hash ,x", true},
        {"rules.crypto.weak-hash", true},
        {"crypto.weak-hash", true},
        {"python/weak-hash", true},
        {"java/weak-hash", false},
        {"hash", false},
        {"-hash", false},
        {"weak", false},
        {"", false},
        {",", false},
        {"o.weak-hash", false},
    };
    struct pv_rule_part part = {0};
    struct pv_rule rule = rule_named("weak-hash", "rules.crypto.weak-hash", &part);
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_suppression_names(pv_str_of(cases[i].rules), &rule), cases[i].expected);
}

static void holds_for_its_line_or_the_next(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_suppressions all = {0};
    struct pv_rule_part part = {0};
    struct pv_rule r = rule_named("r", "r", &part);
    struct pv_rule s = rule_named("s", "s", &part);
    (void)state;
    assert_ok(pv_suppressions_read(&mem,
                                   PV_STR("f()  # pave: ignore r -- same line\n"
                                          "f()\n"
                                          "# pave: ignore r -- line before\n"
                                          "# pave: ignore s -- both are for the code\n"
                                          "f()\n"
                                          "f()  # nosem: s\n"
                                          "f()  # pave: ignore r\n"),
                                   &all, NULL));
    assert_non_null(pv_suppressions_use(&all, &r, 1));
    assert_null(pv_suppressions_use(&all, &s, 1));
    assert_null(pv_suppressions_use(&all, &r, 2));
    assert_non_null(pv_suppressions_use(&all, &r, 5));
    assert_non_null(pv_suppressions_use(&all, &s, 5));
    assert_non_null(pv_suppressions_use(&all, &s, 6));
    assert_null(pv_suppressions_use(&all, &r, 6));
    assert_null(pv_suppressions_use(&all, &r, 7)); /* no reason */
    for (size_t i = 0; i < all.list.n; i++)
        assert_int_equal(all.list.p[i].is_used, i + 1 < all.list.n);
    assert_true(pv_suppress_flaw_meaning(all.list.p[all.list.n - 1].flaw).n > 0);
    assert_int_equal(pv_suppress_flaw_meaning(PV_SUPPRESS_GOOD).n, 0);
}

static void refuses_too_many(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_suppressions all = {0};
    (void)state;
    for (int i = 0; i < PV_SCAN_SUPPRESSIONS_MAX; i++)
        PV_BUF_LIT(&text, "# nosem\n");
    assert_ok(pv_suppressions_read(&mem, pv_buf_str(&text), &all, NULL));
    PV_BUF_LIT(&text, "# nosem\n");
    assert_code(PV_LIMIT, pv_suppressions_read(&mem, pv_buf_str(&text), &all, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_comments),
        cmocka_unit_test(names_rules_in_each_way),
        cmocka_unit_test(holds_for_its_line_or_the_next),
        cmocka_unit_test(refuses_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
