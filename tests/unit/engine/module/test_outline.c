/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/module/outline.h"

#include "base/hash.h"
#include "engine/module/module_limits.h"
#include "support/test.h"

#include <stdio.h>

static uint64_t hash_of(const char *text)
{
    return pv_hash_str(pv_str_of(text));
}

static struct pv_outline outline(struct pv_arena *mem, const char *lang, const char *path,
                                 const char *text)
{
    struct pv_outline out = {0};
    assert_ok(pv_outline_read(mem, pv_lang_find(pv_str_of(lang)), pv_str_of(path), pv_str_of(text),
                              &out, NULL));
    return out;
}

static void reads_packages_and_their_imports(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    struct pv_outline out = outline(&mem, "java", "x/A.java",
                                    "// a\n\npackage a.b;\nimport c.d.E;\nimport static c.F.g;\n"
                                    "import h.*;\n@X\nclass A {\nimport z.Z;\n");
    assert_true(out.group == hash_of("a.b"));
    assert_int_equal(out.imports.n, 3);
    assert_true(out.imports.p[0].package == hash_of("c.d") &&
                out.imports.p[0].name == hash_of("E"));
    assert_true(out.imports.p[1].package == hash_of("c") && out.imports.p[1].name == hash_of("F"));
    assert_true(out.imports.p[2].package == hash_of("h") && out.imports.p[2].name == 0);
    out = outline(&mem, "scala", "A.scala", "package a\nimport b.c._\nimport b.d.{E, F}\n");
    assert_true(out.imports.p[0].package == hash_of("b.c") && out.imports.p[0].name == 0);
    assert_true(out.imports.p[1].package == hash_of("b.d") && out.imports.p[1].name == 0);
    out = outline(&mem, "csharp", "A.cs", "using X.Y;\nnamespace Z.W;\n");
    assert_true(out.group == hash_of("Z.W") && out.imports.p[0].package == hash_of("X.Y"));
    pv_arena_clear(&mem);
}

static void reads_namespaces_of_php(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    struct pv_outline out =
        outline(&mem, "php", "a.php",
                "<?php\ndeclare(strict_types=1);\n\nnamespace A\\B;\n\nuse C\\D;\nuse \\E;\n"
                "use function F\\g;\nuse H\\{I, J};\nclass K extends D {\nuse Z;\n");
    assert_true(out.group == hash_of("A\\B"));
    assert_int_equal(out.imports.n, 5);
    assert_true(out.imports.p[0].package == hash_of("\\") && out.imports.p[0].has_no_class);
    assert_true(out.imports.p[1].package == hash_of("C") && out.imports.p[1].name == hash_of("D"));
    assert_true(out.imports.p[2].package == hash_of("\\") && out.imports.p[2].name == hash_of("E"));
    assert_true(out.imports.p[3].package == hash_of("F") && out.imports.p[3].name == hash_of("g"));
    assert_true(out.imports.p[4].package == hash_of("H") && out.imports.p[4].name == 0);
    assert_true(out.bases[0] == hash_of("D"));
    assert_true(outline(&mem, "php", "b.php", "<?php\nf();\n").group == hash_of("\\"));
    assert_true(outline(&mem, "ruby", "b.rb", "class A\nend\n").kind == PV_OUTLINE_PACKAGE);
    pv_arena_clear(&mem);
}

static void reads_what_a_class_extends_and_the_namespace_of_a_file(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    struct pv_outline out =
        outline(&mem, "java", "A.java",
                "package a;\n@B\npublic class A\n  extends C implements x.D, E {\n  F f;");
    assert_int_equal(out.n_bases, 2);
    assert_true(out.bases[0] == hash_of("C") && out.bases[1] == hash_of("E"));
    out = outline(&mem, "kotlin", "A.kt", "package a\nclass A : B(), C, D, E, F {\n");
    assert_int_equal(out.n_bases, PV_OUTLINE_BASES_MAX);
    assert_int_equal(outline(&mem, "java", "A.java", "class A {}\n").n_bases, 0);
    out = outline(&mem, "cpp", "a.cpp", "#include <x>\nnamespace a::b {\nnamespace c {\n");
    assert_true(out.space == hash_of("a::b"));
    assert_true(outline(&mem, "cpp", "a.cpp", "// namespace a\nusing namespace b;\n").space == 0);
    assert_true(outline(&mem, "c", "a.c", "\nnamespace a\n").space == 0);
    pv_arena_clear(&mem);
}

static const char *const headers[] = {"class A extends X",
                                      "class A implements B, X",
                                      "class A : X",
                                      "  implements X",
                                      "X x",
                                      "class X",
                                      "void f() { X",
                                      "return a ? b : X"};

static void see_x(void *context, const struct pv_outline_mention *mention)
{
    if (mention->hash == hash_of("X"))
        *(bool *)context = pv_outline_is_base(mention);
}

static void knows_what_a_class_extends(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(headers); i++) {
        bool is_base = false;
        pv_outline_mentions(pv_str_of(headers[i]), see_x, &is_base);
        assert_int_equal(is_base, i < 4);
    }
}

static void values_go_from_kin_to_kin(void **state)
{
    (void)state;
    const struct pv_lang *c = pv_lang_find(PV_STR("c"));
    const struct pv_lang *java = pv_lang_find(PV_STR("java"));
    assert_true(pv_outline_is_kin(c, pv_lang_find(PV_STR("cpp"))));
    assert_true(pv_outline_is_kin(pv_lang_find(PV_STR("kotlin")), java));
    assert_false(pv_outline_is_kin(c, java));
    assert_false(pv_outline_is_kin(c, NULL));
}

static void reads_paths_of_modules(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    struct pv_outline out =
        outline(&mem, "python", "p/a.py",
                "import os.path, b as c\nfrom .d import e, f as g\nfrom . import h\n");
    const char *wanted[] = {"os.path", "b", ".d", ".d.e", ".d.f", ".", ".h"};
    assert_true(out.group == hash_of("p"));
    assert_int_equal(out.imports.n, PV_COUNT(wanted));
    for (size_t i = 0; i < PV_COUNT(wanted); i++)
        assert_true(pv_str_eq(out.imports.p[i].path, pv_str_of(wanted[i])));
    out = outline(
        &mem, "javascript", "a.js",
        "const x = require('./x');\nimport y from \"../y\";\nimport 'z';\nconst s = '.';\n");
    assert_int_equal(out.imports.n, 2);
    assert_true(pv_str_eq(out.imports.p[0].path, PV_STR("./x")));
    assert_true(pv_str_eq(out.imports.p[1].path, PV_STR("../y")));
    pv_arena_clear(&mem);
}

static void reads_imports_of_go(void **state)
{
    struct pv_arena mem = {0};
    (void)state;
    struct pv_outline out =
        outline(&mem, "go", "p/a.go",
                "// \"no\"\npackage a\n\nimport \"fmt\"\nimport (\n\tb \"x.y/b\"\n)\n"
                "var c = \"d\"\nimport \"e\"\n");
    assert_true(out.group == hash_of("p"));
    assert_int_equal(out.imports.n, 2);
    assert_true(pv_str_eq(out.imports.p[0].path, PV_STR("fmt")));
    assert_true(pv_str_eq(out.imports.p[1].path, PV_STR("x.y/b")));
    assert_true(out.imports.p[1].package == 0);
    pv_arena_clear(&mem);
}

static void imports_have_a_bound(void **state)
{
    struct pv_arena mem = {0};
    char text[64 * (PV_OUTLINE_IMPORTS_MAX + 20)] = "";
    size_t n = 0;
    (void)state;
    for (int i = 0; i < PV_OUTLINE_IMPORTS_MAX + 10; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "import a.B%d;\n", i);
    assert_int_equal(outline(&mem, "java", "A.java", text).imports.n, PV_OUTLINE_IMPORTS_MAX);
    pv_arena_clear(&mem);
}

struct defined {
    const char *lang;
    const char *text;
    const char *names; /* by spaces */
};

static void finds_what_is_defined_for_others(void **state)
{
    static const struct defined cases[] = {
        {"java",
         "/* class No */\n * class No\npublic final class A<T> {\n enum B {}\n the class of\n",
         "A B"},
        {"kotlin", "object A {\n  fun b() {}\n}\nfun c() {}\nprivate val d = 1\n", "A c d"},
        {"php", "trait A {\n  function b() {}\n}\nfunction c() {}\n", "A c"},
        {"ruby", "module A\n  def b; end\nend\ndef c(x)\n", "A c"},
        {"go",
         "func a() {\nfunc (x T) b() {\n\tfunc c() {\ntype D struct {\nvar e = 1\nconst f = 2\n",
         "a D e f"},
        {"c",
         "int a(void)\n{\n  b(1);\n}\nint c(int x);\nstatic int d(void)\n{\n}\nchar *e = \"x\";\n"
         "extern int f;\nint g[2];\nif (x)\n",
         "a e g"},
        {"cpp", "class A {\nclass B;\nint C::d(int x)\n", "A C"},
        {"cpp",
         "class API D : public E {\nclass F final : G { void h(int); };\nI::~I()\nclass J\n"
         "struct K l = {\nstruct M *n(int o)\nclass P::Q {\n",
         "D F I J l n"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_outline_names names = {0};
        struct pv_str wanted = pv_str_of(cases[i].names);
        struct pv_str name = {0};
        size_t n = 0;
        assert_ok(pv_outline_defines(&mem, pv_lang_find(pv_str_of(cases[i].lang)),
                                     pv_str_of(cases[i].text), &names, NULL));
        for (; pv_str_split(&wanted, ' ', &name); n++)
            assert_true(n < names.list.n && names.list.p[n].hash == pv_hash_str(name));
        assert_int_equal(names.list.n, n);
        pv_arena_clear(&mem);
    }
}

struct seen {
    uint64_t hashes[8];
    struct pv_str qualifiers[8];
    size_t n;
};

static void see(void *context, const struct pv_outline_mention *mention)
{
    struct seen *seen = context;
    assert_true(seen->n < PV_COUNT(seen->hashes));
    seen->hashes[seen->n] = mention->hash;
    seen->qualifiers[seen->n++] = pv_outline_qualifier(mention);
}

static void sees_words_and_what_stands_before_them(void **state)
{
    struct seen seen = {0};
    (void)state;
    pv_outline_mentions(PV_STR("new a.b.C(d) \"E\" .f"), see, &seen);
    const char *words[] = {"new", "a", "b", "C", "d", "f"};
    assert_int_equal(seen.n, PV_COUNT(words));
    for (size_t i = 0; i < PV_COUNT(words); i++)
        assert_true(seen.hashes[i] == hash_of(words[i]));
    assert_true(pv_str_eq(seen.qualifiers[3], PV_STR("a.b")));
    assert_int_equal(seen.qualifiers[0].n, 0);
    assert_int_equal(seen.qualifiers[5].n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_packages_and_their_imports),
        cmocka_unit_test(reads_namespaces_of_php),
        cmocka_unit_test(reads_what_a_class_extends_and_the_namespace_of_a_file),
        cmocka_unit_test(knows_what_a_class_extends),
        cmocka_unit_test(values_go_from_kin_to_kin),
        cmocka_unit_test(reads_paths_of_modules),
        cmocka_unit_test(reads_imports_of_go),
        cmocka_unit_test(imports_have_a_bound),
        cmocka_unit_test(finds_what_is_defined_for_others),
        cmocka_unit_test(sees_words_and_what_stands_before_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
