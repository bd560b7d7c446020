/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"use a; use a::b; use a::b as c; use a::{b, c as d}; use a::*;",
     "(IMPORT MODULE:(NAME a)) (IMPORT MODULE:(NAME a) ITEM:(ITEM NAME:(NAME b))) (IMPORT "
     "MODULE:(NAME a) ITEM:(ITEM NAME:(NAME b) ALIAS:(NAME c))) (IMPORT MODULE:(NAME a) "
     "ITEM:(ITEM NAME:(NAME b)) ITEM:(ITEM NAME:(NAME c) ALIAS:(NAME d))) (IMPORT "
     "MODULE:(NAME a) ITEM:(STAR a::*))"},
    {"#[test]\n#[a(b, \"c\")]\npub async fn f<T>(mut a: u8, &self, b: &str, u8) -> T where T: "
     "U { a }",
     "(FUNC ATTR:(ATTR VALUE:(NAME test)) ATTR:(ATTR VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS "
     "(NAME b) (STRING (TEXT c))))) MODIFIER:(MODIFIER pub) MODIFIER:(MODIFIER async) "
     "NAME:(NAME f) TYPE_PARAMS:(TYPE_PARAMS (OTHER=type_parameter (TYPE T))) PARAMS:(PARAMS "
     "(PARAM MODIFIER:(MODIFIER mut) TARGET:(NAME a) TYPE:(TYPE u8)) (PARAM TARGET:(NAME "
     "self)) (PARAM TARGET:(NAME b) TYPE:(TYPE str)) (PARAM TARGET:(TYPE u8))) RESULT:(TYPE "
     "T) BODY:(BLOCK (EXPR_STMT VALUE:(NAME a))))"},
    {"struct S { pub a: u8, b: Vec<T> } struct P(u8); enum E { A, B(u8) } const K: u8 = 1;",
     "(CLASS=struct NAME:(NAME S) BODY:(CLASS_BODY (VAR MODIFIER:(MODIFIER pub) TARGET:(NAME "
     "a) TYPE:(TYPE u8)) (VAR TARGET:(NAME b) TYPE:(GENERIC TYPE:(TYPE Vec) ARGS:(TYPE_ARGS "
     "(TYPE T)))))) (CLASS=struct; NAME:(NAME P) BODY:(CLASS_BODY (TYPE u8))) (CLASS=enum "
     "NAME:(NAME E) BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME A)) (ENUM_MEMBER NAME:(NAME B) "
     "BODY:(CLASS_BODY (TYPE u8))))) (VAR; TARGET:(NAME K) TYPE:(TYPE u8) VALUE:(INT 1))"},
    {"impl T for S { const A: u8 = 1; fn f(&self) {} } trait T { fn g(); } mod m { fn h() {} }",
     "(CLASS=impl IMPLEMENTS:(TYPE T) NAME:(NAME S) BODY:(CLASS_BODY (VAR; TARGET:(NAME A) "
     "TYPE:(TYPE u8) VALUE:(INT 1)) (FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME "
     "self))) BODY:(BLOCK)))) (CLASS=trait NAME:(NAME T) BODY:(CLASS_BODY (FUNC; NAME:(NAME "
     "g) PARAMS:(PARAMS)))) (CLASS=mod NAME:(NAME m) BODY:(CLASS_BODY (FUNC NAME:(NAME h) "
     "PARAMS:(PARAMS) BODY:(BLOCK))))"},
    {"fn f() { let mut x: u8 = 1; let (a, b) = c; let Some(d) = e else { return; }; x += 1; y "
     "= &mut z; }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (VAR; MODIFIER:(MODIFIER mut) "
     "TARGET:(NAME x) TYPE:(TYPE u8) VALUE:(INT 1)) (VAR; TARGET:(TUPLE (NAME a) (NAME b)) "
     "VALUE:(NAME c)) (VAR; TARGET:(TUPLE=Some (NAME d)) VALUE:(NAME e) ELSE:(BLOCK "
     "(RETURN))) (EXPR_STMT; VALUE:(ASSIGN=+= TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT; "
     "VALUE:(ASSIGN== TARGET:(NAME y) VALUE:(UNARY=& MODIFIER:(MODIFIER mut) OPERAND:(NAME z))))))"},
    {"fn f() { format!(\"{a} {b:?} {{c}} {0} {d}\", e, d = 1); json!(\"{a}\"); write!(w, \"{a}\"); }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME format!) "
     "ARGS:(ARGS (STRING (TEXT '{a} {b:?} {{c}} {0} {d}')) (NAME e) (OTHER (NAME d) (OTHER==) (INT "
     "1)) (NAME a) (NAME b)))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME json!) ARGS:(ARGS (STRING (TEXT "
     "{a}))))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME write!) ARGS:(ARGS (NAME w) (STRING (TEXT {a})) "
     "(NAME a))))))"},
    {"fn f() { a.b.c(1)?.d::<T>(); A::b(x).await; S { a, b: 1, ..c }; a::S { }; x[0]; -1; *p; "
     "a as u8; }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS "
     "OBJECT:(CAST=? VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) "
     "FIELD:(NAME c)) ARGS:(ARGS (INT 1)))) FIELD:(NAME d)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(AWAIT "
     "VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME A) FIELD:(NAME b)) ARGS:(ARGS (NAME x))))) "
     "(EXPR_STMT; VALUE:(NEW TYPE:(TYPE S) VALUE:(RECORD (PAIR KEY:(NAME a) VALUE:(NAME a)) "
     "(PAIR KEY:(NAME b) VALUE:(INT 1)) (SPREAD_KW VALUE:(NAME c))))) (EXPR_STMT; VALUE:(NEW "
     "TYPE:(ACCESS OBJECT:(NAME a) FIELD:(NAME S)) VALUE:(RECORD))) (EXPR_STMT; VALUE:(INDEX "
     "OBJECT:(NAME x) ARGS:(INT 0))) (EXPR_STMT; VALUE:(UNARY=- OPERAND:(INT 1))) (EXPR_STMT; "
     "VALUE:(UNARY=* OPERAND:(NAME p))) (EXPR_STMT; VALUE:(CAST VALUE:(NAME a) TYPE:(TYPE "
     "u8)))))"},
    {"fn f() { if a { b } else if let Some(c) = d { e } else { g(); } loop { break 1; } while "
     "a {} for x in 0..n {} }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (IF COND:(NAME a) THEN:(BLOCK "
     "(EXPR_STMT VALUE:(NAME b))) ELSE:(BLOCK (IF COND:(WALRUS TARGET:(TUPLE=Some (NAME c)) "
     "VALUE:(NAME d)) THEN:(BLOCK (EXPR_STMT VALUE:(NAME e))) ELSE:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))))) (WHILE BODY:(BLOCK (BREAK VALUE:(INT "
     "1)))) (WHILE COND:(NAME a) BODY:(BLOCK)) (FOR_EACH TARGET:(NAME x) VALUE:(BINARY=.. "
     "LEFT:(INT 0) RIGHT:(NAME n)) BODY:(BLOCK))))"},
    {"fn f() { match a { S { x, y: 1 } if c => 1, Ok(v) | Err(v) => { v } _ => return 2, } }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (SWITCH VALUE:(NAME a) (CASE "
     "VALUE:(RECORD (PAIR KEY:(NAME x) VALUE:(NAME x)) (PAIR KEY:(NAME y) VALUE:(INT 1))) "
     "COND:(NAME c) BODY:(BLOCK (EXPR_STMT VALUE:(INT 1)))) (CASE VALUE:(TUPLE (TUPLE=Ok "
     "(NAME v)) (TUPLE=Err (NAME v))) BODY:(BLOCK (EXPR_STMT VALUE:(NAME v)))) (CASE=default "
     "BODY:(BLOCK (RETURN VALUE:(INT 2)))))))"},
    {"fn f() { println!(\"{}\", a.b(1, &c)[0], x + 1); vec![1, (2, 3)]; let g = |x, y: u8| x; "
     "unsafe { *p } }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME "
     "println!) ARGS:(ARGS (STRING (TEXT {})) (INDEX OBJECT:(CALL CALLEE:(ACCESS OBJECT:(NAME "
     "a) FIELD:(NAME b)) ARGS:(ARGS (INT 1) (UNARY=& OPERAND:(NAME c)))) ARGS:(INT 0)) (OTHER "
     "(NAME x) (OTHER=+) (INT 1))))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME vec!) ARGS:(ARGS "
     "(INT 1) (TUPLE (INT 2) (INT 3))))) (VAR; TARGET:(NAME g) VALUE:(LAMBDA PARAMS:(PARAMS "
     "(PARAM TARGET:(NAME x)) (PARAM TARGET:(NAME y) TYPE:(TYPE u8))) BODY:(NAME x))) "
     "(SYNCHRONIZED=unsafe BODY:(BLOCK (EXPR_STMT VALUE:(UNARY=* OPERAND:(NAME p)))))))"},
    {"fn f() { r#\"a\"b\"#; 'c'; 1.5; 0x1F; true; [1, 2]; () }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT; VALUE:(STRING (TEXT a\"b))) "
     "(EXPR_STMT; VALUE:(CHAR 'c')) (EXPR_STMT; VALUE:(FLOAT 1.5)) (EXPR_STMT; VALUE:(INT "
     "0x1F)) (EXPR_STMT; VALUE:(BOOL true)) (EXPR_STMT; VALUE:(ARRAY (INT 1) (INT 2))) "
     "(EXPR_STMT VALUE:(TUPLE))))"},
};

static void lowers_rust(void **state)
{
    (void)state;
    check_lang_cases("rust", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_rust),
    };
    return cmocka_run_group_tests_name("rust", tests, NULL, NULL);
}
