/* SPDX-License-Identifier: Apache-2.0 */
/* What each construct of xml becomes, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"<?xml version=\"1.0\"?>\n<!-- c --><a b=\"c\" d='e'> t <x/></a>",
     "(ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME b) VALUE:(STRING (TEXT c))) ATTR:(KWARG NAME:(NAME d) VALUE:(STRING (TEXT e))) BODY:(TEXT t) BODY:(ELEMENT NAME:(NAME x)))"},
    {"<a></a>", "(ELEMENT NAME:(NAME a))"},
    {"<a><b>1</b><b/></a>",
     "(ELEMENT NAME:(NAME a) BODY:(ELEMENT NAME:(NAME b) BODY:(TEXT 1)) BODY:(ELEMENT NAME:(NAME b)))"},
    {"<a", "(ELEMENT NAME:(NAME a))"},
    {"<a b=\"&lt;\"/>",
     "(ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME b) VALUE:(STRING (TEXT &lt;))))"},
    {"", "(ERROR)"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    check_lang_cases("xml", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
