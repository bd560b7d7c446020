/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule.h"

#include "support/fault.h"
#include "support/test.h"

#define RULE(body)                                                                                 \
    "rules:\n  - id: r\n    languages: [python]\n    severity: ERROR\n    message: m\n" body

static void reads_a_whole_rule(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    assert_ok(pv_rule_set_read(
        &set, PV_STR("a/b/c.yaml"),
        PV_STR(RULE("    patterns:\n      - pattern: f($X, ...)\n      - pattern-not: f(1)\n"
                    "      - pattern-not-inside:\n          pattern-either:\n"
                    "            - pattern: g(...)\n            - pattern: h(...)\n"
                    "      - metavariable-regex: {metavariable: $X, regex: a.*}\n"
                    "      - metavariable-pattern: {metavariable: $X, pattern-not: b}\n"
                    "      - focus-metavariable: $X\n"
                    "    fix: ' g($X) '\n    paths: {include: ['*.py'], exclude: [test]}\n"
                    "    metadata: {cwe: x}\n")),
        NULL));
    assert_int_equal(set.problems.n, 0);
    assert_int_equal(set.rules.n, 1);
    const struct pv_rule *rule = set.rules.p[0];
    const struct pv_formula *formula = rule->parts[0].formula;
    assert_true(pv_str_eq(rule->check_id, PV_STR("a.b.r")));
    assert_true(pv_str_eq(rule->fix, PV_STR("g($X)")));
    assert_int_equal(rule->severity, PV_SEVERITY_ERROR);
    assert_int_equal(rule->line, 2);
    assert_int_equal(rule->n_include, 1);
    assert_int_equal(formula->kind, PV_FORMULA_ALL);
    assert_int_equal(formula->n_terms, 3);
    assert_int_equal(formula->terms[2]->kind, PV_FORMULA_NOT_INSIDE);
    assert_int_equal(formula->n_conditions, 2);
    assert_int_equal(formula->n_focus, 1);
}

static void names_rules_of_the_shipped_layout_by_language(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    assert_ok(pv_rule_set_read(&set, PV_STR("rules/python/r/rule.yaml"),
                               PV_STR(RULE("    pattern: f()\n")), NULL));
    assert_true(pv_str_eq(set.rules.p[0]->check_id, PV_STR("python/r")));
}

static void reads_the_rules_that_it_ships(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    assert_ok(pv_rule_set_read_shipped(&set, NULL));
    assert_true(set.rules.n > 0);
    assert_int_equal(set.n_broken, 0);
}

/* Skimming reads the head of a file only: it has to say what the whole file says. */
static void skims_shipped_rules_for_other_languages(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set all = {0};
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set some = {0};
    const struct pv_lang *none[1] = {0};
    some.wish = (struct pv_rule_wish){.langs = none, .is_skimming = true};
    (void)state;
    assert_ok(pv_rule_set_read_shipped(&all, NULL));
    assert_ok(pv_rule_set_read_shipped(&some, NULL));
    assert_int_equal(all.rules.n, some.rules.n);
    assert_int_equal(all.n_unsupported, some.n_unsupported);
    for (size_t i = 0; i < all.rules.n; i++) {
        const struct pv_rule *whole = all.rules.p[i];
        const struct pv_rule *head = some.rules.p[i];
        assert_true(pv_str_eq(whole->id, head->id));
        assert_true(pv_str_eq(whole->check_id, head->check_id));
        assert_true(pv_str_eq(whole->severity_text, head->severity_text));
        assert_int_equal(whole->severity, head->severity);
        assert_int_equal(whole->line, head->line);
        assert_int_equal(whole->n_parts, head->n_parts);
        for (size_t k = 0; k < whole->n_parts; k++)
            assert_ptr_equal(whole->parts[k].lang, head->parts[k].lang);
        /* Rules for any text are for every file. */
        if (!whole->parts[0].lang)
            continue;
        assert_null(head->parts[0].formula);
        /* Rules about secrets are not read at all, so there is nothing to skip. */
        assert_true(head->message.n == 0 || head->parts[0].secret != PV_SECRET_NONE);
    }
}

static void compiles_what_is_wished_for(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    const struct pv_lang *langs[] = {pv_lang_find(PV_STR("typescript"))};
    set.wish = (struct pv_rule_wish){.langs = langs, .n_langs = 1};
    (void)state;
    assert_ok(pv_rule_set_read(&set, PV_STR("a.yaml"),
                               PV_STR("rules:\n  - id: r\n    severity: ERROR\n    message: m\n"
                                      "    languages: [python, js]\n    pattern: f()\n"),
                               NULL));
    assert_int_equal(set.rules.p[0]->n_parts, 2);
    assert_null(set.rules.p[0]->parts[0].formula);
    assert_non_null(set.rules.p[0]->parts[1].formula);
}

/* Each says where and what; none keeps the good rule beside it from running. */
static void names_what_is_wrong_and_goes_on(void **state)
{
    static const struct {
        const char *yaml;
        enum pv_code code;
        size_t line;
        size_t column;
        const char *says;
    } cases[] = {
        {"  - id: x\n    languages: [python]\n    severity: ERROR\n    pattern: f()\n", PV_INVALID,
         6, 5, "'message'"},
        {"  - languages: [python]\n", PV_INVALID, 6, 5, "'id'"},
        {"  - 1\n", PV_SYNTAX, 6, 5, "expected a rule"},
        {"  - {id: x, languages: [python], severity: BAD, message: m, pattern: f()}\n", PV_INVALID,
         6, 44, "'BAD' is not a severity"},
        {"  - {id: x, languages: [], severity: INFO, message: m, pattern: f()}\n", PV_INVALID, 6,
         24, "'languages'"},
        {"  - {id: x, languages: [klingon], severity: INFO, message: m, pattern: f()}\n",
         PV_UNSUPPORTED, 6, 25, "'klingon'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, mode: join}\n",
         PV_UNSUPPORTED, 6, 68, "'join'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, mode: taint}\n", PV_INVALID,
         6, 5, "'pattern-sources'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, mode: taint,\n"
         "     pattern-sources: [{pattern: a}], pattern-sinks: [{pattern: b, exact: 1}]}\n",
         PV_INVALID, 7, 75, "'exact' should be true or false"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, mode: taint,\n"
         "     pattern-sources: [{pattern: a}], pattern-sinks: [{pattern: b, requires: 'A B'}]}\n",
         PV_SYNTAX, 7, 81, "'and', 'or'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, mode: taint,\n"
         "     pattern-sources: [{pattern: a}], pattern-sinks: [{pattern: b}],\n"
         "     pattern-propagators: [{pattern: c($X), to: $X}]}\n",
         PV_INVALID, 8, 28, "'from'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m}\n", PV_INVALID, 6, 5,
         "'pattern'"},
        {"  - id: x\n    languages: [python]\n    severity: INFO\n    message: m\n"
         "    pattern: f(a b\n",
         PV_SYNTAX, 10, 15, "not python"},
        {"  - id: x\n    languages: [python]\n    severity: INFO\n    message: m\n"
         "    patterns:\n      - pattern-not: f()\n",
         PV_INVALID, 11, 7, "not a negation"},
        {"  - id: x\n    languages: [python]\n    severity: INFO\n    message: m\n"
         "    patterns:\n      - patern: f()\n",
         PV_SYNTAX, 11, 9, "'patern' is not known"},
        {"  - id: x\n    languages: [python]\n    severity: INFO\n    message: m\n"
         "    pattern-regex: a(b\n",
         PV_INVALID, 10, 23, "parenthesis"},
        {"  - {id: x, languages: [regex], severity: INFO, message: m, pattern: f(}\n", PV_INVALID,
         6, 72, "regular expression"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: f(), "
         "pattern-regex: g}\n",
         PV_INVALID, 6, 91, "together"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: ''}\n", PV_SYNTAX,
         6, 71, "empty"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, patterns: [[]]}\n",
         PV_SYNTAX, 6, 73, "a key such as"},
        {"  - {id: x, languages: [python], severity: INFO, message: m,\n"
         "     pattern-either: [{pattern: f()}, {focus-metavariable: $X}]}\n",
         PV_INVALID, 7, 39, "'focus-metavariable' can only stand under 'patterns'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m,\n"
         "     pattern-either: [{pattern: f()}, {pattern-not: g()}]}\n",
         PV_INVALID, 7, 39, "a negation"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, join: []}\n", PV_UNSUPPORTED,
         6, 68, "join mode is not supported"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, patterns: [{}]}\n",
         PV_SYNTAX, 6, 73, "a key such as"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: f(), fix: []}\n",
         PV_INVALID, 6, 81, "'fix'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: f(), paths: a}\n",
         PV_INVALID, 6, 83, "'include' or 'exclude'"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: f(),\n"
         "     paths: {include: [[a]]}}\n",
         PV_INVALID, 7, 24, "a path pattern"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, pattern: f(),\n"
         "     options: {vardef_assign: 1}}\n",
         PV_INVALID, 7, 31, "true or false"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, min-version: 2.0.0}\n",
         PV_UNSUPPORTED, 6, 75, "1.93"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, max-version: 1.50.0}\n",
         PV_UNSUPPORTED, 6, 75, "1.93"},
        {"  - {id: x, languages: [python], severity: INFO, message: m, max-version: new}\n",
         PV_INVALID, 6, 75, "such as 1.50.0"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
        char yaml[1024] = "rules:\n  - {id: r, languages: [python], severity: INFO,\n"
                          "     message: m,\n     pattern: g()\n    }\n";
        size_t n = strlen(yaml);
        memcpy(yaml + n, cases[i].yaml, strlen(cases[i].yaml) + 1);
        assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), pv_str_of(yaml), NULL));
        assert_int_equal(set.rules.n, 1);
        assert_int_equal(set.problems.n, 1);
        assert_int_equal(set.n_unsupported + set.n_broken, 1);
        const struct pv_rule_problem *problem = &set.problems.p[0];
        assert_int_equal(problem->code, cases[i].code);
        assert_int_equal(problem->line, cases[i].line);
        assert_int_equal(problem->column, cases[i].column);
        assert_int_not_equal(pv_str_find(problem->text, pv_str_of(cases[i].says), 0), SIZE_MAX);
    }
}

static void says_where_a_file_is_not_yaml(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), PV_STR("rules:\n  - id: a: b\n"), NULL));
    assert_int_equal(set.n_broken, 1);
    assert_int_equal(set.problems.p[0].line, 2);
    assert_ok(pv_rule_set_read(&set, PV_STR("y.yaml"), PV_STR("a: 1\n"), NULL));
    assert_int_equal(set.n_broken, 2);
}

/* What is wrong inside a text is at its own line and column, however the text is written. */
static void says_where_in_a_pattern_it_is_wrong(void **state)
{
    static const struct {
        const char *pattern;
        size_t line;
        size_t column;
    } cases[] = {
        {"    pattern-regex: a(b\n", 6, 23},
        {"    pattern-regex: 'a(b'\n", 6, 24},
        {"    pattern-regex: |\n        a\n         (b\n", 8, 12},
        {"    pattern-regex: |\r\n        (b\r\n", 7, 11},
        {"    pattern-regex: \"a\\n(b\"\n", 6, 20}, /* past an escape: the text itself */
        {"    pattern-regex: >\n        a\n        (b\n", 6, 20},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
        char yaml[256] = RULE("");
        size_t n = strlen(yaml);
        memcpy(yaml + n, cases[i].pattern, strlen(cases[i].pattern) + 1);
        assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), pv_str_of(yaml), NULL));
        assert_int_equal(set.problems.n, 1);
        assert_int_equal(set.problems.p[0].line, cases[i].line);
        assert_int_equal(set.problems.p[0].column, cases[i].column);
    }
}

static void notes_what_it_does_not_know(void **state)
{
    static const char *const says[] = {"'patern' is not known here; did you mean 'pattern'?",
                                       "option 'no_such' is not supported",
                                       "language 'klingon' is not supported yet"};
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    (void)state;
    assert_ok(pv_rule_set_read(
        &set, PV_STR("x.yaml"),
        PV_STR("- id: r\n  languages: [klingon, python]\n  severity: INFO\n  message: m\n"
               "  patern: f()\n  pattern: f()\n  fix-regex: {regex: a, replacement: b}\n"
               "  options: {no_such: 1, vardef_assign: false}\n  min-version: 1.50.0\n"),
        NULL));
    assert_int_equal(set.rules.n, 1);
    assert_int_equal(set.problems.n, PV_COUNT(says));
    for (size_t i = 0; i < PV_COUNT(says); i++) {
        bool is_said = false;
        PV_VEC_EACH (const struct pv_rule_problem, problem, &set.problems) {
            assert_int_equal(problem->code, PV_OK);
            is_said = is_said || pv_str_find(problem->text, pv_str_of(says[i]), 0) != SIZE_MAX;
        }
        assert_true(is_said);
    }
}

static void refuses_nesting_beyond_the_limit(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    char yaml[2048] = "[{id: r, languages: [python], severity: INFO, message: m, ";
    (void)state;
    for (int i = 0; i < 25; i++)
        memcpy(yaml + strlen(yaml), "patterns: [{", sizeof "patterns: [{");
    memcpy(yaml + strlen(yaml), "pattern: f()", sizeof "pattern: f()");
    for (int i = 0; i < 25; i++)
        memcpy(yaml + strlen(yaml), "}]", sizeof "}]");
    memcpy(yaml + strlen(yaml), "}]", sizeof "}]");
    assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), pv_str_of(yaml), NULL));
    assert_int_equal(set.problems.n, 1);
    assert_int_equal(set.problems.p[0].code, PV_LIMIT);
}

/* A check is known by its kind, as an entry point is, and is a sanitizer of each rule that asks. */
static void takes_checks_by_their_kind(void **state)
{
    PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
    const char *rules =
        "entry-points:\n"
        "  - {id: e, kind: looked, languages: [python], pattern: ok($X)}\n" RULE(
            "    mode: taint\n"
            "    pattern-sources: [{pattern: f()}]\n"
            "    pattern-sinks: [{pattern: g($X)}]\n"
            "    pattern-sanitizers: [{check: looked, exact: true}, {pattern: h()}]\n");
    (void)state;
    assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), pv_str_of(rules), NULL));
    assert_int_equal(set.problems.n, 0);
    const struct pv_taint_rule *rule = set.rules.p[0]->parts[0].taint;
    assert_int_equal(rule->sanitizers.n, 2);
    assert_true(rule->sanitizers.p[0].is_exact);
    assert_false(rule->sanitizers.p[0].is_entry);
    assert_ptr_equal(rule->sanitizers.p[0].formula, set.entry_formulas.p[0].formula);
}

#define CHECKED_BY(kind)                                                                           \
    RULE("    mode: taint\n    pattern-sources: [{pattern: f()}]\n"                                \
         "    pattern-sinks: [{pattern: g($X)}]\n    pattern-sanitizers: [{check: " kind "}]\n")

static void knows_no_check_of_another_kind(void **state)
{
    static const char *const rules[] = {CHECKED_BY("nowhere"), CHECKED_BY("[a]")};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(rules); i++) {
        PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
        assert_ok(pv_rule_set_read(&set, PV_STR("x.yaml"), pv_str_of(rules[i]), NULL));
        assert_int_equal(set.problems.n, 1);
        assert_int_equal(set.problems.p[0].code, PV_INVALID);
    }
}

static void survives_each_allocation_failing(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_rule_set_clear) struct pv_rule_set set = {0};
        fault_end_or_do_without(
            &fault, pv_rule_set_read(
                        &set, PV_STR("x.yaml"),
                        PV_STR(RULE("    patterns:\n      - pattern: f($X)\n"
                                    "      - metavariable-regex: {metavariable: $X, regex: a}\n"
                                    "    fix: g()\n    unknown: 1\n"
                                    "  - id: s\n    languages: [python]\n")),
                        NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_whole_rule),
        cmocka_unit_test(names_rules_of_the_shipped_layout_by_language),
        cmocka_unit_test(reads_the_rules_that_it_ships),
        cmocka_unit_test(skims_shipped_rules_for_other_languages),
        cmocka_unit_test(compiles_what_is_wished_for),
        cmocka_unit_test(names_what_is_wrong_and_goes_on),
        cmocka_unit_test(says_where_a_file_is_not_yaml),
        cmocka_unit_test(says_where_in_a_pattern_it_is_wrong),
        cmocka_unit_test(notes_what_it_does_not_know),
        cmocka_unit_test(refuses_nesting_beyond_the_limit),
        cmocka_unit_test(takes_checks_by_their_kind),
        cmocka_unit_test(knows_no_check_of_another_kind),
        cmocka_unit_test(survives_each_allocation_failing),
    };
    return cmocka_run_group_tests_name("rule_read", tests, NULL, NULL);
}
