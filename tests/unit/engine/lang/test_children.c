/* SPDX-License-Identifier: Apache-2.0 */
/* What the walk over children reads from the runtime's own structures, the cursor says, too. */
#include "engine/lang/lang_internal.h"

#include "support/test.h"

#include <string.h>

static const struct {
    const char *lang;
    const char *text;
} samples[] = {
    {"python", "# a\n@d(1)\ndef f(a: int = 1, *b, **c) -> str:\n    '''x'''\n    try:\n"
               "        return [f'{a!r:>{w}} b' for a in b if not c]\n    except E as e:\n"
               "        pass\n    finally:\n        del a, b\nclass A(B, m=1): x: int\n"},
    {"python", "def (:\n  if x y z\n  class\n'''\n"},
    {"java", "package a.b; import c.*;\n/* x */ @A(b = 1) class B<T extends C & D> extends E "
             "implements F, G { int[] a, b[] = {1, 2,}; B(int x) throws Y { super(x); }\n"
             "void m() { for (int i = 0, j; i < 9; i++) x.y(z -> { return a::b; }); // c\n"
             "switch (a) { case 1 -> b(); default -> throw new C() {}; } } }"},
    {"java", "class { void (int { if } else ) ; }}} @ \"abc"},
    {"javascript", "import a, {b as c} from 'd'; `x${a + `${b}`}y`; a?.b?.[c]\nd; /r/g.test(e)\n"
                   "class A extends B { static #p = 1; get q() {} async *g(a, {b = 1}, ...c) {} }"},
    {"typescript", "enum A { B = 1 } type C<T> = T extends infer U ? U : never; let d = <E>f!;"},
    {"tsx", "const a = <B c={d} {...e}>f {g} <h/></B>;"},
    {"c", "#define A(x) x\n#if B\nint *f(int a[], ...) { return a ? *b : (int)c; }\n#endif\n"},
    {"go", "package a\nfunc (b *C) D(e, f int, g ...h) (i, j k) { for l := range m { n <- o } }\n"},
    {"csharp", "using A = B.C; namespace D { class E<F> where F : new() { int G { get; set; } } }"},
    {"kotlin", "fun a(b: C = d) = \"e$f ${g}\" + h?.i { j -> k!! }\nobject L : M by n\n"},
};

static void compare_children(TSTreeCursor *cursor, struct pv_children *children, TSNode node)
{
    struct pv_child child = {0};
    ts_tree_cursor_reset(cursor, node);
    pv_children_begin(children, node);
    bool is_more = ts_tree_cursor_goto_first_child(cursor);
    while (is_more) {
        TSNode expected = ts_tree_cursor_current_node(cursor);
        assert_true(pv_children_next(children, &child));
        assert_memory_equal(expected.context, child.node.context, sizeof expected.context);
        assert_true(ts_node_eq(expected, child.node));
        assert_int_equal(ts_tree_cursor_current_field_id(cursor), child.field);
        assert_int_equal(ts_node_symbol(expected), child.symbol);
        assert_int_equal(ts_node_is_named(expected), child.is_named);
        assert_int_equal(ts_node_is_extra(expected), child.is_extra);
        assert_int_equal(ts_node_is_missing(expected), child.is_missing);
        assert_int_equal(ts_node_is_error(expected), child.is_error);
        is_more = ts_tree_cursor_goto_next_sibling(cursor);
    }
    assert_false(pv_children_next(children, &child));
}

/* To the next node in order of their beginnings; false behind the last. */
static bool step(TSTreeCursor *cursor)
{
    if (ts_tree_cursor_goto_first_child(cursor))
        return true;
    while (!ts_tree_cursor_goto_next_sibling(cursor))
        if (!ts_tree_cursor_goto_parent(cursor))
            return false;
    return true;
}

static void compare_tree(TSNode root)
{
    TSTreeCursor all = ts_tree_cursor_new(root);
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    struct pv_children *children = pv_children_new();
    do
        compare_children(&cursor, children, ts_tree_cursor_current_node(&all));
    while (step(&all));
    pv_children_free(children);
    ts_tree_cursor_delete(&cursor);
    ts_tree_cursor_delete(&all);
}

static void compare_text(const struct pv_lang *lang, struct pv_str text)
{
    TSTree *tree = NULL;
    assert_ok(pv_parse_text(lang, text, NULL, &tree, NULL));
    compare_tree(ts_tree_root_node(tree));
    ts_tree_delete(tree);
}

static void gives_what_the_cursor_gives(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(samples); i++)
        compare_text(pv_lang_find(pv_str_of(samples[i].lang)), pv_str_of(samples[i].text));
}

/* Each language on code of each other: trees of errors, and whatever saves them. */
static void gives_the_same_of_what_no_grammar_can_read(void **state)
{
    (void)state;
    for (size_t l = 0; pv_lang_at(l); l++)
        for (size_t i = 0; i < PV_COUNT(samples) && pv_lang_at(l)->grammar; i++)
            compare_text(pv_lang_at(l), pv_str_of(samples[i].text));
}

/* Lists are hidden nodes in hidden nodes. */
static void gives_long_lists(void **state)
{
    enum { ITEMS = 20000 };
    static char text[2 * ITEMS + 8] = "[";
    (void)state;
    for (size_t i = 0; i < ITEMS; i++)
        memcpy(text + 1 + 2 * i, "1,", 2);
    memcpy(text + 1 + 2 * (size_t)ITEMS, "]\n", 3);
    compare_text(pv_lang_find(PV_STR("python")), pv_str_of(text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_what_the_cursor_gives),
        cmocka_unit_test(gives_the_same_of_what_no_grammar_can_read),
        cmocka_unit_test(gives_long_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
