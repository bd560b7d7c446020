/* SPDX-License-Identifier: Apache-2.0 */
/* Which functions of the file a call may mean. */
#include "engine/taint/flow_call_internal.h"

static bool is_object(const struct pv_flow *f, pv_word word)
{
    const struct pv_flow_words *w = &f->words;
    return word == w->this || word == w->self || word == w->this_php || word == w->static_word ||
           word == w->self_type;
}

static bool is_parent(const struct pv_flow *f, pv_word word)
{
    return word == f->words.super || word == f->words.parent || word == f->words.base;
}

/* Whether code speaks of the object at hand as one of the class that its own extends. */
static bool is_super(const struct pv_flow *f, pv_node object)
{
    if (object != PV_NO_NODE && pv_flow_kind(f, object) == PV_CALL)
        object = pv_flow_child(f, object, PV_ROLE_CALLEE);
    return object != PV_NO_NODE && pv_flow_kind(f, object) == PV_NAME &&
           pv_defs_number(f->file->defs, object) == UINT32_MAX &&
           is_parent(f, pv_flow_at(f, object)->word);
}

static pv_word base_of(const struct pv_flow *f, pv_word owner)
{
    const struct pv_class *class = pv_functions_class(f->functions, owner);
    return class ? class->base : 0;
}

/*
 * The class that the object was declared as an instance of, for one that somebody else sets: a
 * field of a container's choosing, a parameter.
 */
static pv_word declared_class(const struct pv_flow *f, pv_node object)
{
    const struct pv_def *def = pv_defs_of(f->file->defs, f->tree, object);
    pv_node type = def ? def->type : PV_NO_NODE;
    if (type != PV_NO_NODE && pv_flow_kind(f, type) == PV_GENERIC)
        type = pv_flow_child(f, type, PV_ROLE_TYPE);
    const struct pv_class *class = pv_flow_class_of(f, type);
    return class ? class->name : 0;
}

void pv_flow_find_owner(struct pv_flow *f, struct pv_flow_call *call)
{
    if (is_super(f, call->object)) {
        call->owner = base_of(f, f->frame->owner);
        call->is_of_self = true;
        call->args.self = pv_flow_self(f);
        return;
    }
    pv_word word = pv_flow_kind(f, call->object) == PV_NAME ? pv_flow_at(f, call->object)->word : 0;
    call->owner = call->args.self->class;
    call->is_static = word && word == call->owner;
    if (!call->owner)
        call->owner = declared_class(f, call->object);
    if (word == 0 || call->owner)
        return;
    if (is_object(f, word)) {
        call->owner = f->frame->owner;
        call->is_static =
            word == f->words.static_word || (word == f->words.self && pv_flow_is(f, "php"));
    } else if (pv_functions_class(f->functions, word)) {
        call->owner = word;
        call->is_static = true;
    }
}

/* f.call(this, a, b) and f.apply(this, [a, b]) of JavaScript: the first is not an argument. */
static void shift_args(struct pv_flow *f, struct pv_flow_call *call)
{
    if (!pv_flow_is_js(f) || call->args.n == 0 || call->method == PV_NO_NODE)
        return;
    struct pv_str method = pv_tree_text(f->tree, call->method);
    struct pv_flow_args shifted = {.self = call->args.values[0], .rest = call->args.rest};
    for (uint32_t i = 1; i < call->args.n; i++) {
        if (i == 1 && pv_str_eq(method, PV_STR("apply")))
            pv_flow_args_spread(f, &shifted, call->args.values[i]);
        else
            pv_flow_args_add(f, &shifted, call->args.names[i], call->args.nodes[i],
                             call->args.values[i]);
    }
    call->args = shifted;
}

/* Ways in which a value that is a function is called; Ruby's `f.(x)` names no method. */
static bool is_invoking(const struct pv_flow *f, pv_node name)
{
    if (name == PV_NO_NODE)
        return true;
    struct pv_str method = pv_tree_text(f->tree, name);
    static const char *const names[] = {
        "accept", "apply", "call", "Call",  "execute",     "get",           "invoke",     "Invoke",
        "run",    "test",  "bind", "yield", "BeginInvoke", "DynamicInvoke", "applyAsInt", "()"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(method, pv_str_of(names[i])))
            return true;
    return false;
}

static size_t take(struct pv_flow *f, pv_node targets[PV_TAINT_CALLEES_MAX], size_t n,
                   pv_node function)
{
    if (n < PV_TAINT_CALLEES_MAX && function != PV_NO_NODE && pv_flow_can_invoke(f, function))
        targets[n++] = function;
    return n;
}

static pv_word function_name(const struct pv_flow *f, pv_node function)
{
    uint32_t number = pv_functions_at(f->functions, function);
    return number == PV_NO_FUNCTION ? 0 : f->functions->list.p[number].name;
}

/* Whether the callee is a function by its own name: how many arguments it is given decides which.
 */
static bool is_named(const struct pv_flow *f, const struct pv_flow_call *call)
{
    const struct pv_value *value = call->value;
    return call->object == PV_NO_NODE && call->method != PV_NO_NODE && value->n_callees == 1 &&
           !value->closure && pv_flow_kind(f, value->callees[0]) == PV_FUNC &&
           pv_functions_module(f->functions, value->callees[0]) ==
               pv_functions_module(f->functions, call->node) &&
           function_name(f, value->callees[0]) == pv_flow_at(f, call->method)->word;
}

/* The functions that the value of the callee is. */
static size_t of_value(struct pv_flow *f, struct pv_flow_call *call, pv_node *targets)
{
    const struct pv_value *value = call->value;
    if (f->rule->options.is_within_functions && value->n_callees > 0 &&
        pv_flow_kind(f, value->callees[0]) == PV_FUNC)
        return 0;
    if (is_named(f, call))
        return 0;
    if (value->n_callees == 0 && call->object != PV_NO_NODE && call->args.self->n_callees > 0 &&
        is_invoking(f, call->method)) {
        value = call->args.self;
        shift_args(f, call);
    }
    call->args.closure = value->closure;
    size_t n = 0;
    for (size_t i = 0; i < value->n_callees; i++)
        n = take(f, targets, n, value->callees[i]);
    return n;
}

/* `super(x)`, `this(x)`, `base(x)`: a constructor, or in Ruby the method of this name. */
static size_t of_super(struct pv_flow *f, struct pv_flow_call *call, pv_node *targets)
{
    pv_word word = pv_flow_at(f, call->method)->word;
    bool is_this = word == f->words.this;
    pv_word owner = is_this ? f->frame->owner : base_of(f, f->frame->owner);
    const struct pv_class *class = pv_functions_class(f->functions, owner);
    if (!class || !(is_this || is_super(f, call->method)))
        return 0;
    call->is_of_self = true;
    call->args.self = pv_flow_self(f);
    if (!pv_flow_is(f, "ruby"))
        return take(f, targets, 0, pv_flow_constructor(f, class, call->args.n));
    struct pv_function_call asked = {.name = function_name(f, f->frame->function),
                                     .owner = owner,
                                     .site = call->node,
                                     .n_args = call->args.n};
    uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
    return found == PV_NO_FUNCTION ? 0 : take(f, targets, 0, f->functions->list.p[found].node);
}

/* `yield x` of Ruby: the block that the method was called with. */
static size_t of_block(struct pv_flow *f, struct pv_flow_call *call, pv_node *targets)
{
    const struct pv_flow_frame *frame = f->frame;
    if (!pv_flow_is(f, "ruby") || pv_flow_at(f, call->method)->word != f->words.yield)
        return 0;
    while (frame->caller && pv_flow_kind(f, frame->function) != PV_FUNC)
        frame = frame->caller;
    size_t n = 0;
    for (size_t i = 0; frame->block && i < frame->block->n_callees; i++)
        n = take(f, targets, n, frame->block->callees[i]);
    call->args.closure = frame->block ? frame->block->closure : NULL;
    return n;
}

/* A method that its class only promises is one of those that keep the promise. */
static size_t of_implementers(struct pv_flow *f, const struct pv_function_call *call,
                              pv_node *targets)
{
    size_t n = 0;
    struct pv_heirs heirs = pv_functions_heirs(f->functions, call->owner);
    for (uint32_t i = heirs.first; i < heirs.end; i++) {
        struct pv_function_call asked = *call;
        asked.owner = f->functions->classes.p[f->functions->heirs.p[i].number].name;
        if (asked.owner == call->owner)
            continue;
        uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
        if (found != PV_NO_FUNCTION && n == PV_TAINT_CALLEES_MAX)
            return 0; /* too many to say */
        if (found != PV_NO_FUNCTION)
            n = take(f, targets, n, f->functions->list.p[found].node);
    }
    return n;
}

static size_t of_name(struct pv_flow *f, struct pv_flow_call *call, pv_node *targets)
{
    if (call->object != PV_NO_NODE && !call->owner)
        return 0;
    struct pv_function_call asked = {.name = pv_flow_at(f, call->method)->word,
                                     .owner = call->owner,
                                     .site = call->node,
                                     .n_args = call->args.n};
    uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
    /* In a class, a plain name may be a method of the same object. */
    if (found == PV_NO_FUNCTION && call->object == PV_NO_NODE && f->frame->owner &&
        !pv_functions_class(f->functions, asked.name)) {
        const struct pv_value *self = pv_flow_self(f);
        asked.owner = self->class ? self->class : f->frame->owner;
        found = pv_functions_find(f->functions, f->tree, &asked);
        call->args.self = self;
        call->is_of_self = true;
    }
    pv_node function = found == PV_NO_FUNCTION ? PV_NO_NODE : f->functions->list.p[found].node;
    if (asked.owner &&
        (function == PV_NO_NODE || pv_flow_child(f, function, PV_ROLE_BODY) == PV_NO_NODE))
        return of_implementers(f, &asked, targets);
    return take(f, targets, 0, function);
}

size_t pv_flow_find_targets(struct pv_flow *f, struct pv_flow_call *call,
                            pv_node targets[PV_TAINT_CALLEES_MAX])
{
    size_t n = of_value(f, call, targets);
    if (n > 0 || call->method == PV_NO_NODE || f->rule->options.is_within_functions)
        return n;
    if (call->object == PV_NO_NODE) {
        n = of_super(f, call, targets);
        n = n > 0 ? n : of_block(f, call, targets);
    }
    return n > 0 ? n : of_name(f, call, targets);
}

const struct pv_class *pv_flow_made_class(const struct pv_flow *f, const struct pv_flow_call *call)
{
    if (call->method == PV_NO_NODE || f->rule->options.is_within_functions)
        return NULL;
    pv_word word = pv_flow_at(f, call->method)->word;
    if (call->object == PV_NO_NODE) {
        pv_node args = pv_flow_child(f, call->node, PV_ROLE_ARGS);
        pv_node first = args == PV_NO_NODE ? args : pv_tree_first(f->tree, args);
        if (word == f->words.new &&first != PV_NO_NODE && pv_flow_is(f, "go"))
            return pv_functions_class(f->functions, pv_flow_at(f, first)->word);
        bool is_own = word == f->words.cls || word == f->words.self_type;
        return pv_functions_class(f->functions, is_own ? f->frame->owner : word);
    }
    return call->is_static && word == f->words.new ? pv_functions_class(f->functions, call->owner)
                                                   : NULL;
}
