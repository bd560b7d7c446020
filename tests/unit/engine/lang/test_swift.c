/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case
    cases[] =
        {
            {"let a = b + c.d(1).e",
             "(VAR MODIFIER:(MODIFIER let) TARGET:(NAME a) VALUE:(BINARY=+ LEFT:(NAME b) RIGHT:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(NAME c) FIELD:(NAME d)) ARGS:(ARGS (INT 1))) FIELD:(NAME e))))"},
            {"let a = !b(1)",
             "(VAR MODIFIER:(MODIFIER let) TARGET:(NAME a) VALUE:(UNARY=! OPERAND:(CALL CALLEE:(NAME b) ARGS:(ARGS (INT 1)))))"},
            {"import Foundation\nimport A.B",
             "(IMPORT MODULE:(NAME Foundation)) (IMPORT MODULE:(ACCESS OBJECT:(NAME A) FIELD:(NAME B)))"},
            {"let a = 1, b: Int = 2\nvar c: [String: Int] = [\"a\": 1]\nlet (d, e) = f()\nlet g: [Int]? = nil",
             "(VAR MODIFIER:(MODIFIER let) TARGET:(NAME a) VALUE:(INT 1)) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME b) TYPE:(TYPE Int) VALUE:(INT 2)) (VAR MODIFIER:(MODIFIER var) TARGET:(NAME c) TYPE:(OTHER=dictionary_type (TYPE String) (TYPE Int)) VALUE:(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)))) (VAR MODIFIER:(MODIFIER let) TARGET:(TUPLE (NAME d) (NAME e)) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME g) TYPE:(ARRAY_TYPE TYPE:(TYPE Int)) VALUE:(NULL nil))"},
            {"@objc(x) public final class A<T: U>: B, C { private let x = 1\n weak var y: D?\n init(a: Int, for b: String = \"x\") { self.x = a }\n deinit { f() }\n static func g() throws -> Int { return 1 }\n override func h(_ x: Int, y: inout T...) async { } }", "(CLASS=class ATTR:(ATTR VALUE:(CALL CALLEE:(NAME objc) ARGS:(ARGS (NAME x)))) MODIFIER:(MODIFIER public) MODIFIER:(MODIFIER final) NAME:(NAME A) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T) TYPE:(TYPE U))) BASE:(TYPE B) BASE:(TYPE C) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER let) TARGET:(NAME x) VALUE:(INT 1)) (VAR MODIFIER:(MODIFIER weak) MODIFIER:(MODIFIER var) TARGET:(NAME y) TYPE:(TYPE D)) (FUNC NAME:(NAME init) PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int)) (PARAM LABEL:(NAME for) TARGET:(NAME b) TYPE:(TYPE String) DEFAULT:(STRING (TEXT x)))) BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN== TARGET:(ACCESS OBJECT:(NAME self) FIELD:(NAME x)) VALUE:(NAME a))))) (FUNC BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (FUNC MODIFIER:(MODIFIER static) NAME:(NAME g) PARAMS:(PARAMS) RESULT:(TYPE Int) BODY:(BLOCK (RETURN VALUE:(INT 1)))) (FUNC MODIFIER:(MODIFIER override) NAME:(NAME h) PARAMS:(PARAMS (PARAM LABEL:(NAME _) TARGET:(NAME x) TYPE:(TYPE Int)) (PARAM TARGET:(NAME y) MODIFIER:(MODIFIER inout) TYPE:(TYPE T))) BODY:(BLOCK))))"},
            {"struct S { var z: Int { get { return 1 } set { y = newValue } }\n var w: Int { return 2 }\n subscript(i: Int) -> Int { return a[i] } }",
             "(CLASS=class NAME:(NAME S) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER var) TARGET:(NAME z) TYPE:(TYPE Int) BODY:(CLASS_BODY (FUNC NAME:(NAME get) BODY:(BLOCK (RETURN VALUE:(INT 1)))) (FUNC NAME:(NAME set) BODY:(BLOCK (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(NAME newValue))))))) (VAR MODIFIER:(MODIFIER var) TARGET:(NAME w) TYPE:(TYPE Int) BODY:(CLASS_BODY (FUNC BODY:(BLOCK (RETURN VALUE:(INT 2)))))) (FUNC PARAMS:(PARAMS (PARAM TARGET:(NAME i) TYPE:(TYPE Int))) RESULT:(TYPE Int) BODY:(CLASS_BODY (FUNC BODY:(BLOCK (RETURN VALUE:(INDEX OBJECT:(NAME a) ARGS:(NAME i)))))))))"},
            {"extension E { }", "(CLASS=class NAME:(NAME E) BODY:(CLASS_BODY))"},
            {"enum F: String { case a, b = \"x\"\n case c(Int, d: String) }",
             "(CLASS=enum NAME:(NAME F) BASE:(TYPE String) BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME a)) (ENUM_MEMBER NAME:(NAME b) VALUE:(STRING (TEXT x))) (ENUM_MEMBER NAME:(NAME c))))"},
            {"protocol P: Q { func f(x: Int) -> Int\n var y: Int { get } }",
             "(CLASS=protocol NAME:(NAME P) BASE:(TYPE Q) BODY:(CLASS_BODY (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE Int))) RESULT:(TYPE Int)) (VAR TARGET:(NAME y) TYPE:(TYPE Int))))"},
            {"f(1, a: 2) { x in g(x) }\na.b?.c { $0.d }\na!.b[0] = c[1, 2]\nT<U>(x)\n[Int](x)",
             "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1) (KWARG NAME:(NAME a) VALUE:(INT 2)) (LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME x))))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME c)) ARGS:(ARGS (LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(ACCESS OBJECT:(NAME $0) FIELD:(NAME d)))))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(INDEX OBJECT:(ACCESS OBJECT:(UNARY=!! OPERAND:(NAME a)) FIELD:(NAME b)) ARGS:(INT 0)) VALUE:(INDEX OBJECT:(NAME c) ARGS:(INT 1) ARGS:(INT 2)))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME T) TYPE_PARAMS:(TYPE_ARGS (TYPE U)) ARGS:(ARGS (NAME x)))) (EXPR_STMT VALUE:(CALL CALLEE:(ARRAY (NAME Int)) ARGS:(ARGS (NAME x))))"},
            {"x += 1\ny = -z\nw = a ?? b\nv = a as? B\nu = a is B\nt = c ? d : e\ns = 1..<2\nr = !p && q || a == b\nm = (1, a: 2)\nn = (1)\no = try foo()\nk = try? await bar()",
             "(EXPR_STMT VALUE:(ASSIGN=+= TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(UNARY=- OPERAND:(NAME z)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME w) VALUE:(BINARY=?? LEFT:(NAME a) RIGHT:(NAME b)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME v) VALUE:(CAST VALUE:(NAME a) TYPE:(TYPE B)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME u) VALUE:(TYPE_TEST VALUE:(NAME a) TYPE:(TYPE B)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME t) VALUE:(COND COND:(NAME c) THEN:(NAME d) ELSE:(NAME e)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME s) VALUE:(BINARY=..< LEFT:(INT 1) RIGHT:(INT 2)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME r) VALUE:(BINARY=&& LEFT:(UNARY=! OPERAND:(NAME p)) RIGHT:(BINARY=|| LEFT:(NAME q) RIGHT:(BINARY=== LEFT:(NAME a) RIGHT:(NAME b)))))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME m) VALUE:(TUPLE (INT 1) (INT 2)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME n) VALUE:(INT 1))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME o) VALUE:(CALL CALLEE:(NAME foo) ARGS:(ARGS)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME k) VALUE:(UNARY=try? OPERAND:(AWAIT VALUE:(CALL CALLEE:(NAME bar) ARGS:(ARGS))))))"},
            {"if let a = b, c > 1 { f() } else if d { } else { g() }",
             "(IF COND:(VAR MODIFIER:(MODIFIER let) TARGET:(NAME a) VALUE:(NAME b)) COND:(BINARY=> LEFT:(NAME c) RIGHT:(INT 1)) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) ELSE:(BLOCK (IF COND:(NAME d) THEN:(BLOCK) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))))"},
            {"guard let x = y else { return }",
             "(IF COND:(VAR MODIFIER:(MODIFIER let) TARGET:(NAME x) VALUE:(NAME y)) ELSE:(BLOCK (RETURN)))"},
            {"for x in xs where x > 1 { f(x) }\nfor (i, x) in y.enumerated() { g(i) }\nwhile a { break }\nrepeat { continue } while b",
             "(FOR_EACH TARGET:(NAME x) VALUE:(NAME xs) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x)))))) (FOR_EACH TARGET:(TUPLE (NAME i) (NAME x)) VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME y) FIELD:(NAME enumerated)) ARGS:(ARGS)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME i)))))) (WHILE COND:(NAME a) BODY:(BLOCK (BREAK))) (DO COND:(NAME b) BODY:(BLOCK (CONTINUE)))"},
            {"switch x { case 1, 2: f()\n case .a(let b, c: let d): g()\n case let e where e > 1: h()\n default: break }",
             "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) VALUE:(INT 2) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))))) (CASE VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS (NAME b) (KWARG NAME:(NAME c) VALUE:(NAME d)))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (CASE VALUE:(NAME e) COND:(BINARY=> LEFT:(NAME e) RIGHT:(INT 1)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS))))) (CASE=default BODY:(BLOCK (BREAK))))"},
            {"do { try f() } catch let e { g(e) } catch { h() }",
             "(TRY BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH TARGET:(NAME e) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (NAME e)))))) CATCH:(CATCH BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME h) ARGS:(ARGS))))))"},
            {"func f() throws { throw E.a }",
             "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (THROW VALUE:(ACCESS OBJECT:(NAME E) FIELD:(NAME a)))))"},
            {"let s1 = \"a \\(b) c\\(d.e)\"\nlet s2 = \"\"\"\na\n\"\"\"\nlet s3 = #\"a\\b\"#\nlet n1 = 0x1F + 1.5 + true + nil", "(VAR MODIFIER:(MODIFIER let) TARGET:(NAME s1) VALUE:(STRING (TEXT 'a ') (INTERP VALUE:(NAME b)) (TEXT ' c') (INTERP VALUE:(ACCESS OBJECT:(NAME d) FIELD:(NAME e))))) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME s2) VALUE:(STRING (TEXT '\na\n'))) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME s3) VALUE:(STRING (TEXT a\\b))) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME n1) VALUE:(BINARY=+ LEFT:(BINARY=+ LEFT:(BINARY=+ LEFT:(INT 0x1F) RIGHT:(FLOAT 1.5)) RIGHT:(BOOL true)) RIGHT:(NULL nil)))"},
            {"let f1 = { (a: Int, b) -> Int in return a }\nlet f2 = { [weak self] in self?.g() }",
             "(VAR MODIFIER:(MODIFIER let) TARGET:(NAME f1) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE Int)) (PARAM TARGET:(NAME b))) BODY:(BLOCK (RETURN VALUE:(NAME a))))) (VAR MODIFIER:(MODIFIER let) TARGET:(NAME f2) VALUE:(LAMBDA BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME self) FIELD:(NAME g)) ARGS:(ARGS))))))"},
            {"func f<T>(x: T) -> [T] { return [x] }",
             "(FUNC NAME:(NAME f) TYPE_PARAMS:(TYPE_PARAMS (PARAM TARGET:(NAME T))) PARAMS:(PARAMS (PARAM TARGET:(NAME x) TYPE:(TYPE T))) RESULT:(ARRAY_TYPE TYPE:(TYPE T)) BODY:(BLOCK (RETURN VALUE:(ARRAY (NAME x)))))"},
            {"a.b.c(d).e()",
             "(EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME c)) ARGS:(ARGS (NAME d))) FIELD:(NAME e)) ARGS:(ARGS)))"},
            {"#if DEBUG\nf()\n#endif",
             "(OTHER=directive (NAME DEBUG)) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (OTHER=directive)"},
            {"typealias A = B", "(OTHER=typealias_declaration (TYPE A) (TYPE B))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("swift", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("swift", tests, NULL, NULL);
}
