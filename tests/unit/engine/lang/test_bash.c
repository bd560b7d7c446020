/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct
    lang_case
        cases
            [] =
                {
                    {"A=b B=\"c $d\" cmd -a \"b\" 'c' $x ${y:-z} \"$@\" > out 2>&1",
                     "(WITH BODY:(CALL INIT:(KWARG NAME:(NAME A) VALUE:(NAME b)) INIT:(KWARG NAME:(NAME B) VALUE:(STRING (TEXT 'c ') (INTERP VALUE:(NAME d)))) ARGS:(ARGS (NAME cmd) (NAME -a) (NAME \"b\") (NAME 'c') (INTERP VALUE:(NAME x)) (INTERP=:- VALUE:(NAME y) VALUE:(NAME z)) (STRING (INTERP VALUE:(NAME @))))) RESOURCE:(RESOURCE=> VALUE:(NAME out)) RESOURCE:(RESOURCE=>& TARGET:(NAME 2) VALUE:(NAME 1)))"},
                    {"a=1\narr=(1 2)\narr[0]=x\na+=2",
                     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME a) VALUE:(NAME 1))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME arr) VALUE:(ARRAY (NAME 1) (NAME 2)))) (EXPR_STMT VALUE:(ASSIGN== TARGET:(INDEX OBJECT:(NAME arr) ARGS:(NAME 0)) VALUE:(NAME x))) (EXPR_STMT VALUE:(ASSIGN=+= TARGET:(NAME a) VALUE:(NAME 2)))"},
                    {"declare -r q=2\nexport P\nunset a",
                     "(EXPR_STMT VALUE:(ASSIGN== TARGET:(NAME q) VALUE:(NAME 2))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME export) (NAME P)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME unset) (NAME a))))"},
                    {"f() { echo $1; }\nfunction g { return 1; }",
                     "(FUNC NAME:(NAME f) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME echo) (INTERP VALUE:(NAME 1))))))) (FUNC NAME:(NAME g) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME return) (NAME 1))))))"},
                    {"if [ -f \"$x\" ]; then a; elif [[ $x == y ]]; then b; c; else d; fi",
                     "(IF COND:(CALL ARGS:(ARGS (NAME [) (UNARY=-f OPERAND:(NAME -f) OPERAND:(STRING (INTERP VALUE:(NAME x)))))) THEN:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a))))) ELSE:(BLOCK (IF COND:(CALL ARGS:(ARGS (NAME [[) (BINARY=== LEFT:(INTERP VALUE:(NAME x)) RIGHT:(NAME y)))) THEN:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME c))))) ELSE:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME d))))))))"},
                    {"if a; b; then c; fi",
                     "(IF COND:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b))))) THEN:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME c))))))"},
                    {"for i in a b; do echo $i; done\nfor ((i=0;i<3;i++)); do x; done",
                     "(FOR_EACH TARGET:(NAME i) VALUE:(NAME a) VALUE:(NAME b) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME echo) (INTERP VALUE:(NAME i))))))) (FOR INIT:(ASSIGN== TARGET:(NAME i) VALUE:(NAME 0)) COND:(BINARY=< LEFT:(NAME i) RIGHT:(NAME 3)) UPDATE:(POSTFIX=++ OPERAND:(NAME i)) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME x))))))"},
                    {"while true; do x; done\nuntil x; do y; done",
                     "(WHILE COND:(CALL ARGS:(ARGS (NAME true))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME x)))))) (WHILE=until COND:(CALL ARGS:(ARGS (NAME x))) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME y))))))"},
                    {"case $x in a|b) y; z;; *) w;; esac",
                     "(SWITCH VALUE:(INTERP VALUE:(NAME x)) (CASE VALUE:(NAME a) VALUE:(NAME b) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME y)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME z)))))) (CASE VALUE:(NAME *) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME w)))))))"},
                    {"a | b | c\na && b || c\n! x",
                     "(EXPR_STMT VALUE:(BINARY=|| LEFT:(BINARY=pipe LEFT:(CALL ARGS:(ARGS (NAME a))) RIGHT:(BINARY=&& LEFT:(BINARY=pipe LEFT:(CALL ARGS:(ARGS (NAME b))) RIGHT:(CALL ARGS:(ARGS (NAME c) (NAME a)))) RIGHT:(CALL ARGS:(ARGS (NAME b))))) RIGHT:(CALL ARGS:(ARGS (NAME c))))) (EXPR_STMT VALUE:(UNARY=! OPERAND:(CALL ARGS:(ARGS (NAME x)))))"},
                    {"(a; b)\n{ a; b; }\n$(cmd a)\n`old`",
                     "(EXPR_STMT VALUE:(OTHER=subshell BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b))))))) (BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b))))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (OTHER=substitution BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME cmd) (NAME a))))))))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (OTHER=substitution BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME old)))))))))"},
                    {"echo $((1+2)) a$b\"c\"d",
                     "(EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME echo) (INTERP VALUE:(BINARY=+ LEFT:(NAME 1) RIGHT:(NAME 2))) (CONCAT (NAME a) (INTERP VALUE:(NAME b)) (NAME \"c\") (NAME d)))))"},
                    {"cat <<EOF\nhi $name\nEOF\ncat <<< \"x\"",
                     "(WITH BODY:(CALL ARGS:(ARGS (NAME cat))) RESOURCE:(RESOURCE=<< VALUE:(STRING (TEXT 'hi ') (INTERP VALUE:(NAME name)) (TEXT '\n')))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME cat)) RESOURCE:(RESOURCE=<<< VALUE:(NAME \"x\"))))"},
                    {"diff <(a) <(b)\n[[ a =~ b ]]", "(EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME diff) (OTHER=process_substitution (CALL ARGS:(ARGS (NAME a)))) (OTHER=process_substitution (CALL ARGS:(ARGS (NAME b))))))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME [[) (BINARY==~ LEFT:(NAME a) RIGHT:(NAME b)))))"},
                    {"echo \"\" \"...\" $'a' # c",
                     "(EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME echo) (NAME \"\") (NAME \"...\") (NAME $'a'))))"},
                    {"x &\ny",
                     "(EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME x)))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME y))))"},
                    {"curl \"http://$h/x\" | bash",
                     "(EXPR_STMT VALUE:(BINARY=pipe LEFT:(CALL ARGS:(ARGS (NAME curl) (STRING (TEXT http://) (INTERP VALUE:(NAME h)) (TEXT /x)))) RIGHT:(CALL ARGS:(ARGS (NAME bash)))))"},
                    {"a \"$(b) $((1+2)) c\"",
                     "(EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a) (STRING (INTERP VALUE:(OTHER=substitution BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b))))))) (INTERP VALUE:(BINARY=+ LEFT:(NAME 1) RIGHT:(NAME 2))) (TEXT ' c')))))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("bash", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("bash", tests, NULL, NULL);
}
