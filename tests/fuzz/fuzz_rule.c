/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that are taken can run; each problem says what is wrong, and where in the file. */
#include "engine/rule/rule.h"

#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20 };

static size_t count_lines(struct pv_str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.p[i] == '\n' || text.p[i] == '\r';
    return n;
}

static void check_rule(const struct pv_rule *rule, size_t lines)
{
    pv_assert(rule->id.n > 0 && rule->check_id.n >= rule->id.n);
    pv_assert(rule->severity_text.n > 0);
    pv_assert(rule->line >= 1 && rule->line <= lines);
    pv_assert(rule->n_parts > 0);
    for (size_t i = 0; i < rule->n_parts; i++)
        pv_assert(rule->parts[i].formula && rule->parts[i].needs.list.n > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_rule_set set = {.mem = {.limit_bytes = MEMORY_MAX}};
    struct pv_err err = {0};
    struct pv_str text = fuzz_text(data, size);
    size_t lines = count_lines(text);
    struct pv_result result = pv_rule_set_read(&set, PV_STR("a/rule.yaml"), text, &err);
    pv_assert(pv_is_ok(result) || result.code == PV_NO_MEMORY);
    for (size_t i = 0; i < set.rules.n; i++)
        check_rule(set.rules.p[i], lines);
    if (pv_is_ok(result))
        pv_assert(set.problems.n >= set.n_unsupported + set.n_broken);
    PV_VEC_EACH (const struct pv_rule_problem, problem, &set.problems) {
        if (!pv_is_ok(result))
            break;
        pv_assert(problem->text.n > 0);
        pv_assert(problem->line >= 1 && problem->line <= lines + 1 && problem->column >= 1);
    }
    pv_rule_set_clear(&set);
    return 0;
}
