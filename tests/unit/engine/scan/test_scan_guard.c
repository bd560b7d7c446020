/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What conditions say of values: lines with "HIT" are ones that a value from source() must be found
 * to reach, and no others.
 */
#include "support/flow_case.h"

static const char rule[] = "rules:\n"
                           "- id: flow\n"
                           "  mode: taint\n"
                           "  severity: ERROR\n"
                           "  message: flows\n"
                           "  options: {taint_assume_safe_checked: true}\n"
                           "  pattern-sources: [{pattern: source(...)}, {pattern: req.query}]\n"
                           "  pattern-sinks: [{pattern: sink(...)}]\n";

static const struct flow_case cases[] = {
    {"equal.js", "javascript",
     "function f() { const s = source();\n"
     "if (s === 'a') sink(s);\n"
     "if (s !== 'a') sink(s); // HIT\n"
     "if (s === other) sink(s); // HIT\n"
     "if (-s == 1) sink(s); // HIT\n"
     "if (s !== 'a' && s !== 'b') return;\n"
     "sink(s); }\n"},
    {"either.js", "javascript",
     "function f(t) { const s = source();\n"
     "if (s === 'a' || t) sink(s); // HIT\n"
     "if (s === 'a' && t) sink(s);\n"
     "s === 'a' && sink(s);\n"
     "s === 'a' || sink(s); // HIT\n"
     "sink(s === 'a' ? s : 'b');\n"
     "sink(s === 'a' ? 'b' : s); // HIT\n"
     "}\n"},
    {"list.js", "javascript",
     "const ALLOWED = ['a', 'b'];\n"
     "function f() { const s = source();\n"
     "if (ALLOWED.includes(s)) sink(s);\n"
     "if (s.includes('a')) sink(s); // HIT\n"
     "if (source().includes(s)) sink(s); // HIT\n"
     "if (!new Set(['a']).has(s)) { sink(s); // HIT\n"
     "throw 1; }\n"
     "sink(s);\n"
     "let t = s; t = source(); sink(t); // HIT\n"
     "}\n"},
    {"regex.js", "javascript",
     "function f() { const s = source();\n"
     "if (/^[a-z]+$/.test(s)) sink(s);\n"
     "if (/^[a-z]+$/m.test(s)) sink(s); // HIT\n"
     "if (/[a-z]+/.test(s)) sink(s); // HIT\n"
     "if (s.match(/^\\w+$/)) sink(s);\n"
     "if (!isNaN(s)) sink(s);\n"
     "if (isNaN(s)) sink(s); // HIT\n"
     "}\n"},
    {"place.js", "javascript",
     "function f(req) {\n"
     "sink(req.query.a); // HIT\n"
     "if (!/^[a-z]+$/.test(req.query.a)) return;\n"
     "sink(req.query.a);\n"
     "sink(req.query.b); // HIT\n"
     "}\n"},
    {"table.js", "javascript",
     "function f() { const t = {a: 'x'}; const s = source();\n"
     "sink(t[s]);\n"
     "sink(source()[s]); // HIT\n"
     "if (t[s]) sink(s);\n"
     "}\n"},
    {"case.js", "javascript",
     "function f() { const s = source();\n"
     "switch (s) {\n"
     "case 'a': sink(s);\n"
     "case 'b': sink(s); break;\n"
     "default: sink(s); // HIT\n"
     "case 'c': sink(s); // HIT\n"
     "}\n"
     "sink(s); // HIT\n"
     "}\n"},
    {"found.go", "go",
     "package p\n"
     "var re = regexp.MustCompile(`^[a-z]+$`)\n"
     "func f() { s := source()\n"
     "if re.MatchString(s) { sink(s) }\n"
     "sink(s) // HIT\n"
     "m := map[string]string{\"a\": \"b\"}\n"
     "c, ok := m[s]\n"
     "sink(c)\n"
     "if !ok { return }\n"
     "sink(s)\n"
     "}\n"
     "func g() { s := source()\n"
     "switch s { case \"a\", \"b\": sink(s)\n"
     "default: return }\n"
     "sink(s)\n"
     "}\n"
     "func h() { s := source()\n"
     "if slices.Contains([]string{\"a\"}, s) { sink(s) }\n"
     "if strings.Contains(s, \"a\") { sink(s) } // HIT\n"
     "}\n"},
    {"ask.py", "python",
     "def f():\n"
     "    s = source()\n"
     "    if s in ('a', 'b'):\n"
     "        sink(s)\n"
     "    if 'a' in s:\n"
     "        sink(s) # HIT\n"
     "    if re.fullmatch('[a-z]+', s):\n"
     "        sink(s)\n"
     "    if re.match('[a-z]+', s):\n"
     "        sink(s) # HIT\n"
     "    if s not in ALLOWED:\n"
     "        return\n"
     "    sink(s)\n"},
    {"Table.cs", "csharp",
     "class Table { void F() { var s = source();\n"
     "if (Columns.TryGetValue(s, out var a)) sink(a);\n"
     "if (source().TryGetValue(s, out var b)) sink(b); // HIT\n"
     "sink(string.Join(\",\", s.Select((_, i) => $\"@p{i}\")));\n"
     "sink(string.Join(\",\", s.Select((x, _) => x))); // HIT\n"
     "} }\n"},
    {"list.kt", "kotlin",
     "fun f() { val s = source()\n"
     "sink(s.joinToString(\",\") { \"?\" })\n"
     "sink(s.joinToString(\",\")) // HIT\n"
     "sink(columns[s])\n"
     "}\n"},
    {"Ask.java", "java",
     "class Ask { void f() { String s = source();\n"
     "if (\"a\".equals(s)) sink(s);\n"
     "if (s.matches(\"[a-z]+\")) sink(s);\n"
     "if (s.contains(\"a\")) sink(s); // HIT\n"
     "if (!ALLOWED.contains(s)) return;\n"
     "sink(s);\n"
     "} }\n"},
};

static void knows_what_was_looked_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check_flow_case(rule, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_what_was_looked_at)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
