/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of Bash become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"echo ...", "expr (CALL ARGS:(ARGS (NAME echo) (DOTS ...)))"},
    {"echo $...ARGS hello",
     "expr (CALL ARGS:(ARGS (NAME echo) (MVAR_MANY $...ARGS) (NAME hello)))"},
    {"foo $X 2", "expr (CALL ARGS:(ARGS (NAME foo) (MVAR $X) (NAME 2)))"},
    {"$CMD foo bar", "expr (CALL ARGS:(ARGS (MVAR $CMD) (NAME foo) (NAME bar)))"},
    {"... $(...) ...",
     "expr (CALL ARGS:(ARGS (DOTS ...) (OTHER=substitution BODY:(BLOCK (DOTS ...))) (DOTS ...)))"},
    {"... ...${$VAR}... ...",
     "expr (CALL ARGS:(ARGS (DOTS ...) (CONCAT (DOTS ...) (INTERP VALUE:(MVAR $VAR)) (DOTS ...)) (DOTS ...)))"},
    {"declare -r $VAR=...", "expr (ASSIGN== TARGET:(MVAR $VAR) VALUE:(DOTS ...))"},
    {"$X=42", "expr (ASSIGN== TARGET:(MVAR $X) VALUE:(NAME 42))"},
    {"if ...; then\n  ...\nelse\n  ...\nfi",
     "stmts (IF COND:(DOTS ...) THEN:(BLOCK (DOTS ...)) ELSE:(BLOCK (DOTS ...)))"},
    {"while ...; do\n  echo\ndone",
     "stmts (WHILE COND:(DOTS ...) BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME echo))))))"},
    {"$FILE=''\ntouch \"${$FILE}\"",
     "stmts (EXPR_STMT VALUE:(ASSIGN== TARGET:(MVAR $FILE) VALUE:(NAME ''))) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME touch) (STRING (INTERP VALUE:(MVAR $FILE))))))"},
    {"\"hello\" world", "expr (CALL ARGS:(ARGS (NAME \"hello\") (NAME world)))"},
    {"\"hello $X\"", "expr (CALL ARGS:(ARGS (STRING (TEXT 'hello ') (INTERP VALUE:(MVAR $X)))))"},
    {"\"$X\"", "expr (CALL ARGS:(ARGS (MVAR \"$X\")))"},
    {"... || ...", "expr (BINARY=|| LEFT:(DOTS ...) RIGHT:(DOTS ...))"},
    {"(...)", "part (OTHER=subshell BODY:(BLOCK (DOTS ...)))"},
    {"curl ... | bash",
     "expr (BINARY=pipe LEFT:(CALL ARGS:(ARGS (NAME curl) (DOTS ...))) RIGHT:(CALL ARGS:(ARGS (NAME bash))))"},
    {"for $X in ...; do\n  ...\ndone",
     "stmts (FOR_EACH TARGET:(MVAR $X) VALUE:(DOTS ...) BODY:(BLOCK (DOTS ...)))"},
    {"$F() { ... }", "stmts (FUNC NAME:(MVAR $F) BODY:(BLOCK (DOTS ...)))"},
    {"eval \"...\"", "expr (CALL ARGS:(ARGS (NAME eval) (STRING (DOTS \"...\") (DOTS \"...\"))))"},
    {"a\n...\nb",
     "stmts (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME a)))) (DOTS ...) (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME b))))"},
    {"rm -rf $X", "expr (CALL ARGS:(ARGS (NAME rm) (NAME -rf) (MVAR $X)))"},
    {"$X", "expr (MVAR $X)"},
    {"echo $lower $1 $@",
     "expr (CALL ARGS:(ARGS (NAME echo) (INTERP VALUE:(NAME lower)) (INTERP VALUE:(NAME 1)) (INTERP VALUE:(NAME @))))"},
    {"case $X in\n  ...\nesac",
     "10: this is not bash: every quote, bracket and block is closed; tried to read it as commands, a header without its body"},
    {"cmd > $OUT",
     "stmts (WITH BODY:(CALL ARGS:(ARGS (NAME cmd))) RESOURCE:(RESOURCE=> VALUE:(MVAR $OUT)))"},
    {"if [ -z $X ]; then",
     "stmts (IF COND:(CALL ARGS:(ARGS (NAME [) (UNARY=-z OPERAND:(NAME -z) OPERAND:(MVAR $X)))))"},
    {"$(",
     "2: this is not bash: every quote, bracket and block is closed; tried to read it as commands, a header without its body"},
    {"bash -c \"$(curl ...)\"",
     "expr (CALL ARGS:(ARGS (NAME bash) (NAME -c) (STRING (INTERP VALUE:(OTHER=substitution BODY:(BLOCK (EXPR_STMT VALUE:(CALL ARGS:(ARGS (NAME curl) (DOTS ...))))))))))"},
    {"... ${$VAR} ...", "expr (CALL ARGS:(ARGS (DOTS ...) (INTERP VALUE:(MVAR $VAR)) (DOTS ...)))"},
    {"... \"$(...)\" ...",
     "expr (CALL ARGS:(ARGS (DOTS ...) (STRING (INTERP VALUE:(OTHER=substitution BODY:(BLOCK (DOTS ...))))) (DOTS ...)))"},
    {"$F() {\n  ...\n  $X\n}",
     "stmts (FUNC NAME:(MVAR $F) BODY:(BLOCK (DOTS ...) (EXPR_STMT VALUE:(MVAR $X))))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("bash", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("bash_pattern", tests, NULL, NULL);
}
