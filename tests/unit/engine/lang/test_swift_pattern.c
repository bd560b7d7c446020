/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of Swift become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"class $C { ... }", "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C: $B { ... }",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(MVAR $B) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"func $F(...) { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"func $F(..., $X: $T, ...) -> $R { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X) TYPE:(MVAR $T)) (DOTS ...)) RESULT:(MVAR $R) BODY:(BLOCK (DOTS ...)))"},
    {"func $F(..., $X, ...)",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS ...)))"},
    {"@objc", "part (ATTR VALUE:(NAME objc))"},
    {"import $X", "stmts (IMPORT MODULE:(MVAR $X))"},
    {"let $X = $Y", "stmts (VAR MODIFIER:(MODIFIER let) TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"var $X: $T = $Y\n...\n$X.foo()",
     "stmts (VAR MODIFIER:(MODIFIER var) TARGET:(MVAR $X) TYPE:(MVAR $T) VALUE:(MVAR $Y)) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)))"},
    {"let $M: [$K: $V] = $E",
     "stmts (VAR MODIFIER:(MODIFIER let) TARGET:(MVAR $M) TYPE:(OTHER=dictionary_type (MVAR $K) (MVAR $V)) VALUE:(MVAR $E))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"$X.$M(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $M)) ARGS:(ARGS (DOTS ...)))"},
    {"$F(..., key: $V, ...)",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME key) VALUE:(MVAR $V)) (DOTS ...)))"},
    {"$F(...) { ... }",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (LAMBDA BODY:(BLOCK (DOTS ...)))))"},
    {"$X.map { $Y in ... }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME map)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(BLOCK (DOTS ...)))))"},
    {"($X: Cipher).foo(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE Cipher)) FIELD:(NAME foo)) ARGS:(ARGS (DOTS ...)))"},
    {"if $C { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"if let $X = $Y { ... }",
     "stmts (IF COND:(VAR MODIFIER:(MODIFIER let) TARGET:(MVAR $X) VALUE:(MVAR $Y)) THEN:(BLOCK (DOTS ...)))"},
    {"guard let $X = $Y else { ... }",
     "stmts (IF COND:(VAR MODIFIER:(MODIFIER let) TARGET:(MVAR $X) VALUE:(MVAR $Y)) ELSE:(BLOCK (DOTS ...)))"},
    {"for $X in $Y { ... }",
     "stmts (FOR_EACH TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"while $C { ... }", "stmts (WHILE COND:(MVAR $C) BODY:(BLOCK (DOTS ...)))"},
    {"switch $X {\ncase $V: ...\n}",
     "stmts (SWITCH VALUE:(MVAR $X) (CASE VALUE:(MVAR $V) BODY:(BLOCK (DOTS ...))))"},
    {"case .$X(..., $Y: $Z): ...",
     "part (CASE VALUE:(CALL CALLEE:(MVAR $X) ARGS:(ARGS (DOTS ...) (KWARG NAME:(MVAR $Y) VALUE:(MVAR $Z)))) BODY:(BLOCK (DOTS ...)))"},
    {"do { ... } catch { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH BODY:(BLOCK (DOTS ...))))"},
    {"catch { ... }", "part (CATCH BODY:(BLOCK (DOTS ...)))"},
    {"return $X", "stmts (RETURN VALUE:(MVAR $X))"},
    {"throw $E", "stmts (THROW VALUE:(MVAR $E))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"\"...\\($X)...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"\"$S\\($X)...\"", "expr (STRING (TEXT $S) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"$X + $Y", "expr (BINARY=+ LEFT:(MVAR $X) RIGHT:(MVAR $Y))"},
    {"$X ?? $Y", "expr (BINARY=?? LEFT:(MVAR $X) RIGHT:(MVAR $Y))"},
    {"$X as! $T", "expr (CAST VALUE:(MVAR $X) TYPE:(MVAR $T))"},
    {"$X!", "expr (UNARY=!! OPERAND:(MVAR $X))"},
    {"try $X", "expr (MVAR $X)"},
    {"f($...ARGS)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR_MANY $...ARGS)))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"$A. ... .b(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $A) FIELD:(DOTS ...)) FIELD:(NAME b)) ARGS:(ARGS (DOTS ...)))"},
    {"$X[$Y] = $Z",
     "expr (ASSIGN== TARGET:(INDEX OBJECT:(MVAR $X) ARGS:(MVAR $Y)) VALUE:(MVAR $Z))"},
    {"foo\n...", "stmts (EXPR_STMT VALUE:(NAME foo)) (DOTS ...)"},
    {"class $C {\n  ...\n  func $F(...) { ... }\n  ...\n}",
     "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...) (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...))) (DOTS ...)))"},
    {"init(...) { ... }",
     "stmts (FUNC NAME:(NAME init) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"extension $E { ... }", "stmts (CLASS=class NAME:(MVAR $E) BODY:(CLASS_BODY (DOTS ...)))"},
    {"[$K: $V]", "expr (DICT (PAIR KEY:(MVAR $K) VALUE:(MVAR $V)))"},
    {"[..., $X, ...]", "expr (ARRAY (DOTS ...) (MVAR $X) (DOTS ...))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("swift", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("swift_pattern", tests, NULL, NULL);
}
