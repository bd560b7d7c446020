/* SPDX-License-Identifier: Apache-2.0 */
#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"f(1) o:m(a) t.x[i] = nil",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (INT 1)))) (EXPR_STMT VALUE:(CALL "
     "CALLEE:(ACCESS OBJECT:(NAME o) FIELD:(NAME m)) ARGS:(ARGS (NAME a)))) (EXPR_STMT "
     "VALUE:(ASSIGN== TARGET:(INDEX OBJECT:(ACCESS OBJECT:(NAME t) FIELD:(NAME x)) ARGS:(NAME i)) "
     "VALUE:(NULL nil)))"},
    {"local a, b = 1, 'x'",
     "(VAR MODIFIER:(MODIFIER local) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(TUPLE (INT 1) "
     "(STRING (TEXT x))))"},
    {"function m.f(a, ...) end",
     "(FUNC NAME:(ACCESS OBJECT:(NAME m) FIELD:(NAME f)) PARAMS:(PARAMS (PARAM TARGET:(NAME a)) "
     "(REST)) BODY:(BLOCK))"},
    {"local g = function() return a .. [[b]] end",
     "(VAR MODIFIER:(MODIFIER local) TARGET:(NAME g) VALUE:(LAMBDA PARAMS:(PARAMS) BODY:(BLOCK "
     "(RETURN VALUE:(BINARY=.. LEFT:(NAME a) RIGHT:(STRING (TEXT b)))))))"},
    {"if a then f() elseif b then else g() end",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) "
     "ELSE:(BLOCK (IF COND:(NAME b) THEN:(BLOCK) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL "
     "CALLEE:(NAME g) ARGS:(ARGS)))))))"},
    {"for i = 1, n do end for k, v in pairs(t) do break end",
     "(FOR INIT:(ASSIGN== TARGET:(NAME i) VALUE:(INT 1)) COND:(NAME n) BODY:(BLOCK)) (FOR_EACH "
     "TARGET:(TUPLE (NAME k) (NAME v)) VALUE:(CALL CALLEE:(NAME pairs) ARGS:(ARGS (NAME t))) "
     "BODY:(BLOCK (BREAK)))"},
    {"x = {1, k = true, [a] = #b}",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(DICT (INT 1) (PAIR KEY:(NAME k) "
     "VALUE:(BOOL true)) (PAIR KEY:(NAME a) VALUE:(UNARY=# OPERAND:(NAME b))))))"},
};

static void lowers_lua(void **state)
{
    (void)state;
    check_lang_cases("lua", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_lua),
    };
    return cmocka_run_group_tests_name("lua", tests, NULL, NULL);
}
