/* SPDX-License-Identifier: Apache-2.0 */
#include "support/flow_case.h"

#include "engine/scan/scan.h"

static bool is_found(const struct pv_scan_result *result, uint32_t line)
{
    for (size_t i = 0; i < result->n_findings; i++)
        if (result->findings[i].start.line == line)
            return true;
    return false;
}

void check_flow_case(const char *rule, const struct flow_case *it)
{
    struct pv_arena mem = {0};
    struct pv_rule_set rules = {0};
    struct pv_scan_result result = {0};
    struct pv_targets targets = {0};
    struct pv_scan_options options = {.rules = &rules, .threads = 1};
    struct pv_str text = {0};
    struct pv_str rest = pv_str_of(it->code);
    struct pv_str line = {0};
    assert_ok(pv_str_format(&mem, &text, NULL, "%s  languages: [%s]\n", rule, it->lang));
    assert_ok(pv_rule_set_read(&rules, PV_STR("r.yaml"), text, NULL));
    assert_ok(pv_targets_add_text(&mem, &targets, pv_str_of(it->path), rest, NULL));
    assert_ok(pv_scan_run(&options, &targets, &result, NULL));
    for (uint32_t number = 1; pv_str_split(&rest, '\n', &line); number++) {
        bool is_hit = pv_str_find(line, PV_STR("HIT"), 0) != SIZE_MAX;
        if (is_found(&result, number) != is_hit)
            fail_msg("%s:%u should%s be found: %.*s", it->path, number, is_hit ? "" : " not",
                     PV_STR_FMT(line));
    }
    pv_scan_result_clear(&result);
    pv_rule_set_clear(&rules);
    pv_arena_clear(&mem);
}
