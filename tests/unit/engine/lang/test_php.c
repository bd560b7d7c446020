/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"<?php $x = 1; $y .= 'a';",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME $x) VALUE:(INT 1))) (EXPR_STMT; "
     "VALUE:(ASSIGN=.= TARGET:(NAME $y) VALUE:(STRING (TEXT a))))"},
    {"<?php namespace A\\B; use C\\D; use E as F; use G\\{H, I as J};",
     "(PACKAGE; MODULE:(ACCESS OBJECT:(NAME A) FIELD:(NAME B))) (IMPORT MODULE:(NAME C) "
     "ITEM:(ITEM NAME:(NAME D))) (IMPORT MODULE:(NAME E) ITEM:(ITEM ALIAS:(NAME F))) (IMPORT "
     "MODULE:(NAME G) ITEM:(ITEM NAME:(NAME H))) (IMPORT MODULE:(NAME G) ITEM:(ITEM NAME:(NAME "
     "I) ALIAS:(NAME J)))"},
    {"<?php function f(int $a, ?T $b = null, string ...$c): bool { return $a; }",
     "(FUNC NAME:(NAME f) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME $a)) (PARAM "
     "TYPE:(TYPE ?T) TARGET:(NAME $b) DEFAULT:(NULL null)) (REST TYPE:(TYPE string) "
     "TARGET:(NAME $c))) RESULT:(TYPE bool) BODY:(BLOCK (RETURN; VALUE:(NAME $a))))"},
    {"<?php #[Route('/x')] final class A extends B implements C, D { use T; private $x = 1, "
     "$y; const K = 2; public static function g(private readonly string $z) { } }",
     "(CLASS=class ATTR:(ATTR VALUE:(CALL CALLEE:(NAME Route) ARGS:(ARGS (STRING (TEXT /x))))) "
     "MODIFIER:(MODIFIER final) NAME:(NAME A) BASE:(NAME B) IMPLEMENTS:(NAME C) "
     "IMPLEMENTS:(NAME D) BODY:(CLASS_BODY (NAME T) (VAR; MODIFIER:(MODIFIER private) "
     "TARGET:(NAME $x) VALUE:(INT 1)) (VAR; MODIFIER:(MODIFIER private) TARGET:(NAME $y)) "
     "(VAR; MODIFIER:(MODIFIER const) TARGET:(NAME K) VALUE:(INT 2)) (FUNC MODIFIER:(MODIFIER "
     "public) MODIFIER:(MODIFIER static) NAME:(NAME g) PARAMS:(PARAMS (PARAM "
     "MODIFIER:(MODIFIER private) MODIFIER:(MODIFIER readonly) TYPE:(TYPE string) TARGET:(NAME "
     "$z))) BODY:(BLOCK))))"},
    {"<?php $o->p->m($a, name: 1); A::$s; A::K; A::f(); $o?->q; new A(1); new $c; new class { };",
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(ACCESS OBJECT:(NAME $o) FIELD:(NAME p)) "
     "FIELD:(NAME m)) ARGS:(ARGS (NAME $a) (KWARG NAME:(NAME name) VALUE:(INT 1))))) "
     "(EXPR_STMT; VALUE:(ACCESS OBJECT:(NAME A) FIELD:(NAME $s))) (EXPR_STMT; VALUE:(ACCESS "
     "OBJECT:(NAME A) FIELD:(NAME K))) (EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME A) "
     "FIELD:(NAME f)) ARGS:(ARGS))) (EXPR_STMT; VALUE:(ACCESS OBJECT:(NAME $o) FIELD:(NAME "
     "q))) (EXPR_STMT; VALUE:(NEW TYPE:(NAME A) ARGS:(ARGS (INT 1)))) (EXPR_STMT; VALUE:(NEW "
     "TYPE:(NAME $c))) (EXPR_STMT; VALUE:(NEW BODY:(CLASS_BODY)))"},
    {"<?php $f = function ($x) use ($y) { return $x; }; $g = fn($x) => $x + 1;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME $f) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM "
     "TARGET:(NAME $x))) BODY:(BLOCK (RETURN; VALUE:(NAME $x)))))) (EXPR_STMT; VALUE:(ASSIGN== "
     "TARGET:(NAME $g) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TARGET:(NAME $x))) BODY:(BINARY=+ "
     "LEFT:(NAME $x) RIGHT:(INT 1)))))"},
    {"<?php \"a $x b {$y->z} c\"; 'raw $x'; <<<E\nhello $n\nE; `ls $d`;",
     "(EXPR_STMT; VALUE:(STRING (TEXT 'a ') (INTERP VALUE:(NAME $x)) (TEXT ' b ') (INTERP "
     "VALUE:(ACCESS OBJECT:(NAME $y) FIELD:(NAME z))) (TEXT ' c'))) (EXPR_STMT; VALUE:(STRING "
     "(TEXT 'raw $x'))) (EXPR_STMT; VALUE:(STRING (TEXT '\nhello ') (INTERP VALUE:(NAME $n)))) "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME `) ARGS:(ARGS (STRING (TEXT 'ls ') (INTERP "
     "VALUE:(NAME $d))))))"},
    {"<?php [1, 'k' => $v, ...$r]; array(1); list($a, $b) = $c; $a[0]; $a[];",
     "(EXPR_STMT; VALUE:(ARRAY (INT 1) (PAIR KEY:(STRING (TEXT k)) VALUE:(NAME $v)) (SPREAD "
     "VALUE:(NAME $r)))) (EXPR_STMT; VALUE:(ARRAY (INT 1))) (EXPR_STMT; VALUE:(ASSIGN== "
     "TARGET:(ARRAY (NAME $a) (NAME $b)) VALUE:(NAME $c))) (EXPR_STMT; VALUE:(INDEX "
     "OBJECT:(NAME $a) ARGS:(INT 0))) (EXPR_STMT; VALUE:(INDEX OBJECT:(NAME $a)))"},
    {"<?php if ($a) b(); elseif ($c) { d(); } else e();",
     "(IF COND:(NAME $a) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))) "
     "ELSE:(BLOCK (IF COND:(NAME $c) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME d) "
     "ARGS:(ARGS)))) ELSE:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME e) ARGS:(ARGS)))))))"},
    {"<?php foreach ($xs as $k => $v) { f($v); } for ($i = 0; $i < 3; $i++) { } while ($a) { "
     "break; } do { continue; } while (TRUE);",
     "(FOR_EACH VALUE:(NAME $xs) TARGET:(TUPLE (NAME $k) (NAME $v)) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME $v)))))) (FOR INIT:(ASSIGN== TARGET:(NAME "
     "$i) VALUE:(INT 0)) COND:(BINARY=< LEFT:(NAME $i) RIGHT:(INT 3)) UPDATE:(POSTFIX=++ "
     "OPERAND:(NAME $i)) BODY:(BLOCK)) (WHILE COND:(NAME $a) BODY:(BLOCK (BREAK;))) (DO; "
     "BODY:(BLOCK (CONTINUE;)) COND:(BOOL TRUE))"},
    {"<?php switch ($x) { case 1: f(); break; default: g(); } $r = match($x) { 1, 2 => 'a', "
     "default => 'b' };",
     "(SWITCH VALUE:(NAME $x) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME f) ARGS:(ARGS))) (BREAK;))) (CASE=default BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS)))))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME "
     "$r) VALUE:(SWITCH VALUE:(NAME $x) (CASE VALUE:(INT 1) VALUE:(INT 2) BODY:(BLOCK (STRING "
     "(TEXT a)))) (CASE=default BODY:(BLOCK (STRING (TEXT b)))))))"},
    {"<?php try { f(); } catch (A | B $e) { } finally { g(); } throw new E;",
     "(TRY BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH "
     "TYPE:(TYPE 'A | B') TARGET:(NAME $e) BODY:(BLOCK)) FINALLY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS))))) (EXPR_STMT; VALUE:(THROW VALUE:(NEW "
     "TYPE:(NAME E))))"},
    {"<?php echo $a, $b; print $c; include 'x.php'; exit(1); unset($a); global $g; @f(); (int)$x;",
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME echo) ARGS:(ARGS (NAME $a) (NAME $b)))) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME print) ARGS:(ARGS (NAME $c)))) (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME include) ARGS:(ARGS (STRING (TEXT x.php))))) (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME exit) ARGS:(ARGS (INT 1)))) (EXPR_STMT; VALUE:(CALL CALLEE:(NAME unset) "
     "ARGS:(ARGS (NAME $a)))) (GLOBAL; VALUE:(NAME $g)) (EXPR_STMT; VALUE:(CAST=@ "
     "VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) (EXPR_STMT; VALUE:(CAST TYPE:(TYPE int) VALUE:(NAME $x)))"},
    {"<p><?= $a ?></p>", "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME '') ARGS:(ARGS (NAME $a))))"},
    {"<?php interface I { } trait T { } enum S: string { case A = 'a'; }",
     "(CLASS=interface NAME:(NAME I) BODY:(CLASS_BODY)) (CLASS=trait NAME:(NAME T) "
     "BODY:(CLASS_BODY)) (CLASS=enum NAME:(NAME S) (TYPE string) BODY:(CLASS_BODY "
     "(ENUM_MEMBER; NAME:(NAME A) ARGS:(STRING (TEXT a)))))"},
};

static void lowers_php(void **state)
{
    (void)state;
    check_lang_cases("php", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_php),
    };
    return cmocka_run_group_tests_name("php", tests, NULL, NULL);
}
