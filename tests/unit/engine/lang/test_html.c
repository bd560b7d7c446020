/* SPDX-License-Identifier: Apache-2.0 */
/* What each construct of html becomes, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"<!DOCTYPE html><a b=\"c\" d=e f>t <br></a>",
     "(ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME b) VALUE:(STRING (TEXT c))) ATTR:(KWARG NAME:(NAME d) VALUE:(STRING (TEXT e))) ATTR:(KWARG NAME:(NAME f)) BODY:(TEXT t) BODY:(ELEMENT NAME:(NAME br)))"},
    {"<script src=\"x\">if (a < b) c();</script>",
     "(ELEMENT NAME:(NAME script) ATTR:(KWARG NAME:(NAME src) VALUE:(STRING (TEXT x))) BODY:(TEXT 'if (a < b) c();'))"},
    {"<style>a {}</style>", "(ELEMENT NAME:(NAME style) BODY:(TEXT 'a {}'))"},
    {"<p>one<p>two",
     "(ELEMENT NAME:(NAME p) BODY:(TEXT one)) (ELEMENT NAME:(NAME p) BODY:(TEXT two))"},
    {"</a>", "(ERROR (ERROR))"},
    {"<input/>", "(ELEMENT NAME:(NAME input))"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("html", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
