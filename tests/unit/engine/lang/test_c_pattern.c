/* SPDX-License-Identifier: Apache-2.0 */
/* What C's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(..., $X)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (MVAR $X)))"},
    {"$X = $Y;", "stmts (EXPR_STMT; VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y)))"},
    {"$T $X = $V;", "stmts (VAR; TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(MVAR $V))"},
    {"$T *$X = malloc(...);",
     "stmts (VAR; TYPE:(POINTER_TYPE TYPE:(MVAR $T)) TARGET:(MVAR $X) VALUE:(CALL CALLEE:(NAME "
     "malloc) ARGS:(ARGS (DOTS ...))))"},
    {"char $X[$N];",
     "stmts (VAR; TYPE:(ARRAY_TYPE TYPE:(TYPE char)) TARGET:(MVAR $X) ARGS:(MVAR $N))"},
    {"$T $F(...) { ... }",
     "stmts (FUNC RESULT:(MVAR $T) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"int main(int $ARGC, ...) { ... }",
     "stmts (FUNC RESULT:(TYPE int) NAME:(NAME main) PARAMS:(PARAMS (PARAM TYPE:(TYPE "
     "int) TARGET:(MVAR $ARGC)) (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"free($X);\n"
     "...\n"
     "free($X);",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME free) ARGS:(ARGS (MVAR $X)))) (DOTS ...) "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME free) ARGS:(ARGS (MVAR $X))))"},
    {"if ($C) { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"if ($C)\n"
     "  ...",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)))"},
    {"for (...; ...; ...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"while ($C) { ... }", "stmts (WHILE COND:(MVAR $C) BODY:(BLOCK (DOTS ...)))"},
    {"do { ... } while ($C);", "stmts (DO; BODY:(BLOCK (DOTS ...)) COND:(MVAR $C))"},
    {"switch ($X) { ... case 1: ... }",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...) (CASE VALUE:(INT 1) BODY:(BLOCK (DOTS ...))))"},
    {"return $X;", "stmts (RETURN; VALUE:(MVAR $X))"},
    {"return ...;", "stmts (RETURN; VALUE:(DOTS ...))"},
    {"$X->$Y", "expr (ACCESS=-> OBJECT:(MVAR $X) FIELD:(MVAR $Y))"},
    {"$X->$F(...)",
     "expr (CALL CALLEE:(ACCESS=-> OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS (DOTS "
     "...)))"},
    {"*$X", "expr (UNARY=* OPERAND:(MVAR $X))"},
    {"&$X", "expr (UNARY=& OPERAND:(MVAR $X))"},
    {"($T *) $X", "expr (CAST TYPE:(POINTER_TYPE TYPE:(MVAR $T)) VALUE:(MVAR $X))"},
    {"(char *$X)", "expr (TYPED TYPE:(POINTER_TYPE TYPE:(TYPE char)) TARGET:(MVAR $X))"},
    {"f((struct foo *$X), ...)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (TYPED TYPE:(POINTER_TYPE TYPE:(TYPE 'struct "
     "foo')) TARGET:(MVAR $X)) (DOTS ...)))"},
    {"sizeof($X)", "part (OTHER=sizeof_expression (MVAR $X))"},
    {"#include \"...\"", "stmts (IMPORT MODULE:(NAME ...))"},
    {"#include <stdio.h>", "stmts (IMPORT MODULE:(NAME stdio.h))"},
    {"#define $X $Y", "part (OTHER=preproc_def (MVAR $X) (MVAR $Y))"},
    {"struct $S { ... };", "stmts (CLASS NAME:(MVAR $S) BODY:(CLASS_BODY (DOTS ...)))"},
    {"struct $S { ... int $F; ... };",
     "stmts (CLASS NAME:(MVAR $S) BODY:(CLASS_BODY (DOTS ...) (VAR; TYPE:(TYPE int) TARGET:(MVAR "
     "$F)) (DOTS ...)))"},
    {"$X[...]", "expr (INDEX OBJECT:(MVAR $X) ARGS:(DOTS ...))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"$X + ...", "expr (BINARY=+ LEFT:(MVAR $X) RIGHT:(DOTS ...))"},
    {"goto $L;", "stmts (GOTO; LABEL:(MVAR $L))"},
    {"typedef $T $U;", "part (OTHER=type_definition (MVAR $T) (MVAR $U))"},
    {"$X == NULL", "expr (BINARY=== LEFT:(MVAR $X) RIGHT:(NULL NULL))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("c", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("c_pattern", tests, NULL, NULL);
}
