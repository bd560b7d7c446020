/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"import os.path as p, sys",
     "(IMPORT MODULE:(ACCESS OBJECT:(NAME os) FIELD:(NAME path)) ITEM:(ITEM ALIAS:(NAME p))) "
     "(IMPORT MODULE:(NAME sys))"},
    {"from ..a import b as c, d",
     "(IMPORT MODULE:(NAME ..a) ITEM:(ITEM NAME:(NAME b) ALIAS:(NAME c)) ITEM:(ITEM "
     "NAME:(NAME d)))"},
    {"from . import a", "(IMPORT MODULE:(NAME .) ITEM:(ITEM NAME:(NAME a)))"},
    {"from __future__ import x", "(IMPORT MODULE:(NAME __future__) ITEM:(ITEM NAME:(NAME x)))"},
    {"from y import *", "(IMPORT MODULE:(NAME y) ITEM:(STAR *))"},
    {"@a.b(1)\n"
     "@c\n"
     "async def f(x, *y: int, z=1, **k) -> T: pass",
     "(FUNC ATTR:(ATTR VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ARGS:(ARGS "
     "(INT 1)))) ATTR:(ATTR VALUE:(NAME c)) MODIFIER:(MODIFIER async) NAME:(NAME f) "
     "PARAMS:(PARAMS (PARAM TARGET:(NAME x)) (REST TARGET:(NAME y) TYPE:(TYPE int)) (PARAM "
     "TARGET:(NAME z) DEFAULT:(INT 1)) (REST_KW TARGET:(NAME k))) RESULT:(TYPE T) "
     "BODY:(BLOCK (PASS pass)))"},
    {"def f(a, /, b: x.Y = 1, *, c: List[int]): ...",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME a)) (STAR /) (PARAM "
     "TARGET:(NAME b) TYPE:(ACCESS OBJECT:(NAME x) FIELD:(NAME Y)) DEFAULT:(INT 1)) (STAR *) "
     "(PARAM TARGET:(NAME c) TYPE:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE int))))) "
     "BODY:(BLOCK (EXPR_STMT VALUE:(NAME ...))))"},
    {"class C(B, m=M):\n"
     "    \"\"\"doc\"\"\"\n"
     "    x: int = 1\n"
     "    y = 2\n"
     "    def m(self): return",
     "(CLASS=class NAME:(NAME C) BASE:(NAME B) BASE:(KWARG NAME:(NAME m) VALUE:(NAME M)) "
     "BODY:(CLASS_BODY (EXPR_STMT VALUE:(STRING (TEXT doc))) (VAR TARGET:(NAME x) TYPE:(TYPE "
     "int) VALUE:(INT 1)) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(INT 2))) (FUNC "
     "NAME:(NAME m) PARAMS:(PARAMS (PARAM TARGET:(NAME self))) BODY:(BLOCK (RETURN)))))"},
    {"x = y = 1",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(INT "
     "1))))"},
    {"a, *b = c,",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(TUPLE (NAME a) (REST TARGET:(NAME b))) VALUE:(TUPLE "
     "(NAME c))))"},
    {"a.b += 1",
     "(EXPR_STMT VALUE:(ASSIGN=+= TARGET:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) VALUE:(INT "
     "1)))"},
    {"x: int", "(VAR TARGET:(NAME x) TYPE:(TYPE int))"},
    {"x = (1)", "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(INT 1)))"},
    {"f(1, *a, k=b'c', **d)",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1) (SPREAD VALUE:(NAME a)) "
     "(KWARG NAME:(NAME k) VALUE:(STRING (TEXT c))) (SPREAD_KW VALUE:(NAME d)))))"},
    {"f(x for x in y)",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (COMPREHENSION=lazy VALUE:(NAME x) "
     "(FOR_EACH TARGET:(NAME x) VALUE:(NAME y))))))"},
    {"a.b(c)[0].d",
     "(EXPR_STMT VALUE:(ACCESS OBJECT:(INDEX OBJECT:(CALL CALLEE:(ACCESS OBJECT:(NAME a) "
     "FIELD:(NAME b)) ARGS:(ARGS (NAME c))) ARGS:(INT 0)) FIELD:(NAME d)))"},
    {"a[1:, 2]",
     "(EXPR_STMT VALUE:(INDEX OBJECT:(NAME a) ARGS:(TUPLE (SLICE LEFT:(INT 1)) (INT 2))))"},
    {"a[::2]", "(EXPR_STMT VALUE:(INDEX OBJECT:(NAME a) ARGS:(SLICE VALUE:(INT 2))))"},
    {"a < b not in c",
     "(EXPR_STMT VALUE:(BINARY='not in' LEFT:(BINARY=< LEFT:(NAME a) RIGHT:(NAME b)) "
     "RIGHT:(NAME c)))"},
    {"a and b or not c",
     "(EXPR_STMT VALUE:(BINARY=or LEFT:(BINARY=and LEFT:(NAME a) RIGHT:(NAME b)) "
     "RIGHT:(UNARY=not OPERAND:(NAME c))))"},
    {"-a ** ~b", "(EXPR_STMT VALUE:(UNARY=- OPERAND:(BINARY=** LEFT:(NAME a) RIGHT:(UNARY=~ "
                 "OPERAND:(NAME b)))))"},
    {"a if b else c", "(EXPR_STMT VALUE:(COND THEN:(NAME a) COND:(NAME b) ELSE:(NAME c)))"},
    {"lambda x, *y: x",
     "(EXPR_STMT VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x)) (REST TARGET:(NAME "
     "y))) BODY:(NAME x)))"},
    {"(n := 10)", "(EXPR_STMT VALUE:(WALRUS TARGET:(NAME n) VALUE:(INT 10)))"},
    {"await f()", "(EXPR_STMT VALUE:(AWAIT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))"},
    {"[a, (b,), {c}, {}, ()]",
     "(EXPR_STMT VALUE:(ARRAY (NAME a) (TUPLE (NAME b)) (SET (NAME c)) (DICT) (TUPLE)))"},
    {"{**a, 'b': [c for c in d if e]}",
     "(EXPR_STMT VALUE:(DICT (SPREAD_KW VALUE:(NAME a)) (PAIR KEY:(STRING (TEXT b)) "
     "VALUE:(COMPREHENSION=list VALUE:(NAME c) (FOR_EACH TARGET:(NAME c) VALUE:(NAME d)) "
     "COND:(NAME e)))))"},
    {"{a: b for a, b in c}; {a for a in b}; (a for a in b)",
     "(EXPR_STMT VALUE:(COMPREHENSION=dict VALUE:(PAIR KEY:(NAME a) VALUE:(NAME b)) "
     "(FOR_EACH TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(NAME c)))) (EXPR_STMT "
     "VALUE:(COMPREHENSION=set VALUE:(NAME a) (FOR_EACH TARGET:(NAME a) VALUE:(NAME b)))) "
     "(EXPR_STMT VALUE:(COMPREHENSION=lazy VALUE:(NAME a) (FOR_EACH TARGET:(NAME a) "
     "VALUE:(NAME b))))"},
    {"f'a{b}c{d!r:>{e}}' ''",
     "(EXPR_STMT VALUE:(CONCAT (STRING (TEXT a) (INTERP VALUE:(NAME b)) (TEXT c) (INTERP "
     "VALUE:(NAME d) (OTHER=!r) (OTHER=format_specifier (OTHER=format_expression (NAME "
     "e))))) (STRING (TEXT ''))))"},
    {"rb'\\x' \"it's\" \"\"\"a\n"
     "b\"\"\"",
     "(EXPR_STMT VALUE:(CONCAT (STRING (TEXT \\x)) (STRING (TEXT it's)) (STRING (TEXT "
     "'a\nb'))))"},
    {"1, 0x1F, 1.5, True, None, ...",
     "(EXPR_STMT VALUE:(TUPLE (INT 1) (INT 0x1F) (FLOAT 1.5) (BOOL True) (NULL None) (NAME "
     "...)))"},
    {"if a: b\n"
     "elif c: d\n"
     "else: e",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(NAME b))) ELSE:(BLOCK (IF COND:(NAME "
     "c) THEN:(BLOCK (EXPR_STMT VALUE:(NAME d))) ELSE:(BLOCK (EXPR_STMT VALUE:(NAME e))))))"},
    {"for x, y in z: pass\n"
     "else: a",
     "(FOR_EACH TARGET:(TUPLE (NAME x) (NAME y)) VALUE:(NAME z) BODY:(BLOCK (PASS pass)) "
     "ELSE:(BLOCK (EXPR_STMT VALUE:(NAME a))))"},
    {"while 1: break", "(WHILE COND:(INT 1) BODY:(BLOCK (BREAK)))"},
    {"with open(a) as b, c: continue",
     "(WITH RESOURCE:(RESOURCE VALUE:(CALL CALLEE:(NAME open) ARGS:(ARGS (NAME a))) "
     "TARGET:(NAME b)) RESOURCE:(RESOURCE VALUE:(NAME c)) BODY:(BLOCK (CONTINUE)))"},
    {"async with a as (b, c): pass",
     "(WITH MODIFIER:(MODIFIER async) RESOURCE:(RESOURCE VALUE:(NAME a) TARGET:(TUPLE (NAME "
     "b) (NAME c))) BODY:(BLOCK (PASS pass)))"},
    {"try: a\n"
     "except E as e: b\n"
     "except (F, G): c\n"
     "except: d\n"
     "else: e\n"
     "finally: f",
     "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(NAME a))) CATCH:(CATCH TYPE:(NAME E) TARGET:(NAME "
     "e) BODY:(BLOCK (EXPR_STMT VALUE:(NAME b)))) CATCH:(CATCH TYPE:(TUPLE (NAME F) (NAME "
     "G)) BODY:(BLOCK (EXPR_STMT VALUE:(NAME c)))) CATCH:(CATCH BODY:(BLOCK (EXPR_STMT "
     "VALUE:(NAME d)))) ELSE:(BLOCK (EXPR_STMT VALUE:(NAME e))) FINALLY:(BLOCK (EXPR_STMT "
     "VALUE:(NAME f))))"},
    {"match x:\n"
     "    case 1 | 2 if y: a\n"
     "    case Foo(a, b=1): b\n"
     "    case _: c",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(OTHER=union_pattern (INT 1) (INT 2)) COND:(NAME y) "
     "BODY:(BLOCK (EXPR_STMT VALUE:(NAME a)))) (CASE VALUE:(CALL CALLEE:(NAME Foo) "
     "ARGS:(NAME a) ARGS:(KWARG NAME:(NAME b) VALUE:(INT 1))) BODY:(BLOCK (EXPR_STMT "
     "VALUE:(NAME b)))) (CASE BODY:(BLOCK (EXPR_STMT VALUE:(NAME c)))))"},
    {"match x:\n"
     "    case [1 as a, b]: pass",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(ARRAY (WALRUS VALUE:(INT 1) TARGET:(NAME a)) (NAME b)) "
     "BODY:(BLOCK (PASS pass))))"},
    {"return a, b", "(RETURN VALUE:(TUPLE (NAME a) (NAME b)))"},
    {"yield from a", "(EXPR_STMT VALUE:(YIELD=from VALUE:(NAME a)))"},
    {"raise A from b", "(THROW VALUE:(NAME A) RIGHT:(NAME b))"},
    {"raise", "(THROW)"},
    {"assert a, \"m\"", "(ASSERT VALUE:(NAME a) VALUE:(STRING (TEXT m)))"},
    {"del a, b", "(DELETE VALUE:(TUPLE (NAME a) (NAME b)))"},
    {"global a, b", "(GLOBAL VALUE:(NAME a) VALUE:(NAME b))"},
    {"print \"a\", b",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME print) ARGS:(ARGS (STRING (TEXT a)) (NAME b))))"},
    {"a; b", "(EXPR_STMT VALUE:(NAME a)) (EXPR_STMT VALUE:(NAME b))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("python", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("python", tests, NULL, NULL);
}
