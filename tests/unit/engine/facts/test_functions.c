/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/functions.h"
#include "support/test.h"
#include "support/tree_text.h"

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_tree tree;
    struct pv_functions *functions;
};

static void read(struct fixture *it, const char *written)
{
    tree_of_text(&it->mem, written, &it->vocab, true, &it->tree);
    assert_ok(pv_functions_read(&it->mem, &it->tree, &it->functions, NULL));
}

/* The number of the function that a call at the end of the file means, or -1. */
static int find(const struct fixture *it, const char *name, const char *owner, uint32_t n_args)
{
    struct pv_function_call call = {.name = pv_vocab_word(&it->vocab, pv_str_of(name)),
                                    .owner = pv_vocab_word(&it->vocab, pv_str_of(owner)),
                                    .site = (pv_node)(it->tree.nodes.n - 1),
                                    .n_args = n_args};
    uint32_t found = pv_functions_find(it->functions, &it->tree, &call);
    return found == PV_NO_FUNCTION ? -1 : (int)found;
}

#define FUNC(name, params) "(FUNC NAME:(NAME " name ") PARAMS:(PARAMS " params "))"
#define PARAM(name) "(PARAM TARGET:(NAME " name "))"

static void finds_by_name_class_and_number_of_arguments(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it, "(FILE"
              " (CLASS NAME:(NAME B) BODY:(CLASS_BODY " FUNC(
                  "f", PARAM("a")) "))"
                                   " (CLASS NAME:(NAME A) BASE:(TYPE B) BODY:(CLASS_BODY " FUNC(
                                       "g", PARAM("a")) FUNC("g", PARAM("a") PARAM("b"))
                                       FUNC("h", "(REST TARGET:(NAME a))") "))"
                                                                           " (NAME end))");
    assert_int_equal(find(&it, "f", "A", 1), 0);
    assert_int_equal(find(&it, "g", "A", 1), 1);
    assert_int_equal(find(&it, "g", "A", 2), 2);
    assert_int_equal(find(&it, "g", "A", 7), 1);
    assert_int_equal(find(&it, "h", "A", 7), 3);
    assert_int_equal(find(&it, "g", "B", 1), -1);
    assert_int_equal(find(&it, "g", "", 1), -1);
    assert_int_equal(find(&it, "", "", 0), -1);
    assert_non_null(pv_functions_class(it.functions, pv_vocab_word(&it.vocab, PV_STR("B"))));
    assert_null(pv_functions_class(it.functions, pv_vocab_word(&it.vocab, PV_STR("C"))));
    assert_null(pv_functions_class(it.functions, 0));
    pv_arena_clear(&it.mem);
}

static void knows_receivers_and_what_can_be_seen(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it,
         "(FILE"
         " (CLASS NAME:(NAME A) BODY:(CLASS_BODY (FUNC NAME:(NAME f) PARAMS:(PARAMS " PARAM("self")
             PARAM("a") "(PARAM TARGET:(NAME b) DEFAULT:(INT 1))))))"
                        " (FUNC NAME:(NAME outer) BODY:(BLOCK " FUNC("inner", "") "))" FUNC(
                            "inner", "") " (NAME end))");
    const struct pv_function *f = &it.functions->list.p[0];
    assert_int_equal(find(&it, "f", "A", 1), 0);
    assert_int_not_equal(f->receiver, PV_NO_NODE);
    assert_int_equal(f->least, 1);
    assert_int_equal(f->most, 2);
    assert_int_equal(find(&it, "inner", "", 0), 3);
    assert_int_equal(pv_functions_at(it.functions, f->node), 0);
    assert_int_equal(pv_functions_at(it.functions, f->node + 1), PV_NO_FUNCTION);
    pv_arena_clear(&it.mem);
}

static void finds_methods_that_are_written_outside_of_their_type(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it, "(FILE"
              " (FUNC OBJECT:(PARAMS (PARAM TARGET:(NAME t) TYPE:(POINTER_TYPE TYPE:(TYPE T))))"
              " NAME:(NAME f) PARAMS:(PARAMS " PARAM("a") "))" FUNC("f", "") " (NAME end))");
    assert_int_equal(find(&it, "f", "T", 1), 0);
    assert_int_equal(find(&it, "f", "", 0), 1);
    pv_arena_clear(&it.mem);
}

static void bears_classes_that_extend_each_other(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it, "(FILE (CLASS NAME:(NAME A) BASE:(TYPE B)) (CLASS NAME:(NAME B) BASE:(TYPE A))"
              " (NAME f))");
    assert_int_equal(find(&it, "f", "A", 0), -1);
    pv_arena_clear(&it.mem);
}

#define OUTSIDE(class, name, rest)                                                                 \
    "(FUNC NAME:(ACCESS=:: OBJECT:(NAME " class ") FIELD:(NAME " name ")) PARAMS:(PARAMS) " rest ")"

static void takes_the_one_with_a_body_for_the_one_that_is_promised(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it,
         "(FILE " FUNC("f", "") "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK)) (NAME end))");
    assert_int_equal(find(&it, "f", "", 0), 1);
    pv_arena_clear(&it.mem);
}

static void tells_classes_from_namespaces_by_what_is_done_with_them(void **state)
{
    struct fixture it = {0};
    (void)state;
    read(&it, "(FILE " OUTSIDE("A", "f", "BODY:(BLOCK)") OUTSIDE("A", "~A", "BODY:(BLOCK)")
                  OUTSIDE("B", "f", "BODY:(BLOCK)") OUTSIDE(
                      "N", "g", "BODY:(BLOCK)") "(VAR TYPE:(TYPE B) TARGET:(NAME b)) (NAME end))");
    assert_int_equal(find(&it, "f", "A", 0), 0);
    assert_int_equal(find(&it, "f", "B", 0), 2);
    assert_int_equal(find(&it, "f", "", 0), -1);
    assert_int_equal(find(&it, "g", "", 0), 3);
    const struct pv_class *a =
        pv_functions_class(it.functions, pv_vocab_word(&it.vocab, PV_STR("A")));
    assert_non_null(a);
    assert_true(a->is_elsewhere);
    assert_int_equal(a->destructor, it.functions->list.p[1].node);
    assert_null(pv_functions_class(it.functions, pv_vocab_word(&it.vocab, PV_STR("N"))));
    pv_arena_clear(&it.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_name_class_and_number_of_arguments),
        cmocka_unit_test(knows_receivers_and_what_can_be_seen),
        cmocka_unit_test(finds_methods_that_are_written_outside_of_their_type),
        cmocka_unit_test(takes_the_one_with_a_body_for_the_one_that_is_promised),
        cmocka_unit_test(tells_classes_from_namespaces_by_what_is_done_with_them),
        cmocka_unit_test(bears_classes_that_extend_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
