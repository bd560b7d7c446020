/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule_image.h"

#include "base/bits.h"
#include "support/test.h"

static const char rules[] = "rules:\n"
                            "  - id: one\n"
                            "    languages: [python]\n"
                            "    severity: ERROR\n"
                            "    message: $X is bad\n"
                            "    metadata: {cwe: CWE-1, list: [1, 2.5, true, null, 'text']}\n"
                            "    pattern: one($X)\n"
                            "  - id: two\n"
                            "    languages: [python, cobol]\n"
                            "    severity: INFO\n"
                            "    paths: {exclude: ['*_test.py']}\n"
                            "    message: m\n"
                            "    pattern-either: [{pattern: two(...)}, {pattern: three(...)}]\n"
                            "  - id: broken\n"
                            "    languages: [python]\n"
                            "    severity: INFO\n";

struct fixture {
    struct pv_rule_set full;
    struct pv_rule_set back;
    struct pv_rule_origin origin;
    struct pv_arena mem;
    struct pv_buf image;
};

static void begin(struct fixture *f)
{
    struct pv_rule_source *source = NULL;
    assert_ok(PV_VEC_PUSH(&f->mem, &f->origin.sources.list, &source, NULL));
    *source = (struct pv_rule_source){PV_STR("a.yaml"), pv_str_of(rules)};
    f->origin.engine = PV_STR("this one");
    assert_ok(pv_rule_set_read(&f->full, source->path, source->text, NULL));
    assert_true(pv_rule_image_write(&f->full, &f->origin, &f->image));
}

static void end(struct fixture *f)
{
    pv_rule_set_clear(&f->full);
    pv_rule_set_clear(&f->back);
    pv_buf_clear(&f->image);
    pv_arena_clear(&f->mem);
}

static struct pv_result read_back(struct fixture *f, struct pv_str image)
{
    pv_rule_set_clear(&f->back);
    return pv_rule_image_read(&f->back, &f->origin, image, NULL);
}

static void assert_same_text(struct pv_str a, struct pv_str b)
{
    assert_true(pv_str_eq(a, b));
}

static void gives_the_rules_again(void **state)
{
    (void)state;
    struct fixture f = {0};
    begin(&f);
    assert_ok(read_back(&f, pv_buf_str(&f.image)));
    assert_int_equal(f.back.rules.n, 2);
    assert_int_equal(f.back.n_broken, f.full.n_broken);
    assert_int_equal(f.back.problems.n, f.full.problems.n);
    for (size_t i = 0; i < f.full.problems.n; i++)
        assert_same_text(f.full.problems.p[i].text, f.back.problems.p[i].text);
    for (size_t i = 0; i < f.full.rules.n; i++) {
        const struct pv_rule *a = f.full.rules.p[i];
        const struct pv_rule *b = f.back.rules.p[i];
        assert_same_text(a->check_id, b->check_id);
        assert_int_equal(a->line, b->line);
        assert_int_equal(a->n_parts, b->n_parts);
        assert_int_equal(a->parts[0].needs.list.n, b->parts[0].needs.list.n);
        assert_true(b->parts[0].is_deferred);
        assert_null(b->parts[0].formula);
        assert_int_equal(b->severity, a->severity);
        assert_int_equal(b->n_exclude, a->n_exclude);
    }
    end(&f);
}

static void says_all_once_it_is_compiled(void **state)
{
    (void)state;
    struct fixture f = {0};
    uint64_t wanted[1] = {UINT64_MAX};
    begin(&f);
    assert_ok(read_back(&f, pv_buf_str(&f.image)));
    assert_ok(pv_rule_set_compile(&f.back, wanted, NULL));
    for (size_t i = 0; i < f.full.rules.n; i++)
        assert_same_text(f.full.rules.p[i]->message, f.back.rules.p[i]->message);
    const struct pv_doc *list = pv_doc_get(f.back.rules.p[0]->metadata, PV_STR("list"));
    assert_int_equal(list->n, 5);
    assert_int_equal(list->items[0].number, 1);
    assert_true(list->items[1].real > 2.4 && list->items[1].real < 2.6);
    assert_int_equal(list->items[2].number, 1);
    assert_int_equal(list->items[3].kind, PV_DOC_NULL);
    end(&f);
}

static void compiles_what_is_wanted(void **state)
{
    (void)state;
    struct fixture f = {0};
    uint64_t wanted[1] = {0};
    begin(&f);
    assert_ok(read_back(&f, pv_buf_str(&f.image)));
    assert_true(pv_rule_set_is_deferred(&f.back));
    pv_bits_set(wanted, 1);
    assert_ok(pv_rule_set_compile(&f.back, wanted, NULL));
    assert_null(f.back.rules.p[0]->parts[0].formula);
    assert_non_null(f.back.rules.p[1]->parts[0].formula);
    assert_int_equal(f.back.problems.n, f.full.problems.n);
    pv_bits_set(wanted, 0);
    assert_ok(pv_rule_set_compile(&f.back, wanted, NULL));
    assert_false(pv_rule_set_is_deferred(&f.back));
    end(&f);
}

static void refuses_every_damage(void **state)
{
    (void)state;
    struct fixture f = {0};
    begin(&f);
    for (size_t i = 0; i < f.image.n; i++) {
        f.image.p[i] ^= 0x20;
        assert_int_equal(read_back(&f, pv_buf_str(&f.image)).code, PV_INVALID);
        f.image.p[i] ^= 0x20;
        assert_int_equal(read_back(&f, pv_str_sub(pv_buf_str(&f.image), 0, i)).code, PV_INVALID);
    }
    end(&f);
}

static void refuses_another_origin(void **state)
{
    (void)state;
    struct fixture f = {0};
    begin(&f);
    f.origin.engine = PV_STR("another");
    assert_int_equal(read_back(&f, pv_buf_str(&f.image)).code, PV_INVALID);
    f.origin.engine = PV_STR("this one");
    f.origin.sources.list.p[0].text = PV_STR("rules: []");
    assert_int_equal(read_back(&f, pv_buf_str(&f.image)).code, PV_INVALID);
    f.origin.sources.list.p[0].text = pv_str_of(rules);
    f.origin.sources.list.p[0].path = PV_STR("b.yaml");
    assert_int_equal(read_back(&f, pv_buf_str(&f.image)).code, PV_INVALID);
    end(&f);
}

static void holds_no_entry_points_of_users(void **state)
{
    (void)state;
    struct fixture f = {0};
    const char *entries = "entry-points:\n"
                          "  - {id: e, kind: http, languages: [python], pattern: e()}\n";
    begin(&f);
    assert_ok(pv_rule_set_read(&f.full, PV_STR("e.yaml"), pv_str_of(entries), NULL));
    size_t before = f.image.n;
    assert_false(pv_rule_image_write(&f.full, &f.origin, &f.image));
    assert_int_equal(f.image.n, before);
    end(&f);
}

static const char flow[] = "rules:\n"
                           "  - id: flow\n"
                           "    mode: taint\n"
                           "    languages: [python]\n"
                           "    severity: ERROR\n"
                           "    message: m\n"
                           "    pattern-sources: [{entry-point: http}]\n"
                           "    pattern-sinks: [{pattern: run($X)}]\n";

static size_t count_sources(const struct pv_rule_set *set)
{
    return set->rules.p[0]->parts[0].taint->sources.n;
}

/* An image of `flow`, in f->back; all is wanted but the entry points from `n_entries` on. */
static void compile_flow(struct fixture *f, size_t n_entries)
{
    uint64_t wanted[4] = {1};
    f->origin.sources.list.p[0].text = pv_str_of(flow);
    f->image.n = 0;
    assert_true(pv_rule_image_write(&f->full, &f->origin, &f->image));
    assert_ok(read_back(f, pv_buf_str(&f->image)));
    assert_in_range(pv_rule_set_n_wanted(&f->back), 2, 4 * PV_BITS_WORD);
    for (size_t i = 0; i < n_entries; i++)
        pv_bits_set(wanted, 1 + i);
    assert_ok(pv_rule_set_compile(&f->back, wanted, NULL));
}

static void compiles_the_entry_points_that_are_wanted(void **state)
{
    (void)state;
    struct fixture f = {0};
    begin(&f);
    pv_rule_set_clear(&f.full);
    assert_ok(pv_rule_set_read(&f.full, PV_STR("a.yaml"), pv_str_of(flow), NULL));
    size_t all = f.full.entry_formulas.n;
    compile_flow(&f, 0);
    assert_int_equal(count_sources(&f.back), 0);
    compile_flow(&f, 1);
    assert_int_equal(count_sources(&f.back), 1);
    compile_flow(&f, all);
    assert_int_equal(count_sources(&f.back), count_sources(&f.full));
    for (size_t i = 0; i < all; i++)
        assert_same_text(f.full.entry_points.p[f.full.entry_formulas.p[i].entry].id,
                         f.back.entry_points.p[f.back.entry_formulas.p[i].entry].id);
    end(&f);
}

/* A text that has none of its words holds no entry point of the kind. */
static void knows_where_an_entry_point_may_be(void **state)
{
    (void)state;
    struct fixture f = {0};
    uint64_t none[64] = {0};
    uint64_t any[64];
    memset(any, 0xff, sizeof any);
    begin(&f);
    pv_rule_set_clear(&f.full);
    assert_ok(pv_rule_set_read(&f.full, PV_STR("a.yaml"), pv_str_of(flow), NULL));
    compile_flow(&f, 0);
    assert_in_range(f.back.vocab.words.n, 1, 64 * PV_BITS_WORD);
    PV_VEC_EACH (const struct pv_deferred_entry, entry, &f.back.deferred_entries) {
        assert_true(pv_deferred_entry_may_be(entry, pv_lang_find(PV_STR("python")), any));
        assert_false(pv_deferred_entry_may_be(entry, pv_lang_find(PV_STR("java")), any));
        assert_false(pv_deferred_entry_may_be(entry, NULL, any));
        assert_false(entry->needs.list.n &&
                     pv_deferred_entry_may_be(entry, pv_lang_find(PV_STR("python")), none));
    }
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_all_once_it_is_compiled),
        cmocka_unit_test(compiles_the_entry_points_that_are_wanted),
        cmocka_unit_test(knows_where_an_entry_point_may_be),
        cmocka_unit_test(gives_the_rules_again),
        cmocka_unit_test(compiles_what_is_wanted),
        cmocka_unit_test(refuses_every_damage),
        cmocka_unit_test(refuses_another_origin),
        cmocka_unit_test(holds_no_entry_points_of_users),
    };
    return cmocka_run_group_tests_name("rule_image", tests, NULL, NULL);
}
