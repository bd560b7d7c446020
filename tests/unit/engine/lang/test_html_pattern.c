/* SPDX-License-Identifier: Apache-2.0 */
/* What patterns of html become, a line each. */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"<script ... src=\"$SRC\" ...>...</script>",
     "expr (ELEMENT NAME:(NAME script) ATTR:(DOTS ...) ATTR:(KWARG NAME:(NAME src) VALUE:(STRING (TEXT $SRC))) ATTR:(DOTS ...) BODY:(DOTS ...))"},
    {"<script ...>$...JS</script>",
     "expr (ELEMENT NAME:(NAME script) ATTR:(DOTS ...) BODY:(MVAR_MANY $...JS))"},
    {"<input ... type=\"password\" ... />",
     "expr (ELEMENT NAME:(NAME input) ATTR:(DOTS ...) ATTR:(KWARG NAME:(NAME type) VALUE:(STRING (TEXT password))) ATTR:(DOTS ...))"},
    {"<a href=$X>...</a>",
     "expr (ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(NAME href) VALUE:(STRING (TEXT $X))) BODY:(DOTS ...))"},
    {"a=\"b\"", "part (KWARG NAME:(NAME a) VALUE:(STRING (TEXT b)))"},
    {"<a $X>...</a>", "expr (ELEMENT NAME:(NAME a) ATTR:(KWARG NAME:(MVAR $X)) BODY:(DOTS ...))"},
};

static void reads_each_pattern(void **state)
{
    (void)state;
    check_pattern_cases("html", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_pattern),
    };
    return cmocka_run_group_tests_name("html_pattern", tests, NULL, NULL);
}
