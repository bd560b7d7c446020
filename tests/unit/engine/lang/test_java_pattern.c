/* SPDX-License-Identifier: Apache-2.0 */
/* What Java's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"class $C { ... }", "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"$T $F(...) { ... }",
     "stmts (FUNC RESULT:(MVAR $T) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"public static $T $F(..., String $X, ...)",
     "stmts (FUNC MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER static) RESULT:(MVAR $T) "
     "NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TYPE:(TYPE String) TARGET:(MVAR "
     "$X)) (DOTS ...)))"},
    {"@A(...)", "part (ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...))))"},
    {"@A\n"
     "@B(x=1)",
     "stmts (CLASS=class ATTR:(ATTR VALUE:(NAME A)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME "
     "B) ARGS:(ARGS (KWARG NAME:(NAME x) VALUE:(INT 1))))))"},
    {"@A(...) private $T $X;",
     "stmts (VAR; ATTR:(ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...)))) MODIFIER:(MODIFIER "
     "private) TYPE:(MVAR $T) TARGET:(MVAR $X))"},
    {"@A(..., value=$V, ...)",
     "part (ATTR VALUE:(CALL CALLEE:(NAME A) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME value) "
     "VALUE:(MVAR $V)) (DOTS ...))))"},
    {"@Get({..., \"x\", ...})",
     "part (ATTR VALUE:(CALL CALLEE:(NAME Get) ARGS:(ARGS (ARRAY (DOTS ...) (STRING (TEXT "
     "x)) (DOTS ...)))))"},
    {"catch ($E $X) { ... }",
     "part (CATCH TYPE:(MVAR $E) TARGET:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"catch (...) { ... }",
     "part (CATCH TYPE:(DOTS ...) TARGET:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"try { ... } catch ($E $X) { ... } finally { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TYPE:(MVAR $E) TARGET:(MVAR $X) "
     "BODY:(BLOCK (DOTS ...))) FINALLY:(BLOCK (DOTS ...)))"},
    {"try (...) { ... }", "stmts (TRY RESOURCE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"try ($T $X = $V; ...) { ... }",
     "stmts (TRY RESOURCE:(VAR TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(MVAR $V)) RESOURCE:(DOTS "
     "...) BODY:(BLOCK (DOTS ...)))"},
    {"import $X.*;", "stmts (IMPORT; MODULE:(MVAR $X) ITEM:(STAR *))"},
    {"import ...;", "stmts (IMPORT; MODULE:(DOTS ...))"},
    {"return $X;", "stmts (RETURN; VALUE:(MVAR $X))"},
    {"return ...;", "stmts (RETURN; VALUE:(DOTS ...))"},
    {"return;", "stmts (RETURN;)"},
    {"new $C(...)", "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)))"},
    {"new $C(...) { ... }",
     "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)) BODY:(CLASS_BODY (DOTS ...)))"},
    {"new $C<...>(...)",
     "expr (NEW TYPE:(GENERIC TYPE:(MVAR $C) ARGS:(TYPE_ARGS (DOTS ...))) ARGS:(ARGS (DOTS "
     "...)))"},
    {"$T $X = $V;", "stmts (VAR; TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(MVAR $V))"},
    {"$T $X", "stmts (VAR TYPE:(MVAR $T) TARGET:(MVAR $X))"},
    {"throw new $E(...);", "stmts (THROW; VALUE:(NEW TYPE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"throw new $E(...)", "stmts (THROW VALUE:(NEW TYPE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"(...) -> $X", "expr (LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(MVAR $X))"},
    {"($X, ...) -> { ... }",
     "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X)) (DOTS ...)) BODY:(BLOCK (DOTS "
     "...)))"},
    {"for (...; ...; ...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for ($T $X : $Y) { ... }",
     "stmts (FOR_EACH TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS "
     "...)))"},
    {"for (... : $Y) { ... }",
     "stmts (FOR_EACH TYPE:(DOTS ...) TARGET:(DOTS ...) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS "
     "...)))"},
    {"if ($C) { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"if ($C) { ... $S }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...) (EXPR_STMT VALUE:(MVAR $S))))"},
    {"if ($C)", "stmts (IF COND:(MVAR $C))"},
    {"else { ... }", "stmts (IF ELSE:(BLOCK (DOTS ...)))"},
    {"finally { ... }", "stmts (TRY FINALLY:(BLOCK (DOTS ...)))"},
    {"while ($C) ...", "stmts (WHILE COND:(MVAR $C) BODY:(BLOCK (DOTS ...)))"},
    {"switch ($X) { ... case 1: foo(); ... }",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS))) (DOTS ...))))"},
    {"switch ($X) { case 1: ... break; default: ... }",
     "stmts (SWITCH VALUE:(MVAR $X) (CASE VALUE:(INT 1) BODY:(BLOCK (DOTS ...) (BREAK;))) "
     "(CASE=default BODY:(BLOCK (DOTS ...))))"},
    {"foo(String $X)",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (TYPED TYPE:(TYPE String) TARGET:(MVAR $X))))"},
    {"($X : String).foo()",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE String)) FIELD:(NAME "
     "foo)) ARGS:(ARGS))"},
    {"$X ? ... : $Y", "expr (COND COND:(MVAR $X) THEN:(DOTS ...) ELSE:(MVAR $Y))"},
    {"$X + ...", "expr (BINARY=+ LEFT:(MVAR $X) RIGHT:(DOTS ...))"},
    {"... + $X", "expr (BINARY=+ LEFT:(DOTS ...) RIGHT:(MVAR $X))"},
    {"$A[...]", "expr (INDEX OBJECT:(MVAR $A) ARGS:(DOTS ...))"},
    {"new int[]{1, ..., 2}",
     "expr (NEW TYPE:(ARRAY_TYPE TYPE:(TYPE int)) VALUE:(ARRAY (INT 1) (DOTS ...) (INT "
     "2)))"},
    {"int[] $X = {...};",
     "stmts (VAR; TYPE:(ARRAY_TYPE TYPE:(TYPE int)) TARGET:(MVAR $X) VALUE:(ARRAY (DOTS "
     "...)))"},
    {"Map<..., $V> $X = ...;",
     "stmts (VAR; TYPE:(GENERIC TYPE:(TYPE Map) ARGS:(TYPE_ARGS (DOTS ...) (MVAR $V))) "
     "TARGET:(MVAR $X) VALUE:(DOTS ...))"},
    {"<... $X.foo() ...>",
     "expr (DEEP (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)))"},
    {"a();\n"
     "<... $X.foo() ...>;\n"
     "b();",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (DEEP; (CALL CALLEE:(ACCESS "
     "OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME "
     "b) ARGS:(ARGS)))"},
    {"a();\n"
     "<... $X.foo() ...>",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (DEEP (CALL CALLEE:(ACCESS "
     "OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS)))"},
    {"class A {\n"
     "  ...\n"
     "  $T $X = $V;\n"
     "  ...\n"
     "  @B(...)\n"
     "  $R $F(...) { ... foo(...); ... }\n"
     "  ...\n"
     "}",
     "stmts (CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (DOTS ...) (VAR; TYPE:(MVAR $T) "
     "TARGET:(MVAR $X) VALUE:(MVAR $V)) (DOTS ...) (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME "
     "B) ARGS:(ARGS (DOTS ...)))) RESULT:(MVAR $R) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS "
     "...)) BODY:(BLOCK (DOTS ...) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS "
     "(DOTS ...)))) (DOTS ...))) (DOTS ...)))"},
    {"foo(); ... bar();",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS))) (DOTS ...) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME bar) ARGS:(ARGS)))"},
    {"{ ... foo(); ... }",
     "part (BLOCK (DOTS ...) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS))) (DOTS "
     "...))"},
    {"if ($X) { return $Y; } ... foo();",
     "stmts (IF COND:(MVAR $X) THEN:(BLOCK (RETURN; VALUE:(MVAR $Y)))) (DOTS ...) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS)))"},
    {"$X.foo(...). ... .bar(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(MVAR "
     "$X) FIELD:(NAME foo)) ARGS:(ARGS (DOTS ...))) FIELD:(DOTS ...)) FIELD:(NAME bar)) "
     "ARGS:(ARGS (DOTS ...)))"},
    {"$X. ... .bar",
     "expr (ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(DOTS ...)) FIELD:(NAME bar))"},
    {"List<$T>", "part (GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (MVAR $T)))"},
    {"$T[]", "part (ARRAY_TYPE TYPE:(MVAR $T))"},
    {"String...", "stmts (VAR TYPE:(TYPE String) TARGET:(DOTS ...))"},
    {"enum $E { ..., A, ... }",
     "stmts (CLASS=enum NAME:(MVAR $E) BODY:(CLASS_BODY (DOTS ...) (ENUM_MEMBER NAME:(NAME "
     "A)) (DOTS ...)))"},
    {"(int) $X", "expr (CAST TYPE:(TYPE int) VALUE:(MVAR $X))"},
    {"$X.$Y.$Z", "expr (ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $Y)) FIELD:(MVAR $Z))"},
    {"\"=~/re/i\"", "expr (STRING (TEXT =~/re/i))"},
    {"foo(\"...\", ...)",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (STRING (TEXT ...)) (DOTS ...)))"},
    {"synchronized ($X) { ... }", "stmts (SYNCHRONIZED VALUE:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"$...A", "expr (MVAR_MANY $...A)"},
    {"...", "expr (DOTS ...)"},
    {"f($...A, $X, $...B)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR_MANY $...A) (MVAR $X) (MVAR_MANY $...B)))"},
    {"do { ... } while ($X);", "stmts (DO; BODY:(BLOCK (DOTS ...)) COND:(MVAR $X))"},
    {"$X = (T) $Y;",
     "stmts (EXPR_STMT; VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(CAST TYPE:(TYPE T) VALUE:(MVAR "
     "$Y))))"},
    {"foo(($T) $X)",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (CAST TYPE:(MVAR $T) VALUE:(MVAR $X))))"},
    {"return (String $X);", "stmts (RETURN; VALUE:(TYPED TYPE:(TYPE String) TARGET:(MVAR $X)))"},
    {"class $X implements ... { ... }",
     "stmts (CLASS=class NAME:(MVAR $X) IMPLEMENTS:(DOTS ...) BODY:(CLASS_BODY (DOTS ...)))"},
    {"interface $X { ... }", "stmts (CLASS=interface NAME:(MVAR $X) BODY:(CLASS_BODY (DOTS ...)))"},
    {"$X -> ...", "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X))) BODY:(DOTS ...))"},
    {"public class $C { public $C(...) { ... } }",
     "stmts (CLASS=class MODIFIER:(MODIFIER public) NAME:(MVAR $C) BODY:(CLASS_BODY (FUNC "
     "MODIFIER:(MODIFIER public) NAME:(MVAR $C) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...)))))"},
    {"f(..., (String $S), $...R)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (TYPED TYPE:(TYPE String) TARGET:(MVAR "
     "$S)) (MVAR_MANY $...R)))"},
    {"@Override\n"
     "public void $F() { ... }",
     "stmts (FUNC ATTR:(ATTR VALUE:(NAME Override)) MODIFIER:(MODIFIER public) RESULT:(TYPE "
     "void) NAME:(MVAR $F) PARAMS:(PARAMS) BODY:(BLOCK (DOTS ...)))"},
    {"package ...;", "stmts (PACKAGE; MODULE:(DOTS ...))"},
    {"$X++;", "stmts (EXPR_STMT; VALUE:(POSTFIX=++ OPERAND:(MVAR $X)))"},
    {"case $X: ...", "part (CASE VALUE:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"final $T $X = ...;",
     "stmts (VAR; MODIFIER:(MODIFIER final) TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(DOTS "
     "...))"},
    {"private final $T $X;",
     "stmts (VAR; MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER final) TYPE:(MVAR $T) "
     "TARGET:(MVAR $X))"},
    {"abstract class $C { ... }",
     "stmts (CLASS=class MODIFIER:(MODIFIER abstract) NAME:(MVAR $C) BODY:(CLASS_BODY "
     "(DOTS ...)))"},
    {"// only a comment\n"
     "foo()",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS))"},
    {"$C.this", "expr (ACCESS OBJECT:(MVAR $C) FIELD:(NAME this))"},
    {"$X instanceof $T", "expr (TYPE_TEST VALUE:(MVAR $X) TYPE:(MVAR $T))"},
    {"assert ...;", "stmts (ASSERT; VALUE:(DOTS ...))"},
    {"foo(int $X)",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (TYPED TYPE:(TYPE int) TARGET:(MVAR $X))))"},
    {"var $X = $Y;\n"
     "$...S\n"
     "$Z.close();",
     "stmts (VAR; TYPE:(TYPE var) TARGET:(MVAR $X) VALUE:(MVAR $Y)) (MVAR_MANY $...S) "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $Z) FIELD:(NAME close)) ARGS:(ARGS)))"},
    {"if ($X)\n"
     "  ...\n"
     "else\n"
     "  ...",
     "stmts (IF COND:(MVAR $X) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"$O instanceof String $S",
     "expr (TYPE_TEST VALUE:(MVAR $O) TYPE:(TYPE String) TARGET:(MVAR $S))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("java", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("java_pattern", tests, NULL, NULL);
}
