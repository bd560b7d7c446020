/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule_internal.h"

#include "engine/match/need.h"
#include "support/match_text.h"
#include "support/test.h"

/* Under labels A and B: `a` and `b` give them, `p` turns any into C, which nothing else gives. */
#define RULE(requires)                                                                             \
    "rules:\n"                                                                                     \
    "  - id: r\n"                                                                                  \
    "    languages: [python]\n"                                                                    \
    "    severity: INFO\n"                                                                         \
    "    message: m\n"                                                                             \
    "    mode: taint\n"                                                                            \
    "    pattern-sources:\n"                                                                       \
    "      - {label: A, pattern: a()}\n"                                                           \
    "      - {label: B, pattern: b()}\n"                                                           \
    "      - {label: B, pattern: bb()}\n"                                                          \
    "    pattern-propagators:\n"                                                                   \
    "      - {label: C, pattern: 'p($X, $Y)', from: $X, to: $Y}\n"                                 \
    "    pattern-sinks:\n"                                                                         \
    "      - " requires "pattern: s(...)}\n"

static const struct {
    const char *rule;
    const char *text;
    bool is_met;
} cases[] = {
    {RULE("{"), "a s", true},
    {RULE("{"), "a", false},
    {RULE("{"), "s", false},
    {RULE("{requires: A, "), "a s", true},
    {RULE("{requires: A, "), "b s", false},
    {RULE("{requires: A and B, "), "a b s", true},
    {RULE("{requires: A and B, "), "a bb s", true},
    {RULE("{requires: A and B, "), "a s", false},
    {RULE("{requires: A or B, "), "b s", true},
    {RULE("{requires: B and not A, "), "b s", true},
    {RULE("{requires: B and not A, "), "a s", false},
    {RULE("{requires: not A, "), "a s", true},
    {RULE("{requires: C, "), "a p s", true},
    {RULE("{requires: C, "), "a s", false},
    {RULE("{requires: D, "), "a s", true}, /* given by nobody here: nothing is known of it */
    {RULE("{requires: A and D, "), "b s", false},
    {RULE("{requires: (A or C) and B, "), "a b s", true},
    {RULE("{requires: (A or C) and B, "), "b s", false},
    /* A sink that requires nothing is enough. */
    {RULE("{requires: A, pattern: t()}\n      - {"), "b s", true},
    {RULE("{requires: A, pattern: t()}\n      - {"), "b t", false},
};

static void a_sink_needs_what_gives_the_labels_that_it_requires(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_rule_set set = {0};
        uint64_t words[16] = {0};
        assert_ok(pv_rule_set_read(&set, PV_STR("r.yaml"), pv_str_of(cases[i].rule), NULL));
        assert_int_equal(set.problems.n, 0);
        assert_int_equal(set.rules.n, 1);
        words_of_text(pv_str_of(cases[i].text), NULL, &set.vocab, words);
        print_message("%s in %s\n", strstr(cases[i].rule, "sinks:"), cases[i].text);
        assert_int_equal(pv_need_is_met(&set.rules.p[0]->parts[0].needs, 0, words),
                         cases[i].is_met);
        pv_rule_set_clear(&set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sink_needs_what_gives_the_labels_that_it_requires),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
