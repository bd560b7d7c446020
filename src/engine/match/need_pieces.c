/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/match_limits.h"
#include "engine/match/need_internal.h"

static bool has_named_group(const struct pv_regex *regex)
{
    for (size_t i = 1; i <= pv_regex_groups(regex); i++)
        if (pv_regex_group_name(regex, i).n > 0)
            return true;
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool binds_pieces(const struct pv_formula *formula, size_t depth)
{
    if (formula->kind == PV_FORMULA_REGEX || formula->kind == PV_FORMULA_GENERIC ||
        depth == PV_FORMULA_DEPTH_MAX)
        return true;
    for (size_t i = 0; i < formula->n_terms; i++)
        if (binds_pieces(formula->terms[i], depth + 1))
            return true;
    for (size_t i = 0; i < formula->n_conditions; i++) {
        const struct pv_condition *condition = &formula->conditions[i];
        if (condition->regex && has_named_group(condition->regex))
            return true;
        if (condition->formula && binds_pieces(condition->formula, depth + 1))
            return true;
    }
    return false;
}

bool pv_need_binds_pieces(const struct pv_formula *formula)
{
    return binds_pieces(formula, 0);
}
