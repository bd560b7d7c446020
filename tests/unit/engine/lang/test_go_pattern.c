/* SPDX-License-Identifier: Apache-2.0 */
/* What Go's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(..., $X)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (MVAR $X)))"},
    {"$X := $Y", "stmts (VAR=:= TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"var $X $T = $V", "stmts (VAR TARGET:(MVAR $X) TYPE:(MVAR $T) VALUE:(MVAR $V))"},
    {"$X, err := $F(...)\n"
     "...\n"
     "if err != nil { ... }",
     "stmts (VAR=:= TARGET:(TUPLE (MVAR $X) (NAME err)) VALUE:(CALL CALLEE:(MVAR $F) ARGS:(ARGS "
     "(DOTS ...)))) (DOTS ...) (IF COND:(BINARY=!= LEFT:(NAME err) RIGHT:(NULL nil)) THEN:(BLOCK "
     "(DOTS ...)))"},
    {"func $F(...) { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"func $F(...) $T { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) RESULT:(MVAR $T) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"func ($R $T) $F(..., $X int, ...) error { ... }",
     "stmts (FUNC OBJECT:(PARAMS (PARAM TARGET:(MVAR $R) TYPE:(MVAR $T))) NAME:(MVAR $F) "
     "PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X) TYPE:(TYPE int)) (DOTS ...)) RESULT:(TYPE "
     "error) BODY:(BLOCK (DOTS ...)))"},
    {"func(...) { ... }", "expr (LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"$T{..., K: $V, ...}",
     "expr (NEW TYPE:(MVAR $T) VALUE:(ARRAY (DOTS ...) (PAIR KEY:(NAME K) VALUE:(MVAR "
     "$V)) (DOTS ...)))"},
    {"&$T{...}", "expr (UNARY=& OPERAND:(NEW TYPE:(MVAR $T) VALUE:(ARRAY (DOTS ...))))"},
    {"{..., K: $V, ...}", "expr (ARRAY (DOTS ...) (PAIR KEY:(NAME K) VALUE:(MVAR $V)) (DOTS ...))"},
    {"import \"fmt\"", "stmts (IMPORT MODULE:(NAME fmt) ITEM:(ITEM ALIAS:(NAME fmt)))"},
    {"import $X \"...\"", "stmts (IMPORT MODULE:(NAME ...) ITEM:(ITEM ALIAS:(MVAR $X)))"},
    {"package $P", "stmts (PACKAGE MODULE:(MVAR $P))"},
    {"for ... { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for $I := range $X { ... }",
     "stmts (FOR_EACH TARGET:(MVAR $I) VALUE:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"if $C { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"switch $X { ... }", "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...))"},
    {"return ..., nil", "stmts (RETURN VALUE:(TUPLE (DOTS ...) (NULL nil)))"},
    {"defer $X.Close()",
     "part (OTHER=defer_statement (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME Close)) "
     "ARGS:(ARGS)))"},
    {"go func(...) { ... }(...)",
     "part (OTHER=go_statement (CALL CALLEE:(LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...))) ARGS:(ARGS (DOTS ...))))"},
    {"($X : *http.Server).Serve()",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(POINTER_TYPE TYPE:(TYPE "
     "http.Server))) FIELD:(NAME Serve)) ARGS:(ARGS))"},
    {"($X : [5]T) = $Y",
     "expr (ASSIGN== TARGET:(TYPED TARGET:(MVAR $X) TYPE:(ARRAY_TYPE (INT 5) TYPE:(TYPE "
     "T))) VALUE:(MVAR $Y))"},
    {"make([]byte, $N)",
     "expr (CALL CALLEE:(NAME make) ARGS:(ARGS (ARRAY_TYPE TYPE:(TYPE byte)) (MVAR $N)))"},
    {"$X. ... .Foo(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(DOTS ...)) FIELD:(NAME "
     "Foo)) ARGS:(ARGS (DOTS ...)))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"type $T struct { ... }", "stmts (CLASS NAME:(MVAR $T) BODY:(CLASS_BODY (DOTS ...)))"},
    {"$X + ...", "expr (BINARY=+ LEFT:(MVAR $X) RIGHT:(DOTS ...))"},
    {"\"...\" + $X", "expr (BINARY=+ LEFT:(STRING (TEXT ...)) RIGHT:(MVAR $X))"},
    {"$X[...]", "expr (INDEX OBJECT:(MVAR $X) ARGS:(DOTS ...))"},
    {"map[string]$T{...}",
     "expr (NEW TYPE:(OTHER=map_type (TYPE string) (MVAR $T)) VALUE:(ARRAY (DOTS ...)))"},
    {"$X != nil;", "expr (BINARY=!= LEFT:(MVAR $X) RIGHT:(NULL nil))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("go", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("go_pattern", tests, NULL, NULL);
}
