/* SPDX-License-Identifier: Apache-2.0 */
/* Whether it is worth to look at other files: a sink that takes a constant is what it is. */
#include "engine/match/memo.h"
#include "engine/taint/unit.h"

static bool is_literal(enum pv_kind kind)
{
    return kind >= PV_INT && kind <= PV_STRING;
}

/* Whether a name within a sink is of something that the file does not say. */
static bool is_unknown(const struct pv_taint_rule *rule, const struct pv_match_file *file,
                       pv_node name)
{
    const struct pv_tree_node *node = pv_tree_at(file->tree, name);
    if (node->role == PV_ROLE_CALLEE || node->role == PV_ROLE_FIELD || node->role == PV_ROLE_NAME)
        return false;
    const struct pv_def *def = pv_defs_at(file->defs, name);
    if (!def && node->role == PV_ROLE_OBJECT && node->parent != PV_NO_NODE)
        return pv_tree_at(file->tree, node->parent)->role != PV_ROLE_CALLEE;
    pv_node value = pv_constant_of(&file->constants, name);
    enum pv_kind kind = (enum pv_kind)pv_tree_at(file->tree, value)->kind;
    /* A text of C is how a buffer begins that a function may fill. */
    bool may_be_filled =
        def && kind == PV_STRING &&
        (pv_str_eq(rule->lang, PV_STR("c")) || pv_str_eq(rule->lang, PV_STR("cpp")));
    return may_be_filled || !is_literal(kind);
}

static bool has_unknown(const struct pv_taint_rule *rule, const struct pv_match_file *file,
                        const struct pv_match *sink)
{
    uint32_t n_calls = 0;
    for (pv_node i = 0; i < file->tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(file->tree, i);
        if (node->start < sink->start || node->end > sink->end)
            continue;
        n_calls += node->kind == PV_CALL;
        if ((node->kind == PV_NAME && is_unknown(rule, file, i)) || n_calls > 1)
            return true;
    }
    return false;
}

static PV_RESULT find_variable(struct pv_arena *mem, const struct pv_taint_probe *probe,
                               struct pv_match_budget *budget, struct pv_matches *out,
                               struct pv_err *err)
{
    for (size_t i = 0; i < probe->rule->sinks.n; i++) {
        struct pv_matches sinks = {0};
        struct pv_result result = pv_match_memo_find(mem, probe->rule->sinks.p[i].formula,
                                                     probe->file, budget, &sinks, err);
        if (result.code != PV_LIMIT)
            PV_TRY(result);
        PV_VEC_EACH (const struct pv_match, sink, &sinks.list) {
            struct pv_match *slot = NULL;
            if (!has_unknown(probe->rule, probe->file, sink))
                continue;
            PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
            *slot = *sink;
        }
    }
    return PV_SUCCESS;
}

/* What labels ask for is not known of a value that comes from elsewhere. */
static bool has_labels(const struct pv_taint_rule *rule)
{
    for (size_t i = 0; i < rule->sinks.n; i++)
        if (rule->sinks.p[i].requires)
            return true;
    for (size_t i = 0; i < rule->propagators.n; i++)
        if (rule->propagators.p[i].requires)
            return true;
    return false;
}

PV_RESULT pv_taint_find_open(struct pv_arena *mem, const struct pv_taint_probe *probe,
                             struct pv_match_budget *budget, struct pv_matches *out,
                             struct pv_err *err)
{
    struct pv_matches variable = {0};
    struct pv_taint_findings flows = {0};
    PV_TRY(find_variable(mem, probe, budget, &variable, err));
    if (variable.list.n == 0 || !probe->doors || has_labels(probe->rule)) {
        *out = variable;
        return PV_SUCCESS;
    }
    struct pv_result result = pv_taint_find_through(mem, probe, budget, &flows, err);
    if (result.code != PV_LIMIT)
        PV_TRY(result);
    PV_VEC_EACH (const struct pv_taint_finding, flow, &flows.list) {
        struct pv_match *slot = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
        *slot = flow->match;
    }
    return PV_SUCCESS;
}
