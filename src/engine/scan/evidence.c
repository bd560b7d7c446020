/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/evidence.h"

#include "base/attr.h"
#include "base/buf.h"
#include "engine/facts/calls.h"

enum { CHAIN_MAX = 8 }; /* calls in a row that a reason tells */

/* One place where what a stranger sent comes in. */
struct entry {
    uint32_t start;
    uint32_t end;
    struct pv_str id;
    pv_node handler; /* the innermost function around it, or PV_NO_NODE */
};

struct evidence {
    struct pv_arena *mem;
    const struct pv_evidence_file *of;
    const struct pv_tree *tree;
    PV_VEC(struct entry) entries;
    PV_VEC(pv_node) functions; /* all that run when called, in order of the file */
    struct pv_calls calls;
    uint32_t *via;  /* by function: the call that reached it, or PV_NO_CALL */
    uint32_t *root; /* by function: the entry that it was reached from */
    struct pv_err *err;
};

static PV_RESULT add_entries(struct evidence *e, const struct pv_entry_point *point,
                             const struct pv_formula *formula)
{
    struct pv_matches matches = {0};
    struct pv_match_budget budget = {.steps_left = e->of->steps};
    struct pv_result result =
        pv_formula_find(e->mem, formula, e->of->file, &budget, &matches, e->err);
    if (result.code != PV_LIMIT)
        PV_TRY(result);
    PV_VEC_EACH (const struct pv_match, match, &matches.list) {
        struct entry *slot = NULL;
        PV_TRY(PV_VEC_PUSH(e->mem, &e->entries, &slot, e->err));
        *slot = (struct entry){match->start, match->end, point->id, PV_NO_NODE};
    }
    return PV_SUCCESS;
}

static PV_RESULT find_entries(struct evidence *e, const struct pv_rule_set *rules)
{
    PV_VEC_EACH (const struct pv_entry_formula, known, &rules->entry_formulas) {
        const struct pv_entry_point *point = &rules->entry_points.p[known->entry];
        if (pv_lang_covers(known->lang, e->of->lang) && pv_str_eq(point->kind, PV_STR("http")))
            PV_TRY(add_entries(e, point, known->formula));
    }
    return PV_SUCCESS;
}

static PV_RESULT find_functions(struct evidence *e)
{
    for (pv_node i = 0; i < e->tree->nodes.n; i++) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(e->tree, i)->kind;
        pv_node *slot = NULL;
        if (kind != PV_FUNC && kind != PV_LAMBDA)
            continue;
        PV_TRY(PV_VEC_PUSH(e->mem, &e->functions, &slot, e->err));
        *slot = i;
    }
    return PV_SUCCESS;
}

/* The innermost function around byte `at`, or PV_NO_NODE: the last that begins before it. */
static pv_node function_around(const struct evidence *e, uint32_t at)
{
    pv_node found = PV_NO_NODE;
    for (size_t i = 0; i < e->functions.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(e->tree, e->functions.p[i]);
        if (node->start <= at && at < node->end)
            found = e->functions.p[i];
    }
    return found;
}

static pv_node outer_function(const struct pv_tree *tree, pv_node node)
{
    do
        node = pv_tree_at(tree, node)->parent;
    while (node != PV_NO_NODE && pv_tree_at(tree, node)->kind != PV_FUNC &&
           pv_tree_at(tree, node)->kind != PV_LAMBDA);
    return node;
}

/* Runs from each handler in turn; what one has reached stays its own. */
static PV_RESULT follow_entries(struct evidence *e)
{
    const struct pv_functions *functions = e->of->file->functions;
    struct pv_functions *own = NULL;
    if (!functions) {
        PV_TRY(pv_functions_read(e->mem, e->tree, &own, e->err));
        functions = own;
    }
    PV_TRY(pv_calls_read(e->mem, e->tree, functions, &e->calls, e->err));
    PV_TRY(PV_NEW_ARRAY(e->mem, functions->list.n + 1, &e->via, e->err));
    PV_TRY(PV_NEW_ARRAY(e->mem, functions->list.n + 1, &e->root, e->err));
    for (size_t i = 0; i <= functions->list.n; i++)
        e->via[i] = e->root[i] = PV_NO_CALL;
    for (size_t i = 0; i < e->entries.n; i++) {
        struct entry *entry = &e->entries.p[i];
        entry->handler = function_around(e, entry->start);
        if (entry->handler == PV_NO_NODE)
            continue;
        PV_TRY(pv_calls_follow(e->mem, e->tree, &e->calls, entry->handler, e->via, e->err));
        for (size_t k = 0; k < functions->list.n; k++)
            if (e->via[k] != PV_NO_CALL && e->root[k] == PV_NO_CALL)
                e->root[k] = (uint32_t)i;
    }
    return PV_SUCCESS;
}

static void add_name(struct pv_buf *out, const struct evidence *e, pv_node function)
{
    pv_node name = pv_tree_child(e->tree, function, PV_ROLE_NAME);
    if (name == PV_NO_NODE)
        PV_BUF_LIT(out, "the function");
    else
        pv_buf_format(out, "`%.*s`", PV_STR_FMT(pv_tree_text(e->tree, name)));
}

static uint32_t line_of(const struct evidence *e, uint32_t at)
{
    return pv_line_index_place(e->of->source->lines, at).line;
}

/* The calls from the handler of `entry` to function `number`, told in the order they happen. */
static void add_chain(struct pv_buf *out, const struct evidence *e, uint32_t number,
                      pv_node handler)
{
    uint32_t chain[CHAIN_MAX];
    size_t n = 0;
    bool is_first = true;
    while (n < CHAIN_MAX) {
        chain[n++] = number;
        pv_node caller = outer_function(e->tree, e->calls.list.p[e->via[number]].site);
        while (caller != PV_NO_NODE && caller != handler &&
               pv_functions_at(e->calls.functions, caller) == PV_NO_FUNCTION)
            caller = outer_function(e->tree, caller);
        if (caller == PV_NO_NODE || caller == handler)
            break;
        number = pv_functions_at(e->calls.functions, caller);
        if (e->via[number] == PV_NO_CALL)
            break;
    }
    while (n > 0) {
        pv_buf_format(out, is_first ? " and calls " : ", which calls ");
        add_name(out, e, e->calls.functions->list.p[chain[--n]].node);
        is_first = false;
    }
}

static void add_handler(struct pv_buf *out, const struct evidence *e, const struct entry *entry)
{
    add_name(out, e, entry->handler);
    pv_node name = pv_tree_child(e->tree, entry->handler, PV_ROLE_NAME);
    pv_node place = name == PV_NO_NODE ? entry->handler : name;
    pv_buf_format(out, " (line %u) handles requests",
                  line_of(e, pv_tree_at(e->tree, place)->start));
}

/* What a stranger sent stands at the source of the flow. */
static bool add_flow(struct pv_buf *out, const struct evidence *e, const struct pv_finding *finding)
{
    if (finding->n_steps == 0 || finding->steps[0].path.p)
        return false;
    uint32_t at = finding->steps[0].start.offset - e->of->source->shift;
    PV_VEC_EACH (const struct entry, entry, &e->entries) {
        if (at < entry->start || at >= entry->end)
            continue;
        pv_buf_format(out, "what a request sends comes here from line %u",
                      finding->steps[0].start.line);
        return true;
    }
    return false;
}

/* The function around the finding, or one around that, handles requests or is called to. */
static bool add_function(struct pv_buf *out, const struct evidence *e,
                         const struct pv_finding *finding)
{
    pv_node function = function_around(e, finding->start.offset - e->of->source->shift);
    for (; function != PV_NO_NODE; function = outer_function(e->tree, function)) {
        PV_VEC_EACH (const struct entry, entry, &e->entries) {
            if (entry->handler != function)
                continue;
            add_handler(out, e, entry);
            return true;
        }
        uint32_t number = pv_functions_at(e->calls.functions, function);
        if (number == PV_NO_FUNCTION || e->via[number] == PV_NO_CALL)
            continue;
        const struct entry *entry = &e->entries.p[e->root[number]];
        add_handler(out, e, entry);
        add_chain(out, e, number, entry->handler);
        return true;
    }
    return false;
}

/* Of a source in another file the rule says whether a stranger sends it. */
static PV_RESULT fill_sent(struct pv_arena *result_mem, const struct pv_evidence_file *file,
                           struct pv_err *err)
{
    for (size_t i = 0; i < file->n; i++) {
        struct pv_finding *finding = &file->findings[i];
        if (!finding->is_sent || !finding->steps[0].path.p)
            continue;
        finding->evidence.is_reachable = true;
        PV_TRY(pv_str_format(result_mem, &finding->evidence.why, err,
                             "what a request sends comes here from %.*s, line %u",
                             PV_STR_FMT(finding->steps[0].path), finding->steps[0].start.line));
    }
    return PV_SUCCESS;
}

static PV_RESULT fill_one(const struct evidence *e, struct pv_arena *result_mem,
                          struct pv_finding *finding)
{
    PV_DEFER(pv_buf_clear) struct pv_buf why = {0};
    finding->evidence.is_reachable = add_flow(&why, e, finding) || add_function(&why, e, finding);
    PV_TRY(pv_buf_result(&why, e->err));
    return pv_str_copy(result_mem, pv_buf_str(&why), &finding->evidence.why, e->err);
}

struct pv_result pv_evidence_fill(struct pv_arena *mem, struct pv_arena *result_mem,
                                  const struct pv_rule_set *rules,
                                  const struct pv_evidence_file *file, struct pv_err *err)
{
    struct evidence e = {.mem = mem, .of = file, .tree = file->file->tree, .err = err};
    if (file->n == 0 || !e.tree)
        return PV_SUCCESS;
    PV_TRY(fill_sent(result_mem, file, err));
    PV_TRY(find_entries(&e, rules));
    if (e.entries.n == 0)
        return PV_SUCCESS;
    PV_TRY(find_functions(&e));
    PV_TRY(follow_entries(&e));
    for (size_t i = 0; i < file->n; i++)
        if (!file->findings[i].evidence.is_reachable)
            PV_TRY(fill_one(&e, result_mem, &file->findings[i]));
    return PV_SUCCESS;
}
