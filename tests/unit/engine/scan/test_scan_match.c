/* SPDX-License-Identifier: Apache-2.0 */
/* The newer syntax, conditions on types and texts, and fixes, from the rule to the finding. */
#include "base/buf.h"
#include "engine/scan/scan.h"
#include "support/test.h"

struct scanned {
    struct pv_arena mem;
    struct pv_rule_set rules;
    struct pv_scan_result result;
};

static void scan(struct scanned *it, const char *body, const char *path, const char *code)
{
    PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
    struct pv_targets targets = {0};
    struct pv_scan_options options = {.rules = &it->rules, .threads = 1};
    pv_buf_format(&rules, "rules:\n- id: r\n  severity: ERROR\n  message: m\n%s", body);
    assert_ok(pv_rule_set_read(&it->rules, PV_STR("r.yaml"), pv_buf_str(&rules), NULL));
    if (it->rules.problems.n > 0)
        fail_msg("%.*s", PV_STR_FMT(it->rules.problems.p[0].text));
    assert_ok(pv_targets_add_text(&it->mem, &targets, pv_str_of(path), pv_str_of(code), NULL));
    assert_ok(pv_scan_run(&options, &targets, &it->result, NULL));
}

static void scan_clear(struct scanned *it)
{
    pv_scan_result_clear(&it->result);
    pv_rule_set_clear(&it->rules);
    pv_arena_clear(&it->mem);
}

static bool is_found(const struct pv_scan_result *result, uint32_t line)
{
    for (size_t i = 0; i < result->n_findings; i++)
        if (result->findings[i].start.line == line)
            return true;
    return false;
}

static const struct {
    const char *name;
    const char *rule;
    const char *path;
    const char *code; /* lines with HIT are found, others are not */
} cases[] = {
    {"a pattern alone", "  languages: [python]\n  match: f($X)\n", "a.py", "f(1) # HIT\ng(1)\n"},
    {"all, not, inside",
     "  languages: [python]\n  match:\n    all:\n    - f($X)\n    - not: f(1)\n"
     "    - inside: |\n        def g(...):\n            ...\n",
     "a.py", "f(2)\ndef g():\n    f(1)\n    f(2) # HIT\n"},
    {"not inside any of some",
     "  languages: [python]\n  match:\n    all:\n    - f(...)\n    - not:\n        any:\n"
     "        - inside: g(...)\n        - inside: h[...]\n",
     "a.py", "f() # HIT\ng(f())\nh[f()]\n"},
    {"somewhere in the file",
     "  languages: [python]\n  match:\n    all:\n    - f(...)\n    - anywhere: ON = True\n", "a.py",
     "f() # HIT\nON = True\n"},
    {"nowhere in the file",
     "  languages: [python]\n  match:\n    all:\n    - f(...)\n    - not:\n        anywhere: ON = "
     "True\n",
     "a.py", "f()\nON = True\n"},
    {"a regular expression",
     "  languages: [python]\n  match:\n    any:\n    - regex: FIX.E\n    - f()\n", "a.py",
     "f() # HIT\nx = 'FIXME' # HIT\n"},
    {"conditions",
     "  languages: [python]\n  match:\n    pattern: f($X, $Y)\n    where:\n"
     "    - metavariable: $X\n      regex: a.*\n    - comparison: $Y > 2\n",
     "a.py", "f(ab, 3) # HIT\nf(ab, 1)\nf(b, 3)\n"},
    {"focus",
     "  languages: [python]\n  match:\n    all: [\"f(..., $X)\"]\n    where: [{focus: $X}]\n",
     "a.py", "f(1,\n  2) # HIT\n"},
    {"a type, the newer way",
     "  languages: [java]\n  match:\n    all: [$X == $Y]\n    where:\n    - metavariable: $Y\n"
     "      type: String\n",
     "A.java", "class A { boolean f(String a, int b) {\nreturn b == b ||\na == a; // HIT\n} }\n"},
    {"a type, the older way",
     "  languages: [java]\n  patterns:\n  - pattern: f($X)\n  - metavariable-type:\n"
     "      metavariable: $X\n      types: [File, Path]\n",
     "A.java",
     "class A { void g(File a, Path b, String c) {\nf(a); // HIT\nf(b); // HIT\nf(c);\n} }\n"},
    {"a text drawn by lot",
     "  languages: [python]\n  patterns:\n  - pattern: $K = \"$V\"\n  - metavariable-analysis:\n"
     "      metavariable: $V\n      analyzer: entropy\n",
     "a.py", "a = 'password'\nb = '9f86d081884c7d659a2feaa0c55ad015' # HIT\n"},
    {"a slow expression",
     "  languages: [python]\n  patterns:\n  - pattern: re.compile($R)\n"
     "  - metavariable-analysis: {metavariable: $R, analyzer: redos}\n",
     "a.py", "re.compile('^(a+)+$') # HIT\nre.compile('^a+$')\n"},
    {"taint, the newer way",
     "  languages: [python]\n  taint:\n    sources: [\"source()\"]\n    sinks:\n"
     "    - pattern: sink($X)\n    sanitizers: [\"clean(...)\"]\n",
     "a.py", "sink(source()) # HIT\nsink(clean(source()))\n"},
};

static void finds_what_the_rule_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct scanned it = {0};
        struct pv_str rest = pv_str_of(cases[i].code);
        struct pv_str line = {0};
        scan(&it, cases[i].rule, cases[i].path, cases[i].code);
        for (uint32_t number = 1; pv_str_split(&rest, '\n', &line); number++) {
            bool expected = pv_str_find(line, PV_STR("HIT"), 0) < line.n;
            if (is_found(&it.result, number) != expected)
                fail_msg("%s: line %u: %s", cases[i].name, number,
                         expected ? "nothing was found" : "should not be found");
        }
        scan_clear(&it);
    }
}

static void mends_by_a_regular_expression(void **state)
{
    static const struct {
        const char *fix;
        const char *mended;
    } fixes[] = {
        {"{regex: 'x(\\d)', replacement: 'y\\1'}", "f(y1, y2)"},
        {"{regex: 'x(\\d)', replacement: 'y\\g<1>', count: 1}", "f(y1, x2)"},
        {"{regex: '$', replacement: ';'}", "f(x1, x2);"},
        {"[{regex: 'nothing', replacement: ''}, {regex: x2, replacement: z}, {regex: f, "
         "replacement: g}]",
         "f(x1, z)"},
        {"{regex: 'nothing', replacement: ''}", NULL}, /* what changes nothing mends nothing */
        {"{regex: 'x1', replacement: 'x1'}", NULL},
        {"[]", NULL},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(fixes); i++) {
        struct scanned it = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf body = {0};
        pv_buf_format(&body, "  languages: [python]\n  pattern: f(...)\n  fix-regex: %s\n",
                      fixes[i].fix);
        pv_buf_add_byte(&body, '\0');
        scan(&it, body.p, "a.py", "f(x1, x2)\n");
        assert_int_equal(it.result.n_findings, 1);
        if (!fixes[i].mended)
            assert_null(it.result.findings[0].fix.p);
        else if (!pv_str_eq(it.result.findings[0].fix, pv_str_of(fixes[i].mended)))
            fail_msg("%s: %.*s", fixes[i].fix, PV_STR_FMT(it.result.findings[0].fix));
        scan_clear(&it);
    }
}

static void says_what_is_wrong(void **state)
{
    static const struct {
        const char *rule;
        const char *says;
    } wrong[] = {
        {"  match: {none: f()}\n", "expected 'pattern', 'regex', 'all'"},
        {"  match: {not: f()}\n", "negation alone"},
        {"  match: {all: f()}\n", "a list of patterns"},
        {"  match: {pattern: f(), where: [{metavariable: x, regex: a}]}\n", "a metavariable such"},
        {"  match: {pattern: f(), where: [{maybe: x}]}\n", "'comparison' or 'focus'"},
        {"  pattern: f()\n  fix-regex: {regex: a}\n", "'regex' and 'replacement'"},
        {"  pattern: f()\n  fix-regex: {regex: '(', replacement: a}\n", "bad regular expression"},
        {"  patterns:\n  - pattern: f($X)\n  - metavariable-analysis: {metavariable: $X, analyzer: "
         "luck}\n",
         "analyzer 'luck'"},
        {"  patterns:\n  - pattern: f($X)\n  - metavariable-type: {metavariable: $X}\n",
         "expected 'type'"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(wrong); i++) {
        struct pv_rule_set set = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
        pv_buf_format(&rules,
                      "rules:\n- id: r\n  severity: ERROR\n  message: m\n  languages: [python]\n%s",
                      wrong[i].rule);
        assert_ok(pv_rule_set_read(&set, PV_STR("r.yaml"), pv_buf_str(&rules), NULL));
        assert_int_equal(set.rules.n, 0);
        assert_int_equal(set.problems.n, 1);
        if (pv_str_find(set.problems.p[0].text, pv_str_of(wrong[i].says), 0) == SIZE_MAX)
            fail_msg("%s: %.*s", wrong[i].rule, PV_STR_FMT(set.problems.p[0].text));
        pv_rule_set_clear(&set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_the_rule_says),
        cmocka_unit_test(mends_by_a_regular_expression),
        cmocka_unit_test(says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
