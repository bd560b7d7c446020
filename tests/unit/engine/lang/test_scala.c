/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"package a.b", "(PACKAGE MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)))"},
    {"import a.b.C\nimport a._\nimport a.b.{C, D => E, _}\nimport a.b, c.d",
     "(IMPORT MODULE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME C))) (IMPORT MODULE:(NAME a) ITEM:(STAR _)) (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ITEM:(ITEM NAME:(NAME C)) ITEM:(ITEM NAME:(NAME D) ALIAS:(NAME E)) ITEM:(STAR _)) (IMPORT MODULE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b))) (IMPORT MODULE:(ACCESS OBJECT:(NAME c) FIELD:(NAME d)))"},
    {"@A @B(1, x = 2) final case class C[T <: U](a: Int = 1, @D private val b: List[String])(implicit c: D) extends E(f) with G with h.I { self =>\n  val x = 1\n  f()\n}",
     "(CLASS=class ATTR:(ATTR VALUE:(NAME A)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME B) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME x) VALUE:(INT 2))))) MODIFIER:(MODIFIER final) MODIFIER:(MODIFIER case) NAME:(NAME C) TYPE_PARAMS:(TYPE_PARAMS (NAME T) (OTHER=upper_bound (TYPE U))) PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int) DEFAULT:(INT 1)) (PARAM ATTR:(ATTR VALUE:(NAME D)) MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER val) TARGET:(NAME b) TYPE:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE String)))) (PARAM TARGET:(NAME c) TYPE:(TYPE D))) BASE:(TYPE E) ARGS:(ARGS (NAME f)) BASE:(TYPE G) BASE:(TYPE h.I) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(INT 1)) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))))"},
    {"trait T extends A { def f(x: Int): Int }",
     "(CLASS=trait NAME:(NAME T) BASE:(TYPE A) BODY:(CLASS_BODY (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) RESULT:(TYPE Int))))"},
    {"object O extends P { private[a] lazy val x: Int = 1; var y = \"a\"; def main(args: Array[String]): Unit = { f(args) } }",
     "(CLASS=object NAME:(NAME O) BASE:(TYPE P) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER lazy) MODIFIER:(MODIFIER val) TARGET:(NAME x) TYPE:(TYPE Int) VALUE:(INT 1)) (VAR MODIFIER:(MODIFIER var) TARGET:(NAME y) VALUE:(STRING (TEXT a))) (FUNC NAME:(NAME main) PARAMS:(PARAMS (PARAM TARGET:(NAME args) TYPE:(GENERIC TYPE:(TYPE Array) ARGS:(TYPE_ARGS (TYPE String))))) RESULT:(TYPE Unit) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME args))))))))"},
    {"@A override def f[T](a: Int, b: => String, c: String*)(implicit d: D): List[T] = g(a)",
     "(FUNC ATTR:(ATTR VALUE:(NAME A)) MODIFIER:(MODIFIER override) NAME:(NAME f) TYPE_PARAMS:(TYPE_PARAMS (NAME T)) PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int)) (PARAM TARGET:(NAME b) TYPE:(TYPE String)) (PARAM TARGET:(NAME c) TYPE:(TYPE String)) (PARAM TARGET:(NAME d) TYPE:(TYPE D))) RESULT:(GENERIC TYPE:(TYPE List) ARGS:(TYPE_ARGS (TYPE T))) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME a))))))"},
    {"def f(x: Int) = { val y = x; g(y) }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) BODY:(BLOCK (VAR MODIFIER:(MODIFIER val) TARGET:(NAME y) VALUE:(NAME x)) (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME y))))))"},
    {"def f() { g() }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))"},
    {"val (a, b) = f()\nval Some(c) = g()\nval d: Int = 1\nx += 1\ny = z",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (VAR MODIFIER:(MODIFIER val) TARGET:(TUPLE=Some (NAME c)) VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME d) TYPE:(TYPE Int) VALUE:(INT 1)) (EXPR_STMT VALUE:(ASSIGN=+= TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(NAME z)))"},
    {"f(1, a = 2) { x => g(x) }\na.b.c { case 1 => \"one\"; case n => \"other\" }\nf { g() }\na map { x => y }\na.foreach(x => { g(x) })\nh((a: Int, b) => a + b)\nf[T](x)\nnew A(1) { def f = 1 }\nnew B\nC.apply(x)\na foo b\nc\na foo", "(EXPR_STMT VALUE:(CALL CALLEE:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME a) VALUE:(INT 2)))) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x))))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME c)) ARGS:(ARGS (LAMBDA BODY:(BLOCK (SWITCH (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT VALUE:(STRING (TEXT one))))) (CASE VALUE:(NAME n) BODY:(BLOCK (EXPR_STMT VALUE:(STRING (TEXT other))))))))))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME map)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(NAME y))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME foreach)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x))))))))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int)) (PARAM TARGET:(NAME b))) BODY:(BINARY=+ LEFT:(NAME a) RIGHT:(NAME b)))))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) TYPE_PARAMS:(TYPE_ARGS (TYPE T)) ARGS:(ARGS (NAME x)))) (EXPR_STMT VALUE:(NEW TYPE:(TYPE A) ARGS:(ARGS (INT 1)) BODY:(CLASS_BODY (FUNC NAME:(NAME f) BODY:(BLOCK (RETURN VALUE:(INT 1))))))) (EXPR_STMT VALUE:(NEW TYPE:(TYPE B))) (EXPR_STMT VALUE:(NEW TYPE:(TYPE C) ARGS:(ARGS (NAME x)))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME foo)) ARGS:(ARGS (NAME b)))) (EXPR_STMT VALUE:(NAME c)) (EXPR_STMT VALUE:(ACCESS OBJECT:(NAME a) FIELD:(NAME foo)))"},
    {"x = a + b == c && !d || -e > 1\nz = (1, \"a\", 'c', 1.5, true, null, 0x1F, 1L)\nw = s\"a $b ${c.d} ${e}\" + \"\"\"f\"\"\" + f\"g\" + \"h\\n\"",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(BINARY=> LEFT:(BINARY=|| LEFT:(BINARY=&& LEFT:(BINARY=== LEFT:(BINARY=+ LEFT:(NAME a) RIGHT:(NAME b)) RIGHT:(NAME c)) RIGHT:(UNARY=! OPERAND:(NAME d))) RIGHT:(UNARY=- OPERAND:(NAME e))) RIGHT:(INT 1)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME z) VALUE:(TUPLE (INT 1) (STRING (TEXT a)) (CHAR 'c') (FLOAT 1.5) (BOOL true) (NULL null) (INT 0x1F) (INT 1L)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME w) VALUE:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(STRING (TEXT 'a ') (INTERP VALUE:(NAME b)) (TEXT ' ') (INTERP VALUE:(ACCESS OBJECT:(NAME c) FIELD:(NAME d))) (TEXT ' ') (INTERP VALUE:(NAME e))) RIGHT:(STRING (TEXT f))) RIGHT:(STRING (TEXT g))) RIGHT:(STRING (TEXT h\\n)))))"},
    {"if (a) f() else if (b) { g() } else h()",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) ELSE:(BLOCK (IF COND:(NAME b) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS)))))))"},
    {"val x = if (a) b else { c }",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(COND COND:(NAME a) THEN:(NAME b) ELSE:(NAME c)))"},
    {"for (x <- xs if a; y <- ys) { f(x, y) }",
     "(FOR_EACH TARGET:(NAME x) VALUE:(NAME xs) COND:(NAME a) BODY:(BLOCK (FOR_EACH TARGET:(NAME y) VALUE:(NAME ys) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x) (NAME y))))))))"},
    {"val r = for { x <- xs; y = x + 1 } yield y",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME r) VALUE:(COMPREHENSION=lazy (FOR_EACH TARGET:(NAME x) VALUE:(NAME xs)) (VAR TARGET:(NAME y) VALUE:(BINARY=+ LEFT:(NAME x) RIGHT:(INT 1))) VALUE:(NAME y)))"},
    {"while (a) { f() }",
     "(WHILE COND:(NAME a) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))))"},
    {"do { f() } while (a)",
     "(DO COND:(NAME a) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))))"},
    {"x match { case 1 => f(); case y: A if y.b => { g() }\n case B(c, _) => h()\n case _ => i() }", "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (CASE VALUE:(PARAM TARGET:(NAME y) TYPE:(TYPE A)) COND:(ACCESS OBJECT:(NAME y) FIELD:(NAME b)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (CASE VALUE:(CALL CALLEE:(NAME B) ARGS:(ARGS (NAME c) (NAME _))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS))))) (CASE VALUE:(NAME _) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME i) ARGS:(ARGS))))))"},
    {"try { f() } catch { case e: E => g()\n case _: F => h() } finally { i() }",
     "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH TARGET:(NAME e) TYPE:(TYPE E) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) CATCH:(CATCH TARGET:(NAME _) TYPE:(TYPE F) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS))))) FINALLY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME i) ARGS:(ARGS)))))"},
    {"throw new E(\"a\")", "(THROW VALUE:(NEW TYPE:(TYPE E) ARGS:(ARGS (STRING (TEXT a)))))"},
    {"def f(): Int = { return 1 }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) RESULT:(TYPE Int) BODY:(BLOCK (RETURN VALUE:(INT 1))))"},
    {"val s = 'a\ntype T = Int",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME s) VALUE:(OTHER=quote_expression (NAME a))) (OTHER=type_definition (TYPE T) (TYPE Int))"},
    {"class A @B() (x: Int)",
     "(CLASS=class ATTR:(ATTR VALUE:(NAME B)) NAME:(NAME A) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))))"},
    {"val x: String = \"a\"; lazy val y = f(x: Int)",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) TYPE:(TYPE String) VALUE:(STRING (TEXT a))) (VAR MODIFIER:(MODIFIER lazy) MODIFIER:(MODIFIER val) TARGET:(NAME y) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (CAST VALUE:(NAME x) TYPE:(TYPE Int)))))"},
    {"class A @Inject()(cc: C, d: D) extends B(cc) { def f = 1 }",
     "(CLASS=class ATTR:(ATTR VALUE:(NAME Inject)) NAME:(NAME A) PARAMS:(PARAMS (PARAM TARGET:(NAME cc) TYPE:(TYPE C)) (PARAM TARGET:(NAME d) TYPE:(TYPE D))) BASE:(TYPE B) ARGS:(ARGS (NAME cc)) BODY:(CLASS_BODY (FUNC NAME:(NAME f) BODY:(BLOCK (RETURN VALUE:(INT 1))))))"},
    {"class A @Inject() (cc: C)(implicit ec: E) extends B { }",
     "(CLASS=class ATTR:(ATTR VALUE:(NAME Inject)) NAME:(NAME A) PARAMS:(PARAMS (PARAM TARGET:(NAME cc) TYPE:(TYPE C)) (PARAM TARGET:(NAME ec) TYPE:(TYPE E))) BASE:(TYPE B) BODY:(CLASS_BODY))"},
    {"class A(x: Int) { Action { implicit request: Request[AnyContent] => Ok(request) } }",
     "(CLASS=class NAME:(NAME A) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL CALLEE:(NAME Action) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME request))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME Ok) ARGS:(ARGS (NAME request)))))))))))"},
    {"object A { Action { implicit request => Ok(request)\n f() } }",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL CALLEE:(NAME Action) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME request))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME Ok) ARGS:(ARGS (NAME request)))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))))))))"},
    {"object A { Action.async(parse.json) { request =>\n   val x = 1\n   f(x)\n } }",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL CALLEE:(CALL CALLEE:(ACCESS OBJECT:(NAME Action) FIELD:(NAME async)) ARGS:(ARGS (ACCESS OBJECT:(NAME parse) FIELD:(NAME json)))) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME request))) BODY:(BLOCK (VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(INT 1)) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x)))))))))))"},
    {"object A { f { x: Int => g(x) } }",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x)))))))))))"},
    {"object A { f(x = 1) { case (a, b) => g(a) } }",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL CALLEE:(CALL CALLEE:(NAME f) ARGS:(ARGS (KWARG NAME:(NAME x) VALUE:(INT 1)))) ARGS:(ARGS (LAMBDA BODY:(BLOCK (SWITCH (CASE VALUE:(TUPLE (NAME a) (NAME b)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME a))))))))))))))"},
    {"object A { val f: Int => Int = x => x + 1; val g = (_: Int) + 1; xs.map(_ + 1); ys: _* ; f(xs: _*) }",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER val) TARGET:(NAME f) TYPE:(OTHER=function_type (OTHER=parameter_types (TYPE Int)) (TYPE Int)) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BINARY=+ LEFT:(NAME x) RIGHT:(INT 1)))) (VAR MODIFIER:(MODIFIER val) TARGET:(NAME g) VALUE:(BINARY=+ LEFT:(CAST VALUE:(NAME _) TYPE:(TYPE Int)) RIGHT:(INT 1))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME xs) FIELD:(NAME map)) ARGS:(ARGS (BINARY=+ LEFT:(NAME _) RIGHT:(INT 1))))) (EXPR_STMT VALUE:(CAST VALUE:(NAME ys) TYPE:(NAME _))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (CAST VALUE:(NAME xs) TYPE:(NAME _)))))))"},
    {"val x = \"\"\"a\n $b\"\"\"",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(STRING (TEXT 'a\n $b')))"},
    {"a.b[C](d)",
     "(EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) TYPE_PARAMS:(TYPE_ARGS (TYPE C)) ARGS:(ARGS (NAME d))))"},
    {"for (i <- 0 until 10; if i > 2) println(i)",
     "(FOR_EACH TARGET:(NAME i) VALUE:(CALL CALLEE:(ACCESS OBJECT:(INT 0) FIELD:(NAME until)) ARGS:(ARGS (INT 10))) BODY:(BLOCK (IF COND:(BINARY=> LEFT:(NAME i) RIGHT:(INT 2)) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME println) ARGS:(ARGS (NAME i))))))))"},
    {"a match { case x @ B(_) => 1; case \"a\" | \"b\" => 2; case _: C => 3 }", "(SWITCH VALUE:(NAME a) (CASE VALUE:(PARAM TARGET:(NAME x) VALUE:(CALL CALLEE:(NAME B) ARGS:(ARGS (NAME _)))) BODY:(BLOCK (EXPR_STMT VALUE:(INT 1)))) (CASE VALUE:(STRING (TEXT a)) VALUE:(STRING (TEXT b)) BODY:(BLOCK (EXPR_STMT VALUE:(INT 2)))) (CASE VALUE:(PARAM TARGET:(NAME _) TYPE:(TYPE C)) BODY:(BLOCK (EXPR_STMT VALUE:(INT 3)))))"},
    {"class A { this: B => def f = 1 }",
     "(CLASS=class NAME:(NAME A) BODY:(CLASS_BODY (FUNC NAME:(NAME f) BODY:(BLOCK (RETURN VALUE:(INT 1))))))"},
    {"x = new A with B { def f = 1 }",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(NEW TYPE:(TYPE A) TYPE:(TYPE B) BODY:(CLASS_BODY (FUNC NAME:(NAME f) BODY:(BLOCK (RETURN VALUE:(INT 1))))))))"},
    {"def f(x: => Int)(y: Int*) = y",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int)) (PARAM TARGET:(NAME y) TYPE:(TYPE Int))) BODY:(BLOCK (RETURN VALUE:(NAME y))))"},
    {"val a, b = 1",
     "(VAR MODIFIER:(MODIFIER val) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(INT 1))"},
    {"xs foreach println",
     "(EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME xs) FIELD:(NAME foreach)) ARGS:(ARGS (NAME println))))"},
    {"if (a)\n  f()\nelse\n  g()",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))"},
    {"try f() catch { case NonFatal(e) => g(e) }",
     "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH TARGET:(TUPLE=NonFatal (NAME e)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME e)))))))"},
    {"object A {\n  def index = Action { implicit request: Request[AnyContent] =>\n    Ok(views.html.index())\n  }\n  def b = Action.async { request: R =>\n    val x = 1\n    f(x)\n  }\n}",
     "(CLASS=object NAME:(NAME A) BODY:(CLASS_BODY (FUNC NAME:(NAME index) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(NAME Action) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME request))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME Ok) ARGS:(ARGS (CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME views) FIELD:(NAME html)) FIELD:(NAME index)) ARGS:(ARGS)))))))))))) (FUNC NAME:(NAME b) BODY:(BLOCK (RETURN VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME Action) FIELD:(NAME async)) ARGS:(ARGS (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME request))) BODY:(BLOCK (VAR MODIFIER:(MODIFIER val) TARGET:(NAME x) VALUE:(INT 1)) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x)))))))))))))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("scala", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("scala", tests, NULL, NULL);
}
