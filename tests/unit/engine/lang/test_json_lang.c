/* SPDX-License-Identifier: Apache-2.0 */
/* What each construct of json becomes, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"{\"a\": [1, -2.5e3, true, null], 'b': \"x\\\"y\", c: {}}",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(ARRAY (INT 1) (FLOAT -2.5e3) (BOOL true) (NULL null))) (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT x\\\"y))) (PAIR KEY:(NAME c) VALUE:(DICT)))"},
    {"// c\n[1, 2,] /* d */", "(ARRAY (INT 1) (INT 2))"},
    {"[1, }, 2]", "(ARRAY (INT 1) (ERROR) (INT 2))"},
    {"{\"a\" 1, \"b\": 2}", "(DICT (ERROR) (ERROR) (PAIR KEY:(STRING (TEXT b)) VALUE:(INT 2)))"},
    {"[\"x\n]", "(ARRAY (ERROR))"},
    {"{\"a\": ", "(DICT (PAIR KEY:(STRING (TEXT a)) (ERROR)))"},
    {"\"x\" 1", "(STRING (TEXT x)) (INT 1)"},
    {"", ""},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("json", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("json_lang", tests, NULL, NULL);
}
