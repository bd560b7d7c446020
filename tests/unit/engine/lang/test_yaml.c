/* SPDX-License-Identifier: Apache-2.0 */
/* What each construct of yaml becomes, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"a: 1\nb: \"x y\"\nc: [1.5, true, ~]\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)) (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT 'x y'))) (PAIR KEY:(STRING (TEXT c)) VALUE:(ARRAY (FLOAT 1.5) (BOOL true) (NULL ~))))"},
    {"- a\n- - b\n  - c: d\n",
     "(ARRAY (STRING (TEXT a)) (ARRAY (STRING (TEXT b)) (DICT (PAIR KEY:(STRING (TEXT c)) VALUE:(STRING (TEXT d))))))"},
    {"a: |\n  one\n  two\n\nb: >-\n  three\nc: end\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT 'one\n  two'))) (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT three))) (PAIR KEY:(STRING (TEXT c)) VALUE:(STRING (TEXT end))))"},
    {"# c\na: # d\n  b: c # e\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(DICT (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT c))))))"},
    {"x: &x\n  y: 1\nz: *x\n",
     "(DICT (PAIR KEY:(STRING (TEXT x)) VALUE:(DICT (PAIR KEY:(STRING (TEXT y)) VALUE:(INT 1)))) (PAIR KEY:(STRING (TEXT z)) VALUE:(DICT (PAIR KEY:(STRING (TEXT y)) VALUE:(INT 1)))))"},
    {"x: &x\n  y: *x\nz: &s 1\nt: *s\n",
     "(DICT (PAIR KEY:(STRING (TEXT x)) VALUE:(DICT (PAIR KEY:(STRING (TEXT y)) VALUE:(NAME *x)))) (PAIR KEY:(STRING (TEXT z)) VALUE:(INT 1)) (PAIR KEY:(STRING (TEXT t)) VALUE:(NAME *s)))"},
    {"!Ref a\n", "(CALL CALLEE:(NAME !Ref) VALUE:(STRING (TEXT a)))"},
    {"- !Sub\n    a: 1\n- !!str 1\n",
     "(ARRAY (CALL CALLEE:(NAME !Sub) VALUE:(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)))) (INT 1))"},
    {"{a: 1, \"b\": 'c', d}\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1)) (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT c))) (PAIR KEY:(STRING (TEXT d)) VALUE:(NULL '')))"},
    {"---\na: 1\n---\nb: 2\n...\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(INT 1))) (DICT (PAIR KEY:(STRING (TEXT b)) VALUE:(INT 2)))"},
    {"ä: ö\nü: [é, \"ß\"]\n",
     "(DICT (PAIR KEY:(STRING (TEXT 'ä')) VALUE:(STRING (TEXT 'ö'))) (PAIR KEY:(STRING (TEXT 'ü')) VALUE:(ARRAY (STRING (TEXT 'é')) (STRING (TEXT 'ß')))))"},
    {"a:\nb:\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(NULL '')) (PAIR KEY:(STRING (TEXT b)) VALUE:(NULL '')))"},
    {"a: b\nc: [1\nd: 2\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT b))) (PAIR KEY:(STRING (TEXT c)) VALUE:(ARRAY (STRING (TEXT '1\nd')) (ERROR))))"},
    {"a: \"\\x41\"\n? [k]\n: v\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT \\x41))) (PAIR KEY:(ARRAY (STRING (TEXT k))) VALUE:(STRING (TEXT v))))"},
    {"", ""},
    {"a: 0x1F\nb: 1.2.3\nc: -1\n",
     "(DICT (PAIR KEY:(STRING (TEXT a)) VALUE:(STRING (TEXT 0x1F))) (PAIR KEY:(STRING (TEXT b)) VALUE:(STRING (TEXT 1.2.3))) (PAIR KEY:(STRING (TEXT c)) VALUE:(INT -1)))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("yaml", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
