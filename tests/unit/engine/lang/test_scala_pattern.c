/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of Scala become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"class $C(...) extends $B { ... }",
     "stmts (CLASS=class NAME:(MVAR $C) PARAMS:(PARAMS (DOTS ...)) BASE:(MVAR $B) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"object $O extends $B { ... }",
     "stmts (CLASS=object NAME:(MVAR $O) BASE:(MVAR $B) BODY:(CLASS_BODY (DOTS ...)))"},
    {"def $F(...) = { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"def $F(..., $X: $T, ...): $R = { ... }",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X) TYPE:(MVAR $T)) (DOTS ...)) RESULT:(MVAR $R) BODY:(BLOCK (DOTS ...)))"},
    {"def $F(..., $X, ...) = $E",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS ...)) BODY:(BLOCK (RETURN VALUE:(MVAR $E))))"},
    {"def $F(...)", "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)))"},
    {"def $F = ...", "stmts (FUNC NAME:(MVAR $F) BODY:(BLOCK (DOTS ...)))"},
    {"@A(...)\ndef $F(...) = { ... }",
     "stmts (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...)))) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"@A(...)", "part (ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...))))"},
    {"import $X", "stmts (IMPORT MODULE:(MVAR $X))"},
    {"import a.b._\n...\n$X.foo(...)",
     "stmts (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ITEM:(STAR _)) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS (DOTS ...))))"},
    {"import a.{$X, ...}",
     "stmts (IMPORT MODULE:(NAME a) ITEM:(ITEM NAME:(MVAR $X)) ITEM:(DOTS ...))"},
    {"$X = $Y", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"val $X = $Y", "stmts (VAR MODIFIER:(MODIFIER val) TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"var $X: $T = $Y\n...\n$X.foo()",
     "stmts (VAR MODIFIER:(MODIFIER var) TARGET:(MVAR $X) TYPE:(MVAR $T) VALUE:(MVAR $Y)) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)))"},
    {"$X.$M(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $M)) ARGS:(ARGS (DOTS ...)))"},
    {"$X.map { $Y => ... }",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME map)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(BLOCK (DOTS ...)))))"},
    {"$X.foreach($Y => $Z)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foreach)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $Y))) BODY:(MVAR $Z))))"},
    {"$F(..., key = $V, ...)",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME key) VALUE:(MVAR $V)) (DOTS ...)))"},
    {"($X: Cipher).init(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE Cipher)) FIELD:(NAME init)) ARGS:(ARGS (DOTS ...)))"},
    {"$F(..., ($X: String), ...)",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (TYPED TARGET:(MVAR $X) TYPE:(TYPE String)) (DOTS ...)))"},
    {"new $C(...)", "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)))"},
    {"new $C(...) { ... }",
     "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)) BODY:(CLASS_BODY (DOTS ...)))"},
    {"if ($C) { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"for ($X <- $Y) { ... }",
     "stmts (FOR_EACH TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR_EACH TARGET:(DOTS ...) VALUE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for { $X <- $Y } yield $Z",
     "expr (COMPREHENSION=lazy (FOR_EACH TARGET:(MVAR $X) VALUE:(MVAR $Y)) VALUE:(MVAR $Z))"},
    {"while (true) { ... }", "stmts (WHILE COND:(BOOL true) BODY:(BLOCK (DOTS ...)))"},
    {"$X match {\n  ...\n  case $P => $Y\n  ...\n}",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS '...\n  ') (CASE VALUE:(MVAR $P) BODY:(BLOCK (EXPR_STMT VALUE:(MVAR $Y)))) (DOTS '...\n'))"},
    {"case $P => ...", "part (CASE VALUE:(MVAR $P) BODY:(BLOCK (DOTS ...)))"},
    {"try { ... } catch { ... }", "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(DOTS '... '))"},
    {"try { ... } catch { case $E: $T => ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TARGET:(MVAR $E) TYPE:(MVAR $T) BODY:(BLOCK (DOTS ...))))"},
    {"catch { case $E: Exception => ... }",
     "expr (CALL CALLEE:(NAME catch) ARGS:(ARGS (LAMBDA BODY:(BLOCK (SWITCH (CASE VALUE:(PARAM TARGET:(MVAR $E) TYPE:(TYPE Exception)) BODY:(BLOCK (DOTS ...))))))))"},
    {"finally { ... }",
     "expr (CALL CALLEE:(NAME finally) ARGS:(ARGS (LAMBDA BODY:(BLOCK (DOTS ...)))))"},
    {"return $X", "stmts (RETURN VALUE:(MVAR $X))"},
    {"throw $E(...)", "stmts (THROW VALUE:(CALL CALLEE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"s\"...${$X}...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"s\"...$X...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"s\"$X\"", "expr (STRING (INTERP VALUE:(MVAR $X)))"},
    {"$X + $Y", "expr (BINARY=+ LEFT:(MVAR $X) RIGHT:(MVAR $Y))"},
    {"\"$S\" + $X", "expr (BINARY=+ LEFT:(STRING (TEXT $S)) RIGHT:(MVAR $X))"},
    {"$X.foo(). ... .bar()",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)) FIELD:(DOTS ...)) FIELD:(NAME bar)) ARGS:(ARGS))"},
    {"f($...ARGS)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR_MANY $...ARGS)))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"foo(<... $X ...>)", "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (DEEP (MVAR $X))))"},
    {"$X :: $Y", "expr (BINARY=:: LEFT:(MVAR $X) RIGHT:(MVAR $Y))"},
    {"$P.!", "expr (ACCESS OBJECT:(MVAR $P) FIELD:(NAME !))"},
    {"Seq(...).!!",
     "expr (ACCESS OBJECT:(CALL CALLEE:(NAME Seq) ARGS:(ARGS (DOTS ...))) FIELD:(NAME !!))"},
    {"$X.asInstanceOf[$T]",
     "part (GENERIC TYPE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME asInstanceOf)) ARGS:(TYPE_ARGS (MVAR $T)))"},
    {"override def $F(...): $T = { ... }",
     "stmts (FUNC MODIFIER:(MODIFIER override) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) RESULT:(MVAR $T) BODY:(BLOCK (DOTS ...)))"},
    {"trait $T { ... }", "stmts (CLASS=trait NAME:(MVAR $T) BODY:(CLASS_BODY (DOTS ...)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("scala", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("scala_pattern", tests, NULL, NULL);
}
