/* SPDX-License-Identifier: Apache-2.0 */
/* What Ruby's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(...)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...)))"},
    {"$O.$M(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $O) FIELD:(MVAR $M)) ARGS:(ARGS (DOTS ...)))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"def $F(..., $X, ...)\n  ...\nend",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS "
     "...)) BODY:(BLOCK (DOTS ...)))"},
    {"class $C < $D\n  ...\nend",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(MVAR $D) BODY:(CLASS_BODY (DOTS ...)))"},
    {"$C.new(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $C) FIELD:(NAME new)) ARGS:(ARGS (DOTS ...)))"},
    {"A::$B", "expr (ACCESS OBJECT:(NAME A) FIELD:(MVAR $B))"},
    {"f(..., k: $V, ...)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME k) VALUE:(MVAR $V)) "
     "(DOTS ...)))"},
    {"{..., k: $V, ...}",
     "expr (DICT (DOTS ...) (PAIR KEY:(OTHER=symbol (NAME k)) VALUE:(MVAR $V)) (DOTS ...))"},
    {"$X.each do |$Y|\n  ...\nend",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME each)) ARGS:(ARGS) BODY:(LAMBDA "
     "PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(BLOCK (DOTS ...))))"},
    {"if $C\n  ...\nend", "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"...#{$X}...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {":$S", "part (OTHER=symbol (MVAR $S))"},
    {"return $X", "stmts (RETURN VALUE:(MVAR $X))"},
    {"`...`", "expr (CALL CALLEE:(NAME `) ARGS:(ARGS (STRING (TEXT ...))))"},
    {"begin\n  ...\nrescue $E => $V\n  ...\nend",
     "part (BLOCK (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TYPE:(MVAR $E) TARGET:(MVAR $V) "
     "BODY:(BLOCK (DOTS ...)))))"},
    {"<... f($X) ...>", "expr (DEEP (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X))))"},
    {"f(",
     "2: this is not ruby: what is opened is closed with 'end'; tried to read it as "
     "statements, an expression, a header without its body, a rescue clause, a case, a key and "
     "its value, an argument, a parameter"},
};

static void reads_ruby_patterns(void **state)
{
    (void)state;
    check_pattern_cases("ruby", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ruby_patterns),
    };
    return cmocka_run_group_tests_name("ruby patterns", tests, NULL, NULL);
}
