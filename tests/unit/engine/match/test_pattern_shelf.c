/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern_shelf.h"

#include "support/fault.h"
#include "support/test.h"

static const struct {
    const char *lang;
    const char *text;
} patterns[] = {
    {"python", "f($X, ...)"},
    {"python", "import $M\n...\n$M.run(\"...\", key=$...REST)"},
    {"python", "@$D(...)\ndef $F(...):\n  ..."},
    {"java", "f($X, ...)"},
    {"java", "new Thing(\"=~/a+/\", 'c', 1.5)"},
    {"java", "catch ($T $E) { ... }"},
    {"javascript", "const {$A} = require(`x${$B}`)"},
    {"php", "$x->run($Y, ...)"},
    {"go", "func $F(...) { ... <... $X.Do() ...> ... }"},
    {"ruby", "puts :a, *$ARGS"},
    {"c", "strcpy($A, \"...\");"},
};

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_pattern_shelf shelf;
    struct pv_buf packed;
};

static struct pv_pattern_code code_of(struct pv_pattern_shelf *shelf, size_t i)
{
    return (struct pv_pattern_code){pv_lang_find(pv_str_of(patterns[i].lang)),
                                    pv_str_of(patterns[i].text), shelf};
}

static void begin(struct fixture *f)
{
    *f = (struct fixture){0};
    for (size_t i = 0; i < PV_COUNT(patterns); i++) {
        struct pv_pattern pattern = {0};
        assert_ok(pv_pattern_compile(&f->mem, code_of(&f->shelf, i), &pv_match_options_default,
                                     &f->vocab, &pattern, NULL));
        pv_pattern_clear(&pattern);
    }
    pv_pattern_shelf_pack(&f->shelf, &f->vocab, &f->packed);
}

static void end(struct fixture *f)
{
    pv_buf_clear(&f->packed);
    pv_arena_clear(&f->mem);
}

static void assert_same(const struct pv_tree *a, const struct pv_vocab *words_a,
                        const struct pv_tree *b, const struct pv_vocab *words_b)
{
    PV_DEFER(pv_buf_clear) struct pv_buf x = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf y = {0};
    assert_int_equal(a->nodes.n, b->nodes.n);
    assert_true(pv_str_eq(a->text, b->text));
    assert_int_equal(a->is_caseless, b->is_caseless);
    assert_int_equal(a->returns_last, b->returns_last);
    assert_int_equal(a->has_one_number, b->has_one_number);
    for (pv_node i = 0; i < a->nodes.n; i++) {
        struct pv_tree_node node = *pv_tree_at(b, i);
        assert_true(pv_str_eq(pv_vocab_text(words_a, pv_tree_at(a, i)->word),
                              pv_vocab_text(words_b, node.word)));
        node.word = pv_tree_at(a, i)->word;
        assert_memory_equal(pv_tree_at(a, i), &node, sizeof node);
    }
    pv_tree_dump(a, 0, words_a, &x);
    pv_tree_dump(b, 0, words_b, &y);
    assert_true(pv_str_eq(pv_buf_str(&x), pv_buf_str(&y)));
}

static void shares_the_tree_of_what_is_written_alike(void **state)
{
    struct fixture f;
    struct pv_pattern_source again = {0};
    (void)state;
    begin(&f);
    assert_int_equal(f.shelf.list.n, PV_COUNT(patterns));
    for (size_t i = 0; i < PV_COUNT(patterns); i++) {
        assert_ok(pv_pattern_shelf_parse(&f.mem, code_of(&f.shelf, i), &f.vocab, &again, NULL));
        assert_ptr_equal(again.tree.nodes.p, f.shelf.list.p[i].source.tree.nodes.p);
    }
    assert_int_equal(f.shelf.list.n, PV_COUNT(patterns));
    end(&f);
}

static void gives_packed_patterns_without_parsing(void **state)
{
    struct fixture f;
    struct pv_pattern_shelf back = {0};
    struct pv_vocab vocab = {0};
    pv_word other = 0;
    (void)state;
    begin(&f);
    /* Words have other numbers than when the patterns were packed. */
    assert_ok(pv_vocab_add(&f.mem, &vocab, PV_STR("$...REST"), &other, NULL));
    assert_ok(pv_pattern_shelf_unpack(&f.mem, pv_buf_str(&f.packed), &back, NULL));
    for (size_t i = PV_COUNT(patterns); i-- > 0;) {
        struct pv_pattern_source source = {0};
        bool found = false;
        assert_ok(pv_packed_shelf_find(&f.mem, code_of(&back, i), &vocab, &source, &found, NULL));
        assert_true(found);
        assert_int_equal(source.form, f.shelf.list.p[i].source.form);
        assert_same(&f.shelf.list.p[i].source.tree, &f.vocab, &source.tree, &vocab);
    }
    end(&f);
}

static void compiles_alike_from_packed_patterns(void **state)
{
    struct fixture f;
    struct pv_pattern_shelf back = {0};
    struct pv_vocab vocab = {0};
    (void)state;
    begin(&f);
    assert_ok(pv_pattern_shelf_unpack(&f.mem, pv_buf_str(&f.packed), &back, NULL));
    for (size_t i = 0; i < PV_COUNT(patterns); i++) {
        struct pv_pattern ours = {0};
        struct pv_pattern plain = {0};
        assert_ok(pv_pattern_compile(&f.mem, code_of(&back, i), &pv_match_options_default, &vocab,
                                     &ours, NULL));
        assert_ok(pv_pattern_compile(&f.mem, code_of(NULL, i), &pv_match_options_default, &f.vocab,
                                     &plain, NULL));
        assert_same(&ours.source.tree, &vocab, &plain.source.tree, &f.vocab);
        assert_int_equal(ours.regexes.n, plain.regexes.n);
        pv_pattern_clear(&ours);
        pv_pattern_clear(&plain);
    }
    end(&f);
}

static void knows_nothing_that_it_was_not_given(void **state)
{
    struct fixture f;
    struct pv_pattern_shelf back = {0};
    struct pv_pattern_source source = {0};
    bool found = true;
    (void)state;
    begin(&f);
    assert_ok(pv_pattern_shelf_unpack(&f.mem, pv_buf_str(&f.packed), &back, NULL));
    struct pv_pattern_code code = {pv_lang_find(PV_STR("ruby")), PV_STR("f($X, ...)"), &back};
    assert_ok(pv_packed_shelf_find(&f.mem, code, &f.vocab, &source, &found, NULL));
    assert_false(found);
    assert_ok(pv_pattern_shelf_parse(&f.mem, code, &f.vocab, &source, NULL));
    assert_true(source.tree.nodes.n > 1);
    code.text = PV_STR("f(((");
    assert_code(PV_SYNTAX, pv_pattern_shelf_parse(&f.mem, code, &f.vocab, &source, NULL));
    end(&f);
}

static void packs_a_shelf_with_nothing_on_it(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf packed = {0};
    struct pv_pattern_shelf shelf = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    bool found = true;
    (void)state;
    pv_pattern_shelf_pack(&shelf, &vocab, &packed);
    assert_ok(pv_pattern_shelf_unpack(&mem, pv_buf_str(&packed), &shelf, NULL));
    assert_ok(pv_packed_shelf_find(&mem, code_of(&shelf, 0), &vocab, &source, &found, NULL));
    assert_false(found);
}

/* Whatever one byte says, trees are whole: each node ends in the one around it, in its text. */
static void assert_whole(const struct pv_tree *tree)
{
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        assert_true(node->after > i && node->after <= tree->nodes.n);
        assert_true(node->start <= node->end && node->end <= tree->text.n);
        assert_true(node->kind < PV_KIND_COUNT && node->role < PV_ROLE_COUNT);
        if (i == 0)
            continue;
        assert_true(node->parent < i && node->after <= pv_tree_at(tree, node->parent)->after);
    }
}

static void survives_every_damage(void **state)
{
    static const unsigned char flips[] = {0x01, 0x20, 0x80, 0xff};
    struct fixture f;
    (void)state;
    begin(&f);
    for (size_t at = 0; at < PV_COUNT(flips) * f.packed.n; at++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_pattern_shelf back = {0};
        struct pv_vocab vocab = {0};
        char *byte = &f.packed.p[at / PV_COUNT(flips)];
        *byte = (char)((unsigned char)*byte ^ flips[at % PV_COUNT(flips)]);
        if (pv_is_ok(pv_pattern_shelf_unpack(&mem, pv_buf_str(&f.packed), &back, NULL))) {
            for (size_t i = 0; i < PV_COUNT(patterns); i++) {
                struct pv_pattern_source source = {0};
                bool found = false;
                assert_ok(
                    pv_packed_shelf_find(&mem, code_of(&back, i), &vocab, &source, &found, NULL));
                if (found)
                    assert_whole(&source.tree);
            }
        }
        *byte = (char)((unsigned char)*byte ^ flips[at % PV_COUNT(flips)]);
    }
    end(&f);
}

static void refuses_a_shelf_that_is_cut(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    for (size_t n = 0; n < f.packed.n; n++) {
        struct pv_pattern_shelf back = {0};
        struct pv_str cut = pv_str_sub(pv_buf_str(&f.packed), 0, n);
        assert_code(PV_INVALID, pv_pattern_shelf_unpack(&f.mem, cut, &back, NULL));
    }
    end(&f);
}

static void lives_without_memory(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f);
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_pattern_shelf back = {0};
        struct pv_vocab vocab = {0};
        struct pv_result result = pv_pattern_shelf_unpack(&mem, pv_buf_str(&f.packed), &back, NULL);
        for (size_t i = 0; i < PV_COUNT(patterns) && pv_is_ok(result); i++) {
            struct pv_pattern_source source = {0};
            result = pv_pattern_shelf_parse(&mem, code_of(&back, i), &vocab, &source, NULL);
        }
        fault_end(&fault, result);
    }
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_the_tree_of_what_is_written_alike),
        cmocka_unit_test(gives_packed_patterns_without_parsing),
        cmocka_unit_test(compiles_alike_from_packed_patterns),
        cmocka_unit_test(knows_nothing_that_it_was_not_given),
        cmocka_unit_test(packs_a_shelf_with_nothing_on_it),
        cmocka_unit_test(survives_every_damage),
        cmocka_unit_test(refuses_a_shelf_that_is_cut),
        cmocka_unit_test(lives_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
