/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case
    cases
        [] =
            {
                {"using System; using static System.Math; using IO = System.IO; global using A.B;",
                 "(IMPORT; MODULE:(NAME System) ITEM:(STAR System)) (IMPORT; MODIFIER:(MODIFIER static) MODULE:(ACCESS OBJECT:(NAME System) FIELD:(NAME Math)) ITEM:(STAR System.Math)) (IMPORT; MODULE:(ACCESS OBJECT:(NAME System) FIELD:(NAME IO)) ITEM:(ITEM ALIAS:(NAME IO))) (IMPORT; MODULE:(ACCESS OBJECT:(NAME A) FIELD:(NAME B)) ITEM:(STAR A.B))"},
                {"namespace A.B { using C; class D {} }",
                 "(PACKAGE MODULE:(ACCESS OBJECT:(NAME A) FIELD:(NAME B)) BODY:(BLOCK (IMPORT; MODULE:(NAME C) ITEM:(STAR C)) (CLASS=class NAME:(NAME D) BODY:(CLASS_BODY))))"},
                {"namespace A.B;\nclass C {}",
                 "(PACKAGE; MODULE:(ACCESS OBJECT:(NAME A) FIELD:(NAME B))) (CLASS=class NAME:(NAME C) BODY:(CLASS_BODY))"},
                {"[A] [B(1, X = 2), C] public sealed class D<T> : E<F>, G.H where T : I {}",
                 "(CLASS=class ATTR:(ATTR VALUE:(NAME A)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME B) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME X) VALUE:(INT 2))))) ATTR:(ATTR VALUE:(NAME C)) MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER sealed) NAME:(NAME D) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T))) BASE:(GENERIC TYPE:(TYPE E) ARGS:(TYPE_ARGS (TYPE F))) BASE:(TYPE G.H) (OTHER=type_parameter_constraints_clause (NAME T) (OTHER=type_parameter_constraint (NAME I))) BODY:(CLASS_BODY))"},
                {"record R(int A, string B = \"x\") : S(A);",
                 "(CLASS=record; NAME:(NAME R) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME A)) (PARAM TYPE:(TYPE string) TARGET:(NAME B) DEFAULT:(STRING (TEXT x)))) BASE:(TYPE S) ARGS:(ARGS (NAME A)))"},
                {"enum E : byte { A, [X] B = 2 }",
                 "(CLASS=enum NAME:(NAME E) BASE:(TYPE byte) BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME A)) (ENUM_MEMBER ATTR:(ATTR VALUE:(NAME X)) NAME:(NAME B) VALUE:(INT 2))))"},
                {"interface I { int P { get; } event H E; void M(); }",
                 "(CLASS=interface NAME:(NAME I) BODY:(CLASS_BODY (VAR TYPE:(TYPE int) TARGET:(NAME P) BODY:(CLASS_BODY (FUNC NAME:(NAME get)))) (VAR; MODIFIER:(MODIFIER event) TYPE:(TYPE H) TARGET:(NAME E)) (FUNC; RESULT:(TYPE void) NAME:(NAME M) PARAMS:(PARAMS))))"},
                {"class A { private readonly int a = 1, b; const string S = \"x\"; public event H E; }",
                 "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR; MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER readonly) TYPE:(TYPE int) TARGET:(NAME a) VALUE:(INT 1)) (VAR; MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER readonly) TYPE:(TYPE int) TARGET:(NAME b)) (VAR; MODIFIER:(MODIFIER const) TYPE:(TYPE string) TARGET:(NAME S) VALUE:(STRING (TEXT x))) (VAR; MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER event) TYPE:(TYPE H) TARGET:(NAME E))))"},
                {"class A { public string P { get; set; } = \"x\"; public int Q => a + b; int R { get => r; private set { r = value; } } }",
                 "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (VAR; MODIFIER:(MODIFIER public) TYPE:(TYPE string) TARGET:(NAME P) BODY:(CLASS_BODY (FUNC NAME:(NAME get)) (FUNC NAME:(NAME set))) VALUE:(STRING (TEXT x))) (VAR; MODIFIER:(MODIFIER public) TYPE:(TYPE int) TARGET:(NAME Q) BODY:(CLASS_BODY (FUNC BODY:(BLOCK (RETURN VALUE:(BINARY=+ LEFT:(NAME a) RIGHT:(NAME b))))))) (VAR TYPE:(TYPE int) TARGET:(NAME R) BODY:(CLASS_BODY (FUNC NAME:(NAME get) BODY:(BLOCK (RETURN VALUE:(NAME r)))) (FUNC MODIFIER:(MODIFIER private) NAME:(NAME set) BODY:(BLOCK (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME r) VALUE:(NAME value)))))))))"},
                {"class A { public A(int x) : base(x) { } ~A() { } public int this[int i] => a[i]; public static A operator +(A l, A r) => l; }",
                 "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (FUNC MODIFIER:(MODIFIER public) NAME:(NAME A) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME x))) INIT:(CALL CALLEE:(NAME base) ARGS:(ARGS (NAME x))) BODY:(BLOCK)) (FUNC NAME:(NAME A) PARAMS:(PARAMS) BODY:(BLOCK)) (VAR; MODIFIER:(MODIFIER public) TYPE:(TYPE int) NAME:(NAME this) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME i))) BODY:(CLASS_BODY (FUNC BODY:(BLOCK (RETURN VALUE:(INDEX OBJECT:(NAME a) ARGS:(NAME i))))))) (FUNC=+; MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER static) RESULT:(TYPE A) PARAMS:(PARAMS (PARAM TYPE:(TYPE A) TARGET:(NAME l)) (PARAM TYPE:(TYPE A) TARGET:(NAME r))) BODY:(BLOCK (RETURN VALUE:(NAME l))))))"},
                {"class A { [HttpPost] public async Task<IActionResult> F<T>([FromBody] T m, params string[] r) { return await G(m); } int H() => 1; }", "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (FUNC ATTR:(ATTR VALUE:(NAME HttpPost)) MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER async) RESULT:(GENERIC TYPE:(TYPE Task) ARGS:(TYPE_ARGS (TYPE IActionResult))) NAME:(NAME F) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T))) PARAMS:(PARAMS (PARAM ATTR:(ATTR VALUE:(NAME FromBody)) TYPE:(TYPE T) TARGET:(NAME m)) (REST TYPE:(ARRAY_TYPE TYPE:(TYPE string)) TARGET:(NAME r))) BODY:(BLOCK (RETURN; VALUE:(AWAIT VALUE:(CALL CALLEE:(NAME G) ARGS:(ARGS (NAME m))))))) (FUNC; RESULT:(TYPE int) NAME:(NAME H) PARAMS:(PARAMS) BODY:(BLOCK (RETURN VALUE:(INT 1))))))"},
                {"int x = 1, y; var z = new List<int>(); string? s = null; int[] a = { 1, 2 }; using var u = F();",
                 "(VAR; TYPE:(TYPE int) TARGET:(NAME x) VALUE:(INT 1)) (VAR; TYPE:(TYPE int) TARGET:(NAME y)) (VAR; TYPE:(TYPE var) TARGET:(NAME z) VALUE:(NEW TYPE:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE int))) ARGS:(ARGS))) (VAR; TYPE:(TYPE string) TARGET:(NAME s) VALUE:(NULL null)) (VAR; TYPE:(ARRAY_TYPE TYPE:(TYPE int)) TARGET:(NAME a) VALUE:(ARRAY (INT 1) (INT 2))) (VAR; MODIFIER:(MODIFIER using) TYPE:(TYPE var) TARGET:(NAME u) VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS)))"},
                {"var (a, b) = F(); (c, d) = G();",
                 "(VAR; TYPE:(TYPE var) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(TUPLE (NAME c) (NAME d)) VALUE:(CALL CALLEE:(NAME G) ARGS:(ARGS))))"},
                {"F(1, x: 2, out var y, ref z, this); a.b.C<int>(d); string.Format(\"{0}\", e); base.F();",
                 "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME x) VALUE:(INT 2)) (UNARY=out OPERAND:(VAR TYPE:(TYPE var) TARGET:(NAME y))) (UNARY=ref OPERAND:(NAME z)) (NAME this)))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME C)) TYPE_PARAMS:(TYPE_ARGS (TYPE int)) ARGS:(ARGS (NAME d)))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(TYPE string) FIELD:(NAME Format)) ARGS:(ARGS (STRING (TEXT {0})) (NAME e)))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME base) FIELD:(NAME F)) ARGS:(ARGS)))"},
                {"a?.b?.C(); x = a?[0]; y = a[0, 1] + a!.b;",
                 "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME C)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(INDEX OBJECT:(NAME a) ARGS:(INT 0)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(BINARY=+ LEFT:(INDEX OBJECT:(NAME a) ARGS:(INT 0) ARGS:(INT 1)) RIGHT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))))"},
                {"new A { B = 1, C = { 2 } }; new A(1); new int[2, 3]; new string[] { \"a\" }; x = new[] { 1 };",
                 "(EXPR_STMT; VALUE:(NEW TYPE:(TYPE A) VALUE:(ARRAY (ASSIGN== TARGET:(NAME B) VALUE:(INT 1)) (ASSIGN== TARGET:(NAME C) VALUE:(ARRAY (INT 2)))))) (EXPR_STMT; VALUE:(NEW TYPE:(TYPE A) ARGS:(ARGS (INT 1)))) (EXPR_STMT; VALUE:(NEW TYPE:(ARRAY_TYPE TYPE:(TYPE int)) ARGS:(ARGS (INT 2) (INT 3)))) (EXPR_STMT; VALUE:(NEW TYPE:(ARRAY_TYPE TYPE:(TYPE string)) VALUE:(ARRAY (STRING (TEXT a))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(NEW VALUE:(ARRAY (INT 1)))))"},
                {"x = new { A = 1, b.C }; y = new(1); z = [1, .. w];",
                 "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(NEW VALUE:(ARRAY (ASSIGN== TARGET:(NAME A) VALUE:(INT 1)) (ACCESS OBJECT:(NAME b) FIELD:(NAME C)))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(NEW ARGS:(ARGS (INT 1))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME z) VALUE:(ARRAY (INT 1) (SPREAD VALUE:(NAME w)))))"},
                {"x = \"a\" + @\"b\\c\" + $\"d{e:x}f{g}\" + \"\"\"h\"\"\" + 'i' + 0x1F + 1.5m + true + null;",
                 "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(STRING (TEXT a)) RIGHT:(STRING (TEXT b\\c))) RIGHT:(STRING (TEXT d) (INTERP VALUE:(NAME e)) (TEXT f) (INTERP VALUE:(NAME g)))) RIGHT:(STRING (TEXT h))) RIGHT:(CHAR 'i')) RIGHT:(INT 0x1F)) RIGHT:(FLOAT 1.5m)) RIGHT:(BOOL true)) RIGHT:(NULL null))))"},
                {"x = a is B; y = a is B b; z = a is not null; w = a is > 1 and < 5; v = a as B; u = (B)a;",
                 "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(TYPE_TEST VALUE:(NAME a) TYPE:(TYPE B)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(TYPE_TEST VALUE:(NAME a) TYPE:(TYPE B) TARGET:(NAME b)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME z) VALUE:(TYPE_TEST VALUE:(NAME a) TYPE:(UNARY=not OPERAND:(NULL null))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME w) VALUE:(TYPE_TEST VALUE:(NAME a) TYPE:(BINARY=and LEFT:(UNARY=> OPERAND:(INT 1)) RIGHT:(UNARY=< OPERAND:(INT 5)))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME v) VALUE:(CAST VALUE:(NAME a) TYPE:(TYPE B)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME u) VALUE:(CAST TYPE:(TYPE B) VALUE:(NAME a))))"},
                {"x = a ? b : c ?? d; y += -z; i++; --j; !k; t = typeof(A); n = nameof(x); d = default(int);",
                 "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(COND COND:(NAME a) THEN:(NAME b) ELSE:(BINARY=?? LEFT:(NAME c) RIGHT:(NAME d))))) (EXPR_STMT; VALUE:(ASSIGN=+= TARGET:(NAME y) VALUE:(UNARY=- OPERAND:(NAME z)))) (EXPR_STMT; VALUE:(POSTFIX=++ OPERAND:(NAME i))) (EXPR_STMT; VALUE:(UNARY=-- OPERAND:(NAME j))) (EXPR_STMT; VALUE:(UNARY=! OPERAND:(NAME k))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME t) VALUE:(OTHER=typeof_expression (NAME A)))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME n) VALUE:(CALL CALLEE:(NAME nameof) ARGS:(ARGS (NAME x))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME d) VALUE:(OTHER=default_expression (TYPE int))))"},
                {"f = x => x + 1; g = (int a, b) => { return a; }; h = async () => await F(); i = delegate(int x) { };", "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME f) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BINARY=+ LEFT:(NAME x) RIGHT:(INT 1))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME g) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME a)) (PARAM TARGET:(NAME b))) BODY:(BLOCK (RETURN; VALUE:(NAME a)))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME h) VALUE:(LAMBDA MODIFIER:(MODIFIER async) PARAMS:(PARAMS) BODY:(AWAIT VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS)))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME i) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME x))) BODY:(BLOCK))))"},
                {"if (a) b(); else if (c) { } else { d(); }",
                 "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))) ELSE:(BLOCK (IF COND:(NAME c) THEN:(BLOCK) ELSE:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME d) ARGS:(ARGS)))))))"},
                {"for (int i = 0; i < 1; i++) { } foreach (var x in y) z(x); while (a) { break; } do { continue; } while (b);",
                 "(FOR INIT:(VAR TYPE:(TYPE int) TARGET:(NAME i) VALUE:(INT 0)) COND:(BINARY=< LEFT:(NAME i) RIGHT:(INT 1)) UPDATE:(POSTFIX=++ OPERAND:(NAME i)) BODY:(BLOCK)) (FOR_EACH TYPE:(TYPE var) TARGET:(NAME x) VALUE:(NAME y) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME z) ARGS:(ARGS (NAME x)))))) (WHILE COND:(NAME a) BODY:(BLOCK (BREAK;))) (DO; BODY:(BLOCK (CONTINUE;)) COND:(NAME b))"},
                {"try { a(); } catch (E e) when (e.X) { throw; } catch { } finally { b(); }",
                 "(TRY BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS)))) CATCH:(CATCH TYPE:(TYPE E) TARGET:(NAME e) COND:(ACCESS OBJECT:(NAME e) FIELD:(NAME X)) BODY:(BLOCK (THROW;))) CATCH:(CATCH BODY:(BLOCK)) FINALLY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))))"},
                {"switch (a) { case 1: case B b when b.C: F(); break; default: { G(); } }",
                 "(SWITCH VALUE:(NAME a) (CASE VALUE:(INT 1) BODY:(BLOCK)) (CASE VALUE:(PARAM TYPE:(TYPE B) TARGET:(NAME b)) COND:(ACCESS OBJECT:(NAME b) FIELD:(NAME C)) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS))) (BREAK;))) (CASE=default BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME G) ARGS:(ARGS))))))"},
                {"x = a switch { 1 => \"a\", B b when b.C => F(b), _ => throw new E() };", "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(SWITCH VALUE:(NAME a) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT VALUE:(STRING (TEXT a))))) (CASE VALUE:(PARAM TYPE:(TYPE B) TARGET:(NAME b)) COND:(ACCESS OBJECT:(NAME b) FIELD:(NAME C)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS (NAME b)))))) (CASE=default BODY:(BLOCK (EXPR_STMT VALUE:(THROW VALUE:(NEW TYPE:(TYPE E) ARGS:(ARGS)))))))))"},
                {"using (var a = F()) { } using (b) c(); lock (this) { } fixed (int* p = q) { } checked { r(); } unsafe { }",
                 "(WITH RESOURCE:(VAR TYPE:(TYPE var) TARGET:(NAME a) VALUE:(CALL CALLEE:(NAME F) ARGS:(ARGS))) BODY:(BLOCK)) (WITH RESOURCE:(RESOURCE VALUE:(NAME b)) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME c) ARGS:(ARGS))))) (SYNCHRONIZED VALUE:(NAME this) BODY:(BLOCK)) (WITH RESOURCE:(VAR TYPE:(POINTER_TYPE TYPE:(TYPE int)) TARGET:(NAME p) VALUE:(NAME q)) BODY:(BLOCK)) (WITH=checked BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME r) ARGS:(ARGS))))) (WITH=unsafe BODY:(BLOCK))"},
                {"x = from a in b where a.C > 1 orderby a.D select a.E;",
                 "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(COMPREHENSION=lazy (FOR_EACH TARGET:(NAME a) VALUE:(NAME b)) COND:(BINARY=> LEFT:(ACCESS OBJECT:(NAME a) FIELD:(NAME C)) RIGHT:(INT 1)) (OTHER=order_by_clause (ACCESS OBJECT:(NAME a) FIELD:(NAME D))) VALUE:(ACCESS OBJECT:(NAME a) FIELD:(NAME E)))))"},
                {"int F(int x) { return x; } static void G() => H();",
                 "(FUNC RESULT:(TYPE int) NAME:(NAME F) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME x))) BODY:(BLOCK (RETURN; VALUE:(NAME x)))) (FUNC; MODIFIER:(MODIFIER static) RESULT:(TYPE void) NAME:(NAME G) PARAMS:(PARAMS) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME H) ARGS:(ARGS)))))"},
                {"yield return 1; yield break; goto a; a: b(); ; return;",
                 "(YIELD; VALUE:(INT 1)) (YIELD;) (GOTO; LABEL:(NAME a)) (LABEL LABEL:(NAME a) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS))))) (RETURN;)"},
                {"#if DEBUG\na();\n#else\nb();\n#endif",
                 "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))"},
                {"#region x\na();\n#endregion\nb();",
                 "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("csharp", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("csharp", tests, NULL, NULL);
}
