/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code, through four rules. A sink that is reached is still reached with one more
 * source; none is reached with a sanitizer that is not reached without it; and a
 * closed rule finds every sink that the same rule finds open. The last byte
 * chooses the language.
 */
#include "support/fuzz.h"

#include "engine/scan/scan.h"

enum { STEPS = 100000, MS = 2000 };

#define RULE(id, more)                                                                             \
    "  - id: " id "\n"                                                                             \
    "    languages: [python, javascript, java]\n"                                                  \
    "    severity: INFO\n"                                                                         \
    "    message: flows\n"                                                                         \
    "    mode: taint\n"                                                                            \
    "    pattern-sinks: [pattern: sink(...)]\n" more

static const char rules_text[] =
    "rules:\n" RULE("plain", "    pattern-sources: [pattern: source(...)]\n")
        RULE("more", "    pattern-sources: [pattern: source(...), pattern: other(...)]\n")
            RULE("cleaned", "    pattern-sources: [pattern: source(...)]\n"
                            "    pattern-sanitizers: [pattern: clean(...)]\n")
                RULE("closed", "    pattern-sources: [pattern: source(...)]\n"
                               "    options: {taint_closed: true}\n");

static bool is_of(const struct pv_finding *finding, const char *rule)
{
    return pv_str_eq(finding->rule->id, pv_str_of(rule));
}

static bool has(const struct pv_scan_result *result, const char *rule,
                const struct pv_finding *wanted)
{
    for (size_t i = 0; i < result->n_findings; i++) {
        const struct pv_finding *at = &result->findings[i];
        if (is_of(at, rule) && at->start.offset == wanted->start.offset &&
            at->end.offset == wanted->end.offset)
            return true;
    }
    return false;
}

static void check(const struct pv_scan_result *result)
{
    for (size_t i = 0; i < result->n_findings; i++) {
        const struct pv_finding *finding = &result->findings[i];
        pv_assert(finding->n_steps >= 2);
        if (is_of(finding, "cleaned"))
            pv_assert(has(result, "plain", finding));
        if (is_of(finding, "plain")) {
            pv_assert(has(result, "more", finding));
            pv_assert(has(result, "closed", finding));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"a.py", "a.js", "a.java"};
    struct pv_arena mem = {0};
    struct pv_rule_set rules = {0};
    struct pv_targets targets = {0};
    struct pv_scan_result result = {0};
    struct pv_str name = pv_str_of(names[size ? data[size - 1] % 3 : 0]);
    struct pv_scan_options options = {.rules = &rules,
                                      .threads = 1,
                                      .rule_steps = STEPS,
                                      .file_timeout_ms = MS,
                                      .tries_every_rule = true};
    pv_assert(pv_is_ok(pv_rule_set_read(&rules, PV_STR("fuzz.yaml"), pv_str_of(rules_text), NULL)));
    pv_assert(rules.problems.n == 0);
    if (pv_is_ok(pv_targets_add_text(&mem, &targets, name, fuzz_text(data, size), NULL)) &&
        pv_is_ok(pv_scan_run(&options, &targets, &result, NULL)) && result.n_files == 1 &&
        (result.files[0].outcome == PV_OUTCOME_PARSED ||
         result.files[0].outcome == PV_OUTCOME_PARTLY))
        check(&result);
    pv_scan_result_clear(&result);
    pv_rule_set_clear(&rules);
    pv_arena_clear(&mem);
    return 0;
}
