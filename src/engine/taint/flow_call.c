/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls: of functions of the file, which are run; of libraries, as far as they
 * are known; and of others, which give back what they were given.
 */
#include "engine/taint/flow_call_internal.h"

#include <string.h>

static bool is_method(const struct pv_flow *f, pv_node callee)
{
    return callee != PV_NO_NODE &&
           (pv_flow_kind(f, callee) == PV_ACCESS || pv_flow_kind(f, callee) == PV_REF);
}

/* Object, arguments, callee: in this order, since propagators carry from one to the next. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void read_call(struct pv_flow *f, struct pv_flow_call *call)
{
    call->callee = pv_flow_child(f, call->node, PV_ROLE_CALLEE);
    call->object = call->method = PV_NO_NODE;
    call->value = &pv_value_clean;
    if (!is_method(f, call->callee)) {
        if (call->callee != PV_NO_NODE && pv_flow_kind(f, call->callee) != PV_NAME)
            call->value = pv_flow_eval(f, call->callee);
        pv_flow_args_read(f, call->node, &call->args);
        if (call->callee != PV_NO_NODE && pv_flow_kind(f, call->callee) == PV_NAME) {
            call->method = call->callee;
            call->value = pv_flow_eval(f, call->callee);
        }
        return;
    }
    call->object = pv_flow_child(f, call->callee, PV_ROLE_OBJECT);
    call->method = pv_flow_child(f, call->callee, PV_ROLE_FIELD);
    call->args.self = pv_flow_eval(f, call->object);
    pv_flow_find_owner(f, call);
    pv_flow_args_read(f, call->node, &call->args);
    if (pv_flow_is_sanitized(f, call->callee))
        return;
    if (call->method != PV_NO_NODE)
        call->value =
            pv_value_field(&f->values, call->args.self, pv_flow_at(f, call->method)->word);
    call->value = pv_flow_marked(f, call->callee, call->value);
    pv_flow_sink(f, call->callee, call->value, call->value);
}

/* What the call changed in its object and arguments is theirs from now on. */
static void write_back(struct pv_flow *f, pv_node node, const struct pv_value *before,
                       const struct pv_value *after)
{
    struct pv_flow_place place = {0};
    if (!after || f->env.is_dead || after == before || pv_value_equal(before, after) ||
        node == PV_NO_NODE)
        return;
    if (pv_flow_place(f, node, &place))
        pv_flow_write(f, &place, after);
    else
        pv_flow_ends(f, node, after, PV_END_KEPT);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_targets(struct pv_flow *f, struct pv_flow_call *call,
                                          const pv_node *targets, size_t n)
{
    struct pv_flow_fork fork = {0};
    pv_flow_fork_begin(f, &fork);
    for (size_t i = 0; i < n; i++) {
        struct pv_flow_args args = call->args;
        pv_flow_fork_way(f, &fork);
        const struct pv_value *value = pv_flow_invoke(f, targets[i], &args);
        if (pv_flow_is_safe_type(f, pv_flow_child(f, targets[i], PV_ROLE_RESULT)))
            value = pv_flow_without_sources(f, value);
        if (call->is_of_self)
            pv_flow_keep_self(f, args.self);
        else if (call->object != PV_NO_NODE && call->args.self)
            write_back(f, call->object, call->args.self, args.self);
        for (uint32_t k = 0; k < args.n; k++)
            write_back(f, call->args.nodes[k], call->args.values[k], args.values[k]);
        pv_flow_fork_join(f, &fork, value);
    }
    return pv_flow_fork_end(f, &fork);
}

/* The field that setName and getName of Java are about: `name`. */
static pv_word property_word(const struct pv_flow *f, struct pv_str name)
{
    char field[PV_TAINT_PROPERTY_MAX];
    if (name.n > sizeof field)
        return pv_vocab_word(f->file->vocab, name);
    memcpy(field, name.p, name.n);
    if (field[0] >= 'A' && field[0] <= 'Z')
        field[0] = (char)(field[0] - 'A' + 'a');
    return pv_vocab_word(f->file->vocab, (struct pv_str){field, name.n});
}

/* e.setX(v) and e.getX() of Java are the field x of e. NULL when it is neither. */
static const struct pv_value *property(struct pv_flow *f, struct pv_flow_call *call)
{
    struct pv_str method = pv_tree_text(f->tree, call->method);
    enum { PREFIX = 3 };
    if (!pv_str_eq(f->rule->lang, PV_STR("java")) || method.n <= PREFIX)
        return NULL;
    pv_word key = property_word(f, pv_str_sub(method, PREFIX, method.n));
    const struct pv_value *self = call->args.self;
    if (pv_str_has_prefix(method, PV_STR("get")) && call->args.n == 0)
        return pv_flow_is_safe_member(f, call->object, self, key)
                   ? &pv_value_clean
                   : pv_value_field(&f->values, self, key);
    if (!pv_str_has_prefix(method, PV_STR("set")) || call->args.n != 1)
        return NULL;
    const struct pv_value *value = call->args.values[0];
    if (!pv_value_is_tainted(value) &&
        !(self && pv_value_is_tainted(pv_value_field(&f->values, self, key))))
        return NULL;
    write_back(f, call->object, self, pv_value_with(&f->values, self, key, value));
    return &pv_value_clean;
}

/* `pair.left()` of a record, whose methods are made for it. NULL for other calls. */
static const struct pv_value *component(struct pv_flow *f, const struct pv_flow_call *call)
{
    const struct pv_value *self = call->args.self;
    bool is_copy = call->args.n > 0 && call->args.names[0] &&
                   pv_str_eq(pv_tree_text(f->tree, call->method), PV_STR("copy"));
    if (!self->class || (call->args.n > 0 && !is_copy))
        return NULL;
    for (uint32_t i = 0; i < call->args.n; i++)
        if (call->args.names[i])
            self = pv_value_with(&f->values, self, call->args.names[i], call->args.values[i]);
    if (is_copy)
        return self;
    for (size_t i = 0; i < self->n_fields; i++)
        if (self->fields[i].key == pv_flow_at(f, call->method)->word)
            return self->fields[i].value;
    return NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_unknown(struct pv_flow *f, struct pv_flow_call *call,
                                          const struct pv_value *sum)
{
    const struct pv_taint_options *options = &f->rule->options;
    const struct pv_value *before = call->args.self;
    if (pv_flow_never_returns(f, call->node)) {
        pv_flow_sink(f, call->node, sum, sum);
        pv_flow_ends(f, call->node, sum, PV_END_CALL);
        pv_flow_raise(f, &pv_value_clean);
        return &pv_value_clean;
    }
    pv_flow_resolve(f, call->node, &call->args);
    bool passes = !options->is_safe_functions && !options->is_only_assigned &&
                  !pv_flow_gives_safe_type(f, call->node);
    const struct pv_value *known =
        call->object != PV_NO_NODE && call->method != PV_NO_NODE ? component(f, call) : NULL;
    if (known)
        return known;
    known = passes ? pv_flow_together(f, call->node, &call->args) : NULL;
    if (known) {
        if (before)
            write_back(f, call->object, before, call->args.self);
        return known;
    }
    if (passes && pv_flow_is_lookup(f, call->node) && !pv_flow_args_has_functions(&call->args))
        return before ? pv_value_reach(&f->values, before) : &pv_value_clean;
    known = pv_flow_same(f, call->node, &call->args);
    if (known && !options->is_only_assigned && !pv_flow_gives_safe_type(f, call->node))
        return known;
    known = pv_flow_library(f, call->node, &call->args);
    if (known) {
        if (before)
            write_back(f, call->object, before, call->args.self);
        /* What was put into a container is what is taken out of it. */
        bool is_taken = before && before->n_fields > 0 && pv_flow_takes_out(f, call->node);
        return passes || (is_taken && !options->is_only_assigned) ? known : &pv_value_clean;
    }
    if (call->object != PV_NO_NODE && call->method != PV_NO_NODE) {
        known = property(f, call);
        if (known)
            return known;
    }
    const struct pv_value *result = passes ? sum : &pv_value_clean;
    const struct pv_value *ignored = &pv_value_clean;
    pv_flow_callbacks(f, &call->args, passes ? &result : &ignored);
    pv_flow_ends(f, call->node, pv_value_add(&f->values, sum, passes ? result : ignored),
                 PV_END_CALL);
    return result;
}

/* `T(U x) : A(x), b(x)` of C++. */
static bool is_initialiser(const struct pv_flow *f, pv_node call)
{
    pv_node block = pv_flow_at(f, call)->parent;
    return block != PV_NO_NODE && pv_flow_at(f, block)->role == PV_ROLE_INIT &&
           pv_flow_kind(f, block) == PV_BLOCK;
}

/* The field is what it is given; a base makes its part of the object. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *initialise(struct pv_flow *f, struct pv_flow_call *call)
{
    pv_word word = pv_flow_at(f, call->method)->word;
    const struct pv_class *base = pv_functions_class(f->functions, word);
    const struct pv_value *self = pv_flow_self(f);
    if (!base) {
        const struct pv_value *value =
            call->args.n == 1 ? call->args.values[0] : pv_flow_args_sum(f, &call->args);
        pv_flow_keep_self(f, pv_value_with(&f->values, self, word,
                                           pv_value_moved(&f->values, value, call->method)));
        return value;
    }
    pv_node constructor = pv_flow_constructor(f, base, call->args.n);
    if (constructor == PV_NO_NODE || !pv_flow_can_invoke(f, constructor))
        return &pv_value_clean;
    call->args.self = self;
    (void)pv_flow_invoke(f, constructor, &call->args);
    pv_flow_keep_self(f, call->args.self);
    return &pv_value_clean;
}

/* Calls that are no calls: `unset($x)` of PHP, `raise x` and `lambda { }` of Ruby; NULL. */
static const struct pv_value *statement(struct pv_flow *f, struct pv_flow_call *call)
{
    const struct pv_value *shown = NULL;
    pv_word word = call->method == PV_NO_NODE ? 0 : pv_flow_at(f, call->method)->word;
    if (word == 0)
        return NULL;
    if (pv_flow_is(f, "cpp") && is_initialiser(f, call->node))
        return initialise(f, call);
    if (word == f->words.unset && pv_flow_is(f, "php"))
        return pv_flow_delete(f, call->node, &shown);
    if (!pv_flow_is(f, "ruby"))
        return NULL;
    if ((word == f->words.lambda || word == f->words.proc) && call->args.block)
        return call->args.values[call->args.block - 1];
    if (word != f->words.raise)
        return NULL;
    const struct pv_value *value = pv_flow_args_sum(f, &call->args);
    pv_flow_sink(f, call->node, value, value);
    pv_flow_ends(f, call->node, value, PV_END_THROWN);
    pv_flow_raise(f, value);
    return &pv_value_clean;
}

/* `m("a")` of Scala is what m has under a key. NULL for other calls. */
static const struct pv_value *applied(struct pv_flow *f, const struct pv_flow_call *call)
{
    bool is_key = pv_flow_is(f, "scala") && call->object == PV_NO_NODE &&
                  call->value->n_fields > 0 && call->args.n == 1;
    return is_key && !call->value->class && call->value->n_callees == 0
               ? pv_value_field(&f->values, call->value, pv_value_key(call->args.values[0]))
               : NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_call(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    struct pv_flow_call call = {.node = node};
    pv_node targets[PV_TAINT_CALLEES_MAX] = {0};
    read_call(f, &call);
    if (f->env.is_dead)
        return &pv_value_clean;
    const struct pv_value *built_in = call.object == PV_NO_NODE ? statement(f, &call) : NULL;
    if (built_in)
        return built_in;
    pv_flow_may_throw(f);
    const struct pv_value *sum = pv_flow_args_sum(f, &call.args);
    const struct pv_value *callee = pv_value_reach(&f->values, call.value);
    *shown = pv_value_add(&f->values, sum, callee);
    size_t n = pv_flow_find_targets(f, &call, targets);
    if (n > 0)
        return run_targets(f, &call, targets, n);
    const struct pv_class *class = pv_flow_made_class(f, &call);
    /* In Go T(x) is x in another form, and new(T) an object that holds nothing. */
    if (class && pv_flow_is(f, "go") && pv_flow_at(f, call.method)->word != f->words.new)
        return sum;
    if (class && pv_flow_is(f, "go"))
        call.args = (struct pv_flow_args){0};
    if (class)
        return pv_flow_make(f, class, &call.args);
    const struct pv_value *element = applied(f, &call);
    if (element)
        return element;
    return pv_value_add(
        &f->values, run_unknown(f, &call, sum),
        f->rule->options.is_only_assigned || call.object != PV_NO_NODE ? &pv_value_clean : callee);
}
