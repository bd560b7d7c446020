/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"package p", "(PACKAGE MODULE:(NAME p))"},
    {"import \"crypto/md5\"", "(IMPORT MODULE:(NAME crypto/md5) ITEM:(ITEM ALIAS:(NAME md5)))"},
    {"import (\n m \"a/b\"\n . \"c\"\n)",
     "(IMPORT MODULE:(NAME a/b) ITEM:(ITEM ALIAS:(NAME m))) (IMPORT MODULE:(NAME c) "
     "ITEM:(STAR .))"},
    {"func (r *T) f(a, b int, c ...string) (int, error) { return 1, nil }",
     "(FUNC OBJECT:(PARAMS (PARAM TARGET:(NAME r) TYPE:(POINTER_TYPE TYPE:(TYPE T)))) "
     "NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME a) TYPE:(TYPE int)) (PARAM "
     "TARGET:(NAME b) TYPE:(TYPE int)) (REST TARGET:(NAME c) TYPE:(TYPE string))) "
     "RESULT:(PARAMS (PARAM TYPE:(TYPE int)) (PARAM TYPE:(TYPE error))) BODY:(BLOCK "
     "(RETURN VALUE:(TUPLE (INT 1) (NULL nil)))))"},
    {"x := f(a...); y, z = 1, \"s\"; var w T = `r`; w++",
     "(VAR=:= TARGET:(NAME x) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (SPREAD VALUE:(NAME "
     "a))))) (ASSIGN== TARGET:(TUPLE (NAME y) (NAME z)) VALUE:(TUPLE (INT 1) (STRING (TEXT "
     "s)))) (VAR TARGET:(NAME w) TYPE:(TYPE T) VALUE:(STRING (TEXT r))) (POSTFIX=++ "
     "OPERAND:(NAME w))"},
    {"const k = 0x1F; type S struct { A int `tag`; B }",
     "(VAR TARGET:(NAME k) VALUE:(INT 0x1F)) (CLASS NAME:(TYPE S) BODY:(CLASS_BODY (VAR "
     "TARGET:(NAME A) TYPE:(TYPE int) ATTR:(STRING (TEXT tag))) (VAR TYPE:(TYPE B))))"},
    {"t := &tls.Config{A: true, B: []int{1, 2}}",
     "(VAR=:= TARGET:(NAME t) VALUE:(UNARY=& OPERAND:(NEW TYPE:(TYPE tls.Config) "
     "VALUE:(ARRAY (PAIR KEY:(NAME A) VALUE:(BOOL true)) (PAIR KEY:(NAME B) VALUE:(NEW "
     "TYPE:(ARRAY_TYPE TYPE:(TYPE int)) VALUE:(ARRAY (INT 1) (INT 2))))))))"},
    {"func h(f func(int) bool) { }",
     "(FUNC NAME:(NAME h) PARAMS:(PARAMS (PARAM TARGET:(NAME f) TYPE:(FUNC PARAMS:(PARAMS (PARAM "
     "TYPE:(TYPE int))) RESULT:(TYPE bool)))) BODY:(BLOCK))"},
    {"if v := g(); v != nil { h() } else { i }",
     "(IF INIT:(VAR=:= TARGET:(NAME v) VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))) "
     "COND:(BINARY=!= LEFT:(NAME v) RIGHT:(NULL nil)) THEN:(BLOCK (EXPR_STMT VALUE:(CALL "
     "CALLEE:(NAME h) ARGS:(ARGS)))) ELSE:(BLOCK (EXPR_STMT VALUE:(NAME i))))"},
    {"for i := 0; i < 3; i++ { } ",
     "(FOR INIT:(VAR=:= TARGET:(NAME i) VALUE:(INT 0)) COND:(BINARY=< LEFT:(NAME i) "
     "RIGHT:(INT 3)) UPDATE:(POSTFIX=++ OPERAND:(NAME i)) BODY:(BLOCK))"},
    {"for _, v := range xs { } ",
     "(FOR_EACH=, TARGET:(TUPLE (NAME _) (NAME v)) VALUE:(NAME xs) BODY:(BLOCK))"},
    {"switch x { case 1, 2: a(); default: b() }",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(TUPLE (INT 1) (INT 2)) BODY:(BLOCK (EXPR_STMT "
     "VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))))) (CASE=default BODY:(BLOCK (EXPR_STMT "
     "VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS))))))"},
    {"go func() { defer c() }()",
     "(OTHER=go_statement (CALL CALLEE:(LAMBDA PARAMS:(PARAMS) BODY:(BLOCK "
     "(OTHER=defer_statement (CALL CALLEE:(NAME c) ARGS:(ARGS))))) ARGS:(ARGS)))"},
    {"a[1:2]; m[k]; p.q.r(); *p; v.(T)",
     "(EXPR_STMT VALUE:(SLICE OBJECT:(NAME a) LEFT:(INT 1) RIGHT:(INT 2))) (EXPR_STMT "
     "VALUE:(INDEX OBJECT:(NAME m) ARGS:(NAME k))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS "
     "OBJECT:(ACCESS OBJECT:(NAME p) FIELD:(NAME q)) FIELD:(NAME r)) ARGS:(ARGS))) "
     "(EXPR_STMT VALUE:(UNARY=* OPERAND:(NAME p))) (EXPR_STMT VALUE:(CAST VALUE:(NAME v) "
     "TYPE:(TYPE T)))"},
};

static void lowers_go(void **state)
{
    (void)state;
    check_lang_cases("go", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_go),
    };
    return cmocka_run_group_tests_name("go", tests, NULL, NULL);
}
