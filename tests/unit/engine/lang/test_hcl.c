/* SPDX-License-Identifier: Apache-2.0 */
/* What each construct of hcl becomes, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"resource \"a\" \"b\" {\n  x = 1\n  y { z = true }\n}",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME resource) ARGS:(ARGS (STRING (TEXT a)) (STRING (TEXT b)) (RECORD (PAIR KEY:(NAME x) VALUE:(INT 1)) (CALL CALLEE:(NAME y) ARGS:(ARGS (RECORD (PAIR KEY:(NAME z) VALUE:(BOOL true)))))))))"},
    {"a = \"x-${var.n}\"",
     "(PAIR KEY:(NAME a) VALUE:(STRING (TEXT x-) (INTERP VALUE:(ACCESS OBJECT:(NAME var) FIELD:(NAME n)))))"},
    {"a = data.x[0].y[\"k\"]",
     "(PAIR KEY:(NAME a) VALUE:(INDEX OBJECT:(ACCESS OBJECT:(INDEX OBJECT:(ACCESS OBJECT:(NAME data) FIELD:(NAME x)) ARGS:(INT 0)) FIELD:(NAME y)) ARGS:(STRING (TEXT k))))"},
    {"a = aws.*.id[1]",
     "(PAIR KEY:(NAME a) VALUE:(INDEX OBJECT:(ACCESS OBJECT:(INDEX=* OBJECT:(NAME aws)) FIELD:(NAME id)) ARGS:(INT 1)))"},
    {"a = aws[*].id",
     "(PAIR KEY:(NAME a) VALUE:(ACCESS OBJECT:(INDEX=* OBJECT:(NAME aws)) FIELD:(NAME id)))"},
    {"a = f()\nb = f(x, y...)",
     "(PAIR KEY:(NAME a) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS))) (PAIR KEY:(NAME b) VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x) (NAME y) (SPREAD=...))))"},
    {"a = 1 + x.y == 2 && !(b)\nc = -1",
     "(PAIR KEY:(NAME a) VALUE:(BINARY=&& LEFT:(BINARY=== LEFT:(BINARY=+ LEFT:(INT 1) RIGHT:(ACCESS OBJECT:(NAME x) FIELD:(NAME y))) RIGHT:(INT 2)) RIGHT:(UNARY=! OPERAND:(NAME b)))) (PAIR KEY:(NAME c) VALUE:(UNARY=- OPERAND:(INT 1)))"},
    {"a = x ? [1, null] : { k = 1, \"l\" : 2.5 }",
     "(PAIR KEY:(NAME a) VALUE:(COND COND:(NAME x) THEN:(ARRAY (INT 1) (NULL null)) ELSE:(RECORD (PAIR KEY:(NAME k) VALUE:(INT 1)) (PAIR KEY:(STRING (TEXT l)) VALUE:(FLOAT 2.5)))))"},
    {"a = <<EOF\nhi ${x}\nEOF\n",
     "(PAIR KEY:(NAME a) VALUE:(STRING (TEXT 'hi ') (INTERP VALUE:(NAME x)) (TEXT '\n')))"},
    {"a = [for k, v in m : v if v]\nb = {for v in m : v => 1}",
     "(PAIR KEY:(NAME a) VALUE:(COMPREHENSION=list (FOR_EACH TARGET:(NAME k) TARGET:(NAME v) VALUE:(NAME m)) VALUE:(NAME v) COND:(NAME v))) (PAIR KEY:(NAME b) VALUE:(COMPREHENSION=dict (FOR_EACH TARGET:(NAME v) VALUE:(NAME m)) (NAME v) (INT 1)))"},
    {"# c\nlocals {} // d", "(EXPR_STMT VALUE:(CALL CALLEE:(NAME locals) ARGS:(ARGS (RECORD))))"},
    {"a = \"\"", "(PAIR KEY:(NAME a) VALUE:(STRING (TEXT '')))"},
    {"a { = }", "(PAIR KEY:(NAME a) VALUE:(ERROR) (RECORD))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("hcl", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("hcl", tests, NULL, NULL);
}
