/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of hcl become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"resource \"...\" $X {\n  ...\n  a = $V\n  ...\n}",
     "expr (CALL CALLEE:(NAME resource) ARGS:(ARGS (STRING (TEXT ...)) (MVAR $X) (RECORD (DOTS ...) (PAIR KEY:(NAME a) VALUE:(MVAR $V)) (DOTS ...))))"},
    {"variable \"x\" { ... }",
     "expr (CALL CALLEE:(NAME variable) ARGS:(ARGS (STRING (TEXT x)) (RECORD (DOTS ...))))"},
    {"...\nvariable $X { ... }\n...",
     "stmts (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(NAME variable) ARGS:(ARGS (MVAR $X) (RECORD (DOTS ...))))) (DOTS ...)"},
    {"$X = ...", "part (PAIR KEY:(MVAR $X) VALUE:(DOTS ...))"},
    {"\"x\"", "expr (STRING (TEXT x))"},
    {"$X", "expr (MVAR $X)"},
    {"[..., \"*\", ...]", "expr (ARRAY (DOTS ...) (STRING (TEXT *)) (DOTS ...))"},
    {"{\n  Action = \"*\"\n  ...\n}",
     "expr (RECORD (PAIR KEY:(NAME Action) VALUE:(STRING (TEXT *))) (DOTS ...))"},
    {"f(..., $...ARGS)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (MVAR_MANY $...ARGS)))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"\"${$X.id}\"", "expr (STRING (INTERP VALUE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME id))))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"var.$X", "expr (ACCESS OBJECT:(NAME var) FIELD:(MVAR $X))"},
    {"resource \"a\" \"b\"",
     "expr (CALL CALLEE:(NAME resource) ARGS:(ARGS (STRING (TEXT a)) (STRING (TEXT b)) (RECORD (DOTS ''))))"},
    {"a = ", "part (PAIR KEY:(NAME a) VALUE:(RECORD (DOTS '')))"},
    {"$X = f()\n...\n$Y = g($X)",
     "stmts (PAIR KEY:(MVAR $X) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (DOTS ...) (PAIR KEY:(MVAR $Y) VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (MVAR $X))))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("hcl", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("hcl_pattern", tests, NULL, NULL);
}
