/* SPDX-License-Identifier: Apache-2.0 */
#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"os.execute(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(NAME os) FIELD:(NAME execute)) ARGS:(ARGS (DOTS ...)))"},
    {"$O:query($Q)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(MVAR $O) FIELD:(NAME query)) ARGS:(ARGS (MVAR $Q)))"},
    {"local $X = f(...)",
     "stmts (VAR MODIFIER:(MODIFIER local) TARGET:(MVAR $X) VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS (DOTS ...))))"},
    {"function $F(..., $A) ... end",
     "stmts (FUNC NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...) (PARAM TARGET:(MVAR $A))) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"$X = f()\n...\ng($X)",
     "stmts (EXPR_STMT VALUE:(ASSIGN== TARGET:(MVAR $X) VALUE:(CALL CALLEE:(NAME f) "
     "ARGS:(ARGS)))) (DOTS ...) (EXPR_STMT VALUE:(CALL CALLEE:(NAME g) ARGS:(ARGS (MVAR $X))))"},
    {"{..., verify = $V}", "expr (DICT (DOTS ...) (PAIR KEY:(NAME verify) VALUE:(MVAR $V)))"},
    {"\"...\" .. $X", "expr (BINARY=.. LEFT:(STRING (TEXT ...)) RIGHT:(MVAR $X))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("lua", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("lua_pattern", tests, NULL, NULL);
}
