/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of xml become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"<a>\n  <b/>\n  ...\n</a>",
     "expr (ELEMENT NAME:(NAME a) BODY:(ELEMENT NAME:(NAME b)) BODY:(DOTS ...))"},
    {"a=\"true\"", "part (KWARG NAME:(NAME a) VALUE:(STRING (TEXT true)))"},
    {"<a x=\"$X\" />",
     "expr (ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME x) VALUE:(STRING (TEXT $X))))"},
    {"<a>$X</a>", "expr (ELEMENT NAME:(NAME a) BODY:(MVAR $X))"},
    {"<$T ... x=$V ...>...</$T>",
     "expr (ELEMENT NAME:(MVAR $T) ATTR:(DOTS ...) ATTR:(KWARG NAME:(NAME x) VALUE:(STRING (TEXT $V))) ATTR:(DOTS ...) BODY:(DOTS ...))"},
    {"$A=\"$V\"", "part (KWARG NAME:(MVAR $A) VALUE:(STRING (TEXT $V)))"},
    {"<a ...>$...REST</a>",
     "expr (ELEMENT NAME:(NAME a) ATTR:(DOTS ...) BODY:(MVAR_MANY $...REST))"},
    {"<a",
     "2: this is not xml: each element has its end; tried to read it as an attribute, elements"},
    {"<a $X=\"1\"/>",
     "expr (ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(MVAR $X) VALUE:(STRING (TEXT 1))))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("xml", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("xml_pattern", tests, NULL, NULL);
}
