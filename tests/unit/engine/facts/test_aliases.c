/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/aliases.h"

#include "base/buf.h"
#include "support/test.h"
#include "support/tree_text.h"

#define FROM(module, name, alias)                                                                  \
    "(IMPORT MODULE:(NAME " module ") ITEM:(ITEM NAME:(NAME " name ") ALIAS:(NAME " alias ")))"
#define CALL(callee) "(EXPR_STMT VALUE:(CALL CALLEE:" callee " ARGS:(ARGS)))"
#define VAR(name, value) "(VAR TARGET:(NAME " name ") VALUE:" value ")"
#define FIELD(object, field) "(ACCESS OBJECT:(NAME " object ") FIELD:(NAME " field "))"

/* What patterns use; all other words are nobody's. */
#define WORDS "(FILE (NAME md5) (NAME exec) (NAME T) (NAME f))"

static const struct {
    const char *what;
    const char *code;
    const char *expected; /* WORD=TEXT for each alias that is not within an import */
} cases[] = {
    {"no import", "(FILE " VAR("g", "(NAME exec)") CALL("(NAME g)") ")", ""},
    {"an import without an alias",
     "(FILE (IMPORT MODULE:(NAME a) ITEM:(ITEM NAME:(NAME md5)))" CALL("(NAME md5)") ")", ""},
    {"an import under another name", "(FILE " FROM("a", "md5", "m") CALL("(NAME m)") ")", "md5=m"},
    {"of a word that is nobody's", "(FILE " FROM("a", "b", "m") CALL("(NAME m)") ")", ""},
    {"a type by its own word", "(FILE " FROM("a", "b", "m") CALL("(TYPE T)") CALL("(TYPE U)") ")",
     "T=T"},
    {"what a variable that is called was given",
     "(FILE " FROM("a", "b", "m") VAR("g", FIELD("c", "exec")) CALL("(NAME g)") ")", "exec=g"},
    {"the same by a name", "(FILE " FROM("a", "b", "m") VAR("g", "(NAME f)") CALL("(NAME g)") ")",
     "f=g"},
    {"the same by a name that was imported",
     "(FILE " FROM("a", "md5", "m") VAR("g", "(NAME m)") CALL("(NAME g)") ")", "md5=m md5=g"},
    {"what can't be told",
     "(FILE " FROM("a", "b", "m") VAR("g", "(CAST VALUE:(NAME f))") CALL("(NAME g)") ")", "=g"},
    {"a call that an object was given",
     "(FILE " FROM("a", "b", "m")
         VAR("g", "(CALL CALLEE:(NAME exec) ARGS:(ARGS))") "(EXPR_STMT VALUE:" FIELD("g", "c") "))",
     "exec=g"},
    {"a variable that is a text",
     "(FILE " FROM("a", "b", "m") VAR("g", "(STRING (TEXT f))") CALL("(NAME g)") ")", ""},
};

static bool is_in_import(const struct pv_tree *tree, pv_node node)
{
    while (node != PV_NO_NODE && pv_tree_at(tree, node)->kind != PV_IMPORT)
        node = pv_tree_at(tree, node)->parent;
    return node != PV_NO_NODE;
}

static void read_aliases(struct pv_arena *mem, const char *code, struct pv_vocab *vocab,
                         struct pv_tree *tree, struct pv_aliases *out)
{
    struct pv_tree words = {0};
    struct pv_defs *defs = NULL;
    struct pv_imports *imports = NULL;
    tree_of_text(mem, WORDS, vocab, true, &words);
    tree_of_text(mem, code, vocab, false, tree);
    assert_ok(pv_defs_read(mem, tree, &defs, NULL));
    assert_ok(pv_imports_read(mem, tree, defs, &imports, NULL));
    struct pv_constants constants = pv_constants_of(defs, tree, vocab);
    assert_ok(pv_aliases_read(mem, &constants, imports, vocab, out, NULL));
}

static void knows_what_else_names_stand_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_vocab vocab = {0};
        struct pv_tree tree = {0};
        struct pv_aliases aliases = {0};
        struct pv_buf text = {0};
        read_aliases(&mem, cases[i].code, &vocab, &tree, &aliases);
        for (uint32_t k = 0; k < aliases.names.n; k++) {
            struct pv_alias alias = aliases.names.p[k];
            if (!is_in_import(&tree, alias.node))
                pv_buf_format(&text, "%s%.*s=%.*s", text.n ? " " : "",
                              PV_STR_FMT(pv_vocab_text(&vocab, alias.word)),
                              PV_STR_FMT(pv_tree_text(&tree, alias.node)));
        }
        if (!pv_str_eq(pv_buf_str(&text), pv_str_of(cases[i].expected)))
            fail_msg("%s: expected <%s>, found <%.*s>", cases[i].what, cases[i].expected,
                     PV_STR_FMT(pv_buf_str(&text)));
        pv_buf_clear(&text);
        pv_arena_clear(&mem);
    }
}

static void finds_those_of_a_word_within_a_range(void **state)
{
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_tree tree = {0};
    struct pv_aliases aliases = {0};
    (void)state;
    read_aliases(&mem, "(FILE " FROM("a", "md5", "m") CALL("(NAME m)") CALL("(NAME m)") ")", &vocab,
                 &tree, &aliases);
    pv_word md5 = pv_vocab_find(&vocab, PV_STR("md5"));
    struct pv_node_range all = {0, (uint32_t)tree.nodes.n};
    struct pv_node_range found = pv_aliases_of(&aliases.names, md5, all);
    assert_in_range(found.end - found.first, 2, 3); /* the import's own name may be one */
    all.end = aliases.names.p[found.end - 1].node;
    struct pv_node_range fewer = pv_aliases_of(&aliases.names, md5, all);
    assert_int_equal(fewer.end - fewer.first, found.end - found.first - 1);
    found = pv_aliases_of(&aliases.names, pv_vocab_find(&vocab, PV_STR("exec")), all);
    assert_int_equal(found.first, found.end);
    pv_arena_clear(&mem);
}

static void finds_what_is_from_a_module(void **state)
{
    struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_tree tree = {0};
    struct pv_aliases aliases = {0};
    (void)state;
    read_aliases(&mem,
                 "(FILE (IMPORT MODULE:(NAME md5) ITEM:(ITEM NAME:(NAME b)))" CALL("(NAME b)")
                     CALL("(NAME c)") ")",
                 &vocab, &tree, &aliases);
    assert_int_equal(aliases.names.n, 0);
    struct pv_node_range all = {0, (uint32_t)tree.nodes.n};
    struct pv_node_range found =
        pv_aliases_of(&aliases.members, pv_vocab_find(&vocab, PV_STR("md5")), all);
    assert_in_range(found.end - found.first, 1, 2);
    pv_node last = aliases.members.p[found.end - 1].node;
    assert_true(pv_str_eq(pv_tree_text(&tree, last), PV_STR("b")));
    assert_false(is_in_import(&tree, last));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_else_names_stand_for),
        cmocka_unit_test(finds_those_of_a_word_within_a_range),
        cmocka_unit_test(finds_what_is_from_a_module),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
