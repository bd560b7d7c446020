/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/defs.h"

#include "base/alloc.h"
#include "support/test.h"
#include "support/tree_text.h"

#define SET(value) "(EXPR_STMT VALUE:(ASSIGN TARGET:(NAME m) VALUE:(INT " value ")))"
#define USE "(EXPR_STMT VALUE:(NAME m))"
#define VAR(value) "(VAR TYPE:(TYPE int) TARGET:(NAME m) VALUE:(INT " value "))"
#define FUNC(body) "(FUNC BODY:(BLOCK " body "))"

static const struct {
    const char *what;
    const char *code;
    int writes;        /* to the variable of the last `m`; -1: it is none */
    const char *value; /* of the last write; "" when it is not known */
    enum pv_kind scope;
} cases[] = {
    {"not a variable of the file", "(FILE " USE ")", -1, "", PV_KIND_NONE},
    {"an assignment", "(FILE " SET("1") USE ")", 1, "1", PV_FILE},
    {"two assignments", "(FILE " SET("1") SET("2") USE ")", 2, "2", PV_FILE},
    {"of the function", "(FILE " SET("1") FUNC(SET("2") USE) ")", 1, "2", PV_FUNC},
    {"of the file, seen in a function", "(FILE " SET("1") FUNC(USE) ")", 1, "1", PV_FILE},
    {"declared in a block", "(FILE " FUNC(VAR("1")) FUNC(VAR("2") USE) ")", 1, "2", PV_BLOCK},
    {"declared and written in a block within",
     "(FILE " FUNC(VAR("1") "(IF THEN:(BLOCK " SET("2") "))" USE) ")", 2, "2", PV_BLOCK},
    {"a field written in a method",
     "(FILE (CLASS BODY:(CLASS_BODY " VAR("1") FUNC(SET("2") USE) ")))", 2, "2", PV_CLASS_BODY},
    {"said to be of the file", "(FILE " SET("1") FUNC("(GLOBAL VALUE:(NAME m))" SET("2") USE) ")",
     3, "2", PV_FILE},
    {"said to be of the file, which does not have it",
     "(FILE " FUNC("(GLOBAL VALUE:(NAME m))" SET("2") USE) ")", 2, "2", PV_FILE},
    {"a parameter", "(FILE (FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME m))) BODY:(BLOCK " USE ")))", 1,
     "", PV_FUNC},
    {"one of several targets",
     "(FILE (ASSIGN TARGET:(TUPLE (NAME m) (NAME n)) VALUE:(NAME x)) " USE ")", 1, "", PV_FILE},
    {"used in a block before the block declares it",
     "(FILE " FUNC(VAR("1") "(BLOCK " USE "(VAR TYPE:(TYPE int) TARGET:(NAME n) VALUE:(NAME m)) "
                            "(VAR TYPE:(TYPE int) TARGET:(NAME k) VALUE:(NAME m)))") ")",
     1, "1", PV_BLOCK},
    {"the same, and the block declares it",
     "(FILE " FUNC(VAR("1") "(BLOCK (VAR TARGET:(NAME n) VALUE:(NAME m)) "
                            "(VAR TYPE:(TYPE int) TARGET:(NAME m) VALUE:(INT 2)) " USE ")") ")",
     1, "2", PV_BLOCK},
    {"written in the declaration that hides it",
     "(FILE " FUNC(VAR("1") "(BLOCK (VAR TARGET:(NAME m) VALUE:(NAME m)))") ")", 1, "1", PV_BLOCK},
    {"a field of something is not it", "(FILE " SET("1") "(ACCESS OBJECT:(NAME a) FIELD:(NAME m)))",
     -1, "", PV_KIND_NONE},
};

static pv_node last_m(const struct pv_tree *tree)
{
    pv_node found = PV_NO_NODE;
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        bool is_name = pv_tree_at(tree, i)->kind == PV_NAME;
        if (is_name && pv_str_eq(pv_tree_text(tree, i), PV_STR("m")))
            found = i;
    }
    return found;
}

static void knows_which_variable_a_name_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_tree tree = {0};
        struct pv_defs *defs = NULL;
        tree_of_text(&mem, cases[i].code, &vocab, false, &tree);
        assert_ok(pv_defs_read(&mem, &tree, &defs, NULL));
        const struct pv_def *def = pv_defs_at(defs, last_m(&tree));
        print_message("%s\n", cases[i].what);
        assert_int_equal(def ? (int)def->writes : -1, cases[i].writes);
        struct pv_str value = {0};
        const struct pv_write *write =
            def && def->last != PV_NO_WRITE ? pv_defs_write(defs, def->last) : NULL;
        if (write && write->value != PV_NO_NODE)
            value = pv_tree_text(&tree, write->value);
        assert_true(pv_str_eq(value, pv_str_of(cases[i].value)));
        if (def)
            assert_int_equal(pv_tree_at(&tree, def->scope)->kind, cases[i].scope);
        pv_arena_clear(&mem);
    }
}

#ifdef PV_FAULT
static void survives_each_failed_allocation(void **state)
{
    (void)state;
    struct pv_arena given = {0};
    struct pv_vocab vocab = {0};
    struct pv_tree tree = {0};
    tree_of_text(&given, cases[6].code, &vocab, false, &tree);
    for (size_t nth = 1; nth < 100; nth++) {
        struct pv_arena mem = {0};
        struct pv_defs *defs = NULL;
        pv_fault_arm(nth);
        struct pv_result result = pv_defs_read(&mem, &tree, &defs, NULL);
        bool was_hit = pv_fault_hit();
        pv_fault_arm(0);
        assert_int_equal(result.code, was_hit ? PV_NO_MEMORY : PV_OK);
        pv_arena_clear(&mem);
        if (!was_hit)
            break;
    }
    pv_arena_clear(&given);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_which_variable_a_name_is),
#ifdef PV_FAULT
        cmocka_unit_test(survives_each_failed_allocation),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
