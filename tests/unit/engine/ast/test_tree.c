/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/ast/tree.h"

#include "base/buf.h"

#include "support/test.h"

/* f(a, (b, c)); d */
static const char code[] = "f(a, (b, c)); d";

static pv_node open_node(struct pv_arena *mem, struct pv_tree *tree, pv_node parent, int kind,
                         uint32_t start, uint32_t end)
{
    pv_node out = PV_NO_NODE;
    struct pv_tree_node node = {.kind = (uint16_t)kind, .start = start, .end = end};
    assert_ok(pv_tree_open(mem, tree, parent, node, &out, NULL));
    return out;
}

static void leaf(struct pv_arena *mem, struct pv_tree *tree, pv_node parent, uint32_t start)
{
    pv_tree_close(tree, open_node(mem, tree, parent, PV_NAME, start, start + 1));
}

static struct pv_tree build(struct pv_arena *mem)
{
    struct pv_tree tree = {.text = PV_STR(code)};
    pv_node file = open_node(mem, &tree, PV_NO_NODE, PV_FILE, 0, 15);
    pv_node call = open_node(mem, &tree, file, PV_CALL, 0, 12);
    leaf(mem, &tree, call, 0);
    tree.nodes.p[tree.nodes.n - 1].role = PV_ROLE_CALLEE;
    pv_node args = open_node(mem, &tree, call, PV_ARGS, 1, 12);
    tree.nodes.p[args].role = PV_ROLE_ARGS;
    leaf(mem, &tree, args, 2);
    pv_node tuple = open_node(mem, &tree, args, PV_TUPLE, 5, 11);
    leaf(mem, &tree, tuple, 6);
    leaf(mem, &tree, tuple, 9);
    pv_tree_close(&tree, tuple);
    pv_tree_close(&tree, args);
    pv_tree_close(&tree, call);
    leaf(mem, &tree, file, 14);
    pv_tree_close(&tree, file);
    return tree;
}

static void walks_children_and_siblings(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_tree tree = build(&mem);
    (void)state;
    pv_node call = pv_tree_first(&tree, 0);
    pv_node args = pv_tree_child(&tree, call, PV_ROLE_ARGS);
    assert_int_equal(call, 1);
    assert_int_equal(args, 3);
    assert_int_equal(pv_tree_next(&tree, args), PV_NO_NODE);
    assert_true(pv_str_eq(pv_tree_text(&tree, pv_tree_next(&tree, call)), PV_STR("d")));
    assert_int_equal(pv_tree_first(&tree, 4), PV_NO_NODE);
    assert_int_equal(pv_tree_next(&tree, 0), PV_NO_NODE);
    assert_int_equal(pv_tree_child(&tree, call, PV_ROLE_BODY), PV_NO_NODE);
}

static void dumps_a_node_a_line(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_tree tree = build(&mem);
    (void)state;
    pv_tree_dump(&tree, 0, NULL, &out);
    assert_true(pv_str_eq(pv_buf_str(&out), PV_STR("FILE\n"
                                                   "  CALL\n"
                                                   "    CALLEE: NAME 'f'\n"
                                                   "    ARGS: ARGS\n"
                                                   "      NAME 'a'\n"
                                                   "      TUPLE\n"
                                                   "        NAME 'b'\n"
                                                   "        NAME 'c'\n"
                                                   "  NAME 'd'\n")));
    pv_buf_reset(&out);
    pv_tree_dump(&tree, 5, NULL, &out);
    assert_true(pv_str_eq(pv_buf_str(&out), PV_STR("TUPLE\n  NAME 'b'\n  NAME 'c'\n")));
}

static void compares_shape_words_and_text(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_tree one = build(&mem);
    struct pv_tree two = build(&mem);
    (void)state;
    assert_true(pv_tree_equal(&one, 0, &two, 0));
    assert_false(pv_tree_equal(&one, 4, &two, 6));
    assert_true(pv_tree_equal(&one, 6, &two, 6));

    two.nodes.p[6].word = 7;
    assert_false(pv_tree_equal(&one, 0, &two, 0));
    one.nodes.p[6].word = 7;
    one.nodes.p[6].start = 0; /* the same word needs no same place */
    assert_true(pv_tree_equal(&one, 0, &two, 0));
    two.nodes.p[3].kind = PV_ARRAY;
    assert_false(pv_tree_equal(&one, 0, &two, 0));
}

/* The same five nodes, once nested and once side by side. */
static void tells_shapes_apart(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_tree nested = {.text = PV_STR("aa")};
    struct pv_tree flat = {.text = PV_STR("aa")};
    (void)state;
    pv_node outer = open_node(&mem, &nested, PV_NO_NODE, PV_TUPLE, 0, 2);
    pv_node inner = open_node(&mem, &nested, outer, PV_TUPLE, 0, 1);
    pv_tree_close(&nested, open_node(&mem, &nested, inner, PV_TUPLE, 0, 1));
    pv_tree_close(&nested, inner);
    pv_tree_close(&nested, outer);

    outer = open_node(&mem, &flat, PV_NO_NODE, PV_TUPLE, 0, 2);
    pv_tree_close(&flat, open_node(&mem, &flat, outer, PV_TUPLE, 0, 1));
    pv_tree_close(&flat, open_node(&mem, &flat, outer, PV_TUPLE, 0, 1));
    pv_tree_close(&flat, outer);
    assert_false(pv_tree_equal(&nested, 0, &flat, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_children_and_siblings),
        cmocka_unit_test(dumps_a_node_a_line),
        cmocka_unit_test(compares_shape_words_and_text),
        cmocka_unit_test(tells_shapes_apart),
    };
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
