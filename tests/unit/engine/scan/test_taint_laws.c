/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What must hold of any program: names of variables mean nothing, and neither
 * the number of threads nor the order of the files changes what is found.
 * Programs are made at random from statements of every kind that values pass
 * through; fuzz_taint holds the laws of sources and sanitizers.
 */
#include "base/buf.h"
#include "engine/scan/scan.h"
#include "support/test.h"

static const char rule[] = "rules:\n"
                           "- id: flow\n"
                           "  mode: taint\n"
                           "  severity: ERROR\n"
                           "  message: flows\n"
                           "  languages: [python]\n"
                           "  pattern-sources: [{pattern: source(...)}]\n"
                           "  pattern-sinks: [{pattern: sink(...)}]\n"
                           "  pattern-sanitizers: [{pattern: clean(...)}]\n";

enum { PROGRAMS = 200, STATEMENTS = 24, VARIABLES = 5, FILES = 12 };

/* $0, $1 and $2 are variables, by which names they go is not said. */
static const char *const statements[] = {
    "$0 = source()",
    "$0 = $1",
    "$0 = $1 + $2",
    "$0 = clean($1)",
    "$0 = {'a': $1, 'b': $2}",
    "$0 = $1['a']",
    "$0['b'] = $1",
    "$0 = [$1, $2]",
    "$0.append($1)",
    "$0 = [e for e in $1]",
    "$0, $1 = $1, $2",
    "$0.field = $1",
    "$0 = $1.field",
    "$0 = first($1, $2)",
    "$0 = (lambda v: v)($1)",
    "$0 = f'{$1}'",
    "$0 = 1",
    "sink($0)",
    "sink($0)",
    "if $0:\n        $1 = $2",
    "for $0 in $1:\n        sink($0)",
    "while $0:\n        $1 = $0\n        $0 = $2",
    "try:\n        $0 = call($1)\n    except E as $2:\n        sink($2)",
};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return *seed >> 8;
}

static void add_statement(struct pv_buf *out, const char *text, const char *const names[],
                          const uint32_t chosen[3])
{
    pv_buf_add(out, PV_STR("    "));
    for (const char *at = text; *at; at++) {
        if (*at == '$')
            pv_buf_add(out, pv_str_of(names[chosen[*++at - '0']]));
        else
            pv_buf_add_byte(out, *at);
    }
    pv_buf_add_byte(out, '\n');
}

static void add_program(struct pv_buf *out, uint32_t seed, const char *const names[])
{
    pv_buf_format(out, "def first(a, b):\n    return a\n\ndef main(");
    for (int i = 0; i < VARIABLES; i++)
        pv_buf_format(out, "%s%s", i == 0 ? "" : ", ", names[i]);
    pv_buf_format(out, "):\n");
    for (int i = 0; i < STATEMENTS; i++) {
        const char *text = statements[next(&seed) % PV_COUNT(statements)];
        uint32_t chosen[3] = {next(&seed) % VARIABLES, next(&seed) % VARIABLES,
                              next(&seed) % VARIABLES};
        add_statement(out, text, names, chosen);
    }
}

/* What was found, file by file: "name:line,line,…". Files are told apart by their names. */
static void scan(struct pv_buf *found, const struct pv_rule_set *rules,
                 const struct pv_targets *targets, uint32_t threads)
{
    struct pv_scan_result result = {0};
    struct pv_scan_options options = {.rules = rules, .threads = threads};
    assert_ok(pv_scan_run(&options, targets, &result, NULL));
    for (size_t i = 0; i < result.n_findings; i++) {
        const struct pv_finding *finding = &result.findings[i];
        pv_buf_format(found, "%.*s:%u:%zu\n", (int)finding->path.n, finding->path.p,
                      finding->start.line, finding->n_steps);
    }
    pv_scan_result_clear(&result);
}

static const char *const plain[VARIABLES] = {"a", "b", "c", "d", "e"};

static void does_not_depend_on_names(void **state)
{
    static const char *const others[VARIABLES] = {"zeta", "b2", "under_score", "self_", "Alpha"};
    struct pv_rule_set rules = {0};
    size_t n_found = 0;
    (void)state;
    assert_ok(pv_rule_set_read(&rules, PV_STR("r.yaml"), pv_str_of(rule), NULL));
    for (uint32_t seed = 1; seed <= PROGRAMS; seed++) {
        struct pv_arena mem = {0};
        struct pv_targets one = {0};
        struct pv_targets two = {0};
        struct pv_buf code[2] = {{0}, {0}};
        PV_DEFER(pv_buf_clear) struct pv_buf first = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf second = {0};
        add_program(&code[0], seed, plain);
        add_program(&code[1], seed, others);
        assert_ok(pv_targets_add_text(&mem, &one, PV_STR("a.py"), pv_buf_str(&code[0]), NULL));
        assert_ok(pv_targets_add_text(&mem, &two, PV_STR("a.py"), pv_buf_str(&code[1]), NULL));
        scan(&first, &rules, &one, 1);
        scan(&second, &rules, &two, 1);
        n_found += first.n;
        if (!pv_str_eq(pv_buf_str(&first), pv_buf_str(&second)))
            fail_msg("program %u: %.*s is not %.*s: %.*s", seed, (int)first.n, first.p,
                     (int)second.n, second.p, (int)code[0].n, code[0].p);
        pv_buf_clear(&code[0]);
        pv_buf_clear(&code[1]);
        pv_arena_clear(&mem);
    }
    assert_true(n_found > 0);
    pv_rule_set_clear(&rules);
}

static void add_file(struct pv_arena *mem, struct pv_targets *targets, uint32_t number,
                     struct pv_str code)
{
    PV_DEFER(pv_buf_clear) struct pv_buf name = {0};
    struct pv_str kept = {0};
    pv_buf_format(&name, "f%02u.py", number);
    assert_ok(pv_str_copy(mem, pv_buf_str(&name), &kept, NULL));
    assert_ok(pv_targets_add_text(mem, targets, kept, code, NULL));
}

static void does_not_depend_on_threads_or_order(void **state)
{
    struct pv_arena mem = {0};
    struct pv_rule_set rules = {0};
    struct pv_targets forwards = {0};
    struct pv_targets backwards = {0};
    struct pv_buf code[FILES] = {{0}};
    PV_DEFER(pv_buf_clear) struct pv_buf one = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf many = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf turned = {0};
    (void)state;
    assert_ok(pv_rule_set_read(&rules, PV_STR("r.yaml"), pv_str_of(rule), NULL));
    for (uint32_t i = 0; i < FILES; i++)
        add_program(&code[i], i + 1, plain);
    for (uint32_t i = 0; i < FILES; i++) {
        add_file(&mem, &forwards, i, pv_buf_str(&code[i]));
        add_file(&mem, &backwards, FILES - 1 - i, pv_buf_str(&code[FILES - 1 - i]));
    }
    scan(&one, &rules, &forwards, 1);
    scan(&many, &rules, &forwards, 8);
    scan(&turned, &rules, &backwards, 3);
    assert_true(one.n > 0);
    assert_true(pv_str_eq(pv_buf_str(&one), pv_buf_str(&many)));
    assert_true(pv_str_eq(pv_buf_str(&one), pv_buf_str(&turned)));
    for (uint32_t i = 0; i < FILES; i++)
        pv_buf_clear(&code[i]);
    pv_rule_set_clear(&rules);
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_not_depend_on_names),
        cmocka_unit_test(does_not_depend_on_threads_or_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
