/* SPDX-License-Identifier: Apache-2.0 */
/* What Rust's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(...)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...)))"},
    {"$F!(..., $X)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (MVAR $X)))"},
    {"A::$B(...). ... .c($...ARGS)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(NAME A) "
     "FIELD:(MVAR $B)) ARGS:(ARGS (DOTS ...))) FIELD:(DOTS ...)) FIELD:(NAME c)) ARGS:(ARGS "
     "(MVAR_MANY $...ARGS)))"},
    {"($X : Foo).bar(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE Foo)) FIELD:(NAME "
     "bar)) ARGS:(ARGS (DOTS ...)))"},
    {"sink(($X : &T))",
     "expr (CALL CALLEE:(NAME sink) ARGS:(ARGS (TYPED TARGET:(MVAR $X) TYPE:(TYPE T))))"},
    {"let $X = $Y;", "stmts (VAR; TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"let mut $X: $T = ...;",
     "stmts (VAR; MODIFIER:(MODIFIER mut) TARGET:(MVAR $X) TYPE:(MVAR $T) VALUE:(DOTS ...))"},
    {"$X = \"...\"", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(STRING (TEXT ...)))"},
    {"fn $F(..., $X: $T, ...) -> $R { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X) TYPE:(MVAR "
     "$T)) (DOTS ...)) RESULT:(MVAR $R) BODY:(BLOCK (DOTS ...)))"},
    {"fn $F($X, ...)",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (PARAM TARGET:(MVAR $X)) (DOTS ...)))"},
    {"#[$A]\nfn $F() { ... }",
     "stmts (FUNC ATTR:(ATTR VALUE:(MVAR $A)) NAME:(MVAR $F) PARAMS:(PARAMS) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"impl $T { ... fn f(&self) { $X } ... }",
     "stmts (CLASS=impl NAME:(MVAR $T) BODY:(CLASS_BODY (DOTS ...) (FUNC NAME:(NAME f) "
     "PARAMS:(PARAMS (PARAM TARGET:(NAME self))) BODY:(BLOCK (EXPR_STMT VALUE:(MVAR $X)))) "
     "(DOTS ...)))"},
    {"match $X { Ok(_) => ..., _ => $Y }",
     "stmts (SWITCH VALUE:(MVAR $X) (CASE VALUE:(CALL CALLEE:(NAME Ok) ARGS:(ARGS)) "
     "BODY:(BLOCK (DOTS ...))) (CASE=default BODY:(BLOCK (EXPR_STMT VALUE:(MVAR $Y)))))"},
    {"if $C { ... } else { $X; }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (EXPR_STMT; VALUE:(MVAR $X))))"},
    {"struct $S { $F: $T }",
     "stmts (CLASS=struct NAME:(MVAR $S) BODY:(CLASS_BODY (VAR TARGET:(MVAR $F) TYPE:(MVAR $T))))"},
    {"unsafe { ... }", "stmts (SYNCHRONIZED=unsafe BODY:(BLOCK (DOTS ...)))"},
    {"return $X", "stmts (RETURN VALUE:(MVAR $X))"},
    {"$X;\n...\nf($X);",
     "stmts (EXPR_STMT; VALUE:(MVAR $X)) (DOTS ...) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS (MVAR $X))))"},
    {"<... f($X) ...>", "expr (DEEP (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X))))"},
    {"use $M::{..., $X}",
     "stmts (IMPORT MODULE:(MVAR $M) ITEM:(DOTS ...) ITEM:(ITEM NAME:(MVAR $X)))"},
    {"|$X| $Y", "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X))) BODY:(MVAR $Y))"},
    {"let $X = $Y", "stmts (VAR TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"f(", "2: this is not rust: statements end with ';', and every bracket is closed; tried to "
           "read it as an expression, statements, items, a header without its body, an attribute, "
           "members, a field, an arm, a parameter, an argument"},
};

static void reads_rust_patterns(void **state)
{
    (void)state;
    check_pattern_cases("rust", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rust_patterns),
    };
    return cmocka_run_group_tests_name("rust patterns", tests, NULL, NULL);
}
