/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that begin with something safe: lines with "HIT" are ones that a value from source() must
 * be found to reach, and no others.
 */
#include "support/flow_case.h"

static const char rule[] =
    "rules:\n"
    "- id: flow\n"
    "  mode: taint\n"
    "  severity: ERROR\n"
    "  message: flows\n"
    "  options:\n"
    "    taint_safe_prefix: '(http:)?//[^/]+/|[^/]+/(?!/)'\n"
    "  pattern-sources: [{pattern: source(...)}]\n"
    "  pattern-sinks: [{patterns: [{pattern: sink($X)}, {focus-metavariable: $X}]}]\n";

static const struct flow_case cases[] = {
    {"sum.js", "javascript",
     "const BASE = 'http://a/';\n"
     "function f(unknown) { const s = source();\n"
     "sink('http://a/' + s);\n"
     "sink('http://a' + s); // HIT\n"
     "sink('http://' + s + '/a/'); // HIT\n"
     "sink(s + 'http://a/'); // HIT\n"
     "sink(BASE + 'b/' + s);\n"
     "sink(unknown + s); // HIT\n"
     "sink(unknown + '/b/' + s);\n"
     "sink(unknown + '://' + s); // HIT\n"
     "const path = '/b/' + s;\n"
     "sink(path); // HIT\n"
     "sink(unknown + path);\n"
     "sink(BASE + path);\n"
     "sink(path + BASE); // HIT\n"
     "}\n"},
    {"grow.js", "javascript",
     "function f(c) { const s = source();\n"
     "let u = 'http://a/'; u += s; sink(u);\n"
     "let v = 'http://'; v += s; sink(v); // HIT\n"
     "let w = c ? 'http://a/' : 'http://b/'; sink(w + s); // HIT\n"
     "let x = 'http://a/'; for (const p of c) { x = x + p + '/' + s; } sink(x);\n"
     "let y = ''; for (const p of c) { y = y + s; } sink(y); // HIT\n"
     "let z = 'http://a/' + s; if (c) { z = s; } sink(z); // HIT\n"
     "}\n"},
    {"template.js", "javascript",
     "const BASE = 'http://a/';\n"
     "function f(b) { const s = source();\n"
     "sink(`http://a/${s}`);\n"
     "sink(`http://${s}/a/`); // HIT\n"
     "sink(`${BASE}${s}`);\n"
     "sink(`${b}${s}`); // HIT\n"
     "sink(`${b}/c/${s}`);\n"
     "sink(`${s}/c/${s}`); // HIT\n"
     "}\n"},
    {"list.js", "javascript",
     "function f(b) { const s = source();\n"
     "sink(['http://a', s].join('/'));\n"
     "sink([s, 'http://a'].join('/')); // HIT\n"
     "sink(['http://a', s].join('')); // HIT\n"
     "sink('http://a/'.concat(s));\n"
     "sink('http://'.concat(s)); // HIT\n"
     "sink([b, s].concat(s)); // HIT\n"
     "sink(util.format('%s/%s', 'http://a', s));\n"
     "sink(util.format('%s/%s', s, 'http://a')); // HIT\n"
     "}\n"},
    {"call.js", "javascript",
     "const BASE = 'http://a/';\n"
     "const safe = (s) => BASE + 'b/' + s;\n"
     "const bad = (s) => 'http://' + s;\n"
     "class C { constructor() { this.base = 'http://a/'; }\n"
     "get(s) { return this.base + s; } }\n"
     "sink(safe(source()));\n"
     "sink(bad(source())); // HIT\n"
     "sink(new C().get(source()));\n"
     "sink(safe(source()).slice(9));\n"},
    {"format.py", "python",
     "BASE = 'http://a/'\n"
     "def f(b):\n"
     "    s = source()\n"
     "    sink(f'{BASE}{s}')\n"
     "    sink(f'{b}{s}') # HIT\n"
     "    sink('%s/%s' % ('http://a', s))\n"
     "    sink('%s/%s' % (s, 'http://a')) # HIT\n"
     "    sink('http://a/%s' % s)\n"
     "    sink('%(h)s/%(p)s' % {'h': 'http://a', 'p': s})\n"
     "    sink('%(p)s/%(h)s' % {'h': 'http://a', 'p': s}) # HIT\n"
     "    sink('{}/{}'.format('http://a', s))\n"
     "    sink('{1}/{0}'.format('http://a', s)) # HIT\n"
     "    sink('{1}/{0}'.format(s, 'http://a'))\n"
     "    sink('{h}/{p:>8}'.format(p=s, h='http://a'))\n"
     "    sink('{{}}/{}'.format(s))\n"
     "    sink('{{}}{}'.format(s)) # HIT\n"
     "    sink('/'.join(['http://a', s]))\n"
     "    sink('/'.join([s])) # HIT\n"
     "    sink('/'.join(b + [s])) # HIT\n"
     "    t = '/' + s\n"
     "    sink(b + t)\n"
     "    sink(b + t[1:]) # HIT\n"},
    {"Build.java", "java",
     "class Build { static final String BASE = \"http://a/\"; void f() { String s = source();\n"
     "StringBuilder a = new StringBuilder(); a.append(BASE).append(s); sink(a.toString());\n"
     "StringBuilder b = new StringBuilder(); b.append(s).append(BASE); sink(b.toString()); // HIT\n"
     "StringBuilder c = new StringBuilder(\"http://a/\"); c.append(s); sink(c.toString());\n"
     "StringBuilder d = new StringBuilder(16); d.append(s); sink(d.toString()); // HIT\n"
     "sink(String.format(\"%s%s\", BASE, s));\n"
     "sink(String.format(\"%2$s%1$s\", BASE, s)); // HIT\n"
     "sink(String.format(\"%2$s%1$s\", s, BASE));\n"
     "sink(String.join(\"/\", \"http://a\", s));\n"
     "sink(String.join(\"/\", s, \"http://a\")); // HIT\n"
     "sink(\"http://a/%s\".formatted(s));\n"
     "sink(\"http://a:%d/%s\".formatted(80, s));\n"
     "} }\n"},
    {"build.go", "go",
     "package a\n"
     "const base = \"http://a/\"\n"
     "func f() { s := source()\n"
     "sink(fmt.Sprintf(\"%s%s\", base, s))\n"
     "sink(fmt.Sprintf(\"%s%s\", s, base)) // HIT\n"
     "sink(strings.Join([]string{\"http://a\", s}, \"/\"))\n"
     "var b strings.Builder\n"
     "b.WriteString(base)\n"
     "b.WriteString(s)\n"
     "sink(b.String())\n"
     "}\n"},
    {"build.php", "php",
     "<?php function f() { $s = source();\n"
     "sink(\"http://a/$s\");\n"
     "sink(\"http://$s/a\"); // HIT\n"
     "$u = 'http://a/'; $u .= $s; sink($u);\n"
     "sink(sprintf('%s%s', 'http://a/', $s));\n"
     "sink(implode('/', ['http://a', $s]));\n"
     "sink('http://' . $s); // HIT\n"
     "}\n"},
    {"Build.cs", "csharp",
     "class Build { const string Base = \"http://a/\"; void F() { var s = source();\n"
     "sink($\"{Base}{s}\");\n"
     "sink(string.Format(\"{0}/{1}\", \"http://a\", s));\n"
     "sink(string.Format(\"{1}/{0}\", \"http://a\", s)); // HIT\n"
     "sink(string.Concat(\"http://a/\", s));\n"
     "sink(string.Join(\"/\", \"http://a\", s));\n"
     "var b = new StringBuilder(\"http://a/\"); b.Append(s); sink(b.ToString());\n"
     "} }\n"},
    {"build.kt", "kotlin",
     "const val BASE = \"http://a/\"\n"
     "fun f() { val s = source()\n"
     "sink(\"$BASE$s\")\n"
     "sink(\"http://$s\") // HIT\n"
     "sink(StringBuilder(BASE).append(s).toString())\n"
     "sink(\"%s%s\".format(BASE, s))\n"
     "}\n"},
    {"build.rb", "ruby",
     "BASE = 'http://a/'\n"
     "def f\n"
     "s = source()\n"
     "sink(\"#{BASE}#{s}\")\n"
     "sink(format('%s%s', BASE, s))\n"
     "sink(['http://a', s].join('/'))\n"
     "v = 'http://a/'\n"
     "v << s\n"
     "sink(v)\n"
     "sink(\"http://#{s}\") # HIT\n"
     "end\n"},
};

static void knows_what_texts_begin_with(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check_flow_case(rule, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_what_texts_begin_with)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
