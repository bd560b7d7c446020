/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"f(<<A, <<~B) { 1 }\nt #{x}\nA\n u\nB\ng",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (STRING (TEXT 't ') (INTERP "
     "VALUE:(NAME x)) (TEXT '\n')) (STRING (TEXT ' u\n'))) BODY:(LAMBDA BODY:(BLOCK "
     "(EXPR_STMT VALUE:(INT 1)))))) (EXPR_STMT VALUE:(NAME g))"},
    {"a << b; 1..; not a and b or c; /a#{b}c/i; /x/",
     "(EXPR_STMT VALUE:(ASSIGN=<< TARGET:(NAME a) VALUE:(NAME b))) (EXPR_STMT "
     "VALUE:(BINARY=.. LEFT:(INT 1) RIGHT:(NULL ''))) (EXPR_STMT VALUE:(BINARY=|| "
     "LEFT:(BINARY=&& LEFT:(UNARY=! OPERAND:(NAME a)) RIGHT:(NAME b)) RIGHT:(NAME c))) "
     "(EXPR_STMT VALUE:(REGEX (TEXT a) (INTERP VALUE:(NAME b)) (TEXT c))) (EXPR_STMT "
     "VALUE:(REGEX (TEXT x)))"},
    {"x = 1\n@y += 'a'\na, b = c, d",
     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(INT 1))) (EXPR_STMT VALUE:(ASSIGN=+= "
     "TARGET:(NAME @y) VALUE:(STRING (TEXT a)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(TUPLE "
     "(NAME a) (NAME b)) VALUE:(ARRAY (NAME c) (NAME d))))"},
    {"def f(a, b = 1, *c, k:, **d, &e)\n  a\nend",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TARGET:(NAME a)) (PARAM TARGET:(NAME b) "
     "DEFAULT:(INT 1)) (REST TARGET:(NAME c)) (PARAM TARGET:(NAME k)) (REST_KW TARGET:(NAME "
     "d)) (PARAM TARGET:(NAME e))) BODY:(BLOCK (EXPR_STMT VALUE:(NAME a))))"},
    {"class A < B\n  include C\n  def self.g; end\nend\nmodule M::N\nend",
     "(CLASS=class NAME:(NAME A) BASE:(NAME B) BODY:(CLASS_BODY (EXPR_STMT VALUE:(CALL "
     "CALLEE:(NAME include) ARGS:(ARGS (NAME C)))) (FUNC MODIFIER:(MODIFIER self) NAME:(NAME g) BODY:(BLOCK)))) "
     "(CLASS=module NAME:(ACCESS OBJECT:(NAME M) FIELD:(NAME N)) BODY:(CLASS_BODY))"},
    {"f a, k: 1, :m => 2\no.p.q(x) { |y| y + 1 }\nxs.each do |z| puts z end\nf(&blk)",
     "(EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME a) (KWARG NAME:(NAME k) "
     "VALUE:(INT 1)) (KWARG NAME:(NAME m) VALUE:(INT 2))))) (EXPR_STMT VALUE:(CALL "
     "CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME o) FIELD:(NAME p)) FIELD:(NAME q)) ARGS:(ARGS "
     "(NAME x)) BODY:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME y))) BODY:(BLOCK (EXPR_STMT "
     "VALUE:(BINARY=+ LEFT:(NAME y) RIGHT:(INT 1))))))) (EXPR_STMT VALUE:(CALL CALLEE:(ACCESS "
     "OBJECT:(NAME xs) FIELD:(NAME each)) ARGS:(ARGS) BODY:(LAMBDA PARAMS:(PARAMS (PARAM "
     "TARGET:(NAME z))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME puts) ARGS:(ARGS (NAME "
     "z)))))))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME blk))))"},
    {"{a: 1, 'b' => :c, **d}",
     "(EXPR_STMT VALUE:(DICT (PAIR KEY:(OTHER=symbol (NAME a)) VALUE:(INT 1)) (PAIR "
     "KEY:(STRING (TEXT b)) VALUE:(OTHER=symbol (NAME c))) (SPREAD_KW VALUE:(NAME d))))"},
    {"\"a#{b}c\"; 'd'; :\"e\"; `ls #{f}`; /x/; %w[a b]",
     "(EXPR_STMT VALUE:(STRING (TEXT a) (INTERP VALUE:(NAME b)) (TEXT c))) (EXPR_STMT "
     "VALUE:(STRING (TEXT d))) (EXPR_STMT VALUE:(OTHER=symbol (NAME e))) (EXPR_STMT "
     "VALUE:(CALL CALLEE:(NAME `) ARGS:(ARGS (STRING (TEXT 'ls ') (INTERP VALUE:(NAME f)))))) "
     "(EXPR_STMT VALUE:(REGEX (TEXT x))) (EXPR_STMT VALUE:(ARRAY (STRING (TEXT a)) (STRING "
     "(TEXT b))))"},
    {"if a then b elsif c then d else e end\nunless f\n  g\nend\nh if i\nj unless k",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT VALUE:(NAME b))) ELSE:(BLOCK (IF COND:(NAME c) "
     "THEN:(BLOCK (EXPR_STMT VALUE:(NAME d))) ELSE:(BLOCK (EXPR_STMT VALUE:(NAME e)))))) (IF "
     "COND:(UNARY=! OPERAND:(NAME f)) THEN:(BLOCK (EXPR_STMT VALUE:(NAME g)))) (IF COND:(NAME "
     "i) THEN:(BLOCK (EXPR_STMT VALUE:(NAME h)))) (IF COND:(UNARY=! OPERAND:(NAME k)) "
     "THEN:(BLOCK (EXPR_STMT VALUE:(NAME j))))"},
    {"while a do b end\nuntil c\n  d\nend\nfor x in xs do f(x) end",
     "(WHILE COND:(NAME a) BODY:(BLOCK (EXPR_STMT VALUE:(NAME b)))) (WHILE COND:(UNARY=! "
     "OPERAND:(NAME c)) BODY:(BLOCK (EXPR_STMT VALUE:(NAME d)))) (FOR_EACH TARGET:(NAME x) "
     "VALUE:(NAME xs) BODY:(BLOCK (EXPR_STMT VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x))))))"},
    {"case x\nwhen 1, 2 then a\nelse b\nend",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) VALUE:(INT 2) BODY:(BLOCK (EXPR_STMT "
     "VALUE:(NAME a)))) (CASE=default BODY:(BLOCK (EXPR_STMT VALUE:(NAME b)))))"},
    {"begin\n  f\nrescue E, G => e\n  g\nelse\n  h\nensure\n  i\nend",
     "(BLOCK (TRY BODY:(BLOCK (EXPR_STMT VALUE:(NAME f))) CATCH:(CATCH TYPE:(NAME E) "
     "TYPE:(NAME G) TARGET:(NAME e) BODY:(BLOCK (EXPR_STMT VALUE:(NAME g)))) ELSE:(BLOCK "
     "(EXPR_STMT VALUE:(NAME h))) FINALLY:(BLOCK (EXPR_STMT VALUE:(NAME i)))))"},
    {"def m\n  n\nrescue\n  o\nend",
     "(FUNC NAME:(NAME m) BODY:(BLOCK (TRY BODY:(BLOCK (EXPR_STMT VALUE:(NAME n))) "
     "CATCH:(CATCH BODY:(BLOCK (EXPR_STMT VALUE:(NAME o)))))))"},
    {"return a, b\nbreak\nnext\nyield x\nraise E, 'm'",
     "(RETURN VALUE:(ARRAY (NAME a) (NAME b))) (BREAK) (CONTINUE) (EXPR_STMT VALUE:(CALL "
     "CALLEE:(NAME yield) ARGS:(ARGS (NAME x)))) (EXPR_STMT VALUE:(CALL CALLEE:(NAME raise) "
     "ARGS:(ARGS (NAME E) (STRING (TEXT m)))))"},
    {"A::B.new(1)\n->(x) { x }\na[0]\n!b\na ? b : c\n1..2",
     "(EXPR_STMT VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME A) FIELD:(NAME B)) "
     "FIELD:(NAME new)) ARGS:(ARGS (INT 1)))) (EXPR_STMT VALUE:(LAMBDA PARAMS:(PARAMS (PARAM "
     "TARGET:(NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(NAME x))))) (EXPR_STMT VALUE:(INDEX "
     "OBJECT:(NAME a) ARGS:(INT 0))) (EXPR_STMT VALUE:(UNARY=! OPERAND:(NAME b))) (EXPR_STMT "
     "VALUE:(COND COND:(NAME a) THEN:(NAME b) ELSE:(NAME c))) (EXPR_STMT VALUE:(BINARY=.. "
     "LEFT:(INT 1) RIGHT:(INT 2)))"},
};

static void lowers_ruby(void **state)
{
    (void)state;
    check_lang_cases("ruby", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_ruby),
    };
    return cmocka_run_group_tests_name("ruby", tests, NULL, NULL);
}
