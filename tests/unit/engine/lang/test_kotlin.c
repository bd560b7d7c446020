/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] =
    {
        {"val a = !f(1)",
         "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME a) VALUE:(UNARY=! OPERAND:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1)))))"},
        {"val a = -b.c(1)!!",
         "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME a) VALUE:(UNARY=- OPERAND:(UNARY=!! OPERAND:(CALL CALLEE:(ACCESS OBJECT:(NAME b) FIELD:(NAME c)) ARGS:(ARGS (INT 1))))))"},
        {"fun interface A { fun b() }\nval c = suspend { d() }",
         "(CLASS=interface NAME:(NAME A) BODY:(CLASS_BODY (FUNC NAME:(NAME b) PARAMS:(PARAMS)))) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME c) VALUE:(LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME d) ARGS:(ARGS))))))"},
        {"package a.b", "(PACKAGE MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))"},
        {"import a.b.C\nimport a.*\nimport a.b as c",
         "(IMPORT MODULE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME C))) (IMPORT MODULE:(NAME a) ITEM:(STAR *)) (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ITEM:(ITEM ALIAS:(NAME c)))"},
        {"@A @B(1, x = 2) data class C<T : U>(val a: Int = 1, @D private var b: List<String>) : E(f), G, h.I where T : J { }",
         "(CLASS=class ATTR:(ATTR VALUE:(NAME A)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME B) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME x) VALUE:(INT 2))))) MODIFIER:(MODIFIER data) NAME:(NAME C) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T) TYPE:(TYPE U))) PARAMS:(PARAMS (PARAM MODIFIER:(MODIFIER val) TARGET:(NAME a) TYPE:(TYPE Int) DEFAULT:(INT 1)) (PARAM ATTR:(ATTR VALUE:(NAME D)) MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER var) TARGET:(NAME b) TYPE:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE String))))) BASE:(TYPE E) ARGS:(ARGS (NAME f)) BASE:(TYPE G) BASE:(TYPE h.I) (OTHER=type_constraints (OTHER=type_constraint (NAME T) (TYPE J))) BODY:(CLASS_BODY))"},
        {"enum class E(val x: Int) {\n A(1), B;\n fun g() { }\n}",
         "(CLASS=class MODIFIER:(MODIFIER enum) NAME:(NAME E) PARAMS:(PARAMS (PARAM MODIFIER:(MODIFIER val) TARGET:(NAME x) TYPE:(TYPE Int))) BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME A) ARGS:(ARGS (INT 1))) (ENUM_MEMBER NAME:(NAME B)) (FUNC NAME:(NAME g) PARAMS:(PARAMS) BODY:(BLOCK))))"},
        {"interface I { fun f(): Int; val x: String }",
         "(CLASS=interface NAME:(NAME I) BODY:(CLASS_BODY (FUNC NAME:(NAME f) PARAMS:(PARAMS) RESULT:(TYPE Int)) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) TYPE:(TYPE String))))"},
        {"object O : P() { const val X = \"a\" }",
         "(CLASS=object NAME:(NAME O) BASE:(TYPE P) ARGS:(ARGS) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER const) MODIFIER:(MODIFIER val) TARGET:(NAME X) VALUE:(STRING (TEXT a)))))"},
        {"class A {\n companion object {\n val x = 1\n}\n init { f() }\n constructor(x: Int) : this(x, 2) { g() }\n}", "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (CLASS=companion BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(INT 1)))) (FUNC BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (FUNC NAME:(NAME constructor) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) INIT:(CALL CALLEE:(NAME this) ARGS:(ARGS (NAME x) (INT 2))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))))"},
        {"class A { private lateinit var a: B\n val b: Int get() = c\n var d: String = \"x\"\n   set(value) { field = value }\n val e by lazy { f() } }",
         "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER lateinit) MODIFIER:(MODIFIER var) TARGET:(NAME a) TYPE:(TYPE B)) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME b) TYPE:(TYPE Int) BODY:(CLASS_BODY (FUNC NAME:(NAME get) BODY:(BLOCK (RETURN VALUE:(NAME c)))))) (VAR MODIFIER:(MODIFIER var) TARGET:(NAME d) TYPE:(TYPE String) VALUE:(STRING (TEXT x)) BODY:(CLASS_BODY (FUNC NAME:(NAME set) PARAMS:(PARAMS (PARAM TARGET:(NAME value))) BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME field) VALUE:(NAME value))))))) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME e) DEFAULT:(CALL CALLEE:(NAME lazy) ARGS:(ARGS (LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))))))))"},
        {"@A private suspend fun <T> String.f(a: Int, vararg b: String, c: (Int) -> Unit = {}): List<T> { return g(a) }",
         "(FUNC ATTR:(ATTR VALUE:(NAME A)) MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER suspend) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T))) TYPE:(TYPE String) NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int)) (REST MODIFIER:(MODIFIER vararg) TARGET:(NAME b) TYPE:(TYPE String)) (PARAM TARGET:(NAME c) TYPE:(OTHER=function_type (OTHER=function_type_parameters (TYPE Int)) (TYPE Unit)) DEFAULT:(LAMBDA BODY:(BLOCK)))) RESULT:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE T))) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME a))))))"},
        {"fun f() = g(1)",
         "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (INT 1))))))"},
        {"val x = 1\nvar y: Int? = null\nval (a, b) = f()\nx += 1\ny = z",
         "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(INT 1)) (VAR MODIFIER:(MODIFIER var) TARGET:(NAME y) TYPE:(TYPE Int) VALUE:(NULL null)) (VAR MODIFIER:(MODIFIER val) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (EXPR_STMT VALUE:(ASSIGN=+= TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(NAME z)))"},
        {"f(1, a = 2, *b) { x -> g(x) }\na.b?.c { it.d }\na!!.b<C>(d)\ng { }\nh { (k, v), w: Int -> k }",
         "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME a) VALUE:(INT 2)) (SPREAD VALUE:(NAME b)) (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x))))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME c)) ARGS:(ARGS (LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(ACCESS OBJECT:(NAME it) FIELD:(NAME d)))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(UNARY=!! OPERAND:(NAME a)) FIELD:(NAME b)) TYPE_PARAMS:(TYPE_ARGS (TYPE C)) ARGS:(ARGS (NAME d)))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (LAMBDA BODY:(BLOCK))))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(TUPLE (NAME k) (NAME v))) (PARAM TARGET:(NAME w) TYPE:(TYPE Int))) BODY:(BLOCK (EXPR_STMT VALUE:(NAME k)))))))"},
        {"x[0] = y[1, 2]\ni++\n--j\n!k\nl = -m",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(INDEX OBJECT:(NAME x) ARGS:(INT 0)) VALUE:(INDEX OBJECT:(NAME y) ARGS:(INT 1) ARGS:(INT 2)))) (EXPR_STMT VALUE:(POSTFIX=++ OPERAND:(NAME i))) (EXPR_STMT VALUE:(UNARY=-- OPERAND:(NAME j))) (EXPR_STMT VALUE:(UNARY=! OPERAND:(NAME k))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME l) VALUE:(UNARY=- OPERAND:(NAME m))))"},
        {"x = a is B && c !is D || e in f\ny = a as B ?: c as? D\nz = 1..2 step 3\nw = A::class to ::g\nu = a::b",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(BINARY=|| LEFT:(BINARY=&& LEFT:(TYPE_TEST VALUE:(NAME a) TYPE:(TYPE B)) RIGHT:(UNARY=! OPERAND:(TYPE_TEST VALUE:(NAME c) TYPE:(TYPE D)))) RIGHT:(BINARY=in LEFT:(NAME e) RIGHT:(NAME f))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(BINARY=?: LEFT:(CAST VALUE:(NAME a) TYPE:(TYPE B)) RIGHT:(CAST VALUE:(NAME c) TYPE:(TYPE D))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME z) VALUE:(CALL CALLEE:(ACCESS OBJECT:(BINARY=.. LEFT:(INT 1) RIGHT:(INT 2)) FIELD:(NAME step)) ARGS:(ARGS (INT 3))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME w) VALUE:(CALL CALLEE:(ACCESS OBJECT:(REF OBJECT:(NAME A) FIELD:(NAME class)) FIELD:(NAME to)) ARGS:(ARGS (REF FIELD:(NAME g)))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME u) VALUE:(REF OBJECT:(TYPE a) FIELD:(NAME b))))"},
        {"x = if (a) b else c\ny = if (a) { b } else { f(); c }",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(COND COND:(NAME a) THEN:(NAME b) ELSE:(NAME c)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(COND COND:(NAME a) THEN:(NAME b) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (EXPR_STMT VALUE:(NAME c))))))"},
        {"if (a) f() else if (b) { g() } else h()",
         "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) ELSE:(BLOCK (IF COND:(NAME b) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS)))))))"},
        {"if (a) { }", "(IF COND:(NAME a) THEN:(BLOCK))"},
        {"for (x in y) f(x)\nfor ((k, v) in m) { g() }\nwhile (a) { break }\ndo { continue } while (b)",
         "(FOR_EACH TARGET:(NAME x) VALUE:(NAME y) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x)))))) (FOR_EACH TARGET:(TUPLE (NAME k) (NAME v)) VALUE:(NAME m) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (WHILE COND:(NAME a) BODY:(BLOCK (BREAK))) (DO BODY:(BLOCK (CONTINUE)) COND:(NAME b))"},
        {"when (x) { 1, 2 -> f(); is A -> { g() }; in 1..3 -> h(); else -> throw E() }",
         "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) VALUE:(INT 2) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (CASE VALUE:(TYPE_TEST TYPE:(TYPE A)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (CASE VALUE:(UNARY=in OPERAND:(BINARY=.. LEFT:(INT 1) RIGHT:(INT 3))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS))))) (CASE=default BODY:(BLOCK (THROW VALUE:(CALL CALLEE:(NAME E) ARGS:(ARGS))))))"},
        {"val y = when { a -> 1\n else -> 2 }",
         "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME y) VALUE:(SWITCH (CASE VALUE:(NAME a) BODY:(BLOCK (EXPR_STMT VALUE:(INT 1)))) (CASE=default BODY:(BLOCK (EXPR_STMT VALUE:(INT 2))))))"},
        {"when (val z = f()) { 1 -> g() }",
         "(SWITCH VALUE:(VAR TARGET:(NAME z) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))))"},
        {"try { f() } catch (e: E) { g() } finally { h() }",
         "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH TARGET:(NAME e) TYPE:(TYPE E) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) FINALLY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS)))))"},
        {"return f()", "(RETURN VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))"},
        {"return@a x", "(RETURN LABEL:(NAME a) VALUE:(NAME x))"},
        {"throw E(\"a\")", "(THROW VALUE:(CALL CALLEE:(NAME E) ARGS:(ARGS (STRING (TEXT a)))))"},
        {"x = object : A(1), B { override fun f() { } }",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(NEW TYPE:(TYPE A) ARGS:(ARGS (INT 1)) BASE:(TYPE B) BODY:(CLASS_BODY (FUNC MODIFIER:(MODIFIER override) NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK))))))"},
        {"f = fun(x: Int): Int { return x }",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME f) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) BODY:(BLOCK (RETURN VALUE:(NAME x))))))"},
        {"x = \"a\" + \"b $c ${d.e} f\\$\" + \"\"\"g $h\"\"\" + 'i' + 0x1F + 1.5f + true + null + 1L",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(STRING (TEXT a)) RIGHT:(STRING (TEXT 'b ') (INTERP VALUE:(NAME c)) (TEXT ' ') (INTERP VALUE:(ACCESS OBJECT:(NAME d) FIELD:(NAME e))) (TEXT ' f\\$'))) RIGHT:(STRING (TEXT 'g ') (INTERP VALUE:(NAME h)))) RIGHT:(CHAR 'i')) RIGHT:(INT 0x1F)) RIGHT:(FLOAT 1.5f)) RIGHT:(BOOL true)) RIGHT:(NULL null)) RIGHT:(INT 1L))))"},
        {"x = [1, 2]",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(ARRAY (INT 1) (INT 2))))"},
        {"label@ for (x in y) { }", "(FOR_EACH TARGET:(NAME x) VALUE:(NAME y) BODY:(BLOCK))"},
        {"typealias A = B", "(OTHER=type_alias (NAME A) (TYPE B))"},
        {"this.a = super.b(this@C)",
         "(EXPR_STMT VALUE:(ASSIGN== TARGET:(ACCESS OBJECT:(NAME this) FIELD:(NAME a)) VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME super) FIELD:(NAME b)) ARGS:(ARGS (NAME this@C)))))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("kotlin", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("kotlin", tests, NULL, NULL);
}
