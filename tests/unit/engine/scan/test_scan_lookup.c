/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is found under a key: lines with "HIT" are ones that a value from source() must be found to
 * reach, and no others.
 */
#include "support/flow_case.h"

static const char rule[] = "rules:\n"
                           "- id: flow\n"
                           "  mode: taint\n"
                           "  severity: ERROR\n"
                           "  message: flows\n"
                           "  options: {taint_assume_safe_lookups: true}\n"
                           "  pattern-sources: [{pattern: source(...)}]\n"
                           "  pattern-sinks: [{pattern: sink(...)}]\n";

static const struct flow_case cases[] = {
    {"find.js", "javascript",
     "async function f(users) { const s = source();\n"
     "sink(await users.findById(s));\n"
     "sink((await users.findOne({name: s})).title);\n"
     "sink(users.getUserByName(s));\n"
     "sink(getUserByName(s)); // HIT\n"
     "sink(web.getParameterByName(s)); // HIT\n"
     "sink(s.getBytes()); // HIT\n"
     "sink(s.findById(users)); // HIT\n"
     "sink(users.findBytes(s)); // HIT\n"
     "sink(users.findOne(() => s)); // HIT\n"
     "sink(fs.readFileSync(s));\n"
     "sink(lodash.find(s)); // HIT\n"
     "}\n"},
    {"find.py", "python",
     "def f(users):\n"
     "    s = source()\n"
     "    sink(User.objects.get(name=s).title)\n"
     "    sink(users.get(s)) # HIT\n"
     "    sink(get_object_or_404(User, pk=s))\n"
     "    sink(db.query(User).filter_by(name=s).first())\n"
     "    sink(users.get_by_name(s))\n"
     "    sink(re.findall('a', s)) # HIT\n"
     "    with open(s) as file:\n"
     "        sink(file.read())\n"
     "    sink(s.open()) # HIT\n"},
    {"Find.java", "java",
     "class Find { void f() { String s = source();\n"
     "sink(users.findByName(s).getTitle());\n"
     "sink(Files.readAllBytes(s));\n"
     "sink(new FileReader(s));\n"
     "sink(new StringReader(s)); // HIT\n"
     "} }\n"},
    {"find.go", "go",
     "package a\n"
     "func f() { s := source()\n"
     "b, _ := os.ReadFile(s)\n"
     "sink(b)\n"
     "sink(store.GetUserByName(s))\n"
     "sink(pattern.FindString(s)) // HIT\n"
     "}\n"},
    {"find.kt", "kotlin",
     "fun f() { val s = source()\n"
     "sink(FileReader(s))\n"
     "sink(repo.findByName(s))\n"
     "sink(StringReader(s)) // HIT\n"
     "}\n"},
};

static void knows_what_is_only_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        check_flow_case(rule, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_what_is_only_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
