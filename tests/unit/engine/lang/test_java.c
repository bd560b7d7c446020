/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"package a.b;", "(PACKAGE; MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))"},
    {"import a.b.C;",
     "(IMPORT; MODULE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME "
     "C)))"},
    {"import static a.B.*;",
     "(IMPORT; MODIFIER:(MODIFIER static) MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME B)) "
     "ITEM:(STAR *))"},
    {"@A @B(x = 1, y = {2}) public class C<T extends D> extends E<F> implements G, h.I {}",
     "(CLASS=class ATTR:(ATTR VALUE:(NAME A)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME B) "
     "ARGS:(ARGS (KWARG NAME:(NAME x) VALUE:(INT 1)) (KWARG NAME:(NAME y) VALUE:(ARRAY (INT "
     "2)))))) MODIFIER:(MODIFIER public) NAME:(NAME C) TYPE_PARAMS:(TYPE_PARAMS (PARAM "
     "TARGET:(TYPE T) TYPE:(TYPE D))) BASE:(GENERIC TYPE:(TYPE E) ARGS:(TYPE_ARGS (TYPE F))) "
     "IMPLEMENTS:(TYPE G) IMPLEMENTS:(TYPE h.I) BODY:(CLASS_BODY))"},
    {"@C(\"x\") interface A extends B, D { int X = 1; void m(); }",
     "(CLASS=interface ATTR:(ATTR VALUE:(CALL CALLEE:(NAME C) ARGS:(ARGS (STRING (TEXT "
     "x))))) NAME:(NAME A) BASE:(TYPE B) BASE:(TYPE D) BODY:(CLASS_BODY (VAR; TYPE:(TYPE "
     "int) TARGET:(NAME X) VALUE:(INT 1)) (FUNC; RESULT:(TYPE void) NAME:(NAME m) "
     "PARAMS:(PARAMS))))"},
    {"enum E implements I { A(1) { }, B; void f() {} }",
     "(CLASS=enum NAME:(NAME E) IMPLEMENTS:(TYPE I) BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME "
     "A) ARGS:(ARGS (INT 1)) BODY:(CLASS_BODY)) (ENUM_MEMBER NAME:(NAME B)) (FUNC "
     "RESULT:(TYPE void) NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK))))"},
    {"record R(int a, String... b) { R { } }",
     "(CLASS=record NAME:(NAME R) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME a)) "
     "(REST TYPE:(TYPE String) TARGET:(NAME b))) BODY:(CLASS_BODY (FUNC NAME:(NAME R) "
     "BODY:(BLOCK))))"},
    {"@interface A { int v() default 1; }",
     "(CLASS=@interface NAME:(NAME A) BODY:(CLASS_BODY (FUNC; RESULT:(TYPE int) NAME:(NAME "
     "v) MODIFIER:(MODIFIER default) DEFAULT:(INT 1))))"},
    {"class A { private final int a = 1, b[]; }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR; MODIFIER:(MODIFIER private) "
     "MODIFIER:(MODIFIER final) TYPE:(TYPE int) TARGET:(NAME a) VALUE:(INT 1)) (VAR; "
     "MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER final) TYPE:(ARRAY_TYPE TYPE:(TYPE "
     "int)) TARGET:(NAME b))))"},
    {"class A { A(int x) throws E { super(x); } static { f(); } { g(); } }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (FUNC NAME:(NAME A) PARAMS:(PARAMS (PARAM "
     "TYPE:(TYPE int) TARGET:(NAME x))) THROWS:(TYPE E) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME super) ARGS:(ARGS (NAME x)))))) (FUNC MODIFIER:(MODIFIER static) "
     "BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))))"},
    {"class A { @O public <T> List<T> f(final int a, String[] b, C... c) throws D, e.F { }\n"
     " abstract void g(); }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (FUNC ATTR:(ATTR VALUE:(NAME O)) "
     "MODIFIER:(MODIFIER public) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(TYPE T))) "
     "RESULT:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE T))) NAME:(NAME f) "
     "PARAMS:(PARAMS (PARAM MODIFIER:(MODIFIER final) TYPE:(TYPE int) TARGET:(NAME a)) "
     "(PARAM TYPE:(ARRAY_TYPE TYPE:(TYPE String)) TARGET:(NAME b)) (REST TYPE:(TYPE C) "
     "TARGET:(NAME c))) THROWS:(TYPE D) THROWS:(TYPE e.F) BODY:(BLOCK)) (FUNC; "
     "MODIFIER:(MODIFIER abstract) RESULT:(TYPE void) NAME:(NAME g) PARAMS:(PARAMS))))"},
    {"int i; final a.B<C> j = 1;",
     "(VAR; TYPE:(TYPE int) TARGET:(NAME i)) (VAR; MODIFIER:(MODIFIER final) TYPE:(GENERIC "
     "TYPE:(TYPE a.B) ARGS:(TYPE_ARGS (TYPE C))) TARGET:(NAME j) VALUE:(INT 1))"},
    {"x = 1; y += a.b; z[0]++; --i;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT; "
     "VALUE:(ASSIGN=+= TARGET:(NAME y) VALUE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))) "
     "(EXPR_STMT; VALUE:(POSTFIX=++ OPERAND:(INDEX OBJECT:(NAME z) ARGS:(INT 0)))) "
     "(EXPR_STMT; VALUE:(UNARY=-- OPERAND:(NAME i)))"},
    {"f(1).g(\"s\").h(); super.f(); A.<B>f();",
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(CALL "
     "CALLEE:(NAME f) ARGS:(ARGS (INT 1))) FIELD:(NAME g)) ARGS:(ARGS (STRING (TEXT s)))) "
     "FIELD:(NAME h)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME "
     "super) FIELD:(NAME f)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS "
     "OBJECT:(NAME A) FIELD:(NAME f)) TYPE_PARAMS:(TYPE_ARGS (TYPE B)) ARGS:(ARGS)))"},
    {"return new B<>(1) { int x; };",
     "(RETURN; VALUE:(NEW TYPE:(GENERIC TYPE:(TYPE B) ARGS:(TYPE_ARGS)) ARGS:(ARGS (INT 1)) "
     "BODY:(CLASS_BODY (VAR; TYPE:(TYPE int) TARGET:(NAME x)))))"},
    {"new int[2][3]; new byte[][] {{1}};",
     "(EXPR_STMT; VALUE:(NEW TYPE:(ARRAY_TYPE TYPE:(ARRAY_TYPE TYPE:(TYPE int))) ARGS:(ARGS "
     "(INT 2) (INT 3)))) (EXPR_STMT; VALUE:(NEW TYPE:(ARRAY_TYPE TYPE:(ARRAY_TYPE TYPE:(TYPE "
     "byte))) VALUE:(ARRAY (ARRAY (INT 1)))))"},
    {"a = b ? (C) d : !e;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(COND COND:(NAME b) THEN:(CAST "
     "TYPE:(TYPE C) VALUE:(NAME d)) ELSE:(UNARY=! OPERAND:(NAME e)))))"},
    {"a = b == 1L && c instanceof D d;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(BINARY=&& LEFT:(BINARY=== "
     "LEFT:(NAME b) RIGHT:(INT 1L)) RIGHT:(TYPE_TEST VALUE:(NAME c) TYPE:(TYPE D) "
     "TARGET:(NAME d)))))"},
    {"a = x -> x; b = (y, z) -> { }; c = (int t) -> f(t);",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM "
     "TARGET:(NAME x))) BODY:(NAME x)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME b) "
     "VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME y)) (PARAM TARGET:(NAME z))) "
     "BODY:(BLOCK)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME c) VALUE:(LAMBDA "
     "PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME t))) BODY:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS (NAME t))))))"},
    {"a = B::c; d = int[]::new; e = F.class;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(REF OBJECT:(NAME B) FIELD:(NAME "
     "c)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME d) VALUE:(REF OBJECT:(ARRAY_TYPE "
     "TYPE:(TYPE int)) FIELD:(NAME new)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME e) "
     "VALUE:(ACCESS OBJECT:(TYPE F) FIELD:(NAME class))))"},
    {"a = 'c' + \"d\\n\" + 0x1F + 1.5f + true + null;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(BINARY=+ LEFT:(BINARY=+ "
     "LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(CHAR 'c') RIGHT:(STRING (TEXT "
     "d\\n))) RIGHT:(INT 0x1F)) RIGHT:(FLOAT 1.5f)) RIGHT:(BOOL true)) RIGHT:(NULL null))))"},
    {"class A { String s = \"\"\"\n"
     "  a \"b\"\n"
     "  \"\"\"; }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR; TYPE:(TYPE String) TARGET:(NAME s) "
     "VALUE:(STRING (TEXT '\n  a \"b\"\n  ')))))"},
    {"if (a) b(); else if (c) { } else ;",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))) "
     "ELSE:(BLOCK (IF COND:(NAME c) THEN:(BLOCK) ELSE:(BLOCK))))"},
    {"for (int i = 0, j; i < 1; i++, j--) g(); for (;;) { }",
     "(FOR INIT:(VAR; TYPE:(TYPE int) TARGET:(NAME i) VALUE:(INT 0)) INIT:(VAR; TYPE:(TYPE "
     "int) TARGET:(NAME j)) COND:(BINARY=< LEFT:(NAME i) RIGHT:(INT 1)) UPDATE:(POSTFIX=++ "
     "OPERAND:(NAME i)) UPDATE:(POSTFIX=-- OPERAND:(NAME j)) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (FOR BODY:(BLOCK))"},
    {"for (final A a : b) continue;",
     "(FOR_EACH MODIFIER:(MODIFIER final) TYPE:(TYPE A) TARGET:(NAME a) VALUE:(NAME b) "
     "BODY:(BLOCK (CONTINUE;)))"},
    {"while (a) break; do b(); while (c);",
     "(WHILE COND:(NAME a) BODY:(BLOCK (BREAK;))) (DO; BODY:(BLOCK (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME b) ARGS:(ARGS)))) COND:(NAME c))"},
    {"x: for (A a : b) { break x; }",
     "(LABEL LABEL:(NAME x) BODY:(BLOCK (FOR_EACH TYPE:(TYPE A) TARGET:(NAME a) VALUE:(NAME "
     "b) BODY:(BLOCK (BREAK; LABEL:(NAME x))))))"},
    {"try (A a = b(); c) { } \n"
     "catch (final D | E e) { throw e; } finally { g(); }",
     "(TRY RESOURCE:(VAR TYPE:(TYPE A) TARGET:(NAME a) VALUE:(CALL CALLEE:(NAME b) "
     "ARGS:(ARGS))) RESOURCE:(RESOURCE VALUE:(NAME c)) BODY:(BLOCK) CATCH:(CATCH "
     "MODIFIER:(MODIFIER final) TYPE:(TYPE D) TYPE:(TYPE E) TARGET:(NAME e) BODY:(BLOCK "
     "(THROW; VALUE:(NAME e)))) FINALLY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME g) "
     "ARGS:(ARGS)))))"},
    {"switch (a) { case 1: case B: c(); break; default: }",
     "(SWITCH VALUE:(NAME a) (CASE VALUE:(INT 1) BODY:(BLOCK)) (CASE VALUE:(NAME B) "
     "BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME c) ARGS:(ARGS))) (BREAK;))) "
     "(CASE=default BODY:(BLOCK)))"},
    {"class A { int x =\n"
     " switch (a) { case B, C -> 1; case D d when d.e -> { yield 2; }\n"
     " case F(int g) -> 3; default -> throw h; }; }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR; TYPE:(TYPE int) TARGET:(NAME x) "
     "VALUE:(SWITCH VALUE:(NAME a) (CASE VALUE:(NAME B) VALUE:(NAME C) BODY:(BLOCK "
     "(EXPR_STMT; VALUE:(INT 1)))) (CASE VALUE:(PARAM TYPE:(TYPE D) TARGET:(NAME d)) "
     "COND:(ACCESS OBJECT:(NAME d) FIELD:(NAME e)) BODY:(BLOCK (YIELD; VALUE:(INT 2)))) "
     "(CASE VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS (PARAM TYPE:(TYPE int) TARGET:(NAME g)))) "
     "BODY:(BLOCK (EXPR_STMT; VALUE:(INT 3)))) (CASE=default BODY:(BLOCK (THROW; VALUE:(NAME "
     "h))))))))"},
    {"synchronized (this) { assert a : \"b\"; }",
     "(SYNCHRONIZED VALUE:(NAME this) BODY:(BLOCK (ASSERT; VALUE:(NAME a) VALUE:(STRING "
     "(TEXT b)))))"},
    {"{ ; int a[] = {1, 2}; }",
     "(BLOCK (VAR; TYPE:(ARRAY_TYPE TYPE:(TYPE int)) TARGET:(NAME a) VALUE:(ARRAY (INT 1) "
     "(INT 2))))"},
    {"module a.b { requires c; }",
     "(OTHER=module_declaration (ACCESS OBJECT:(NAME a) FIELD:(NAME b)) (OTHER=module_body "
     "(OTHER=requires_module_directive (NAME c))))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("java", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("java", tests, NULL, NULL);
}
