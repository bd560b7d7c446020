/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "base/buf.h"
#include "support/test.h"

#include <string.h>

static struct pv_tree parse(struct pv_arena *mem, const char *lang, struct pv_str text,
                            struct pv_parse_memory *memory)
{
    struct pv_parse_options options = {.memory = memory};
    struct pv_tree tree = {0};
    assert_ok(pv_lang_parse(mem, pv_lang_find(pv_str_of(lang)), text, &options, &tree, NULL));
    return tree;
}

/* `times` of `line`, in `mem`. */
static struct pv_str repeat(struct pv_arena *mem, const char *line, size_t times)
{
    char *text = NULL;
    size_t n = strlen(line);
    assert_ok(PV_NEW_ARRAY(mem, n * times + 1, &text, NULL));
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * n, line, n);
    return (struct pv_str){text, n * times};
}

static void makes_the_same_trees_in_a_memory_of_its_own(void **state)
{
    static const struct {
        const char *lang;
        const char *line;
        size_t times;
    } cases[] = {
        {"python", "def f(a, b=1):\n    return f'{a}' + g(b)[0]\n", 1},
        {"python", "x = 1\n", 20000},
        {"java", "class A { int f(String s) { return s.length() + 1; } }\n", 300},
        {"java", "} ) ( class { ; 'x \"y\n", 200},
        {"cpp", "template <class T, int N> T f(A<T> a) noexcept { return a ? b<T>(c) : N; }\n", 40},
        {"cpp", "M(x) class } T operator (; << { if < > else 'x' ) = \"y\n", 60},
        {"c", "A(int) *f B { return (T)*p; }\n", 60},
        {"ruby", "a = <<~B\n  c #{d}\nB\n", 100},
        {"json", "[1, {\"a\": null}]", 1},
        {"dockerfile", "FROM a\nRUN b && c | d\n", 20},
        {"python", "", 1},
    };
    PV_DEFER(pv_parse_memory_freep) struct pv_parse_memory *memory = pv_parse_memory_new();
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    (void)state;
    assert_non_null(memory);
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < PV_COUNT(cases); i++) {
            struct pv_str text = repeat(&mem, cases[i].line, cases[i].times);
            struct pv_tree own = parse(&mem, cases[i].lang, text, NULL);
            struct pv_tree given = parse(&mem, cases[i].lang, text, memory);
            assert_int_equal(own.nodes.n, given.nodes.n);
            assert_memory_equal(own.nodes.p, given.nodes.p, own.nodes.n * sizeof *own.nodes.p);
            assert_int_equal(own.error_bytes, given.error_bytes);
        }
        pv_arena_reset(&mem);
    }
}

static uint64_t late(void)
{
    return 2;
}

static void can_be_used_again_after_a_failure(void **state)
{
    PV_DEFER(pv_parse_memory_freep) struct pv_parse_memory *memory = pv_parse_memory_new();
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_parse_options options = {.memory = memory, .deadline_ns = 1, .now_ns = late};
    struct pv_tree tree = {0};
    (void)state;
    assert_code(PV_LIMIT, pv_lang_parse(&mem, pv_lang_find(PV_STR("python")),
                                        repeat(&mem, "f(1)\n", 5000), &options, &tree, NULL));
    tree = parse(&mem, "python", PV_STR("f(1)\n"), memory);
    assert_int_equal(pv_tree_at(&tree, 0)->kind, PV_FILE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_the_same_trees_in_a_memory_of_its_own),
        cmocka_unit_test(can_be_used_again_after_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
