/* SPDX-License-Identifier: Apache-2.0 */
/* What PHP's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(...)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...)))"},
    {"$x", "expr (NAME $x)"},
    {"$_GET[$KEY]", "expr (INDEX OBJECT:(NAME $_GET) ARGS:(MVAR $KEY))"},
    {"$O->$M(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $O) FIELD:(MVAR $M)) ARGS:(ARGS (DOTS ...)))"},
    {"$O->foo()-> ... ->bar(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(MVAR $O) "
     "FIELD:(NAME foo)) ARGS:(ARGS)) FIELD:(DOTS ...)) FIELD:(NAME bar)) ARGS:(ARGS (DOTS ...)))"},
    {"A::$X", "expr (ACCESS OBJECT:(NAME A) FIELD:(MVAR $X))"},
    {"new $C(...)", "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"$X = $Y;", "stmts (EXPR_STMT; VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y)))"},
    {"echo ...;", "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME echo) ARGS:(ARGS (DOTS ...))))"},
    {"function $F(..., $X, ...) { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS "
     "...)) BODY:(BLOCK (DOTS ...)))"},
    {"function ($X) { ... }",
     "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X))) BODY:(BLOCK (DOTS ...)))"},
    {"class $C { ... }", "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C extends $D { ... public function f() { ... } ... }",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(MVAR $D) BODY:(CLASS_BODY (DOTS ...) (FUNC "
     "MODIFIER:(MODIFIER public) NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (DOTS ...))) (DOTS "
     "...)))"},
    {"#[$A]\nclass $C { ... }",
     "stmts (CLASS=class ATTR:(ATTR VALUE:(MVAR $A)) NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"...\" . $X", "expr (BINARY=. LEFT:(STRING (TEXT ...)) RIGHT:(MVAR $X))"},
    {"\"=~/a/\"", "expr (STRING (TEXT =~/a/))"},
    {"if ($C) { ... }", "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK))"},
    {"foreach ($XS as $X) { ... }",
     "stmts (FOR_EACH VALUE:(MVAR $XS) TARGET:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"[..., $K => $V, ...]",
     "expr (ARRAY (DOTS ...) (PAIR KEY:(MVAR $K) VALUE:(MVAR $V)) (DOTS ...))"},
    {"try { ... } catch ($E $e) { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TYPE:(MVAR $E) TARGET:(NAME $e) "
     "BODY:(BLOCK (DOTS ...))))"},
    {"$X\n...\nf($X);",
     "stmts (EXPR_STMT VALUE:(MVAR $X)) (DOTS ...) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS (MVAR $X))))"},
    {"<... f($X) ...>", "expr (DEEP (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X))))"},
    {"return $X;", "stmts (RETURN; VALUE:(MVAR $X))"},
    {"include $X;", "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME include) ARGS:(ARGS (MVAR $X))))"},
    {"<?php f();", "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))"},
    {"public function __construct(..., public readonly string $X, ...) { ... }",
     "stmts (FUNC MODIFIER:(MODIFIER public) NAME:(NAME __construct) PARAMS:(PARAMS (DOTS ...) "
     "(PARAM MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER readonly) TYPE:(TYPE string) "
     "TARGET:(MVAR $X)) (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"f(",
     "2: this is not php: statements end with ';', and every bracket is closed; tried to read "
     "it as an expression, statements, a header without its body, a try without its handlers, "
     "a catch clause, a finally clause, an else clause, a case, members of a class, a key and "
     "its value, a parameter, an argument, an attribute, a file"},
    {"`...`", "expr (CALL CALLEE:(NAME `) ARGS:(ARGS (DOTS `...`)))"},
    {"`ls $X`;",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME `) ARGS:(ARGS (STRING (TEXT 'ls ') (INTERP VALUE:(MVAR $X))))))"},
};

static void reads_php_patterns(void **state)
{
    (void)state;
    check_pattern_cases("php", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_php_patterns),
    };
    return cmocka_run_group_tests_name("php patterns", tests, NULL, NULL);
}
