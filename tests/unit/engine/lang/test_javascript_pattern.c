/* SPDX-License-Identifier: Apache-2.0 */
/* What JavaScript's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"$F(...)", "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...)))"},
    {"$X.$Y(..., $...ARGS)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $Y)) ARGS:(ARGS (DOTS ...) "
     "(MVAR_MANY $...ARGS)))"},
    {"$O. ... .then(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $O) FIELD:(DOTS ...)) FIELD:(NAME "
     "then)) ARGS:(ARGS (DOTS ...)))"},
    {"<... $X ...>", "expr (DEEP (MVAR $X))"},
    {"($X : Foo).bar()",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(TYPE Foo)) FIELD:(NAME "
     "bar)) ARGS:(ARGS))"},
    {"function $F(..., $X, ...) { ... }",
     "expr (LAMBDA NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $X)) (DOTS "
     "...)) BODY:(BLOCK (DOTS ...)))"},
    {"function ...(...) { ... }",
     "expr (LAMBDA NAME:(DOTS ...) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"(...) => { ... }", "expr (LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"async (...) => $X",
     "expr (LAMBDA MODIFIER:(MODIFIER async) PARAMS:(PARAMS (DOTS ...)) BODY:(MVAR $X))"},
    {"$X = $Y;", "stmts (EXPR_STMT; VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR $Y)))"},
    {"const $X = require(\"...\");",
     "stmts (VAR MODIFIER:(MODIFIER const) TARGET:(MVAR $X) VALUE:(CALL CALLEE:(NAME "
     "require) ARGS:(ARGS (STRING (TEXT ...)))))"},
    {"const {$X, ...} = $Y;",
     "stmts (VAR MODIFIER:(MODIFIER const) TARGET:(RECORD (PAIR KEY:(MVAR $X) VALUE:(MVAR "
     "$X)) (DOTS ...)) VALUE:(MVAR $Y))"},
    {"import $X from \"...\";", "stmts (IMPORT MODULE:(NAME ...) ITEM:(ITEM ALIAS:(MVAR $X)))"},
    {"import {$X} from \"...\";", "stmts (IMPORT MODULE:(NAME ...) ITEM:(ITEM NAME:(MVAR $X)))"},
    {"import * as $X from \"$M\";",
     "stmts (IMPORT MODULE:(MVAR $M) ITEM:(ITEM=* ALIAS:(MVAR $X)))"},
    {"export default $X;",
     "stmts (EXPR_STMT; VALUE:(ASSIGN=export TARGET:(NAME default) VALUE:(MVAR $X)))"},
    {"{..., a: $V, ...}",
     "expr (RECORD (DOTS ...) (PAIR KEY:(NAME a) VALUE:(MVAR $V)) (DOTS ...))"},
    {"{$K: $V}", "expr (RECORD (PAIR KEY:(MVAR $K) VALUE:(MVAR $V)))"},
    {"f({..., a: ...})",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (RECORD (DOTS ...) (PAIR KEY:(NAME a) VALUE:(DOTS "
     "...)))))"},
    {"f({...$X, b: 1})",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (RECORD (SPREAD VALUE:(MVAR $X)) (PAIR KEY:(NAME "
     "b) VALUE:(INT 1)))))"},
    {"f(...$X)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (SPREAD VALUE:(MVAR $X))))"},
    {"[..., $X, ...]", "expr (ARRAY (DOTS ...) (MVAR $X) (DOTS ...))"},
    {"`...${$X}...`", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"class $C extends $D { ... }",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(MVAR $D) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C { ... $M(...) { ... } ... }",
     "stmts (CLASS=class NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...) (FUNC NAME:(MVAR $M) "
     "PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...))) (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"new $C(...)", "expr (NEW TYPE:(MVAR $C) ARGS:(ARGS (DOTS ...)))"},
    {"if ($C) { ... } else { ... }",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"if ($C) $S", "stmts (IF COND:(MVAR $C) THEN:(BLOCK (EXPR_STMT VALUE:(MVAR $S))))"},
    {"for (let $X of $Y) { ... }",
     "stmts (FOR_EACH=of TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"for (...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for (...; ...; ...) { ... }",
     "stmts (FOR INIT:(DOTS ...) COND:(DOTS ...) UPDATE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"try { ... } catch ($E) { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TARGET:(MVAR $E) BODY:(BLOCK (DOTS "
     "...))))"},
    {"try { ... }", "stmts (TRY BODY:(BLOCK (DOTS ...)) FINALLY:(DOTS ''))"},
    {"catch ($E) { ... }", "part (CATCH TARGET:(MVAR $E) BODY:(BLOCK (DOTS ...)))"},
    {"finally { ... }", "stmts (TRY FINALLY:(BLOCK (DOTS ...)))"},
    {"switch ($X) { ... case 1: ... }",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...) (CASE VALUE:(INT 1) BODY:(BLOCK (DOTS ...))))"},
    {"return $X;", "stmts (RETURN; VALUE:(MVAR $X))"},
    {"throw new $E(...)", "stmts (THROW VALUE:(NEW TYPE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"a();\n"
     "...\n"
     "b();",
     "stmts (EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (DOTS ...) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))"},
    {"$X ? ... : $Y", "expr (COND COND:(MVAR $X) THEN:(DOTS ...) ELSE:(MVAR $Y))"},
    {"$X && ...", "expr (BINARY=&& LEFT:(MVAR $X) RIGHT:(DOTS ...))"},
    {"typeof $X", "expr (UNARY=typeof OPERAND:(MVAR $X))"},
    {"$X[...]", "expr (INDEX OBJECT:(MVAR $X) ARGS:(DOTS ...))"},
    {"\"=~/re/\"", "expr (STRING (TEXT =~/re/))"},
    {"await $X", "expr (AWAIT VALUE:(MVAR $X))"},
    {"var $X = function(...) { ... }",
     "stmts (VAR MODIFIER:(MODIFIER var) TARGET:(MVAR $X) VALUE:(LAMBDA PARAMS:(PARAMS "
     "(DOTS ...)) BODY:(BLOCK (DOTS ...))))"},
    {"@dec(...) class $C { ... }",
     "stmts (CLASS=class ATTR:(ATTR VALUE:(CALL CALLEE:(NAME dec) ARGS:(ARGS (DOTS ...)))) "
     "NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"<a href=\"...\">...</a>",
     "expr (ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME href) VALUE:(STRING (TEXT ...))) "
     "BODY:(DOTS ...))"},
    {"<a ... href=$X b={...} />",
     "expr (ELEMENT NAME:(NAME a) ATTR:(DOTS ...) ATTR:(KWARG NAME:(NAME href) VALUE:(MVAR $X)) "
     "ATTR:(KWARG NAME:(NAME b) VALUE:(DOTS ...)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("javascript", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("javascript_pattern", tests, NULL, NULL);
}
