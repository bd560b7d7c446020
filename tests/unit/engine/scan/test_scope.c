/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scope.h"

#include "engine/lang/lang.h"
#include "engine/scan/scan_limits.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static struct pv_tree parse(struct pv_arena *mem, const char *lang, struct pv_str text)
{
    struct pv_tree tree = {0};
    assert_ok(pv_lang_parse(mem, pv_lang_find(pv_str_of(lang)), text, NULL, &tree, NULL));
    return tree;
}

/* A finding at each `!` of the text. */
static size_t mark(struct pv_str text, uint32_t shift, struct pv_finding *findings, size_t max)
{
    size_t n = 0;
    for (size_t at = 0; at < text.n; at++) {
        if (text.p[at] != '!')
            continue;
        assert_true(n < max);
        findings[n++].start.offset = (uint32_t)at + shift;
    }
    return n;
}

static void names_what_each_finding_stands_in(void **state)
{
    static const struct {
        const char *lang;
        const char *text;
        const char *scopes[6]; /* NULL-ended */
    } cases[] = {
        {"python",
         "'!'\ndef f():\n  '!'\n  def g(): '!'\n  '!'\nx = lambda: '!'\n",
         {"", "f", "f.g", "f", "", NULL}},
        {"java",
         "class A { int f(int x) { g(\"!\"); return 1; } class B { String s = \"!\"; } }",
         {"A.f", "A.B", NULL}},
        {"ruby",
         "class A\n  def f\n    g(<<~X)\n      !\n    X\n  end\nend\nh '!'\n",
         {"A.f", "", NULL}},
        {"python", "x = '!!'\n", {"", "", NULL}},
        {"python", "def f(): pass\n", {NULL}},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        for (uint32_t shift = 0; shift <= 3; shift += 3) {
            PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
            struct pv_finding findings[8] = {0};
            struct pv_str text = pv_str_of(cases[i].text);
            struct pv_tree tree = parse(&mem, cases[i].lang, text);
            size_t n = mark(text, shift, findings, PV_COUNT(findings));
            assert_ok(pv_scope_fill(&mem, &tree, shift, findings, n, NULL));
            for (size_t k = 0; k < n; k++) {
                assert_non_null(cases[i].scopes[k]);
                assert_true(pv_str_eq(findings[k].scope, pv_str_of(cases[i].scopes[k])));
            }
            assert_null(cases[i].scopes[n]);
        }
    }
}

static void ends_a_scope_that_is_too_long(void **state)
{
    enum { DEPTH = 300, LINE = 16 };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_finding finding[1] = {{0}};
    char text[DEPTH * LINE] = "";
    (void)state;
    size_t length = 0;
    for (size_t i = 0; i < DEPTH; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "class Name_ { ");
    length += (size_t)snprintf(text + length, sizeof text - length, "int a = '!';");
    memset(text + length, '}', DEPTH);
    struct pv_str all = pv_str_of(text);
    struct pv_tree tree = parse(&mem, "java", all);
    size_t n = mark(all, 0, finding, 1);
    assert_ok(pv_scope_fill(&mem, &tree, 0, finding, n, NULL));
    assert_in_range(finding[0].scope.n, PV_SCAN_SCOPE_BYTES, PV_SCAN_SCOPE_BYTES + LINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_what_each_finding_stands_in),
        cmocka_unit_test(ends_a_scope_that_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
