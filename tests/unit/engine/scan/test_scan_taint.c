/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code in a few languages, in which a line with "HIT" is one that a value from
 * source() must be found to reach, and no other line.
 */
#include "base/buf.h"
#include "engine/scan/scan.h"
#include "support/test.h"

static const char rule_start[] = "rules:\n"
                                 "- id: flow\n"
                                 "  mode: taint\n"
                                 "  severity: ERROR\n"
                                 "  message: $X flows\n"
                                 "  pattern-sources: [{pattern: source(...)}]\n"
                                 "  pattern-sinks: [{pattern: sink(...)}]\n"
                                 "  pattern-sanitizers: [{pattern: clean(...)}]\n";

struct flow_case {
    const char *name;
    const char *path;
    const char *more; /* of the rule, besides languages */
    const char *code;
};

struct scanned {
    struct pv_arena mem;
    struct pv_rule_set rules;
    struct pv_scan_result result;
};

static void scan(struct scanned *it, const char *rules, const char *path, const char *code)
{
    struct pv_targets targets = {0};
    struct pv_scan_options options = {.rules = &it->rules, .threads = 1};
    assert_ok(pv_rule_set_read(&it->rules, PV_STR("r.yaml"), pv_str_of(rules), NULL));
    assert_int_equal(it->rules.rules.n, 1);
    assert_ok(pv_targets_add_text(&it->mem, &targets, pv_str_of(path), pv_str_of(code), NULL));
    assert_ok(pv_scan_run(&options, &targets, &it->result, NULL));
}

static void scan_clear(struct scanned *it)
{
    pv_scan_result_clear(&it->result);
    pv_rule_set_clear(&it->rules);
    pv_arena_clear(&it->mem);
}

static const char *language_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    return strcmp(dot, ".py") == 0   ? "python"
           : strcmp(dot, ".js") == 0 ? "javascript"
           : strcmp(dot, ".go") == 0 ? "go"
           : strcmp(dot, ".c") == 0  ? "c"
           : strcmp(dot, ".cs") == 0 ? "csharp"
           : strcmp(dot, ".kt") == 0 ? "kotlin"
           : strcmp(dot, ".rb") == 0 ? "ruby"
           : strcmp(dot, ".rs") == 0 ? "rust"
                                     : "java";
}

static bool is_found(const struct pv_scan_result *result, uint32_t line)
{
    for (size_t i = 0; i < result->n_findings; i++)
        if (result->findings[i].start.line == line)
            return true;
    return false;
}

static void check(const struct flow_case *it)
{
    struct scanned scanned = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
    struct pv_str rest = pv_str_of(it->code);
    struct pv_str line = {0};
    pv_buf_format(&rules, "%s  languages: [%s]\n%s", rule_start, language_of(it->path),
                  it->more ? it->more : "");
    pv_buf_add_byte(&rules, '\0');
    scan(&scanned, rules.p, it->path, it->code);
    for (uint32_t number = 1; pv_str_split(&rest, '\n', &line); number++) {
        bool expected = pv_str_find(line, PV_STR("HIT"), 0) < line.n;
        if (is_found(&scanned.result, number) != expected)
            fail_msg("%s: line %u: %s", it->name, number,
                     expected ? "nothing was found" : "should not be found");
    }
    assert_int_equal(scanned.result.files[0].outcome, PV_OUTCOME_PARSED);
    scan_clear(&scanned);
}

static void check_all(const struct flow_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(&cases[i]);
}

static void follows_variables_and_operators(void **state)
{
    static const struct flow_case cases[] = {
        {"straight", "a.py", NULL, "x = source()\nsink(x) # HIT\n"},
        {"overwritten", "a.py", NULL, "x = source()\nx = 1\nsink(x)\n"},
        {"cleaned", "a.py", NULL, "x = source()\nx = clean(x)\nsink(x)\n"},
        {"put together", "a.py", NULL, "x = 'a' + source() + 'b'\nsink(x) # HIT\n"},
        {"in a text", "a.py", NULL, "sink(f'a{source()}') # HIT\n"},
        {"added to", "a.py", NULL, "x = ''\nx += source()\nsink(x) # HIT\n"},
        {"through a call", "a.py", NULL, "sink(str(source())) # HIT\n"},
        {"one of two", "a.py", NULL, "sink(source() if a else b) # HIT\n"},
        {"asked, not given", "a.py", NULL, "sink(a if source() else b)\n"},
        {"given back", "a.js", NULL, "const x = a || source();\nsink(x); // HIT\n"},
        {"taken apart", "a.js", NULL,
         "const {a, b: [c]} = {a: 1, b: [source()]};\nsink(a);\nsink(c); // HIT\n"},
        {"two at once", "a.py", NULL, "a, b = 1, source()\nsink(a)\nsink(b) # HIT\n"},
        {"swapped", "a.py", NULL, "a = source()\nb = 1\na, b = b, a\nsink(a)\nsink(b) # HIT\n"},
    };
    (void)state;
    check_all(cases, PV_COUNT(cases));
}

static void tells_fields_and_elements_apart(void **state)
{
    static const struct flow_case cases[] = {
        {"fields", "a.py", NULL, "x.a = source()\nsink(x.b)\nsink(x.a.c) # HIT\nsink(x) # HIT\n"},
        {"keys", "a.py", NULL, "m = {'a': source(), 'b': 1}\nsink(m['b'])\nsink(m['a']) # HIT\n"},
        {"a key that is known", "a.py", NULL, "k = 'b'\nm = {'a': source(), 'b': 1}\nsink(m[k])\n"},
        {"a key that is not", "a.py", NULL, "m = {'a': source()}\nsink(m[k]) # HIT\n"},
        {"all of it cleaned", "a.py", NULL, "x.a = source()\nx = clean(x)\nsink(x.a)\n"},
        {"collections", "a.py", NULL, "xs = []\nxs.append(source())\nsink(xs) # HIT\n"},
        {"elements", "a.py", NULL, "for x in [1, source()]:\n    sink(x) # HIT\n"},
        {"names of a comprehension", "a.py", NULL,
         "def f(x):\n    y = [x for x in source()]\n    sink(x)\n    sink(y) # HIT\n"
         "    y = [y for y in y]\n    sink(y) # HIT\n"},
        {"the rest", "a.js", NULL,
         "const [a, ...rest] = [source(), 1];\nsink(a); // HIT\nsink(rest);\n"},
        {"properties", "A.java", NULL,
         "class A { void f() { P p = q(); p.setX(source()); sink(p.getY());\n"
         "sink(p.getX()); // HIT\n} }\n"},
        {"symbols", "a.rb", NULL,
         "h = { name: source(), age: 1 }\nsink(h.fetch(:age))\nsink(h[:name]) # HIT\n"},
        {"keys within keys", "a.rb", NULL,
         "h = { a: { b: source(), c: 1 } }\nsink(h.dig(:a, :c))\nsink(h.dig(:a, :b)) # HIT\n"},
        {"a key or what a function gives", "a.kt", NULL,
         "fun f() { val m: HashMap<String, String> = HashMap<String, String>()\n"
         "m.put(\"a\", source())\nsink(m.getOrElse(\"b\") { \"x\" })\n"
         "sink(m.getOrElse(\"b\") { source() }) // HIT\n"
         "sink(m.getOrElse(\"a\") { \"x\" }) // HIT\n}\n"},
        {"an element that is counted to", "a.js", NULL,
         "const a = [1, source()];\nlet i = 0;\nsink(a[i]);\ni++;\nsink(a[i]); // HIT\n"},
        {"removed", "a.go", NULL,
         "package a\nfunc f() { m := map[string]string{}\nm[\"a\"] = source()\n"
         "delete(m, \"a\")\nsink(m[\"a\"]) }\n"},
    };
    (void)state;
    check_all(cases, PV_COUNT(cases));
}

static void follows_control_flow(void **state)
{
    static const struct flow_case cases[] = {
        {"one branch", "a.py", NULL, "x = 1\nif a:\n    x = source()\nsink(x) # HIT\n"},
        {"both branches", "a.py", NULL,
         "x = source()\nif a:\n    x = 1\nelse:\n    x = 2\nsink(x)\n"},
        {"a branch that cannot be", "a.py", NULL, "if False:\n    sink(source())\n"},
        {"two conditions that exclude each other", "a.py", NULL,
         "def f(a):\n    if a == 1:\n        if a == 2:\n            sink(source())\n"},
        {"after a return", "a.py", NULL, "def f():\n    return 1\n    sink(source())\n"},
        {"the next time round", "a.py", NULL,
         "x = 1\nwhile a():\n    sink(x) # HIT\n    x = source()\n"},
        {"before a break", "a.py", NULL,
         "x = 1\nwhile True:\n    x = source()\n    break\n    x = 2\nsink(x) # HIT\n"},
        {"never ends", "a.py", NULL, "while True:\n    pass\nsink(source())\n"},
        {"a handler", "a.py", NULL,
         "x = 1\ntry:\n    x = source()\n    f()\n    x = 2\nexcept E:\n    sink(x) # HIT\n"
         "sink(x) # HIT\n"},
        {"no way to the handler", "a.py", NULL,
         "x = source()\ntry:\n    pass\nexcept E:\n    sink(x)\n"},
        {"cleaned on the way", "a.py", NULL,
         "x = source()\ntry:\n    x = clean(x)\nfinally:\n    f()\nsink(x)\n"},
        {"falls into the next case", "a.js", NULL,
         "switch (a) { case 1: x = source();\ncase 2: sink(x); // HIT\nbreak;\n"
         "case 3: sink(x);\n}\n"},
        {"one case", "a.c", NULL,
         "void f(int a) { char *x = \"\"; switch (a) { case 1: x = source(); break;\n"
         "case 2: sink(x); break; }\nsink(x); /* HIT */ }\n"},
        {"a range of cases", "a.cs", NULL,
         "class A { void f(int n, string x) { switch (n) { case >= 0 and < 10: sink(x); break;\n"
         "case < -4 or 20: sink(x); // HIT\nbreak; } }\n"
         "void g() { f(11, source()); f(-5, source()); } }\n"},
        {"not one case", "a.cs", NULL,
         "class A { void f(int n, string x) { switch (n) { case not 3: sink(x); break;\n"
         "case -3: sink(x); break; } }\nvoid g() { f(3, source()); } }\n"},
        {"a pattern that did not match", "a.rs", NULL,
         "fn f() { let s = source();\nif let Some(x) = s {\nsink(x); // HIT\n"
         "} else {\nsink(x);\n} }\n"},
        {"what is thrown", "a.py", NULL,
         "try:\n    raise E(source())\nexcept E as e:\n    sink(e) # HIT\n"},
    };
    (void)state;
    check_all(cases, PV_COUNT(cases));
}

static void follows_calls_within_the_file(void **state)
{
    static const struct flow_case cases[] = {
        {"a class that keeps an object of itself", "A.java", NULL,
         "class A { static A one = new A(source()); A two = new A(\"\"); String x;\n"
         "A(String y) { x = y; }\nvoid f() { sink(one.x); // HIT\n} }\n"},
        {"through", "a.py", NULL,
         "def f(a, b):\n    return b\nsink(f(source(), 1))\nsink(f(1, source())) # HIT\n"},
        {"into", "a.py", NULL, "def f(a):\n    sink(a) # HIT\nf(source())\n"},
        {"out of", "a.py", NULL, "def f():\n    return source()\ndef g():\n    sink(f()) # HIT\n"},
        {"by name", "a.py", NULL,
         "def f(a, b=1):\n    sink(a)\n    sink(b) # HIT\nf(1, b=source())\n"},
        {"all the others", "a.py", NULL,
         "def f(a, *b, **c):\n    sink(a)\n    sink(b) # HIT\n    sink(c['k']) # HIT\n"
         "f(1, source(), k=source())\n"},
        {"round and round", "a.py", NULL,
         "def f(n, x):\n    if n:\n        return f(n - 1, x)\n    return x\n"
         "sink(f(9, source())) # HIT\n"},
        {"into a field and out of it", "a.py", NULL,
         "class A:\n    def __init__(self, a, b):\n        self.a = a\n        self.b = b\n"
         "    def f(self):\n        return self.a\n    def g(self):\n        return self.b\n"
         "x = A(source(), 1)\nsink(x.g())\nsink(x.f()) # HIT\n"},
        {"two objects", "a.js", NULL,
         "class A { constructor(a) { this.a = a; } }\nconst x = new A(source());\n"
         "const y = new A(1);\nsink(y.a);\nsink(x.a); // HIT\n"},
        {"inherited", "A.java", NULL,
         "class B { String f(String x) { return x; } }\nclass A extends B { void g() {\n"
         "sink(this.f(source())); // HIT\n} }\n"},
        {"a global", "a.py", NULL,
         "x = 1\ndef f():\n    global x\n    x = source()\ndef g():\n    f()\n"
         "    sink(x) # HIT\n"},
        {"changed in place", "a.py", NULL,
         "def f(xs):\n    xs.append(source())\ndef g():\n    ys = []\n    f(ys)\n"
         "    sink(ys) # HIT\n"},
        {"a lambda", "a.js", NULL, "const f = x => sink(x); // HIT\nf(source());\n"},
        {"each element", "a.js", NULL,
         "[1, source()].forEach(x => {\n  sink(x); // HIT\n});\n[1].forEach(x => sink(x));\n"},
        {"captured", "a.js", NULL,
         "function f() { const x = source();\nlater(() => sink(x)); // HIT\n}\n"},
        {"a receiver", "a.go", NULL,
         "package a\nfunc (t *T) set(x string) { t.a = x }\n"
         "func f(x string) string { return x }\nfunc g() {\nsink(f(source())) // HIT\n"
         "sink(f(\"a\"))\n}\n"},
        {"by constants", "a.py", NULL,
         "def f(x, on):\n    if on:\n        sink(x) # HIT\n    else:\n        sink(x)\n"
         "f(source(), True)\n"},
        {"made without brackets", "a.rb", NULL,
         "class A\n  def initialize\n    @a = source()\n  end\n  def a\n    @a\n  end\nend\n"
         "x = A.new\nsink(x.a) # HIT\n"},
        {"called by a dot alone", "a.rb", NULL, "f = ->(x) { sink(x) } # HIT\nf.(source())\n"},
        {"a field that another method wrote", "A.java", NULL,
         "class A { String x;\nvoid set() { x = source(); }\n"
         "void use() { sink(x); // HIT\n} }\n"},
        {"a field of the class", "A.java", NULL,
         "class A { static String x;\nvoid use() { sink(x); // HIT\n}\n"
         "static void main(String[] args) { A a = new A(); x = source(); a.use(); } }\n"},
        {"only as the file calls it", "A.java", NULL,
         "class A {\nvoid f() { g(false); }\n"
         "private void g(boolean on) { if (on) { sink(source()); } } }\n"},
        {"unless it is told not to", "a.py", "  options: {taint_intrafile: false}\n",
         "def f(a):\n    return 1\nsink(f(source())) # HIT\n"},
    };
    (void)state;
    check_all(cases, PV_COUNT(cases));
}

static void heeds_options(void **state)
{
    static const struct flow_case cases[] = {
        {"functions", "a.py", "  options: {taint_assume_safe_functions: true}\n",
         "sink(f(source()))\nsink(source()) # HIT\n"},
        {"functions but maps", "A.java", "  options: {taint_assume_safe_functions: true}\n",
         "class A { void f() { Map m = make();\nm.put(\"k\", source());\n"
         "sink(m.get(\"k\")); // HIT\nsink(m.get(\"o\"));\n} }\n"},
        {"functions but propagators", "a.py",
         "  options: {taint_assume_safe_functions: true}\n"
         "  pattern-propagators: [{pattern: keep($F), from: $F}]\n",
         "sink(keep(source())) # HIT\nsink(lose(source()))\n"},
        {"what is written over", "a.c", "",
         "void f(void) { char t[9]; snprintf(t, sizeof t, \"%s\", source());\n"
         "sink(t); // HIT\nsnprintf(t, sizeof t, \"%s.\", t);\nsink(t); // HIT\n"
         "snprintf(t, sizeof t, \"a\");\nsink(t);\n}\n"},
        {"what is replaced", "A.java", "  options: {taint_assume_safe_unused: true}\n",
         "class A { void f() {\nString d = sink(source());\nd = other();\nuse(d);\n"
         "String e = sink(source()); // HIT\nuse(e);\n} }\n"},
        {"indexes", "a.py", "  options: {taint_assume_safe_indexes: true}\n",
         "sink(a[source()])\n"},
        {"comparisons", "a.py", "  options: {taint_assume_safe_comparisons: true}\n",
         "sink(source() == 1)\n"},
        {"numbers", "A.java", "  options: {taint_assume_safe_numbers: true}\n",
         "class A { void f() { int i = source(); sink(i);\nsink(Integer.parseInt(source()));\n"
         "String s = source();\nsink(s); // HIT\n} }\n"},
        {"booleans", "A.java", "  options: {taint_assume_safe_booleans: true}\n",
         "class A { void f() { sink(source().equals(\"a\"));\nsink(!source()); } }\n"},
        {"assignments only", "a.py",
         "  options: {taint_only_propagate_through_assignments: true}\n",
         "x = source()\ny = x\nsink(y) # HIT\nsink(y + 'a')\n"},
    };
    (void)state;
    check_all(cases, PV_COUNT(cases));
}

static const char labelled[] =
    "rules:\n"
    "- id: flow\n"
    "  mode: taint\n"
    "  severity: ERROR\n"
    "  message: m\n"
    "  languages: [python]\n"
    "  pattern-sources:\n"
    "  - {pattern: a(...), label: A}\n"
    "  - {pattern: b(...), label: B, requires: A}\n"
    "  - {pattern: checked(...), label: OK}\n"
    "  pattern-sinks: [{pattern: sink(...), requires: B and not OK}]\n"
    "  pattern-propagators: [{pattern: $T.fill($F), from: $F, to: $T}]\n";

static void knows_labels_and_propagators(void **state)
{
    struct scanned it = {0};
    (void)state;
    scan(&it, labelled, "a.py",
         "sink(a())\n"
         "sink(b())\n"
         "sink(b(a()))\n"
         "sink(checked(b(a())))\n"
         "x.fill(b(a()))\n"
         "sink(x)\n");
    assert_int_equal(it.result.n_findings, 2);
    assert_int_equal(it.result.findings[0].start.line, 3);
    assert_int_equal(it.result.findings[1].start.line, 6);
    scan_clear(&it);
}

static void tells_the_way(void **state)
{
    struct scanned it = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
    (void)state;
    pv_buf_format(&rules, "%s  languages: [python]\n", rule_start);
    pv_buf_add_byte(&rules, '\0');
    scan(&it, rules.p, "a.py", "def f(p):\n    return p\nx = source()\ny = f(x)\nsink(y)\n");
    assert_int_equal(it.result.n_findings, 1);
    static const uint32_t lines[] = {3, 3, 1, 4, 5};
    const struct pv_finding *finding = &it.result.findings[0];
    assert_int_equal(finding->n_steps, PV_COUNT(lines));
    for (size_t i = 0; i < PV_COUNT(lines); i++)
        assert_int_equal(finding->steps[i].start.line, lines[i]);
    assert_true(pv_str_eq(finding->steps[0].text, PV_STR("source()")));
    assert_true(pv_str_eq(finding->steps[4].text, PV_STR("sink(y)")));
    scan_clear(&it);
}

/* Code that is nested too deeply, or calls itself in too many ways, ends with a word about it. */
static void gives_up_in_bounds(void **state)
{
    enum { DEEP = 3000 };
    struct scanned it = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf code = {0};
    (void)state;
    pv_buf_format(&rules, "%s  languages: [javascript]\n", rule_start);
    pv_buf_add_byte(&rules, '\0');
    pv_buf_add(&code, PV_STR("sink(source());\nx = "));
    for (int i = 0; i < DEEP; i++)
        pv_buf_add(&code, PV_STR("f("));
    for (int i = 0; i < DEEP; i++)
        pv_buf_add_byte(&code, ')');
    pv_buf_add(&code, PV_STR(";\n"));
    pv_buf_add_byte(&code, '\0');
    scan(&it, rules.p, "a.js", code.p);
    assert_int_equal(it.result.n_findings, 1);
    assert_int_equal(it.result.files[0].outcome, PV_OUTCOME_UNFINISHED);
    scan_clear(&it);
}

static void check_lines(const char *rules, const char *code, const uint32_t *lines, size_t n)
{
    struct scanned scanned = {0};
    scan(&scanned, rules, "a.py", code);
    assert_int_equal(scanned.result.n_findings, n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(scanned.result.findings[i].start.line, lines[i]);
    scan_clear(&scanned);
}

static void takes_sinks_at_the_exit_alone(void **state)
{
    static const char rules[] = "rules:\n"
                                "- id: exit\n"
                                "  mode: taint\n"
                                "  severity: ERROR\n"
                                "  message: given away\n"
                                "  languages: [python]\n"
                                "  pattern-sources: [{pattern: source()}]\n"
                                "  pattern-sinks: [{pattern: sink(...), at-exit: true}]\n";
    static const char code[] = "def f():\n    a = source()\n    sink(a)\n    return sink(a)\n"
                               "def g(c):\n    a = source()\n    if c:\n        sink(a)\n"
                               "def h(c):\n    a = source()\n    if c:\n        return [sink(a)]\n"
                               "    sink(a)\n    other()\n"
                               "sink(source())\n";
    static const uint32_t lines[] = {4, 8, 12};
    (void)state;
    check_lines(rules, code, lines, PV_COUNT(lines));
}

/* From a control source on, on the ways that lead past it, all sinks are reached. */
static void follows_what_runs_after(void **state)
{
    static const char rules[] = "rules:\n"
                                "- id: after\n"
                                "  mode: taint\n"
                                "  severity: ERROR\n"
                                "  message: runs after\n"
                                "  languages: [python]\n"
                                "  pattern-sources: [{pattern: drop(), control: true}]\n"
                                "  pattern-sinks: [{pattern: sink(...)}]\n";
    static const char code[] = "def f():\n    sink(1)\n    x = drop()\n    sink(x)\n"
                               "def g(c):\n    if c:\n        drop()\n    sink(1)\n"
                               "def h(c):\n    if c:\n        drop()\n        return\n    sink(1)\n"
                               "def i():\n    helper()\n    sink(1)\n"
                               "def helper():\n    drop()\n";
    static const uint32_t lines[] = {4, 8, 16};
    (void)state;
    check_lines(rules, code, lines, PV_COUNT(lines));
}

/* One function, called with hundreds of constants, keys and sources: nothing is left unfinished. */
static void finishes_what_is_called_in_many_ways(void **state)
{
    enum { CALLS = 300 };
    struct scanned scanned = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf rules = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf code = {0};
    (void)state;
    pv_buf_format(&rules, "%s  languages: [python]\n", rule_start);
    pv_buf_add_byte(&rules, '\0');
    pv_buf_format(&code, "def put(m, k, v):\n    m[k] = v\n    return v\n\ndef main():\n");
    for (int i = 0; i < CALLS; i++)
        pv_buf_format(&code, "    m%d = {}\n    sink(put(m%d, 'k%d', %s))\n", i, i, i,
                      i % 2 ? "source()" : "'text'");
    pv_buf_add_byte(&code, '\0');
    scan(&scanned, rules.p, "a.py", code.p);
    assert_int_equal(scanned.result.files[0].outcome, PV_OUTCOME_PARSED);
    assert_int_equal(scanned.result.n_findings, CALLS / 2);
    scan_clear(&scanned);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_variables_and_operators),
        cmocka_unit_test(tells_fields_and_elements_apart),
        cmocka_unit_test(follows_control_flow),
        cmocka_unit_test(follows_calls_within_the_file),
        cmocka_unit_test(heeds_options),
        cmocka_unit_test(knows_labels_and_propagators),
        cmocka_unit_test(tells_the_way),
        cmocka_unit_test(gives_up_in_bounds),
        cmocka_unit_test(takes_sinks_at_the_exit_alone),
        cmocka_unit_test(follows_what_runs_after),
        cmocka_unit_test(finishes_what_is_called_in_many_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
