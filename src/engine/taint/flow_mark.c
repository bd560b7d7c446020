/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the specs of a rule say of single places: code that lies within a range
 * of theirs. Where a spec is exact, only the outermost code in the range counts.
 */
#include "engine/taint/flow_internal.h"

static bool lies_in(const struct pv_tree_node *node, const struct pv_mark *mark)
{
    return node->start >= mark->start && node->end <= mark->end;
}

/* Kinds that only hold others: `f(x)` and the statement that it is are one. */
static const bool is_wrapping[PV_KIND_COUNT] = {
    [PV_EXPR_STMT] = true, [PV_BLOCK] = true, [PV_FILE] = true, [PV_ARGS] = true};

/* What a tree says beyond the code: that the one expression of a function is what it returns. */
static bool is_same_code(const struct pv_tree_node *a, const struct pv_tree_node *b)
{
    return a->start == b->start && a->end == b->end;
}

bool pv_flow_is_outermost(const struct pv_flow *f, pv_node node, const struct pv_mark *mark)
{
    const struct pv_tree_node *at = pv_flow_at(f, node);
    pv_node parent = at->parent;
    while (parent != PV_NO_NODE &&
           (is_wrapping[pv_flow_kind(f, parent)] || is_same_code(at, pv_flow_at(f, parent))))
        parent = pv_flow_at(f, parent)->parent;
    return parent == PV_NO_NODE || !lies_in(pv_flow_at(f, parent), mark);
}

static const struct pv_mark *first(const struct pv_flow *f, const struct pv_marks *marks,
                                   pv_node node)
{
    const struct pv_tree_node *at = pv_flow_at(f, node);
    return pv_marks_around(marks, at->start, at->end);
}

static const struct pv_mark *next(const struct pv_flow *f, const struct pv_marks *marks,
                                  const struct pv_mark *mark, pv_node node)
{
    return pv_marks_next(marks, mark, pv_flow_at(f, node)->end);
}

/* The labels on what can be reached from a value. */
static bool is_met(struct pv_flow *f, const struct pv_label *requires, const struct pv_value *value)
{
    pv_word labels[PV_TAINT_TAINTS_MAX];
    const struct pv_value *all = pv_value_reach(&f->values, value);
    for (size_t i = 0; i < all->n_taints; i++)
        labels[i] = all->taints[i].label;
    return pv_label_is_met(requires, labels, all->n_taints);
}

static bool is_source(struct pv_flow *f, const struct pv_mark *mark, const struct pv_value *value)
{
    return !mark->spec->requires || is_met(f, mark->spec->requires, value);
}

static const struct pv_value *add_source(struct pv_flow *f, const struct pv_mark *mark,
                                         const struct pv_value *value)
{
    /* Of what comes in through doors it is enough that it does. */
    size_t source = f->has_doors ? 0 : (size_t)(mark - f->sources.list.p);
    struct pv_taint taint = {.label = mark->spec->label, .source = (uint32_t)source};
    return pv_value_taint(&f->values, value, taint);
}

static bool is_place(enum pv_kind kind)
{
    return kind == PV_NAME || kind == PV_ACCESS || kind == PV_INDEX;
}

/* The variable at `node` holds `value` from now on as well. */
static void taint_place(struct pv_flow *f, pv_node node, const struct pv_value *value)
{
    struct pv_flow_place place = {0};
    if (!pv_flow_place(f, node, &place))
        return;
    const struct pv_value *before = pv_flow_read(f, &place);
    pv_flow_write(f, &place, pv_value_add(&f->values, before, pv_value_reach(&f->values, value)));
}

/* From a control source on, whatever is run is tainted by it. */
static void taint_what_follows(struct pv_flow *f, const struct pv_mark *mark)
{
    const struct pv_value *before = pv_flow_get(f, PV_VAR_CONTROL);
    pv_env_set(&f->values, &f->env, PV_VAR_CONTROL,
               add_source(f, mark, before ? before : &pv_value_clean));
}

static const struct pv_value *marked_by_sources(struct pv_flow *f, pv_node node,
                                                const struct pv_value *value)
{
    for (const struct pv_mark *mark = first(f, &f->sources, node); mark;
         mark = next(f, &f->sources, mark, node)) {
        const struct pv_taint_spec *spec = mark->spec;
        bool is_whole = pv_flow_is_outermost(f, node, mark);
        if ((spec->is_exact && !is_whole) || !is_source(f, mark, value))
            continue;
        if (spec->is_control) {
            taint_what_follows(f, mark);
            continue;
        }
        if (value->is_checked && is_place(pv_flow_kind(f, node)))
            continue;
        const struct pv_value *tainted = add_source(f, mark, value);
        if (spec->side_effect != PV_SIDE_EFFECT_NO && is_whole && is_place(pv_flow_kind(f, node)))
            taint_place(f, node, tainted);
        if (spec->side_effect != PV_SIDE_EFFECT_ONLY)
            value = tainted;
    }
    return value;
}

/* What a propagator carries is as its spec says: perhaps under another label. */
static const struct pv_value *relabelled(struct pv_flow *f, const struct pv_taint_spec *spec,
                                         const struct pv_value *carried)
{
    const struct pv_value *all = pv_value_reach(&f->values, carried);
    if (spec->requires && !is_met(f, spec->requires, all))
        return &pv_value_clean;
    if (!spec->label)
        return all;
    const struct pv_value *out = spec->is_replacing ? &pv_value_clean : all;
    for (size_t i = 0; i < all->n_taints; i++) {
        struct pv_taint taint = all->taints[i];
        taint.label = spec->label;
        out = pv_value_taint(&f->values, out, taint);
    }
    return out;
}

/* The code at the end of a propagator: an expression or a variable. */
static pv_node end_of(const struct pv_flow *f, const struct pv_mark *mark)
{
    const struct pv_binding *binding = pv_bindings_find(mark->bindings, mark->spec->to);
    (void)f;
    return binding && binding->kind == PV_BIND_NODE ? binding->first : PV_NO_NODE;
}

static void carry(struct pv_flow *f, const struct pv_mark *mark, pv_node node,
                  const struct pv_value *value)
{
    if (!pv_flow_is_outermost(f, node, mark))
        return;
    const struct pv_value *out = relabelled(f, mark->spec, value);
    f->carried[mark->number] = out;
    pv_node end = end_of(f, mark);
    if (mark->spec->side_effect != PV_SIDE_EFFECT_NO && end != PV_NO_NODE && out->n_taints > 0)
        taint_place(f, end, pv_value_moved(&f->values, out, end));
}

static const struct pv_value *marked_by_propagators(struct pv_flow *f, pv_node node,
                                                    const struct pv_value *value)
{
    for (const struct pv_mark *mark = first(f, &f->to, node); mark;
         mark = next(f, &f->to, mark, node)) {
        const struct pv_value *carried = f->carried[mark->number];
        if (!carried || carried->n_taints == 0 || !pv_flow_is_outermost(f, node, mark))
            continue;
        value = pv_value_add(&f->values, value, carried);
        if (mark->spec->side_effect != PV_SIDE_EFFECT_NO && is_place(pv_flow_kind(f, node)))
            taint_place(f, node, carried);
    }
    for (const struct pv_mark *mark = first(f, &f->from, node); mark;
         mark = next(f, &f->from, mark, node))
        carry(f, mark, node, value);
    return value;
}

const struct pv_value *pv_flow_marked(struct pv_flow *f, pv_node node, const struct pv_value *value)
{
    if (f->sources.list.n > 0)
        value = marked_by_sources(f, node, value);
    if (f->from.list.n > 0)
        value = marked_by_propagators(f, node, value);
    return value;
}

const struct pv_value *pv_flow_target_marked(struct pv_flow *f, pv_node node, bool is_param,
                                             const struct pv_value *value)
{
    for (const struct pv_mark *mark = first(f, &f->sources, node); mark;
         mark = next(f, &f->sources, mark, node)) {
        if (!is_param && mark->spec->side_effect == PV_SIDE_EFFECT_NO)
            continue;
        if ((!is_param && !pv_flow_is_outermost(f, node, mark)) || !is_source(f, mark, value))
            continue;
        value = add_source(f, mark, value);
    }
    for (const struct pv_mark *mark = first(f, &f->to, node); mark;
         mark = next(f, &f->to, mark, node))
        if (f->carried[mark->number])
            value = pv_value_add(&f->values, value, f->carried[mark->number]);
    return value;
}

/* What a part was cut out of: filling iv[:8] says of iv that somebody fills it. */
static pv_node uncut(const struct pv_flow *f, pv_node node)
{
    while (node != PV_NO_NODE && pv_flow_kind(f, node) == PV_SLICE)
        node = pv_flow_child(f, node, PV_ROLE_OBJECT);
    return node;
}

bool pv_flow_is_clean_within(const struct pv_flow *f, pv_node node)
{
    for (const struct pv_mark *mark = first(f, &f->sanitizers, node); mark;
         mark = next(f, &f->sanitizers, mark, node))
        if (!mark->spec->is_exact)
            return true;
    return false;
}

bool pv_flow_is_sanitized(struct pv_flow *f, pv_node node)
{
    bool is_clean = false;
    for (const struct pv_mark *mark = first(f, &f->sanitizers, node); mark;
         mark = next(f, &f->sanitizers, mark, node)) {
        bool is_whole = pv_flow_is_outermost(f, node, mark);
        struct pv_flow_place place = {0};
        if (mark->spec->is_exact && !is_whole)
            continue;
        is_clean = true;
        if (mark->spec->side_effect != PV_SIDE_EFFECT_NO && is_whole &&
            pv_flow_place(f, uncut(f, node), &place))
            pv_flow_write(f, &place, &pv_value_clean);
    }
    return is_clean;
}

static PV_RESULT add_steps(struct pv_flow *f, const struct pv_taint *taint,
                           const struct pv_mark *sink, struct pv_taint_finding *finding,
                           struct pv_err *err)
{
    const struct pv_mark *source = &f->sources.list.p[taint->source];
    size_t n = (taint->trail ? taint->trail->length : 0) + 2;
    PV_TRY(PV_NEW_ARRAY(f->values.mem, n, &finding->steps, err));
    finding->n_steps = n;
    finding->steps[0] = (struct pv_taint_step){source->start, source->end};
    finding->steps[n - 1] = (struct pv_taint_step){sink->start, sink->end};
    const struct pv_trail *trail = taint->trail;
    for (size_t i = n - 2; trail && i > 0; i--, trail = trail->before) {
        const struct pv_tree_node *at = pv_flow_at(f, trail->node);
        finding->steps[i] = (struct pv_taint_step){at->start, at->end};
    }
    return PV_SUCCESS;
}

/* One source that reaches one sink is one finding, however often it is seen. */
struct pair {
    uint32_t places[4];
};

static struct pair pair_of(const struct pv_flow *f, const struct pv_mark *sink,
                           const struct pv_taint *taint)
{
    const struct pv_mark *source = &f->sources.list.p[taint->source];
    return (struct pair){{source->start, source->end, sink->start, sink->end}};
}

static struct pv_str bytes_of(const struct pair *pair)
{
    return (struct pv_str){(const char *)pair->places, sizeof pair->places};
}

static bool is_known(const struct pv_flow *f, const struct pv_mark *sink,
                     const struct pv_taint *taint)
{
    struct pair pair = pair_of(f, sink, taint);
    uint32_t number = 0;
    return pv_map_find(&f->reported, bytes_of(&pair), &number);
}

static PV_RESULT know(struct pv_flow *f, const struct pv_mark *sink, const struct pv_taint *taint,
                      struct pv_err *err)
{
    struct pair *pair = NULL;
    PV_TRY(PV_NEW(f->values.mem, &pair, err));
    *pair = pair_of(f, sink, taint);
    return pv_map_put(f->values.mem, &f->reported, bytes_of(pair), 0, err);
}

static PV_RESULT report(struct pv_flow *f, const struct pv_mark *sink, enum pv_taint_end ending,
                        const struct pv_taint *taint, struct pv_err *err)
{
    const struct pv_mark *source = &f->sources.list.p[taint->source];
    const struct pv_taint_options *options = &f->rule->options;
    const struct pv_mark *place = options->is_at_source ? source : sink;
    struct pv_taint_finding finding = {
        .match = {.start = place->start, .end = place->end, .node = PV_NO_NODE},
        .ending = ending,
        .is_sent = source->spec->is_entry};
    struct pv_taint_finding *slot = NULL;
    if (options->is_unifying &&
        !pv_bindings_agree(f->tree, f->file->text, sink->bindings, source->bindings))
        return PV_SUCCESS;
    if (f->out->list.n >= PV_TAINT_FINDINGS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d flows", PV_TAINT_FINDINGS_MAX);
    PV_TRY(pv_bindings_join(f->values.mem, sink->bindings, source->bindings,
                            &finding.match.bindings, err));
    PV_TRY(add_steps(f, taint, sink, &finding, err));
    PV_TRY(know(f, sink, taint, err));
    PV_TRY(PV_VEC_PUSH(f->values.mem, &f->out->list, &slot, err));
    *slot = finding;
    return PV_SUCCESS;
}

void pv_flow_report(struct pv_flow *f, const struct pv_mark *sink, enum pv_taint_end ending,
                    const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_taints && !pv_flow_is_over(f); i++)
        if (!pv_flow_is_held(&value->taints[i]) && !is_known(f, sink, &value->taints[i]))
            f->values.stop = report(f, sink, ending, &value->taints[i], NULL).code;
}

/* Whether it is part of a return, or of the last statement of a function. */
static bool is_at_exit(const struct pv_flow *f, pv_node node)
{
    for (pv_node at = node; at != PV_NO_NODE; at = pv_flow_at(f, at)->parent) {
        pv_node around = pv_flow_at(f, at)->parent;
        if (pv_flow_kind(f, at) == PV_RETURN)
            return true;
        if (around == PV_NO_NODE)
            return false;
        enum pv_kind kind = pv_flow_kind(f, around);
        bool is_last = pv_tree_next(f->tree, at) == PV_NO_NODE;
        bool is_function = kind == PV_FUNC || kind == PV_LAMBDA;
        if (is_function)
            return pv_flow_at(f, at)->role == PV_ROLE_BODY;
        if (kind == PV_BLOCK && !is_last)
            return false;
    }
    return false;
}

/* The x of x.a: it is x.a that the code there uses. */
static bool is_read_through(const struct pv_flow *f, pv_node node)
{
    pv_node parent = pv_flow_at(f, node)->parent;
    if (pv_flow_at(f, node)->role != PV_ROLE_OBJECT || parent == PV_NO_NODE ||
        !is_place(pv_flow_kind(f, node)))
        return false;
    return pv_flow_kind(f, parent) == PV_ACCESS || pv_flow_kind(f, parent) == PV_INDEX;
}

void pv_flow_sink(struct pv_flow *f, pv_node node, const struct pv_value *value,
                  const struct pv_value *shown)
{
    if (f->sinks.list.n == 0)
        return;
    const struct pv_value *control = f->has_control ? pv_flow_get(f, PV_VAR_CONTROL) : NULL;
    if (!control && !pv_value_is_tainted(shown) && !pv_value_is_tainted(value))
        return;
    for (const struct pv_mark *mark = first(f, &f->sinks, node); mark;
         mark = next(f, &f->sinks, mark, node)) {
        const struct pv_value *all =
            pv_value_reach(&f->values, mark->spec->is_call ? shown : value);
        if (control)
            all = pv_value_add(&f->values, all, control);
        if (mark->spec->is_exact ? !pv_flow_is_outermost(f, node, mark) : is_read_through(f, node))
            continue;
        if (mark->spec->requires && !is_met(f, mark->spec->requires, all))
            continue;
        if (mark->spec->is_at_exit && !is_at_exit(f, node))
            continue;
        if (!pv_flow_hold(f, node, mark, all))
            pv_flow_report(f, mark, PV_END_SINK, all);
    }
}
