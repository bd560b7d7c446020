/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case javascript_cases[] = {
    {"import a, { b as c, d } from \"node:x\";",
     "(IMPORT MODULE:(NAME x) ITEM:(ITEM ALIAS:(NAME a)) ITEM:(ITEM NAME:(NAME b) "
     "ALIAS:(NAME c)) ITEM:(ITEM NAME:(NAME d)))"},
    {"(0, a_1.f)(x); a_1.default.g(x); a.default(x);",
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a_1) FIELD:(NAME f)) ARGS:(ARGS (NAME "
     "x)))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a_1) FIELD:(NAME g)) ARGS:(ARGS "
     "(NAME x)))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME default)) "
     "ARGS:(ARGS (NAME x))))"},
    {"import * as n from 'm'; import 'o';",
     "(IMPORT MODULE:(NAME m) ITEM:(ITEM=* ALIAS:(NAME n))) (IMPORT MODULE:(NAME o))"},
    {"const { a, b: c } = f(...d), e = 1;",
     "(VAR; MODIFIER:(MODIFIER const) TARGET:(RECORD (PAIR KEY:(NAME a) VALUE:(NAME a)) "
     "(PAIR KEY:(NAME b) VALUE:(NAME c))) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (SPREAD "
     "VALUE:(NAME d))))) (VAR; MODIFIER:(MODIFIER const) TARGET:(NAME e) VALUE:(INT 1))"},
    {"async function f(x, y = 2, ...z) { return await g(x); }",
     "(FUNC MODIFIER:(MODIFIER async) NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x)) "
     "(PARAM TARGET:(NAME y) DEFAULT:(INT 2)) (REST TARGET:(NAME z))) BODY:(BLOCK (RETURN; "
     "VALUE:(AWAIT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x)))))))"},
    {"class A extends B { static #x = 1; get y() { return this.#x; } @d m() { super.m(); } "
     "}",
     "(CLASS=class NAME:(NAME A) BASE:(NAME B) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER "
     "static) TARGET:(NAME #x) VALUE:(INT 1)) (FUNC MODIFIER:(MODIFIER get) NAME:(NAME y) "
     "PARAMS:(PARAMS) BODY:(BLOCK (RETURN; VALUE:(ACCESS OBJECT:(NAME this) FIELD:(NAME "
     "#x))))) (FUNC ATTR:(ATTR VALUE:(NAME d)) NAME:(NAME m) PARAMS:(PARAMS) BODY:(BLOCK "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME super) FIELD:(NAME m)) "
     "ARGS:(ARGS)))))))"},
    {"const h = async (a) => a?.b[0]; k = x => { y; };",
     "(VAR; MODIFIER:(MODIFIER const) TARGET:(NAME h) VALUE:(LAMBDA MODIFIER:(MODIFIER "
     "async) PARAMS:(PARAMS (PARAM TARGET:(NAME a))) BODY:(INDEX OBJECT:(ACCESS "
     "OBJECT:(NAME a) MODIFIER:(MODIFIER ?.) FIELD:(NAME b)) ARGS:(INT 0)))) (EXPR_STMT; "
     "VALUE:(ASSIGN== TARGET:(NAME k) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) "
     "BODY:(BLOCK "
     "(EXPR_STMT; VALUE:(NAME y))))))"},
    {"({ a: 1, b, [c]: 2, ...d, m() { } });",
     "(EXPR_STMT; VALUE:(RECORD (PAIR KEY:(NAME a) VALUE:(INT 1)) (PAIR KEY:(NAME b) "
     "VALUE:(NAME b)) (PAIR KEY:(NAME c) VALUE:(INT 2)) (SPREAD VALUE:(NAME d)) (FUNC "
     "NAME:(NAME m) PARAMS:(PARAMS) BODY:(BLOCK))))"},
    {"`a${b}c`; t`x`; /r/g; 0x1F; 1.5; null; undefined; true;",
     "(EXPR_STMT; VALUE:(STRING (TEXT a) (INTERP VALUE:(NAME b)) (TEXT c))) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME t) ARGS:(ARGS (STRING (TEXT x))))) (EXPR_STMT; "
     "VALUE:(REGEX=/r/g (TEXT r))) (EXPR_STMT; VALUE:(INT 0x1F)) (EXPR_STMT; VALUE:(FLOAT "
     "1.5)) (EXPR_STMT; VALUE:(NULL null)) (EXPR_STMT; VALUE:(NAME undefined)) (EXPR_STMT; "
     "VALUE:(BOOL true))"},
    {"if (a) b; else if (c) { d } else e;",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT; VALUE:(NAME b))) ELSE:(BLOCK (IF "
     "COND:(NAME c) THEN:(BLOCK (EXPR_STMT VALUE:(NAME d))) ELSE:(BLOCK (EXPR_STMT; "
     "VALUE:(NAME e))))))"},
    {"for (let i = 0; i < 9; i++) { } for (const k of o) { } while (1) ; do { } while (0);",
     "(FOR INIT:(VAR; MODIFIER:(MODIFIER let) TARGET:(NAME i) VALUE:(INT 0)) "
     "COND:(BINARY=< LEFT:(NAME i) RIGHT:(INT 9)) UPDATE:(POSTFIX=++ OPERAND:(NAME i)) "
     "BODY:(BLOCK)) (FOR_EACH=of TARGET:(NAME k) VALUE:(NAME o) BODY:(BLOCK)) (WHILE "
     "COND:(INT 1) BODY:(BLOCK)) (DO; BODY:(BLOCK) COND:(INT 0))"},
    {"try { a() } catch (e) { } finally { b }",
     "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS)))) CATCH:(CATCH "
     "TARGET:(NAME e) BODY:(BLOCK)) FINALLY:(BLOCK (EXPR_STMT VALUE:(NAME b))))"},
    {"switch (x) { case 1: a(); break; default: b(); }",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME a) ARGS:(ARGS))) (BREAK;))) (CASE=default BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS))))))"},
    {"x = a ? b : c; x += typeof y; delete z.w; new Q(1); -1; i--;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(COND COND:(NAME a) THEN:(NAME b) "
     "ELSE:(NAME c)))) (EXPR_STMT; VALUE:(ASSIGN=+= TARGET:(NAME x) VALUE:(UNARY=typeof "
     "OPERAND:(NAME y)))) (EXPR_STMT; VALUE:(UNARY=delete OPERAND:(ACCESS OBJECT:(NAME z) "
     "FIELD:(NAME w)))) (EXPR_STMT; VALUE:(NEW TYPE:(NAME Q) ARGS:(ARGS (INT 1)))) "
     "(EXPR_STMT; VALUE:(UNARY=- OPERAND:(INT 1))) (EXPR_STMT; VALUE:(POSTFIX=-- "
     "OPERAND:(NAME i)))"},
    {"x = <a b=\"c\" {...d} e={f}>\n g {h}<i.j /> </a>;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(ELEMENT NAME:(NAME a) ATTR:(KWARG "
     "NAME:(NAME b) VALUE:(STRING (TEXT c))) ATTR:(SPREAD VALUE:(NAME d)) ATTR:(KWARG "
     "NAME:(NAME e) VALUE:(NAME f)) BODY:(TEXT g) BODY:(NAME h) BODY:(ELEMENT NAME:(ACCESS "
     "OBJECT:(NAME i) FIELD:(NAME j))))))"},
    {"export { a as b } from 'm';",
     "(IMPORT MODULE:(NAME m) ITEM:(ITEM NAME:(NAME a) ALIAS:(NAME b)))"},
    {"export default class { } export const q = 1;",
     "(CLASS=class MODIFIER:(MODIFIER export) MODIFIER:(MODIFIER default) BODY:(CLASS_BODY)) "
     "(VAR; MODIFIER:(MODIFIER export) MODIFIER:(MODIFIER const) TARGET:(NAME q) "
     "VALUE:(INT 1))"},
    {"export default f(a); { ; } while (b) ;",
     "(EXPR_STMT; VALUE:(ASSIGN=export TARGET:(NAME default) VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS (NAME a))))) (BLOCK (PASS ;)) (WHILE COND:(NAME b) BODY:(BLOCK))"},
    {"function f() { return (\n<a/>); }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (RETURN; VALUE:(ELEMENT NAME:(NAME a)))))"},
};

static const struct lang_case typescript_cases[] = {
    {"await f<T>(x);",
     "(EXPR_STMT; VALUE:(AWAIT VALUE:(CALL CALLEE:(NAME f) TYPE_PARAMS:(TYPE_ARGS (TYPE T)) "
     "ARGS:(ARGS (NAME x)))))"},
    {"class A { @b() c: D; @e async f() { } g() { } }",
     "(CLASS=class NAME:(TYPE A) BODY:(CLASS_BODY (VAR ATTR:(ATTR VALUE:(CALL CALLEE:(NAME b) "
     "ARGS:(ARGS))) TARGET:(NAME c) TYPE:(TYPE D)) (FUNC ATTR:(ATTR VALUE:(NAME e)) "
     "MODIFIER:(MODIFIER async) NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK)) (FUNC NAME:(NAME g) "
     "PARAMS:(PARAMS) BODY:(BLOCK))))"},
    {"x = <T>y; export = z;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(CAST VALUE:(NAME y) TYPE:(TYPE T)))) "
     "(ASSIGN== TARGET:(NAME export) VALUE:(NAME z))"},
    {"let a: string = b as T, c = d!; function f(x?: number, private y: A.B = 1): "
     "Promise<void> { }",
     "(VAR; MODIFIER:(MODIFIER let) TARGET:(NAME a) TYPE:(TYPE string) VALUE:(CAST "
     "VALUE:(NAME b) TYPE:(TYPE T))) (VAR; MODIFIER:(MODIFIER let) TARGET:(NAME c) "
     "VALUE:(CAST=! VALUE:(NAME d))) (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE "
     "number)) (PARAM MODIFIER:(MODIFIER private) TARGET:(NAME y) TYPE:(TYPE A.B) "
     "DEFAULT:(INT 1))) RESULT:(GENERIC TYPE:(TYPE Promise) ARGS:(TYPE_ARGS (TYPE void))) "
     "BODY:(BLOCK))"},
    {"interface I extends J { a: string; m(x: T): void } enum E { A = 1, B } abstract "
     "class C<T> implements I { private readonly x: T[] = []; }",
     "(CLASS=interface NAME:(TYPE I) BASE:(TYPE J) BODY:(CLASS_BODY (VAR TARGET:(NAME a) "
     "TYPE:(TYPE string)) (FUNC NAME:(NAME m) PARAMS:(PARAMS (PARAM TARGET:(NAME x) "
     "TYPE:(TYPE T))) RESULT:(TYPE void)))) (CLASS=enum NAME:(NAME E) BODY:(CLASS_BODY "
     "(ENUM_MEMBER NAME:(NAME A) VALUE:(INT 1)) NAME:(NAME B))) (CLASS=abstract "
     "MODIFIER:(MODIFIER abstract) NAME:(TYPE C) TYPE_PARAMS:(TYPE_PARAMS "
     "(OTHER=type_parameter (TYPE T))) IMPLEMENTS:(TYPE I) BODY:(CLASS_BODY (VAR "
     "MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER readonly) TARGET:(NAME x) "
     "TYPE:(ARRAY_TYPE TYPE:(TYPE T)) VALUE:(ARRAY))))"},
    {"@Inject() class D { constructor(private a: B) { } }",
     "(CLASS=class ATTR:(ATTR VALUE:(CALL CALLEE:(NAME Inject) ARGS:(ARGS))) NAME:(TYPE D) "
     "BODY:(CLASS_BODY (VAR TYPE:(TYPE B) TARGET:(NAME a)) (FUNC NAME:(NAME constructor) "
     "PARAMS:(PARAMS (PARAM MODIFIER:(MODIFIER private) TARGET:(NAME a) TYPE:(TYPE B))) "
     "BODY:(BLOCK))))"},
};

static const struct lang_case vue_cases[] = {
    {"<template>\n<p>it's `{{ a }}`</p>\n</template>\n<script setup lang=\"ts\">\nf(x as "
     "T);\n</script>\n<SCRIPT>g();</SCRIPT>\n<style>b { }</style>",
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (CAST VALUE:(NAME x) TYPE:(TYPE T))))) "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))"},
    {"<p>f(x)</p>", ""},
    {"f(x);", "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x))))"},
    /* What a page writes as it is, in a function where there is room for one. */
    {"<b v-html=\"a\"></b>",
     "(PASS -) (EXPR_STMT VALUE:(CALL CALLEE:(NAME html) ARGS:(ARGS (NAME a))))"},
    {"<p>{@html {a}.a}{@html b}</p>",
     "(PASS @) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME html) ARGS:(ARGS (ACCESS OBJECT:(RECORD (PAIR "
     "KEY:(NAME a) VALUE:(NAME a))) FIELD:(NAME a))))) "
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME html) ARGS:(ARGS (NAME b))))"},
    {"<template>\n<div>\n<b v-html='a'></b></div>\n</template>",
     "(FUNC NAME:(NAME <div) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME "
     "html) ARGS:(ARGS (NAME a))))))"},
    {"<b v-html=\"a", ""},
};

static void lowers_javascript(void **state)
{
    (void)state;
    check_lang_cases("javascript", javascript_cases, PV_COUNT(javascript_cases));
}

static void lowers_typescript(void **state)
{
    (void)state;
    check_lang_cases("typescript", typescript_cases, PV_COUNT(typescript_cases));
}

static void lowers_components(void **state)
{
    (void)state;
    check_lang_cases("vue", vue_cases, PV_COUNT(vue_cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_javascript),
        cmocka_unit_test(lowers_typescript),
        cmocka_unit_test(lowers_components),
    };
    return cmocka_run_group_tests_name("javascript", tests, NULL, NULL);
}
