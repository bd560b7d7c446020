/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of json become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"{..., \"a\": $X, ...}",
     "expr (DICT (DOTS ...) (PAIR KEY:(STRING (TEXT a)) VALUE:(MVAR $X)) (DOTS ...))"},
    {"\"foo\": $X", "part (PAIR KEY:(STRING (TEXT foo)) VALUE:(MVAR $X))"},
    {"\"foo\": {...}", "part (PAIR KEY:(STRING (TEXT foo)) VALUE:(DICT (DOTS ...)))"},
    {"[..., \"x\", $...REST]", "expr (ARRAY (DOTS ...) (STRING (TEXT x)) (MVAR_MANY $...REST))"},
    {"{\"$K\": \"$V\"}", "expr (DICT (PAIR KEY:(STRING (TEXT $K)) VALUE:(STRING (TEXT $V))))"},
    {"$X", "expr (MVAR $X)"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"{...",
     "4: this is not json: every quote and bracket is closed; tried to read it as a value or an entry"},
    {"\"a\": 1, \"b\": 2",
     "stmts (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)) (PAIR KEY:(STRING (TEXT b)) VALUE:(INT 2))"},
    {"$KEY: \"=~/x/\"", "part (PAIR KEY:(MVAR $KEY) VALUE:(STRING (TEXT =~/x/)))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("json", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("json_lang_pattern", tests, NULL, NULL);
}
