/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of Dockerfiles become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"FROM $IMAGE", "expr (CALL CALLEE:(NAME FROM) ARGS:(ARGS (MVAR $IMAGE)))"},
    {"FROM $NAME:$TAG AS $ALIAS",
     "expr (CALL CALLEE:(NAME FROM) KEY:(MVAR $TAG) ALIAS:(MVAR $ALIAS) ARGS:(ARGS (MVAR $NAME)))"},
    {"FROM $NAME@$DIGEST",
     "expr (CALL CALLEE:(NAME FROM) DEFAULT:(MVAR $DIGEST) ARGS:(ARGS (MVAR $NAME)))"},
    {"FROM a\n...\nUSER $U",
     "stmts (EXPR_STMT VALUE:(CALL CALLEE:(NAME FROM) ARGS:(ARGS (NAME a)))) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(NAME USER) ARGS:(ARGS (MVAR $U))))"},
    {"RUN ...", "expr (CALL CALLEE:(NAME RUN) ARGS:(ARGS (DOTS ...)))"},
    {"RUN $X", "expr (CALL CALLEE:(NAME RUN) ARGS:(ARGS (MVAR $X)))"},
    {"RUN apt-get install $...PKGS",
     "expr (CALL CALLEE:(NAME RUN) ARGS:(ARGS (DEEP (CALL ARGS:(ARGS (NAME apt-get) (NAME install) (MVAR_MANY $...PKGS))))))"},
    {"RUN [...]", "expr (CALL CALLEE:(NAME RUN) ARGS:(ARGS (ARRAY (DOTS ...))))"},
    {"RUN [$X, \"b\"]",
     "expr (CALL CALLEE:(NAME RUN) ARGS:(ARGS (ARRAY (MVAR $X) (STRING (TEXT b)))))"},
    {"CMD $...ARGS", "expr (CALL CALLEE:(NAME CMD) ARGS:(ARGS (MVAR_MANY $...ARGS)))"},
    {"CMD [\"...\", $X]",
     "expr (CALL CALLEE:(NAME CMD) ARGS:(ARGS (ARRAY (STRING (TEXT ...)) (MVAR $X))))"},
    {"ENV $K=$V",
     "expr (CALL CALLEE:(NAME ENV) ARGS:(ARGS (ASSIGN== TARGET:(MVAR $K) VALUE:(MVAR $V))))"},
    {"ENV ...", "expr (CALL CALLEE:(NAME ENV) ARGS:(ARGS (DOTS ...)))"},
    {"ENV A \"...\"",
     "expr (CALL CALLEE:(NAME ENV) ARGS:(ARGS (ASSIGN== TARGET:(NAME A) VALUE:(NAME \"...\"))))"},
    {"ARG $X=$Y", "expr (CALL CALLEE:(NAME ARG) ARGS:(ARGS (MVAR $X) (MVAR $Y)))"},
    {"LABEL $K=$V",
     "expr (CALL CALLEE:(NAME LABEL) ARGS:(ARGS (RECORD (PAIR KEY:(MVAR $K) VALUE:(MVAR $V)))))"},
    {"LABEL ...", "expr (CALL CALLEE:(NAME LABEL) ARGS:(ARGS (RECORD (DOTS ...))))"},
    {"COPY --from=$X $A ... $B",
     "expr (CALL CALLEE:(NAME COPY) ATTR:(ATTR VALUE:(KWARG NAME:(NAME from) VALUE:(MVAR $X))) ARGS:(ARGS (MVAR $A) (DOTS ...) (MVAR $B)))"},
    {"RUN --mount=type=$T echo",
     "expr (CALL CALLEE:(NAME RUN) ATTR:(ATTR VALUE:(KWARG NAME:(NAME mount) VALUE:(RECORD (PAIR KEY:(NAME type) VALUE:(MVAR $T))))) ARGS:(ARGS (DEEP (CALL ARGS:(ARGS (NAME echo))))))"},
    {"HEALTHCHECK ... CMD ...",
     "expr (CALL CALLEE:(NAME HEALTHCHECK) ARGS:(ARGS (CALL CALLEE:(NAME CMD) ARGS:(ARGS (DOTS ...)))))"},
    {"ONBUILD RUN ls",
     "expr (CALL CALLEE:(NAME ONBUILD) ARGS:(ARGS (CALL CALLEE:(NAME RUN) ARGS:(ARGS (DEEP (CALL ARGS:(ARGS (NAME ls))))))))"},
    {"USER ${$U}:${G}",
     "expr (CALL CALLEE:(NAME USER) ARGS:(ARGS (CONCAT (INTERP VALUE:(MVAR $U)) (NAME :) (INTERP VALUE:(NAME G)))))"},
    {"WORKDIR /home/$D",
     "expr (CALL CALLEE:(NAME WORKDIR) ARGS:(ARGS (CONCAT (NAME /home/) (MVAR $D))))"},
    {"$INSTR", "expr (MVAR $INSTR)"},
    {"curl ... | sh",
     "expr (BINARY=pipe LEFT:(CALL ARGS:(ARGS (NAME curl) (DOTS ...))) RIGHT:(CALL ARGS:(ARGS (NAME sh))))"},
    {"foo \"...\"", "expr (CALL ARGS:(ARGS (NAME foo) (STRING (DOTS \"...\") (DOTS \"...\"))))"},
    {"$CMD a", "expr (CALL ARGS:(ARGS (MVAR $CMD) (NAME a)))"},
    {"EXPOSE ... 22 ...",
     "expr (CALL CALLEE:(NAME EXPOSE) ARGS:(ARGS (DOTS ...) (NAME 22) (DOTS ...)))"},
    {"NOPE", "expr (CALL ARGS:(ARGS (NAME NOPE)))"},
    {"RUN (a",
     "5: this is not dockerfile: each line begins with an instruction, or is a command of a shell; tried to read it as instructions or commands"},
    {"user root", "expr (CALL CALLEE:(NAME user) ARGS:(ARGS (NAME root)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("dockerfile", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("dockerfile_pattern", tests, NULL, NULL);
}
