/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/module/links.h"

#include "engine/module/module_limits.h"
#include "support/test.h"

#include <stdio.h>

enum { FILES_MAX = 40 };

struct tree {
    struct pv_arena mem;
    struct pv_outline outlines[FILES_MAX];
    struct pv_links_file files[FILES_MAX];
    struct pv_str texts[FILES_MAX];
    uint32_t n;
    struct pv_links links;
};

/* Files come in order of their paths. */
static void add(struct tree *tree, const char *path, const char *text, bool is_end)
{
    uint32_t i = tree->n++;
    struct pv_str name = pv_str_of(path);
    assert_ok(pv_outline_read(&tree->mem, pv_lang_of_path(name), name, pv_str_of(text),
                              &tree->outlines[i], NULL));
    tree->texts[i] = pv_str_of(text);
    tree->files[i] = (struct pv_links_file){name, &tree->outlines[i], tree->texts[i].n, is_end};
}

static struct pv_str read_text(void *context, uint32_t file)
{
    return ((struct tree *)context)->texts[file];
}

static void link_all(struct tree *tree)
{
    struct pv_links_input input = {tree->files, tree->n, read_text, tree};
    assert_ok(pv_links_build(&tree->mem, &input, &tree->links, NULL));
}

/* Whether `user` uses the others, and nobody else. */
static void check_uses(const struct tree *tree, uint32_t user, size_t n, const uint32_t *used)
{
    const struct pv_links_list *list = &tree->links.uses[user];
    assert_int_equal(list->list.n, n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(list->list.p[i], used[i]);
}

static void links_files_of_a_package_by_names(void **state)
{
    struct tree tree = {0};
    (void)state;
    add(&tree, "a/A.java", "package a;\nclass A { void f() { new B(); } }\n", true);
    add(&tree, "a/B.java", "package a;\nclass B {}\n", false);
    add(&tree, "b/A.java", "package b;\nclass A { B b; }\n", false);
    add(&tree, "b/C.java", "package b;\nimport a.B;\nclass C { A a; B b; }\n", true);
    link_all(&tree);
    check_uses(&tree, 0, 1, (const uint32_t[]){1});
    check_uses(&tree, 1, 0, NULL);
    check_uses(&tree, 2, 0, NULL);
    check_uses(&tree, 3, 2, (const uint32_t[]){1, 2});
    assert_int_equal(tree.links.users[1].list.n, 2);
    pv_arena_clear(&tree.mem);
}

static void a_name_with_two_definitions_links_nobody(void **state)
{
    struct tree tree = {0};
    (void)state;
    add(&tree, "one/A.java", "package a;\nclass A {}\n", true);
    add(&tree, "two/A.java", "package a;\nclass A {}\n", false);
    add(&tree, "two/B.java", "package a;\nclass B { A a; }\n", false);
    link_all(&tree);
    check_uses(&tree, 2, 0, NULL);
    pv_arena_clear(&tree.mem);
}

static void looks_at_nothing_where_no_value_ends(void **state)
{
    struct tree tree = {0};
    (void)state;
    add(&tree, "a.go", "package a\nfunc f() {\n\tg()\n}\n", false);
    add(&tree, "b.go", "package a\nfunc g() {\n}\n", false);
    link_all(&tree);
    check_uses(&tree, 0, 0, NULL);
    pv_arena_clear(&tree.mem);
}

static void resolves_paths_of_modules(void **state)
{
    struct tree tree = {0};
    (void)state;
    add(&tree, "app/__init__.py", "", false);
    add(&tree, "app/db/__init__.py", "", false);
    add(&tree, "app/db/store.py", "", false);
    add(&tree, "app/main.py", "", false);
    add(&tree, "app/store.py", "", false);
    add(&tree, "js/a.js", "", false);
    add(&tree, "js/lib/index.js", "", false);
    add(&tree, "js/two.js", "", false);
    add(&tree, "js/two.ts", "", false);
    link_all(&tree);
    static const struct {
        uint32_t from;
        const char *path;
        uint32_t wanted;
    } cases[] = {
        {3, ".db.store", 2},      {3, "app.db.store", 2}, {3, "store", 4},
        {2, "..store", 4},        {3, ".db", 1},          {2, "....x", UINT32_MAX},
        {3, "os", UINT32_MAX},    {5, "./lib", 6},        {6, "../a", 5},
        {5, "./two", UINT32_MAX}, {5, "./two.js", 7},     {5, "../../../a", UINT32_MAX},
    };
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(pv_links_resolve(&tree.links, cases[i].from, pv_str_of(cases[i].path)),
                         cases[i].wanted);
    pv_arena_clear(&tree.mem);
}

static void goes_so_many_hops_and_files_and_no_further(void **state)
{
    struct tree tree = {0};
    char names[FILES_MAX][16];
    struct pv_links_unit unit = {0};
    (void)state;
    /* A chain: each imports the one before. */
    add(&tree, "a00.py", "", true);
    for (int i = 1; i < 6; i++) {
        char *text = NULL;
        (void)snprintf(names[i], sizeof names[i], "a%02d.py", i);
        assert_ok(PV_NEW_ARRAY(&tree.mem, 32, &text, NULL));
        (void)snprintf(text, 32, "import a%02d\n", i - 1);
        add(&tree, names[i], text, false);
    }
    link_all(&tree);
    assert_ok(pv_links_around(&tree.mem, &tree.links, 0, &unit, NULL));
    assert_int_equal(unit.list.n, PV_LINKS_HOPS_MAX);
    assert_int_equal(unit.cut, PV_LINKS_WHOLE);
    assert_true(unit.list.p[0].is_user && unit.list.p[0].file == 1);
    for (int i = 6; i < FILES_MAX; i++) {
        (void)snprintf(names[i], sizeof names[i], "a%02d.py", i);
        add(&tree, names[i], "import a00\n", false);
    }
    link_all(&tree);
    assert_ok(pv_links_around(&tree.mem, &tree.links, 0, &unit, NULL));
    assert_int_equal(unit.list.n, PV_LINKS_UNIT_FILES_MAX);
    assert_int_equal(unit.cut, PV_LINKS_CUT_FILES);
    assert_true(unit.left.list.n > 0);
    tree.files[1].bytes = PV_LINKS_UNIT_BYTES_MAX + 1;
    assert_ok(pv_links_around(&tree.mem, &tree.links, 0, &unit, NULL));
    assert_int_equal(unit.list.p[0].file, 6);
    pv_arena_clear(&tree.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_files_of_a_package_by_names),
        cmocka_unit_test(a_name_with_two_definitions_links_nobody),
        cmocka_unit_test(looks_at_nothing_where_no_value_ends),
        cmocka_unit_test(resolves_paths_of_modules),
        cmocka_unit_test(goes_so_many_hops_and_files_and_no_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
