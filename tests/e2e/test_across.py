# SPDX-License-Identifier: Apache-2.0
"""Values that go from one file of a module to another."""
import json
import unittest

from pave_program import Case

RULES = """rules:
- id: flow
  mode: taint
  languages: [java, python, javascript, go, c, kotlin, csharp]
  severity: ERROR
  message: what is tainted comes to a sink
  options: {taint_assume_safe_functions: true}
  pattern-sources:
  - pattern: taint()
  - pattern: '"weak"'
  pattern-sanitizers:
  - pattern: clean(...)
  pattern-sinks:
  - pattern: sink(...)
"""


def java(package, name, body, imports=""):
    return f"package {package};\n{imports}\npublic class {name} {{\n{body}\n}}\n"


class Across(Case):
    def setUp(self):
        super().setUp()
        self.write("rule.yaml", RULES)

    def findings(self, *words):
        status, out, err = self.pave("scan", "--rules", "rule.yaml", "--json", *words, "code")
        self.assertEqual((status, err), (0, ""))
        return json.loads(out)["results"]

    def places(self, *words):
        return [f"{r['path'].removeprefix('code/')}:{r['start']['line']}" for r in self.findings(*words)]

    def check(self, files, *expected):
        for name, text in files.items():
            self.write(f"code/{name}", text)
        self.assertEqual(self.places(), list(expected))
        self.assertEqual(self.places("--alone"), [])


class Java(Across):
    STORE = java("a", "Store", "  public void keep(String x) {\n    sink(x);\n  }\n"
                               "  public void keep(String x, int n) {\n    sink(x);\n  }")
    USER = java("a", "User", "  void run() {\n    Store s = new Store();\n    s.keep(taint());\n  }")

    def test_follows_what_a_caller_passes(self):
        self.check({"Store.java": self.STORE, "User.java": self.USER}, "Store.java:5")

    def test_tells_overloads_apart(self):
        user = self.USER.replace("taint()", "taint(), 1")
        self.check({"Store.java": self.STORE, "User.java": user}, "Store.java:8")

    def test_finds_the_place_once_for_many_callers(self):
        self.check({"Store.java": self.STORE, "User.java": self.USER,
                    "Other.java": self.USER.replace("User", "Other")}, "Store.java:5")

    def test_what_a_rule_leaves_alone_brings_nothing(self):
        self.write("rule.yaml", RULES.replace("  severity: ERROR\n", '  severity: ERROR\n  paths: {exclude: ["**/Test*.java"]}\n'))
        self.check({"Store.java": self.STORE, "TestStore.java": self.USER.replace("User", "TestStore")})
        self.check({"Other.java": self.USER.replace("User", "Other")}, "Store.java:5")

    def test_leaves_what_a_caller_makes_clean(self):
        user = self.USER.replace("taint()", "clean(taint())")
        self.check({"Store.java": self.STORE, "User.java": user})

    def test_leaves_another_constant(self):
        user = self.USER.replace("taint()", '"strong"')
        self.check({"Store.java": self.STORE, "User.java": user})
        self.write("code/User.java", self.USER.replace("taint()", '"weak"'))
        self.assertEqual(self.places(), ["Store.java:5"])

    def test_knows_packages_apart(self):
        self.check({"a/Store.java": self.STORE, "b/User.java": self.USER.replace("package a", "package b")})
        user = self.USER.replace("package a;", "package b;\nimport a.Store;")
        self.write("code/b/User.java", user)
        self.assertEqual(self.places(), ["a/Store.java:5"])
        self.write("code/b/User.java", user.replace("import a.Store", "import c.Store"))
        self.assertEqual(self.places(), [])

    def test_knows_a_class_by_its_whole_name(self):
        user = self.USER.replace("package a", "package b").replace("Store s = new Store", "a.Store s = new a.Store")
        self.check({"a/Store.java": self.STORE, "b/User.java": user,
                    "b/Near.java": java("b", "Near", "  void run() { sink(1); }", "import a.Store;")}, "a/Store.java:5")

    def test_an_import_hides_a_class_of_the_same_package(self):
        user = self.USER.replace("package a;", "package a;\nimport c.Store;")
        # The file is around for another class of it that is used.
        store = self.STORE + "class Extra {}\n"
        self.check({"Store.java": store, "User.java": user.replace("void run", "Extra e; void run")})

    def test_two_definitions_are_none(self):
        self.check({"one/Store.java": self.STORE, "two/Store.java": self.STORE, "one/User.java": self.USER})

    def test_follows_what_another_class_gives_back(self):
        self.check({"Names.java": java("a", "Names", '  static final String KEY = "weak";\n'
                                                     '  static String name() { return "weak"; }\n'
                                                     '  static String other() { return "strong"; }'),
                    "Main.java": java("a", "Main", "  void a() { sink(Names.name()); }\n"
                                                   "  void b() { sink(Names.KEY); }\n"
                                                   "  void c() { sink(Names.other()); }")},
                   "Main.java:4", "Main.java:5")

    def test_follows_what_a_constructor_keeps(self):
        box = java("a", "Box", "  private String x;\n  Box(String x) { this.x = x; }\n  void open() {\n    sink(x);\n  }")
        self.check({"Box.java": box,
                    "Main.java": java("a", "Main", "  void run() { new Box(taint()).open(); }")}, "Box.java:7")

    def test_goes_through_a_third_file(self):
        middle = java("a", "Middle", "  Store store;\n  void pass(String y) { store.keep(y); }")
        user = java("a", "User", "  Middle middle;\n  void run() { middle.pass(taint()); }")
        self.check({"Store.java": self.STORE, "Middle.java": middle, "User.java": user}, "Store.java:5")

    def test_a_rule_may_stay_within_functions(self):
        self.write("rule.yaml", RULES.replace("taint_assume_safe_functions: true", "taint_intrafile: false"))
        self.check({"Store.java": self.STORE, "User.java": self.USER})


class Modules(Across):
    def test_python(self):
        self.check({"pkg/__init__.py": "",
                    "pkg/store.py": "def keep(x):\n    sink(x)\n\ndef hold(x):\n    sink(x)\n\ndef drop(x):\n    sink(x)\n",
                    "pkg/names.py": 'NAME = "weak"\nOTHER = "strong"\n',
                    "pkg/main.py": "from .store import keep as put\nfrom . import store\nfrom .names import NAME, OTHER\n"
                                   "put(taint())\nstore.hold(taint())\nsink(NAME)\nsink(OTHER)\n"
                                   "store.drop(clean(taint()))\n"},
                   "pkg/main.py:6", "pkg/store.py:2", "pkg/store.py:5")

    def test_python_names_that_mean_something_else(self):
        store = "def keep(x):\n    sink(x)\n"
        self.check({"store.py": store, "main.py": "import store\n\ndef keep(x):\n    pass\n\nkeep(taint())\n"})
        for text in ("from other import keep\nkeep(taint())\n",
                     "from store import keep\n\ndef run(keep):\n    keep(taint())\n",
                     "import store\n\ndef run(store):\n    store.keep(taint())\n",
                     "import elsewhere.store\nelsewhere.store.keep(taint())\n"):
            self.write("code/main.py", text)
            self.assertEqual(self.places(), [], text)
        self.write("code/main.py", "import store\nstore.keep(taint())\n")
        self.assertEqual(self.places(), ["store.py:2"])

    def test_python_classes(self):
        self.check({"box.py": "class Box:\n    def __init__(self, x):\n        self.x = x\n\n"
                              "    def open(self):\n        sink(self.x)\n",
                    "main.py": "from box import Box\n\ndef run():\n    Box(taint()).open()\n"}, "box.py:6")

    def test_python_variables_that_are_written_again(self):
        self.check({"names.py": 'NAME = "weak"\n\ndef set():\n    global NAME\n    NAME = "strong"\n',
                    "main.py": "from names import NAME\n\ndef run():\n    sink(NAME)\n"})

    def test_javascript(self):
        store = "function keep(x) {\n  sink(x);\n}\nfunction hold(x) {\n  sink(x);\n}\n"
        self.check({"store.js": store + "module.exports = { keep, hold };\n",
                    "main.js": "const { keep } = require('./store');\nconst s = require('./store');\n"
                               "keep(taint());\ns.hold('strong');\n"}, "store.js:2")
        self.write("code/main.js", "const s = require('./other/store');\ns.keep(taint());\n")
        self.assertEqual(self.places(), [])
        self.write("code/store.js", store + "exports.keep = keep;\n")
        self.write("code/main.js", "const s = require('./store');\ns.keep(taint());\n")
        self.assertEqual(self.places(), ["store.js:2"])

    def test_javascript_modules(self):
        self.check({"store.mjs": "export function keep(x) {\n  sink(x);\n}\nexport default function (y) {\n  sink(y);\n}\n",
                    "a.mjs": "import { keep as put } from './store.mjs';\nput(taint());\n"}, "store.mjs:2")
        self.write("code/a.mjs", "import * as store from './store.mjs';\nstore.keep(taint());\n")
        self.assertEqual(self.places(), ["store.mjs:2"])
        self.write("code/a.mjs", "import { keep } from 'store';\nkeep(taint());\n")
        self.assertEqual(self.places(), [])

    def test_go(self):
        store = "package a\n\nfunc keep(x string) {\n\tsink(x)\n}\n"
        main = "package a\n\nfunc run() {\n\tkeep(taint())\n}\n"
        self.check({"a/store.go": store, "a/main.go": main}, "a/store.go:4")
        self.write("code/a/main.go", "package a\n")
        self.write("code/b/main.go", main)
        self.assertEqual(self.places(), [])

    def test_c(self):
        store = '#include "store.h"\nvoid keep(const char *x)\n{\n    sink(x);\n}\n'
        main = '#include "store.h"\nvoid run(void)\n{\n    keep(taint());\n}\n'
        self.check({"store.h": "void keep(const char *x);\n", "store.c": store, "main.c": main}, "store.c:4")
        # Its own function of that name is meant, not the other file's.
        self.write("code/main.c", main.replace("void run", "static void keep(const char *x) {}\nvoid run"))
        self.assertEqual(self.places(), [])
        # Nor can a function that only its own file sees be meant.
        self.write("code/main.c", main)
        self.write("code/store.c", store.replace("void keep", "static void keep"))
        self.assertEqual(self.places(), [])

    def test_c_variables(self):
        self.check({"names.c": 'const char *name = "weak";\nstatic const char *own = "weak";\n',
                    "main.c": "extern const char *name;\nvoid run(void)\n{\n    sink(name);\n}\n"
                              "void other(const char *own)\n{\n    sink(own);\n}\n"}, "main.c:4")

    def test_kotlin_and_csharp(self):
        self.check({"Store.kt": "package a\n\nclass Store {\n  fun keep(x: String) {\n    sink(x)\n  }\n}\n",
                    "Main.kt": "package a\n\nfun run() {\n  Store().keep(taint())\n}\n",
                    "Box.cs": "namespace A;\n\npublic class Box {\n  public void Keep(string x) {\n    sink(x);\n  }\n}\n",
                    "Run.cs": "namespace A;\n\nclass Run {\n  void Go() {\n    new Box().Keep(taint());\n  }\n}\n"},
                   "Box.cs:5", "Store.kt:5")


class Telling(Across):
    FILES = {"Store.java": Java.STORE, "User.java": Java.USER}

    def put(self):
        for name, text in self.FILES.items():
            self.write(f"code/{name}", text)

    def test_the_way_names_its_files(self):
        self.put()
        trace = self.findings()[0]["extra"]["dataflow_trace"]
        self.assertEqual(trace["taint_source"][1][0]["path"], "code/User.java")
        self.assertEqual(trace["taint_source"][1][1], "taint()")
        self.assertEqual(trace["taint_sink"][1][0]["path"], "code/Store.java")
        _, out, _ = self.pave("scan", "--rules", "rule.yaml", "--sarif", "code")
        flow = json.loads(out)["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"]
        files = [step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in flow]
        self.assertEqual([files[0], files[-1]], ["code/User.java", "code/Store.java"])
        _, out, _ = self.pave("scan", "--rules", "rule.yaml", "code")
        self.assertIn("  in code/User.java\n  line 6     comes from  taint()\n  in code/Store.java\n", out)

    def test_threads_and_order_change_nothing(self):
        self.put()
        for i in range(12):
            self.write(f"code/User{i}.java", Java.USER.replace("User", f"User{i}"))
        outputs = {self.pave("scan", "--rules", "rule.yaml", "--json", *words)[1]
                   for words in (("-j", "1", "code"), ("-j", "4", "code"),
                                 ("-j", "3", "code/User.java", "code/Store.java", "code"))}
        self.assertEqual(len(outputs), 1)
        self.assertEqual(self.places("--full"), self.places())

    def test_says_how_much_was_left(self):
        self.put()
        for i in range(20):
            self.write(f"code/Calls{i:02}.java", Java.USER.replace("User", f"Calls{i:02}"))
        _, _, err = self.pave("scan", "--rules", "rule.yaml", "--time", "code")
        self.assertIn("pave: followed values into 1 file from others; not all others for 1\n", err)
        left = "values are not followed from or to code/Calls12.java, code/Calls13.java and 7 more: " \
               "more files around it than are followed for one"
        self.assertIn(f"pave: code/Store.java: {left}\n", err)
        _, out, _ = self.pave("scan", "--rules", "rule.yaml", "--json", "code")
        self.assertEqual([(e["type"], e["level"], e["path"], e["message"]) for e in json.loads(out)["errors"]],
                         [("PartialAnalysis", "warn", "code/Store.java", left)])

    def test_a_comment_in_the_file_of_the_sink_counts(self):
        self.write("code/Store.java", Java.STORE.replace("sink(x);", "sink(x); // pave: ignore flow -- known", 1))
        self.write("code/User.java", Java.USER)
        _, out, err = self.pave("scan", "--rules", "rule.yaml", "--json", "--verbose", "code")
        self.assertEqual([], [r for r in json.loads(out)["results"] if not r["extra"]["is_ignored"]])
        self.assertNotIn("suppress", err)

    def test_a_request_in_another_file_is_evidence(self):
        self.write("code/db.py", "import sqlite3\n\ndef find(name):\n    c = sqlite3.connect('x')\n"
                                 "    return c.execute('SELECT ' + name)\n")
        self.write("code/web.py", "from flask import request\nimport db\n\ndef view():\n"
                                  "    db.find(request.args['q'])\n")
        _, out, _ = self.pave("scan", "--json", "--rule", "python/sql-injection", "code")
        for how in (("--full",), ("--no-prefilter",), ("--full", "--no-cache", "-j", "1")):
            self.assertEqual(out, self.pave("scan", "--json", "--rule", "python/sql-injection", *how, "code")[1])
        found = json.loads(out)["results"]
        self.assertEqual([(r["path"], r["start"]["line"]) for r in found], [("code/db.py", 5)])
        self.assertEqual(found[0]["extra"]["pave"]["evidence"], "reachable")
        self.assertEqual(found[0]["extra"]["pave"]["evidence_reason"],
                         "what a request sends comes here from code/web.py, line 5")

    def test_one_concern_is_told_by_the_gravest_rule_of_its_class(self):
        self.write("code/db.py", "import sqlite3\n\ndef find(name):\n    c = sqlite3.connect('x')\n"
                                 "    return c.execute(\"SELECT * FROM t WHERE n = '\" + name + \"'\")\n")
        found = json.loads(self.pave("scan", "--json", "code")[1])["results"]
        self.assertEqual([r["check_id"] for r in found], ["python/sql-quoted-value"])
        self.write("code/web.py", "from flask import request\nimport db\n\ndef view():\n"
                                  "    db.find(request.args['q'])\n")
        found = json.loads(self.pave("scan", "--json", "code")[1])["results"]
        self.assertEqual([r["check_id"] for r in found], ["python/sql-injection"])

    def test_secrets_of_other_files_stay_hidden(self):
        token = "AKIA" + "QYLPMN5HFIQR7XYA"
        self.write("code/Store.java", java("a", "Store", "  Object keep(String x) throws Exception {\n"
                                           '    return new javax.crypto.spec.SecretKeySpec(x.getBytes("UTF-8"), "AES");\n  }'))
        self.write("code/User.java", Java.USER.replace("taint()", f'"{token}"'))
        for how in ("--json", "--sarif", "--format=text"):
            _, out, _ = self.pave("scan", how, "code")
            self.assertIn("java/fixed-key", out)
            self.assertIn("AKIA****", out)
            self.assertNotIn(token, out)


if __name__ == "__main__":
    unittest.main()
