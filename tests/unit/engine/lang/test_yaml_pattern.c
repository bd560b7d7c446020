/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of yaml become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"a: $X", "part (PAIR KEY:(STRING (TEXT a)) VALUE:(MVAR $X))"},
    {"$K: ...", "part (PAIR KEY:(MVAR $K) VALUE:(DOTS ...))"},
    {"a:\n  ...\n  b: $X\n  ...",
     "part (PAIR KEY:(STRING (TEXT a)) VALUE:(DICT (DOTS ...) (PAIR KEY:(STRING (TEXT b)) VALUE:(MVAR $X)) (DOTS ...)))"},
    {"...\n- id: $X\n  ...\n...",
     "expr (ARRAY (DOTS ...) (DICT (PAIR KEY:(STRING (TEXT id)) VALUE:(MVAR $X)) (DOTS ...)) (DOTS ...))"},
    {"a: [..., \"x\", ...]",
     "part (PAIR KEY:(STRING (TEXT a)) VALUE:(ARRAY (DOTS ...) (STRING (TEXT x)) (DOTS ...)))"},
    {"lang:\n  ...\n  - ocaml\n  ...",
     "part (PAIR KEY:(STRING (TEXT lang)) VALUE:(ARRAY (DOTS ...) (STRING (TEXT ocaml)) (DOTS ...)))"},
    {"\"...\"", "expr (STRING (TEXT ...))"},
    {"$X", "expr (MVAR $X)"},
    {"!$T $X", "expr (CALL CALLEE:(MVAR !$T) VALUE:(MVAR $X))"},
    {"a: \"$X\"\nb: 1",
     "expr (DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT $X))) (PAIR KEY:(STRING (TEXT b)) VALUE:(INT 1)))"},
    {"{a: 1, ...}", "expr (DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)) (DOTS ...))"},
    {"- name: $X", "expr (ARRAY (DICT (PAIR KEY:(STRING (TEXT name)) VALUE:(MVAR $X))))"},
    {"a: \"=~/x/\"", "part (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT =~/x/)))"},
    {"$...X\na: 1", "expr (DICT (MVAR_MANY $...X) (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)))"},
    {"a: [",
     "4: this is not yaml: entries and items stand below each other, `...` among them; tried to read it as YAML"},
    {"# only\n...",
     "7: this is not yaml: entries and items stand below each other, `...` among them; tried to read it as YAML"},
    {"jobs:\n  ...\n  $J:\n    ...\n    steps:\n      ...\n      - run: $R\n        ...\n      ...",
     "part (PAIR KEY:(STRING (TEXT jobs)) VALUE:(DICT (DOTS ...) (PAIR KEY:(MVAR $J) VALUE:(DICT (DOTS ...) (PAIR KEY:(STRING (TEXT steps)) VALUE:(ARRAY (DOTS ...) (DICT (PAIR KEY:(STRING (TEXT run)) VALUE:(MVAR $R)) (DOTS ...)) (DOTS ...)))))))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("yaml", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("yaml_pattern", tests, NULL, NULL);
}
