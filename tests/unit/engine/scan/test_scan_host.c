/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What conditions say of addresses, and calls that never come back: lines with "HIT" are ones that
 * a value from source() must be found to reach, and no others.
 */
#include "support/flow_case.h"

static const char rule[] = "rules:\n"
                           "- id: flow\n"
                           "  mode: taint\n"
                           "  severity: ERROR\n"
                           "  message: flows\n"
                           "  options:\n"
                           "    taint_assume_safe_checked: true\n"
                           "    taint_assume_safe_hosts: true\n"
                           "    taint_safe_prefix: '(https?:)?//[^/?#]+/|/[^/]'\n"
                           "  pattern-sources: [{pattern: source(...)}]\n"
                           "  pattern-sinks: [{pattern: sink(...)}]\n";

static const struct flow_case cases[] = {
    {"begin.js", "javascript",
     "function f() { let s = source();\n"
     "if (s.startsWith('/') && !s.startsWith('//')) { sink(s); }\n"
     "if (s.startsWith('/')) { sink(s); } // HIT\n"
     "if (s.startsWith('/') || !s.startsWith('//')) { sink(s); } // HIT\n"
     "if (!s.startsWith('//')) { sink(s); } // HIT\n"
     "if (s.startsWith('https://a/')) { sink(s); }\n"
     "if (s.startsWith('https://a')) { sink(s); } // HIT\n"
     "if (s.indexOf('https://a/') === 0) { sink(s); }\n"
     "if (s.indexOf('https://a/') !== -1) { sink(s); } // HIT\n"
     "if (/^\\/(?!\\/)/.test(s)) { sink(s); }\n"
     "if (/^\\//.test(s)) { sink(s); } // HIT\n"
     "if (/example/.test(s)) { sink(s); } // HIT\n"
     "if (!s.startsWith('/') || s.startsWith('//')) { s = '/'; }\n"
     "sink(s);\n"
     "}\n"},
    {"host.js", "javascript",
     "function f() { const s = source(); const u = new URL(s);\n"
     "if (u.hostname === 'a') { sink(s); }\n"
     "if (u.hostname !== 'a') { sink(u); } // HIT\n"
     "if (u.pathname === 'a') { sink(s); } // HIT\n"
     "if (!HOSTS.includes(u.host)) { return; }\n"
     "sink(u.href);\n"
     "sink(s);\n"
     "}\n"
     "function g() { const h = new URL(source()).hostname; sink(h); } // HIT\n"},
    {"within.js", "javascript",
     "function isLocal(u) { return u.startsWith('/') && !u.startsWith('//'); }\n"
     "function isLong(u) { return u.length > 9; }\n"
     "function f() { const s = source();\n"
     "if (isLocal(s)) { sink(s); }\n"
     "if (isLong(s)) { sink(s); } // HIT\n"
     "sink(isLocal(s) ? s : '/');\n"
     "sink(isLocal(s) ? '/' : s); // HIT\n"
     "}\n"},
    {"host.py", "python",
     "def is_safe(t):\n"
     "    ref = urlparse(here)\n"
     "    test = urlparse(urljoin(here, t))\n"
     "    return test.scheme == 'https' and ref.netloc == test.netloc\n"
     "def f():\n"
     "    s = source()\n"
     "    if is_safe(s):\n"
     "        sink(s)\n"
     "    if urlparse(s).netloc:\n"
     "        sink(s) # HIT\n"
     "    if urlparse(s).netloc:\n"
     "        abort(400)\n"
     "    sink(s)\n"},
    {"leave.php", "php",
     "<?php function f() { $s = source();\n"
     "if (parse_url($s, PHP_URL_HOST) !== 'a') { log($s); }\n"
     "sink($s); // HIT\n"
     "if (parse_url($s, PHP_URL_HOST) !== 'a') { exit; }\n"
     "sink($s);\n"
     "}\n"
     "function g() { die(sink(source())); // HIT\n"
     "sink(source()); }\n"},
    {"leave.go", "go",
     "package a\n"
     "func f() { s := source()\n"
     "u, err := url.Parse(s)\n"
     "if err != nil { os.Exit(1) }\n"
     "if u.Hostname() != \"a\" { sink(u) // HIT\n"
     "log.Fatal(s) }\n"
     "sink(u.String())\n"
     "}\n"},
    {"host.rb", "ruby",
     "def f\n"
     "s = source()\n"
     "if s =~ %r{\\A/[^/]}\n"
     "sink(s)\n"
     "end\n"
     "if s =~ /a/\n"
     "sink(s) # HIT\n"
     "end\n"
     "end\n"},
};

static void knows_what_addresses_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check_flow_case(rule, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_what_addresses_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
