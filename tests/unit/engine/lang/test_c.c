/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"#define A (1000UL)\n#define B b\n#define C\n",
     "(VAR TARGET:(NAME A) VALUE:(INT 1000UL)) (OTHER=preproc_def (NAME B) (OTHER=b)) "
     "(OTHER=preproc_def (NAME C))"},
    {"#include <a/b.h>\n#include \"c.h\"\n",
     "(IMPORT MODULE:(NAME a/b.h)) (IMPORT MODULE:(NAME c.h))"},
    {"static const char *f(int a, char *b[], ...) { return 0; }",
     "(FUNC MODIFIER:(MODIFIER static) MODIFIER:(MODIFIER const) RESULT:(POINTER_TYPE "
     "TYPE:(TYPE char)) NAME:(NAME f) PARAMS:(PARAMS (PARAM TYPE:(TYPE int) TARGET:(NAME "
     "a)) (PARAM TYPE:(ARRAY_TYPE TYPE:(POINTER_TYPE TYPE:(TYPE char))) TARGET:(NAME b)) "
     "(REST=...)) BODY:(BLOCK (RETURN; VALUE:(INT 0))))"},
    {"int g(void);",
     "(FUNC RESULT:(TYPE int) NAME:(NAME g) PARAMS:(PARAMS (PARAM TYPE:(TYPE void))))"},
    {"void (*f)(int) = s; int *(*t[2])(void);",
     "(VAR; TYPE:(POINTER_TYPE TYPE:(TYPE void)) TARGET:(NAME f) VALUE:(NAME s)) (VAR; "
     "TYPE:(ARRAY_TYPE TYPE:(POINTER_TYPE TYPE:(POINTER_TYPE TYPE:(TYPE int)))) TARGET:(NAME t) "
     "ARGS:(INT 2))"},
    {"int (*g(int a))(char);",
     "(FUNC RESULT:(POINTER_TYPE TYPE:(TYPE int)) NAME:(NAME g) PARAMS:(PARAMS (PARAM TYPE:(TYPE "
     "int) TARGET:(NAME a))))"},
    {"int x = 1, *y, z[3]; unsigned long w;",
     "(VAR; TYPE:(TYPE int) TARGET:(NAME x) VALUE:(INT 1)) (VAR; TYPE:(POINTER_TYPE "
     "TYPE:(TYPE int)) TARGET:(NAME y)) (VAR; TYPE:(ARRAY_TYPE TYPE:(TYPE int)) "
     "TARGET:(NAME z) ARGS:(INT 3)) (VAR; TYPE:(TYPE 'unsigned long') TARGET:(NAME w))"},
    {"struct s { int a; char *b; };",
     "(CLASS NAME:(NAME s) BODY:(CLASS_BODY (VAR; TYPE:(TYPE int) TARGET:(NAME a)) (VAR; "
     "TYPE:(POINTER_TYPE TYPE:(TYPE char)) TARGET:(NAME b))))"},
    {"typedef struct s t; enum e { A = 1, B };",
     "(OTHER=type_definition (TYPE 'struct s') (TYPE t)) (CLASS NAME:(NAME e) "
     "BODY:(CLASS_BODY (ENUM_MEMBER NAME:(NAME A) VALUE:(INT 1)) (ENUM_MEMBER NAME:(NAME "
     "B))))"},
    {"x = a->b.c[1]; y += (int)z; i++; --j; *p = &q; !r;",
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(INDEX OBJECT:(ACCESS=. "
     "OBJECT:(ACCESS=-> OBJECT:(NAME a) FIELD:(NAME b)) FIELD:(NAME c)) ARGS:(INT 1)))) "
     "(EXPR_STMT; VALUE:(ASSIGN=+= TARGET:(NAME y) VALUE:(CAST TYPE:(TYPE int) VALUE:(NAME "
     "z)))) (EXPR_STMT; VALUE:(POSTFIX=++ OPERAND:(NAME i))) (EXPR_STMT; VALUE:(UNARY=-- "
     "OPERAND:(NAME j))) (EXPR_STMT; VALUE:(ASSIGN== TARGET:(UNARY=* OPERAND:(NAME p)) "
     "VALUE:(UNARY=& OPERAND:(NAME q)))) (EXPR_STMT; VALUE:(UNARY=! OPERAND:(NAME r)))"},
    {"if (a) b(); else { c(); }",
     "(IF COND:(NAME a) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS)))) "
     "ELSE:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME c) ARGS:(ARGS)))))"},
    {"for (int i = 0; i < 3; i++) d(); while (e) { } do { f(); } while (g);",
     "(FOR INIT:(VAR; TYPE:(TYPE int) TARGET:(NAME i) VALUE:(INT 0)) COND:(BINARY=< "
     "LEFT:(NAME i) RIGHT:(INT 3)) UPDATE:(POSTFIX=++ OPERAND:(NAME i)) BODY:(BLOCK "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME d) ARGS:(ARGS))))) (WHILE COND:(NAME e) "
     "BODY:(BLOCK)) (DO; BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS)))) COND:(NAME g))"},
    {"switch (x) { case 1: a(); break; default: b(); }",
     "(SWITCH VALUE:(NAME x) (CASE VALUE:(INT 1) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME a) ARGS:(ARGS))) (BREAK;))) (CASE=default BODY:(BLOCK "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(NAME b) ARGS:(ARGS))))))"},
    {"#ifdef X\nint a;\n#else\nint b;\n#endif\n",
     "(VAR; TYPE:(TYPE int) TARGET:(NAME a)) (VAR; TYPE:(TYPE int) TARGET:(NAME b))"},
    {"char *s = \"a\" \"b\"; double d = 1.5; char k = 'x'; f(NULL, 0x1Ful);",
     "(VAR; TYPE:(POINTER_TYPE TYPE:(TYPE char)) TARGET:(NAME s) VALUE:(CONCAT (STRING "
     "(TEXT a)) (STRING (TEXT b)))) (VAR; TYPE:(TYPE double) TARGET:(NAME d) VALUE:(FLOAT "
     "1.5)) (VAR; TYPE:(TYPE char) TARGET:(NAME k) VALUE:(CHAR 'x')) (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NULL NULL) (INT 0x1Ful))))"},
    {"struct s v = { .a = 1, 2 }; g((struct s){ 1 }); x = a ? b : c; goto l; l: return;",
     "(VAR; TYPE:(TYPE 'struct s') TARGET:(NAME v) VALUE:(ARRAY (OTHER=initializer_pair "
     "(OTHER=field_designator (NAME a)) (INT 1)) (INT 2))) (EXPR_STMT; VALUE:(CALL "
     "CALLEE:(NAME g) ARGS:(ARGS (NEW TYPE:(TYPE 'struct s') VALUE:(ARRAY (INT 1)))))) "
     "(EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(COND COND:(NAME a) THEN:(NAME b) "
     "ELSE:(NAME c)))) (GOTO; LABEL:(NAME l)) (LABEL LABEL:(NAME l) BODY:(BLOCK "
     "(RETURN;)))"},
};

static void lowers_c(void **state)
{
    (void)state;
    check_lang_cases("c", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_c),
    };
    return cmocka_run_group_tests_name("c", tests, NULL, NULL);
}
