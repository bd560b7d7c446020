/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/calls.h"
#include "support/test.h"
#include "support/tree_text.h"

#define FUNC(name, body) "(FUNC NAME:(NAME " name ") PARAMS:(PARAMS) BODY:(BLOCK " body "))"
#define CALL(callee) "(EXPR_STMT VALUE:(CALL CALLEE:" callee " ARGS:(ARGS)))"
#define NAMED(name) CALL("(NAME " name ")")
#define ON(object, field) CALL("(ACCESS OBJECT:(NAME " object ") FIELD:(NAME " field "))")
#define CLASS(name, body) "(CLASS NAME:(NAME " name ") BODY:(CLASS_BODY " body "))"

static const struct {
    const char *what;
    const char *code;
    const char *reached; /* from the first function: a letter for each, in order of the file */
} cases[] = {
    {"nothing", "(FILE " FUNC("a", "") FUNC("b", "") ")", "--"},
    {"by name", "(FILE " FUNC("a", NAMED("b")) FUNC("b", "") FUNC("c", "") ")", "-b-"},
    {"in a row", "(FILE " FUNC("a", NAMED("b")) FUNC("b", NAMED("c")) FUNC("c", "") ")", "-bc"},
    {"in a circle", "(FILE " FUNC("a", NAMED("b")) FUNC("b", NAMED("a")) ")", "ab"},
    {"itself", "(FILE " FUNC("a", NAMED("a")) ")", "a"},
    {"a name of another file", "(FILE " FUNC("a", NAMED("z")) FUNC("b", "") ")", "--"},
    {"of the same object",
     "(FILE " CLASS("A", FUNC("a", ON("this", "m")) FUNC("m", "")) CLASS("B", FUNC("m", "")) ")",
     "-m-"},
    {"of a class by its name",
     "(FILE " FUNC("a", ON("B", "m")) CLASS("B", FUNC("m", "")) CLASS("C", FUNC("m", "")) ")",
     "-m-"},
    {"of any object, where one function alone has the name",
     "(FILE " FUNC("a", ON("x", "m")) CLASS("B", FUNC("m", "")) ")", "-m"},
    {"of any object, where two have it",
     "(FILE " FUNC("a", ON("x", "m")) CLASS("B", FUNC("m", "")) CLASS("C", FUNC("m", "")) ")",
     "---"},
    {"from a function within",
     "(FILE " FUNC("a", "(EXPR_STMT VALUE:(LAMBDA BODY:" NAMED("b") "))") FUNC("b", "") ")", "-b"},
};

static void follows_calls_from_a_function(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_tree tree = {0};
        struct pv_functions *functions = NULL;
        struct pv_calls calls = {0};
        uint32_t via[8];
        char reached[8] = "";
        print_message("%s\n", cases[i].what);
        tree_of_text(&mem, cases[i].code, &vocab, true, &tree);
        assert_ok(pv_functions_read(&mem, &tree, &functions, NULL));
        assert_ok(pv_calls_read(&mem, &tree, functions, &calls, NULL));
        memset(via, 0xff, sizeof via);
        assert_ok(pv_calls_follow(&mem, &tree, &calls, functions->list.p[0].node, via, NULL));
        for (size_t k = 0; k < functions->list.n; k++) {
            pv_node name = pv_tree_child(&tree, functions->list.p[k].node, PV_ROLE_NAME);
            reached[k] = via[k] == PV_NO_CALL ? '-' : pv_tree_text(&tree, name).p[0];
        }
        assert_string_equal(reached, cases[i].reached);
        pv_arena_clear(&mem);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(follows_calls_from_a_function)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
