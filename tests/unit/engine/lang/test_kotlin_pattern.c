/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of Kotlin become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"class $C(...) : $B { ... }",
     "stmts (CLASS=class NAME:(MVAR $C) PARAMS:(PARAMS (DOTS ...)) BASE:(MVAR $B) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"fun $F(...) { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"fun $F(..., $X: $T, ...): $R { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X) TYPE:(MVAR $T)) (DOTS ...)) RESULT:(MVAR $R) BODY:(BLOCK (DOTS ...)))"},
    {"fun $F(..., $X, ...) = $E",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS ...)) BODY:(BLOCK (RETURN VALUE:(MVAR $E))))"},
    {"@A(...)\nfun $F(...) { ... }",
     "stmts (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...)))) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"@A(...)", "part (ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...))))"},
    {"import $X", "stmts (IMPORT MODULE:(MVAR $X))"},
    {"import a.b.$X",
     "stmts (IMPORT MODULE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(MVAR $X)))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"val $X = $Y", "stmts (VAR MODIFIER:(MODIFIER val) TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"var $X: $T = $Y\n...\n$X.foo()",
     "stmts (VAR MODIFIER:(MODIFIER var) TARGET:(MVAR $X) TYPE:(MVAR $T) VALUE:(MVAR $Y)) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)))"},
    {"$X.$M(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $M)) ARGS:(ARGS (DOTS ...)))"},
    {"$F(...).$A = $V",
     "expr (ASSIGN== TARGET:(ACCESS OBJECT:(CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...))) FIELD:(MVAR $A)) VALUE:(MVAR $V))"},
    {"$X.map { $E }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME map)) ARGS:(ARGS (LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(MVAR $E))))))"},
    {"$X.map { ... }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME map)) ARGS:(ARGS (LAMBDA BODY:(BLOCK (DOTS ...)))))"},
    {"$X.use { $Y -> ... }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME use)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(BLOCK (DOTS ...)))))"},
    {"$F(..., key = $V, ...)",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME key) VALUE:(MVAR $V)) (DOTS ...)))"},
    {"($X: Cipher).init(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE Cipher)) FIELD:(NAME init)) ARGS:(ARGS (DOTS ...)))"},
    {"$X == ($Y : String)",
     "expr (BINARY=== LEFT:(MVAR $X) RIGHT:(TYPED TARGET:(MVAR $Y) TYPE:(TYPE String)))"},
    {"if ($C) { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"if ($C)\n  $S", "stmts (IF COND:(MVAR $C) THEN:(BLOCK (EXPR_STMT VALUE:(MVAR $S))))"},
    {"for ($X in $Y) { ... }",
     "stmts (FOR_EACH TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR_EACH TARGET:(DOTS ...) VALUE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"while (true) { ... }", "stmts (WHILE COND:(BOOL true) BODY:(BLOCK (DOTS ...)))"},
    {"when ($X) { ... }", "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...))"},
    {"when ($X) {\n  ...\n  is $T -> $Y\n  ...\n}",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...) (CASE VALUE:(TYPE_TEST TYPE:(MVAR $T)) BODY:(BLOCK (EXPR_STMT VALUE:(MVAR $Y)))) (DOTS ...))"},
    {"try { ... } catch ($E: $T) { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TARGET:(MVAR $E) TYPE:(MVAR $T) BODY:(BLOCK (DOTS ...))))"},
    {"catch ($E: Exception) { ... }",
     "part (CATCH TARGET:(MVAR $E) TYPE:(TYPE Exception) BODY:(BLOCK (DOTS ...)))"},
    {"finally { ... }", "stmts (TRY FINALLY:(BLOCK (DOTS ...)))"},
    {"return $X", "stmts (RETURN VALUE:(MVAR $X))"},
    {"throw $E(...)", "stmts (THROW VALUE:(CALL CALLEE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"...${X}...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(NAME X)) (TEXT ...))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"\"a ${B}\"", "expr (STRING (TEXT 'a ') (INTERP VALUE:(NAME B)))"},
    {"object : $T { ... }", "expr (NEW TYPE:(MVAR $T) BODY:(CLASS_BODY (DOTS ...)))"},
    {"$A ?: $B", "expr (BINARY=?: LEFT:(MVAR $A) RIGHT:(MVAR $B))"},
    {"$X as $T", "expr (CAST VALUE:(MVAR $X) TYPE:(MVAR $T))"},
    {"$X!!", "expr (UNARY=!! OPERAND:(MVAR $X))"},
    {"f($...ARGS)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR_MANY $...ARGS)))"},
    {"$...S\nval $X = $Y",
     "stmts (MVAR_MANY $...S) (VAR MODIFIER:(MODIFIER val) TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"foo(<... $X ...>)", "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (DEEP (MVAR $X))))"},
    {"fun foo(...): Array<X> = arrayOf()",
     "stmts (FUNC NAME:(NAME foo) PARAMS:(PARAMS (DOTS ...)) RESULT:(GENERIC TYPE:(TYPE Array) ARGS:(TYPE_ARGS (TYPE X))) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME arrayOf) ARGS:(ARGS)))))"},
    {"$T::class.java",
     "expr (ACCESS OBJECT:(REF OBJECT:(MVAR $T) FIELD:(NAME class)) FIELD:(NAME java))"},
    {"$X.foo(). ... .bar()",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)) FIELD:(DOTS ...)) FIELD:(NAME bar)) ARGS:(ARGS))"},
    {"class $C {\n  ...\n  fun $T.$F(...) { ... }\n  ...\n}",
     "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...) (FUNC TYPE:(MVAR $T) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...))) (DOTS ...)))"},
    {"$X?.let { $Y -> ... }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME let)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(BLOCK (DOTS ...)))))"},
    {"val $X by lazy { ... }",
     "stmts (VAR MODIFIER:(MODIFIER val) TARGET:(MVAR $X) DEFAULT:(CALL CALLEE:(NAME lazy) ARGS:(ARGS (LAMBDA BODY:(BLOCK (DOTS ...))))))"},
    {"@GetMapping(...)\nfun $F(..., @RequestParam $P: String, ...): $R { ... }",
     "stmts (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME GetMapping) ARGS:(ARGS (DOTS ...)))) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM ATTR:(ATTR VALUE:(NAME RequestParam)) TARGET:(MVAR $P) TYPE:(TYPE String)) (DOTS ...)) RESULT:(MVAR $R) BODY:(BLOCK (DOTS ...)))"},
    {"$WV.settings.javaScriptEnabled = true",
     "expr (ASSIGN== TARGET:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $WV) FIELD:(NAME settings)) FIELD:(NAME javaScriptEnabled)) VALUE:(BOOL true))"},
    {"Intent($CTX, $C::class.java)",
     "expr (CALL CALLEE:(NAME Intent) ARGS:(ARGS (MVAR $CTX) (ACCESS OBJECT:(REF OBJECT:(MVAR $C) FIELD:(NAME class)) FIELD:(NAME java))))"},
    {"for ($I in 0..10) { ... }",
     "stmts (FOR_EACH TARGET:(MVAR $I) VALUE:(BINARY=.. LEFT:(INT 0) RIGHT:(INT 10)) BODY:(BLOCK (DOTS ...)))"},
    {"return@foo $X", "stmts (RETURN LABEL:(NAME foo) VALUE:(MVAR $X))"},
    {"val $X: $T\n  get() = $E",
     "stmts (VAR MODIFIER:(MODIFIER val) TARGET:(MVAR $X) TYPE:(MVAR $T) BODY:(CLASS_BODY (FUNC NAME:(NAME get) BODY:(BLOCK (RETURN VALUE:(MVAR $E))))))"},
    {"{ $X -> ... }",
     "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X))) BODY:(BLOCK (DOTS ...)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("kotlin", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("kotlin_pattern", tests, NULL, NULL);
}
