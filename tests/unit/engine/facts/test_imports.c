/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/imports.h"

#include "base/buf.h"
#include "support/test.h"
#include "support/tree_text.h"

#define USE "(EXPR_STMT VALUE:(NAME m))"
#define REQUIRE(module) "(CALL CALLEE:(NAME require) ARGS:(ARGS (STRING (TEXT " module "))))"
#define FROM(module, name, alias)                                                                  \
    "(IMPORT MODULE:(NAME " module ") ITEM:(ITEM NAME:(NAME " name ") ALIAS:(NAME " alias ")))"

static const struct {
    const char *what;
    const char *code;
    const char *expected; /* what the last `m` of the code stands for */
} cases[] = {
    {"under its own name", "(FILE (IMPORT MODULE:(NAME a) ITEM:(ITEM NAME:(NAME m)))" USE ")",
     "a.m"},
    {"under another name", "(FILE " FROM("a", "b", "m") USE ")", "a.b"},
    {"a dotted module", "(FILE " FROM("a.b", "c", "m") USE ")", "a.b.c"},
    {"a module under another name",
     "(FILE (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ITEM:(ITEM ALIAS:(NAME m)))" USE
     ")",
     "a.b"},
    {"a class by its path", "(FILE (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME m)))" USE ")",
     "a.m"},
    {"the first part of a module",
     "(FILE (IMPORT MODULE:(ACCESS OBJECT:(NAME m) FIELD:(NAME b)))" USE ")", "m"},
    {"what is required", "(FILE (VAR TARGET:(NAME m) VALUE:" REQUIRE("a") ")" USE ")", "a"},
    {"a member of what is required",
     "(FILE (VAR TARGET:(NAME m) VALUE:(ACCESS OBJECT:" REQUIRE("a") " FIELD:(NAME b)))" USE ")",
     "a.b"},
    {"taken apart",
     "(FILE (VAR TARGET:(RECORD (PAIR KEY:(NAME b) VALUE:(NAME m))) VALUE:" REQUIRE(
         "node:a") ")" USE ")",
     "a.b"},
    {"the last part of a package's path",
     "(FILE (VAR TARGET:(NAME m) VALUE:" REQUIRE("a/b") ")" USE ")", "b"},
    {"a file of one's own by all of its path",
     "(FILE (VAR TARGET:(NAME m) VALUE:" REQUIRE("./a/b") ")" USE ")", "./a/b"},
    {"what a compiler puts around it",
     "(FILE (VAR TARGET:(NAME m) VALUE:(CALL CALLEE:(NAME __importDefault) ARGS:(ARGS " REQUIRE(
         "a") "))) " USE ")",
     "a"},
    {"what another function brings",
     "(FILE (VAR TARGET:(NAME m) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (STRING (TEXT a)))))" USE
     ")",
     ""},
    {"nothing that was imported", "(FILE " FROM("a", "b", "c") USE ")", ""},
    {"the last one counts", "(FILE " FROM("a", "b", "m") FROM("c", "d", "m") USE ")", "c.d"},
    {"a parameter hides it",
     "(FILE " FROM("a", "b", "m") "(FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME m))) BODY:(BLOCK " USE
                                  ")))",
     ""},
    {"an assignment in the function hides it",
     "(FILE " FROM(
         "a", "b",
         "m") "(FUNC BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN TARGET:(NAME m) VALUE:(INT 1)))" USE
              ")))",
     ""},
    {"an assignment in another function does not",
     "(FILE " FROM(
         "a", "b",
         "m") "(FUNC BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN TARGET:(NAME m) VALUE:(INT 1)))))" USE
              ")",
     "a.b"},
    {"the fallback of a failed import does not",
     "(FILE (TRY BODY:(BLOCK " FROM(
         "a", "b",
         "m") ") CATCH:(CATCH BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN TARGET:(NAME m) VALUE:(NULL n))))))" USE
              ")",
     "a.b"},
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

static void read_imports(struct pv_arena *mem, const char *code, struct pv_tree *tree,
                         struct pv_imports **out)
{
    struct pv_vocab vocab = {0};
    struct pv_defs *defs = NULL;
    tree_of_text(mem, code, &vocab, false, tree);
    assert_ok(pv_defs_read(mem, tree, &defs, NULL));
    assert_ok(pv_imports_read(mem, tree, defs, out, NULL));
}

static void knows_what_a_name_stands_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_tree tree = {0};
        struct pv_imports *imports = NULL;
        struct pv_path path = {0};
        struct pv_buf text = {0};
        read_imports(&mem, cases[i].code, &tree, &imports);
        if (pv_imports_resolve(imports, &tree, last_m(&tree), &path)) {
            for (size_t part = 0; part < path.n; part++)
                pv_buf_format(&text, "%s%.*s", part ? "." : "", PV_STR_FMT(path.parts[part]));
        }
        if (!pv_str_eq(pv_buf_str(&text), pv_str_of(cases[i].expected)))
            fail_msg("%s: expected <%s>, found <%.*s>", cases[i].what, cases[i].expected,
                     PV_STR_FMT(pv_buf_str(&text)));
        pv_buf_clear(&text);
        pv_arena_clear(&mem);
    }
}

static void lists_modules_imported_whole(void **state)
{
    (void)state;
    struct pv_arena mem = {0};
    struct pv_tree tree = {0};
    struct pv_imports *imports = NULL;
    const struct pv_path *paths = NULL;
    read_imports(&mem, "(FILE (IMPORT MODULE:(NAME a.b) ITEM:(STAR *)))", &tree, &imports);
    assert_int_equal(pv_imports_wildcards(imports, &paths), 1);
    assert_int_equal(paths[0].n, 2);
    assert_true(pv_str_eq(paths[0].parts[1], PV_STR("b")));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_a_name_stands_for),
        cmocka_unit_test(lists_modules_imported_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
