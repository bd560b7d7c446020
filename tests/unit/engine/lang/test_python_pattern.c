/* SPDX-License-Identifier: Apache-2.0 */
/* What Python's patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"def foo(...)", "stmts (FUNC NAME:(NAME foo) PARAMS:(PARAMS (DOTS ...)))"},
    {"def foo(...):", "stmts (FUNC NAME:(NAME foo) PARAMS:(PARAMS (DOTS ...)))"},
    {"def foo(...): ...",
     "stmts (FUNC NAME:(NAME foo) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"async def $F($X, *, k=..., **$K): ...",
     "stmts (FUNC MODIFIER:(MODIFIER async) NAME:(MVAR $F) PARAMS:(PARAMS (PARAM TARGET:(MVAR "
     "$X)) (STAR *) (PARAM TARGET:(NAME k) DEFAULT:(DOTS ...)) (REST_KW TARGET:(MVAR $K))) "
     "BODY:(BLOCK (DOTS ...)))"},
    {"class $C", "stmts (CLASS=class NAME:(MVAR $C))"},
    {"class $C(...): ...",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(DOTS ...) BODY:(CLASS_BODY (DOTS ...)))"},
    {"class $C(..., Base, ...):\n"
     "  ...\n"
     "  $X = $V\n"
     "  ...\n"
     "  @dec(...)\n"
     "  def $F(self, ...):\n"
     "    ...",
     "stmts (CLASS=class NAME:(MVAR $C) BASE:(DOTS ...) BASE:(NAME Base) BASE:(DOTS ...) "
     "BODY:(CLASS_BODY (DOTS ...) (EXPR_STMT VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(MVAR "
     "$V))) (DOTS ...) (FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(NAME dec) ARGS:(ARGS (DOTS "
     "...)))) NAME:(MVAR $F) PARAMS:(PARAMS (PARAM TARGET:(NAME self)) (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...)))))"},
    {"@decorator", "part (ATTR VALUE:(NAME decorator))"},
    {"@$D.route(..., methods=[..., \"POST\", ...])",
     "part (ATTR VALUE:(CALL CALLEE:(ACCESS OBJECT:(MVAR $D) FIELD:(NAME route)) ARGS:(ARGS "
     "(DOTS ...) (KWARG NAME:(NAME methods) VALUE:(ARRAY (DOTS ...) (STRING (TEXT POST)) "
     "(DOTS ...))))))"},
    {"@a\n"
     "@b(...)",
     "stmts (FUNC ATTR:(ATTR VALUE:(NAME a)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS "
     "(DOTS ...)))))"},
    {"try:\n"
     "  ...\n"
     "except $E as $X:\n"
     "  ...",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TYPE:(MVAR $E) TARGET:(MVAR $X) "
     "BODY:(BLOCK (DOTS ...))))"},
    {"try:\n"
     "  ...",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) FINALLY:(DOTS ''))"},
    {"except $E as $X: ...",
     "part (CATCH TYPE:(MVAR $E) TARGET:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"except: ...", "part (CATCH BODY:(BLOCK (DOTS ...)))"},
    {"finally: ...", "stmts (TRY FINALLY:(BLOCK (DOTS ...)))"},
    {"else: ...", "stmts (IF ELSE:(BLOCK (DOTS ...)))"},
    {"elif $X: ...", "stmts (IF ELSE:(BLOCK (IF COND:(MVAR $X) THEN:(BLOCK (DOTS ...)))))"},
    {"if $C:\n"
     "  ...\n"
     "elif $D:\n"
     "  ...\n"
     "else:\n"
     "  ...",
     "stmts (IF COND:(MVAR $C) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (IF COND:(MVAR $D) "
     "THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))))"},
    {"if $C:", "stmts (IF COND:(MVAR $C))"},
    {"if $C", "stmts (IF COND:(MVAR $C))"},
    {"while $X: ...", "stmts (WHILE COND:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"for $X in ...: ...",
     "stmts (FOR_EACH TARGET:(MVAR $X) VALUE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"for ... in $Y:\n"
     "  ...",
     "stmts (FOR_EACH TARGET:(DOTS ...) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"with ...:\n"
     "  ...",
     "stmts (WITH RESOURCE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"with open(...) as $F: ...",
     "stmts (WITH RESOURCE:(RESOURCE VALUE:(CALL CALLEE:(NAME open) ARGS:(ARGS (DOTS ...))) "
     "TARGET:(MVAR $F)) BODY:(BLOCK (DOTS ...)))"},
    {"with ... as $F: ...",
     "stmts (WITH RESOURCE:(RESOURCE VALUE:(DOTS ...) TARGET:(MVAR $F)) BODY:(BLOCK (DOTS "
     "...)))"},
    {"import $X", "stmts (IMPORT MODULE:(MVAR $X))"},
    {"from $M import ...", "stmts (IMPORT MODULE:(MVAR $M) ITEM:(DOTS ...))"},
    {"from $M import $X as $Y",
     "stmts (IMPORT MODULE:(MVAR $M) ITEM:(ITEM NAME:(MVAR $X) ALIAS:(MVAR $Y)))"},
    {"from . import $X", "stmts (IMPORT MODULE:(NAME .) ITEM:(ITEM NAME:(MVAR $X)))"},
    {"from .$M import $X", "stmts (IMPORT MODULE:(NAME .$M) ITEM:(ITEM NAME:(MVAR $X)))"},
    {"import $A.b", "stmts (IMPORT MODULE:(ACCESS OBJECT:(MVAR $A) FIELD:(NAME b)))"},
    {"lambda ...: $X", "expr (LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(MVAR $X))"},
    {"lambda $X, ...: ...",
     "expr (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(MVAR $X)) (DOTS ...)) BODY:(DOTS ...))"},
    {"$X if $C else ...", "expr (COND THEN:(MVAR $X) COND:(MVAR $C) ELSE:(DOTS ...))"},
    {"[... for $X in $Y]",
     "expr (COMPREHENSION=list VALUE:(DOTS ...) (FOR_EACH TARGET:(MVAR $X) VALUE:(MVAR "
     "$Y)))"},
    {"{$K: $V for $K, $V in $Y}",
     "expr (COMPREHENSION=dict VALUE:(PAIR KEY:(MVAR $K) VALUE:(MVAR $V)) (FOR_EACH TARGET:(TUPLE "
     "(MVAR $K) (MVAR $V)) VALUE:(MVAR $Y)))"},
    {"{...}", "expr (DICT (DOTS ...))"},
    {"{..., \"a\": $V, ...}",
     "expr (DICT (DOTS ...) (PAIR KEY:(STRING (TEXT a)) VALUE:(MVAR $V)) (DOTS ...))"},
    {"{\"a\": {..., \"b\": 1}, ...}",
     "expr (DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(DICT (DOTS ...) (PAIR KEY:(STRING "
     "(TEXT b)) VALUE:(INT 1)))) (DOTS ...))"},
    {"{1, ...}", "expr (SET (INT 1) (DOTS ...))"},
    {"set([...])", "expr (CALL CALLEE:(NAME set) ARGS:(ARGS (ARRAY (DOTS ...))))"},
    {"$X[...]", "expr (INDEX OBJECT:(MVAR $X) ARGS:(DOTS ...))"},
    {"$X[...:...]", "expr (INDEX OBJECT:(MVAR $X) ARGS:(SLICE LEFT:(DOTS ...) RIGHT:(DOTS ...)))"},
    {"print $X", "expr (CALL CALLEE:(NAME print) ARGS:(ARGS (MVAR $X)))"},
    {"print(...)", "expr (CALL CALLEE:(NAME print) ARGS:(ARGS (DOTS ...)))"},
    {"f(..., k=$V, ...)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME k) VALUE:(MVAR "
     "$V)) (DOTS ...)))"},
    {"f(..., **$K)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (SPREAD_KW VALUE:(MVAR $K))))"},
    {"f(*...)", "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (SPREAD VALUE:(DOTS ...))))"},
    {"f(...)(...)",
     "expr (CALL CALLEE:(CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...))) ARGS:(ARGS (DOTS "
     "...)))"},
    {"f($X: int)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (TYPED TARGET:(MVAR $X) TYPE:(TYPE int))))"},
    {"($X: foo.Bar).baz(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(TYPED TARGET:(MVAR $X) TYPE:(ACCESS OBJECT:(NAME "
     "foo) FIELD:(NAME Bar))) FIELD:(NAME baz)) ARGS:(ARGS (DOTS ...)))"},
    {"$F($X, k=$Y)",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (MVAR $X) (KWARG NAME:(NAME k) VALUE:(MVAR "
     "$Y))))"},
    {"f(..., $K=$V, ...)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (DOTS ...) (KWARG NAME:(MVAR $K) VALUE:(MVAR "
     "$V)) (DOTS ...)))"},
    {"\"$X\"", "expr (STRING (TEXT $X))"},
    {"\"=~/re/\"", "expr (STRING (TEXT =~/re/))"},
    {"f\"...{$X}...\"", "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X)) (TEXT ...))"},
    {"f\"...{$X!r:>{$W}}\"",
     "expr (STRING (TEXT ...) (INTERP VALUE:(MVAR $X) (OTHER=!r) (OTHER=format_specifier "
     "(OTHER=format_expression (MVAR $W)))))"},
    {"f'{foo(...)}'",
     "expr (STRING (INTERP VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS (DOTS ...)))))"},
    {"\"...\" % ...", "expr (BINARY=% LEFT:(STRING (TEXT ...)) RIGHT:(DOTS ...))"},
    {"\"...\" + $X", "expr (BINARY=+ LEFT:(STRING (TEXT ...)) RIGHT:(MVAR $X))"},
    {"not $X", "expr (UNARY=not OPERAND:(MVAR $X))"},
    {"$X and ... and $Y",
     "expr (BINARY=and LEFT:(BINARY=and LEFT:(MVAR $X) RIGHT:(DOTS ...)) RIGHT:(MVAR $Y))"},
    {"$X in [...]", "expr (BINARY=in LEFT:(MVAR $X) RIGHT:(ARRAY (DOTS ...)))"},
    {"$X == $X", "expr (BINARY=== LEFT:(MVAR $X) RIGHT:(MVAR $X))"},
    {"return ...", "stmts (RETURN VALUE:(DOTS ...))"},
    {"return", "stmts (RETURN)"},
    {"raise $E(...)", "stmts (THROW VALUE:(CALL CALLEE:(MVAR $E) ARGS:(ARGS (DOTS ...))))"},
    {"raise ... from $X", "stmts (THROW VALUE:(DOTS ...) RIGHT:(MVAR $X))"},
    {"yield $X", "expr (YIELD VALUE:(MVAR $X))"},
    {"await $X", "expr (AWAIT VALUE:(MVAR $X))"},
    {"assert ...", "stmts (ASSERT VALUE:(DOTS ...))"},
    {"del $X[$Y]", "stmts (DELETE VALUE:(INDEX OBJECT:(MVAR $X) ARGS:(MVAR $Y)))"},
    {"global $X", "stmts (GLOBAL VALUE:(MVAR $X))"},
    {"$X: int = $V", "stmts (VAR TARGET:(MVAR $X) TYPE:(TYPE int) VALUE:(MVAR $V))"},
    {"$X: $T", "stmts (VAR TARGET:(MVAR $X) TYPE:(MVAR $T))"},
    {"$X = yield ...", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(YIELD VALUE:(DOTS ...)))"},
    {"$X += ...", "expr (ASSIGN=+= TARGET:(MVAR $X) VALUE:(DOTS ...))"},
    {"$X, $Y = ...", "expr (ASSIGN== TARGET:(TUPLE (MVAR $X) (MVAR $Y)) VALUE:(DOTS ...))"},
    {"$X = $Y = $Z",
     "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(ASSIGN== TARGET:(MVAR $Y) VALUE:(MVAR $Z)))"},
    {"<... $X.foo(...) ...>",
     "expr (DEEP (CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME foo)) ARGS:(ARGS (DOTS "
     "...))))"},
    {"if <... $X ...>:\n"
     "  ...",
     "stmts (IF COND:(DEEP (MVAR $X)) THEN:(BLOCK (DOTS ...)))"},
    {"foo(<... $X ...>, ...)",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS (DEEP (MVAR $X)) (DOTS ...)))"},
    {"match $X:\n"
     "  ...\n"
     "  case 1:\n"
     "    ...",
     "stmts (SWITCH VALUE:(MVAR $X) (DOTS ...) (CASE VALUE:(INT 1) BODY:(BLOCK (DOTS ...))))"},
    {"case $X: ...", "part (CASE VALUE:(MVAR $X) BODY:(BLOCK (DOTS ...)))"},
    {"    foo()\n"
     "    ...\n"
     "    bar()",
     "stmts (EXPR_STMT VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS))) (DOTS ...) (EXPR_STMT "
     "VALUE:(CALL CALLEE:(NAME bar) ARGS:(ARGS)))"},
    {"foo()\n"
     "...",
     "stmts (EXPR_STMT VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS))) (DOTS ...)"},
    {"...\n"
     "foo()",
     "stmts (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS)))"},
    {"$...ARGS", "expr (MVAR_MANY $...ARGS)"},
    {"f($...A, 1, $...B)",
     "expr (CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR_MANY $...A) (INT 1) (MVAR_MANY $...B)))"},
    {"def f($X=..., *args, $Y: int = 3, **kw): ...",
     "stmts (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(MVAR $X) DEFAULT:(DOTS ...)) "
     "(REST TARGET:(NAME args)) (PARAM TARGET:(MVAR $Y) TYPE:(TYPE int) DEFAULT:(INT 3)) "
     "(REST_KW TARGET:(NAME kw))) BODY:(BLOCK (DOTS ...)))"},
    {"if True: return 1", "stmts (IF COND:(BOOL True) THEN:(BLOCK (RETURN VALUE:(INT 1))))"},
    {"# comment\n"
     "foo()  # more",
     "expr (CALL CALLEE:(NAME foo) ARGS:(ARGS))"},
    {"$X.$Y.$Z", "expr (ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $Y)) FIELD:(MVAR $Z))"},
    {"$X. ... .foo(). ...",
     "expr (ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(MVAR $X) FIELD:(DOTS "
     "...)) FIELD:(NAME foo)) ARGS:(ARGS)) FIELD:(DOTS ...))"},
    {"($X)", "expr (MVAR $X)"},
    {"$F(\n"
     "  ...,\n"
     "  x=1,\n"
     "  ...\n"
     ")",
     "expr (CALL CALLEE:(MVAR $F) ARGS:(ARGS (DOTS ...) (KWARG NAME:(NAME x) VALUE:(INT "
     "1)) (DOTS ...)))"},
    {"x = \"\"\"\n"
     "  abc\n"
     "\"\"\"\n"
     "...\n"
     "y",
     "stmts (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(STRING (TEXT '\n  abc\n')))) "
     "(DOTS ...) (EXPR_STMT VALUE:(NAME y))"},
    {"\"\"\"...\"\"\"", "expr (STRING (TEXT ...))"},
    {"b\"...\"", "expr (STRING (TEXT ...))"},
    {"$X := $Y", "expr (WALRUS TARGET:(MVAR $X) VALUE:(MVAR $Y))"},
    {"if $X := $Y:\n"
     "  ...",
     "stmts (IF COND:(WALRUS TARGET:(MVAR $X) VALUE:(MVAR $Y)) THEN:(BLOCK (DOTS ...)))"},
    {"async with $X: ...",
     "stmts (WITH MODIFIER:(MODIFIER async) RESOURCE:(RESOURCE VALUE:(MVAR $X)) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"async for $X in $Y: ...",
     "stmts (FOR_EACH MODIFIER:(MODIFIER async) TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"class $X:\n"
     "  \"\"\"...\"\"\"\n"
     "  ...",
     "stmts (CLASS=class NAME:(MVAR $X) BODY:(CLASS_BODY (EXPR_STMT VALUE:(STRING (TEXT "
     "...))) (DOTS ...)))"},
    {"$X < $Y < ...",
     "expr (BINARY=< LEFT:(BINARY=< LEFT:(MVAR $X) RIGHT:(MVAR $Y)) RIGHT:(DOTS ...))"},
    {"-$X", "expr (UNARY=- OPERAND:(MVAR $X))"},
    {"**$X", "expr (SPREAD_KW VALUE:(MVAR $X))"},
    {"*$X", "expr (SPREAD VALUE:(MVAR $X))"},
    {"k=$V", "expr (ASSIGN== TARGET:(NAME k) VALUE:(MVAR $V))"},
    {"def $F(...) -> $T: ...",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) RESULT:(MVAR $T) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"exec(...)", "expr (CALL CALLEE:(NAME exec) ARGS:(ARGS (DOTS ...)))"},
    {"while True:\n"
     "    ...\n"
     "    if $X:\n"
     "        break\n"
     "    ...",
     "stmts (WHILE COND:(BOOL True) BODY:(BLOCK (DOTS ...) (IF COND:(MVAR $X) THEN:(BLOCK "
     "(BREAK))) (DOTS ...)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("python", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("python_pattern", tests, NULL, NULL);
}
