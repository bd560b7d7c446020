/* SPDX-License-Identifier: Apache-2.0 */
/* What C++'s patterns become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"$X", "expr (MVAR $X)"},
    {"std::$F(...)",
     "expr (CALL CALLEE:(ACCESS OBJECT:(NAME std) FIELD:(MVAR $F)) ARGS:(ARGS (DOTS ...)))"},
    {"new $T(...)", "expr (NEW TYPE:(MVAR $T) ARGS:(ARGS (DOTS ...)))"},
    {"delete $X;", "stmts (EXPR_STMT; VALUE:(DELETE VALUE:(MVAR $X)))"},
    {"$T $X = $V;", "stmts (VAR; TYPE:(MVAR $T) TARGET:(MVAR $X) VALUE:(MVAR $V))"},
    {"class $C { ... };", "stmts (CLASS NAME:(MVAR $C) BODY:(CLASS_BODY (DOTS ...)))"},
    {"for (auto $X : $Y) { ... }",
     "stmts (FOR_EACH TYPE:(TYPE auto) TARGET:(MVAR $X) VALUE:(MVAR $Y) BODY:(BLOCK (DOTS ...)))"},
    {"try { ... } catch ($T $E) { ... }",
     "stmts (TRY BODY:(BLOCK (DOTS ...)) CATCH:(CATCH TYPE:(MVAR $T) TARGET:(MVAR $E) "
     "BODY:(BLOCK (DOTS ...))))"},
    {"[...](...) { ... }", "expr (LAMBDA PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK (DOTS ...)))"},
    {"void $F(...) { ... }",
     "stmts (FUNC RESULT:(TYPE void) NAME:(MVAR $F) PARAMS:(PARAMS (DOTS ...)) BODY:(BLOCK "
     "(DOTS ...)))"},
    {"$X->$F(...)",
     "expr (CALL CALLEE:(ACCESS=-> OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS (DOTS ...)))"},
    {"std::string $X;", "stmts (VAR; TYPE:(TYPE std::string) TARGET:(MVAR $X))"},
    {"(std::string $X).c_str()",
     "expr (CALL CALLEE:(ACCESS=. OBJECT:(TYPED TYPE:(TYPE std::string) TARGET:(MVAR $X)) "
     "FIELD:(NAME c_str)) ARGS:(ARGS))"},
    {"using namespace $N;", "stmts (IMPORT MODULE:(MVAR $N) ITEM:(STAR $N))"},
    {"throw $X;", "stmts (THROW; VALUE:(MVAR $X))"},
};

static void reads_cpp_patterns(void **state)
{
    (void)state;
    check_pattern_cases("cpp", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_cpp_patterns),
    };
    return cmocka_run_group_tests_name("cpp patterns", tests, NULL, NULL);
}
