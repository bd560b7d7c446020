/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "engine/taint/format.h"
#include "support/test.h"

struct example {
    bool has_braces;
    const char *text;
    const char *pieces; /* places as <number> or <name>, ended by "!" where it can't be read on */
};

static const struct example examples[] = {
    {false, "", ""},
    {false, "a", "a|"},
    {false, "a%sb%d", "a|<0>b|<1>"},
    {false, "%-8.3f|%+d", "<0>||<1>"},
    {false, "%2$s%1$s", "<1><0>"},
    {false, "100%%", "100|%|"},
    {false, "%(name)s/", "<name>/|"},
    {false, "%<name>s%{name}", "<name><name>"},
    {false, "%lld%zu", "<0><1>"},
    {false, "a%", "a|!"},
    {false, "a% ", "a|!"},
    {false, "%(name", "<name>"},
    {true, "{}/{}", "<0>/|<1>"},
    {true, "{1}{0}", "<1><0>"},
    {true, "{name}{name!r:>8}{0:x}", "<name><name><0>"},
    {true, "{{}}", "{|}}|"},
    {true, "a{", "a|!"},
    {true, "%s", "%s|"},
    {true, "{99999999999999999999}", "<9999>"},
};

static void reads_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(examples); i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        struct pv_format format = {.rest = pv_str_of(examples[i].text),
                                   .has_braces = examples[i].has_braces};
        struct pv_format_piece piece = {0};
        while (pv_format_next(&format, &piece)) {
            if (piece.text.n)
                pv_buf_format(&out, "%.*s|", PV_STR_FMT(piece.text));
            else if (piece.name.n)
                pv_buf_format(&out, "<%.*s>", PV_STR_FMT(piece.name));
            else
                pv_buf_format(&out, "<%zu>", piece.number);
        }
        if (format.rest.n)
            pv_buf_add(&out, PV_STR("!"));
        if (!pv_str_eq(pv_buf_str(&out), pv_str_of(examples[i].pieces)))
            fail_msg("%s is read as %.*s", examples[i].text, PV_STR_FMT(pv_buf_str(&out)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
