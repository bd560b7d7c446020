/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/option.h"

#include "base/alloc.h"
#include "support/test.h"

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

enum { RULES, FORMAT, THREADS, SIZE, VERBOSE, QUIET };

static const struct pv_option table[] = {
    {.name = TEXT("rules"), .value = TEXT("FILE"), .kind = PV_OPTION_FILE},
    {.name = TEXT("format"), .value = TEXT("text|json|sarif"), .kind = PV_OPTION_CHOICE},
    {.name = TEXT("threads"), .value = TEXT("N"), .kind = PV_OPTION_COUNT, .letter = 'j'},
    {.name = TEXT("size"), .value = TEXT("SIZE"), .kind = PV_OPTION_SIZE},
    {.name = TEXT("verbose"), .kind = PV_OPTION_FLAG, .letter = 'v'},
    {.name = TEXT("quiet"), .kind = PV_OPTION_FLAG, .letter = 'q'},
};

static struct pv_arena mem;

static int clear_memory(void **state)
{
    (void)state;
    pv_arena_clear(&mem);
    return 0;
}

#define PARSE(out, err, ...)                                                                       \
    parse((const char *const[]){__VA_ARGS__},                                                      \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), (out), (err))

static PV_RESULT parse(const char *const *words, size_t n, struct pv_args *out, struct pv_err *err)
{
    const struct pv_options options = {table, PV_COUNT(table)};

    *out = (struct pv_args){0};
    return pv_args_parse(&mem, options, words, n, out, err);
}

static void assert_text(struct pv_str text, const char *expected)
{
    assert_true(pv_str_eq(text, pv_str_of(expected)));
}

static void reads_values_however_they_are_written(void **state)
{
    struct pv_args args = {0};

    (void)state;
    assert_ok(PARSE(&args, NULL, "--format", "json", "--rules=a=b", "-j4"));
    assert_text(pv_args_text(&args, FORMAT), "json");
    assert_text(pv_args_text(&args, RULES), "a=b");
    assert_int_equal(pv_args_number(&args, THREADS), 4);
    assert_ok(PARSE(&args, NULL, "-j", "12", "--size", "64k"));
    assert_int_equal(pv_args_number(&args, THREADS), 12);
    assert_int_equal(pv_args_number(&args, SIZE), 65536);
}

static void gathers_flags_behind_one_dash(void **state)
{
    struct pv_args args = {0};

    (void)state;
    assert_ok(PARSE(&args, NULL, "-vqj3"));
    assert_true(pv_args_has(&args, VERBOSE));
    assert_true(pv_args_has(&args, QUIET));
    assert_int_equal(pv_args_number(&args, THREADS), 3);
}

static void keeps_operands_in_order(void **state)
{
    struct pv_args args = {0};

    (void)state;
    assert_ok(PARSE(&args, NULL, "a", "-v", "-", "--", "-q", "--"));
    assert_int_equal(args.operands.n, 4);
    assert_text(args.operands.p[0], "a");
    assert_text(args.operands.p[1], "-");
    assert_text(args.operands.p[2], "-q");
    assert_text(args.operands.p[3], "--");
    assert_false(pv_args_has(&args, QUIET));
}

static void gives_all_of_a_repeated_option(void **state)
{
    struct pv_args args = {0};
    struct pv_str *all = NULL;
    size_t n = 0;

    (void)state;
    assert_ok(PARSE(&args, NULL, "--rules", "a", "--config", "b", "--rules=c"));
    assert_ok(pv_args_all(&mem, &args, RULES, &all, &n, NULL));
    assert_int_equal(n, 3);
    assert_text(all[1], "b");
    assert_text(pv_args_text(&args, RULES), "c");
}

static void knows_aliases_with_a_value(void **state)
{
    struct pv_args args = {0};

    (void)state;
    assert_ok(PARSE(&args, NULL, "--json", "--sarif"));
    assert_text(pv_args_text(&args, FORMAT), "sarif");
}

static void says_what_is_wrong(void **state)
{
    static const struct {
        const char *words[2];
        const char *text;
    } cases[] = {
        {{"--fromat", "json"}, "--fromat: unknown option; did you mean --format?"},
        {{"--confg=x", "y"}, "--confg: unknown option; did you mean --config?"},
        {{"--zebra", "y"}, "--zebra: unknown option"},
        {{"-x", "y"}, "-x: unknown option"},
        {{"--format", "xml"}, "--format: expected text|json|sarif, not 'xml'"},
        {{"-j", "none"}, "-j: expected a number from 1 to 9999, not 'none'"},
        {{"-j", "0"}, "-j: expected a number from 1 to 9999, not '0'"},
        {{"--size", "5X"}, "--size: expected a number of bytes, such as 500k or 5M, not '5X'"},
        {{"--size", "99999999999G"},
         "--size: expected a number of bytes, such as 500k or 5M, not '99999999999G'"},
        {{"x", "--rules"}, "--rules: expected a value: FILE"},
        {{"--verbose=1", "y"}, "--verbose: takes no value"},
        {{"--json=1", "y"}, "--json: takes no value"},
        {{"--rules=", "y"}, "--rules: expected a value, not ''"},
    };
    struct pv_args args = {0};
    struct pv_err err = {0};

    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        assert_code(PV_INVALID, parse(cases[i].words, 2, &args, &err));
        assert_string_equal(err.text, cases[i].text);
    }
}

#ifdef PV_FAULT
static void reports_each_lack_of_memory(void **state)
{
    struct pv_args args = {0};

    (void)state;
    for (unsigned nth = 1;; nth++) {
        pv_arena_clear(&mem);
        pv_fault_arm(nth);
        struct pv_result result = PARSE(&args, NULL, "a", "--rules=b", "-vq", "c");
        bool has_failed = pv_fault_hit();
        pv_fault_arm(0);
        if (!has_failed) {
            assert_ok(result);
            return;
        }
        assert_int_equal(result.code, PV_NO_MEMORY);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(reads_values_however_they_are_written, clear_memory),
        cmocka_unit_test_teardown(gathers_flags_behind_one_dash, clear_memory),
        cmocka_unit_test_teardown(keeps_operands_in_order, clear_memory),
        cmocka_unit_test_teardown(gives_all_of_a_repeated_option, clear_memory),
        cmocka_unit_test_teardown(knows_aliases_with_a_value, clear_memory),
        cmocka_unit_test_teardown(says_what_is_wrong, clear_memory),
#ifdef PV_FAULT
        cmocka_unit_test_teardown(reports_each_lack_of_memory, clear_memory),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
