/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running a function: its parameters get what it is called with, and what it
 * gives back and leaves changed is remembered for calls that are alike.
 */
#include "engine/taint/flow_internal.h"

static int times_open(const struct pv_flow *f, pv_node function)
{
    int n = 0;
    for (const struct pv_flow_frame *frame = f->frame; frame; frame = frame->caller)
        n += frame->function == function;
    return n;
}

bool pv_flow_can_invoke(const struct pv_flow *f, pv_node function)
{
    return f->calls < PV_TAINT_CALLS_MAX && f->depth < PV_TAINT_DEPTH_MAX &&
           times_open(f, function) < PV_TAINT_RECURSION_MAX &&
           pv_flow_child(f, function, PV_ROLE_BODY) != PV_NO_NODE;
}

static struct pv_flow_run **runs_of(struct pv_flow *f, pv_node function)
{
    return &f->runs[function % PV_FLOW_RUNS];
}

static bool is_same_call(const struct pv_flow_run *run, pv_node function,
                         const struct pv_flow_args *args, const struct pv_env *env)
{
    const struct pv_value *self = args->self ? args->self : &pv_value_clean;
    if (run->function != function || run->n_args != args->n || args->rest ||
        !pv_value_equal(run->self, self))
        return false;
    for (uint32_t i = 0; i < args->n; i++)
        if (args->names[i] || !pv_value_equal(run->args[i], args->values[i]))
            return false;
    return pv_env_equal(&run->before, env);
}

/* The run of a call like this one; NULL, and how many others there were. */
static const struct pv_flow_run *find_run(struct pv_flow *f, pv_node function,
                                          const struct pv_flow_args *args, int *n)
{
    *n = 0;
    for (const struct pv_flow_run *run = *runs_of(f, function); run; run = run->next) {
        *n += run->function == function;
        if (is_same_call(run, function, args, &f->env))
            return run;
    }
    return NULL;
}

static void remember(struct pv_flow *f, struct pv_flow_run run, const struct pv_flow_args *given,
                     const struct pv_flow_args *left)
{
    struct pv_flow_run *slot = NULL;
    const struct pv_value **args = NULL;
    if (pv_flow_is_over(f) || given->rest)
        return;
    struct pv_result result = PV_NEW(f->values.mem, &slot, NULL);
    if (pv_is_ok(result))
        result = PV_NEW_ARRAY(f->values.mem, 2 * (size_t)given->n + 1, &args, NULL);
    if (!pv_is_ok(result)) {
        f->values.stop = result.code;
        return;
    }
    for (uint32_t i = 0; i < given->n; i++) {
        args[i] = given->values[i];
        args[given->n + i] = left->values[i];
    }
    *slot = run;
    slot->args = args;
    slot->n_args = given->n;
    slot->self = given->self ? given->self : &pv_value_clean;
    slot->self_after = left->self;
    slot->next = *runs_of(f, run.function);
    *runs_of(f, run.function) = slot;
}

static const struct pv_value *replay(struct pv_flow *f, const struct pv_flow_run *run,
                                     struct pv_flow_args *args)
{
    f->env = pv_env_copy(&f->values, &run->after);
    for (uint32_t i = 0; i < args->n; i++)
        args->values[i] = run->args[run->n_args + i];
    if (args->self)
        args->self = run->self_after;
    return run->result;
}

/* The argument for a parameter: the one of its name, or the next in order; NULL for none. */
static const struct pv_value *take_arg(struct pv_flow *f, struct pv_flow_args *args, pv_node param,
                                       bool taken[PV_TAINT_ARGS_MAX], uint32_t *number)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    pv_word name = pv_flow_at(f, target == PV_NO_NODE ? param : target)->word;
    for (uint32_t i = 0; name && i < args->n; i++)
        if (args->names[i] == name && !taken[i]) {
            taken[i] = true;
            *number = i;
            return args->values[i];
        }
    for (uint32_t i = 0; i < args->n; i++)
        if (!args->names[i] && !taken[i]) {
            taken[i] = true;
            *number = i;
            return args->values[i];
        }
    return args->rest;
}

/* What a rest parameter gets: all that nobody else took, under its keys or in order. */
static const struct pv_value *take_rest(struct pv_flow *f, struct pv_flow_args *args,
                                        bool takes_names, bool taken[PV_TAINT_ARGS_MAX])
{
    const struct pv_value *out =
        args->rest ? pv_value_reach(&f->values, args->rest) : &pv_value_clean;
    uint32_t n = 0;
    for (uint32_t i = 0; i < args->n; i++) {
        if (taken[i] || (args->names[i] != 0) != takes_names)
            continue;
        pv_word key = takes_names               ? args->names[i]
                      : n < PV_FLOW_INDEX_WORDS ? f->words.index[n]
                                                : PV_KEY_ANY;
        taken[i] = true;
        out = key == PV_KEY_ANY ? pv_value_store(&f->values, out, args->values[i])
                                : pv_value_with(&f->values, out, key, args->values[i]);
        n++;
    }
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_params(struct pv_flow *f, pv_node function, pv_node receiver,
                        struct pv_flow_args *args, pv_node owners[PV_TAINT_ARGS_MAX])
{
    bool taken[PV_TAINT_ARGS_MAX] = {false};
    pv_node params = pv_flow_child(f, function, PV_ROLE_PARAMS);
    pv_node at = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, params);
    if (receiver != PV_NO_NODE)
        pv_flow_bind_param(f, receiver, args->self ? args->self : &pv_value_clean);
    if (params == PV_NO_NODE && args->n > 0 && f->words.it)
        pv_env_set(&f->values, &f->env, PV_VAR_UNDEFINED | f->words.it, args->values[0]);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        enum pv_kind kind = pv_flow_kind(f, at);
        uint32_t number = UINT32_MAX;
        if (at == receiver)
            continue;
        const struct pv_value *value = kind == PV_REST || kind == PV_REST_KW
                                           ? take_rest(f, args, kind == PV_REST_KW, taken)
                                           : take_arg(f, args, at, taken, &number);
        if (number != UINT32_MAX)
            owners[number] = at;
        pv_flow_bind_param(f, at, value ? value : &pv_value_clean);
    }
}

/* Languages in which a function gives what its last statement gives. */
static bool gives_last(const struct pv_flow *f, pv_node function, pv_node body)
{
    static const char *const names[] = {"ruby", "rust", "scala"};
    if (pv_flow_kind(f, body) != PV_BLOCK)
        return true;
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(f->rule->lang, pv_str_of(names[i])))
            return true;
    return pv_str_eq(f->rule->lang, PV_STR("kotlin")) && pv_flow_kind(f, function) == PV_LAMBDA;
}

/* Forgets the variables that end with the function. */
static void leave_scope(struct pv_flow *f, pv_node function)
{
    uint32_t kept = 0;
    pv_node after = pv_flow_at(f, function)->after;
    for (uint32_t i = 0; i < f->env.n; i++) {
        struct pv_var var = f->env.p[i];
        if (var.key < PV_VAR_THIS) {
            pv_node scope = pv_defs_get(f->file->defs, var.key)->scope;
            if (scope >= function && scope < after)
                continue;
        }
        f->env.p[kept++] = var;
    }
    f->env.n = kept;
}

/* The variable that a parameter is, as the function left it; NULL when it was written anew. */
static const struct pv_value *value_left(struct pv_flow *f, pv_node param)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    if (target == PV_NO_NODE || pv_flow_kind(f, target) != PV_NAME)
        return NULL;
    uint32_t number = pv_defs_number(f->file->defs, target);
    if (number == UINT32_MAX || pv_defs_get(f->file->defs, number)->writes > 1)
        return NULL;
    return pv_env_get(&f->env, number);
}

/* What the function did to its object and to the objects that it was given. */
static void collect(struct pv_flow *f, pv_node receiver, const pv_node *owners,
                    struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++) {
        const struct pv_value *left = owners[i] == PV_NO_NODE ? NULL : value_left(f, owners[i]);
        if (left && left->n_fields > 0)
            args->values[i] = left;
    }
    if (!args->self)
        return;
    const struct pv_value *self =
        receiver == PV_NO_NODE ? pv_env_get(&f->env, PV_VAR_THIS) : value_left(f, receiver);
    if (self)
        args->self = self;
}

static pv_word owner_of(const struct pv_flow *f, pv_node function, pv_node *receiver)
{
    uint32_t number = pv_functions_at(f->functions, function);
    *receiver = PV_NO_NODE;
    if (number == PV_NO_FUNCTION)
        return f->frame ? f->frame->owner : 0;
    *receiver = f->functions->list.p[number].receiver;
    return f->functions->list.p[number].owner;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run(struct pv_flow *f, pv_node function, struct pv_flow_args *args)
{
    pv_node receiver = PV_NO_NODE;
    pv_node owners[PV_TAINT_ARGS_MAX];
    uint32_t number = pv_functions_at(f->functions, function);
    struct pv_flow_frame frame = {
        .function = function, .returned = {.is_dead = true}, .caller = f->frame};
    for (uint32_t i = 0; i < args->n; i++)
        owners[i] = PV_NO_NODE;
    if (number != PV_NO_FUNCTION)
        f->was_run[number] = true;
    frame.owner = owner_of(f, function, &receiver);
    pv_node body = pv_flow_child(f, function, PV_ROLE_BODY);
    const struct pv_value *outer = pv_env_get(&f->env, PV_VAR_THIS);
    if (pv_flow_kind(f, function) == PV_FUNC)
        pv_env_set(&f->values, &f->env, PV_VAR_THIS, args->self ? args->self : &pv_value_clean);
    f->frame = &frame;
    f->calls++;
    bind_params(f, function, receiver, args, owners);
    const struct pv_value *value = pv_flow_eval(f, body);
    bool is_value = !f->env.is_dead && gives_last(f, function, body);
    if (is_value)
        frame.result = frame.result ? pv_value_join(&f->values, frame.result, value) : value;
    f->env = pv_env_join(&f->values, f->env, frame.returned);
    collect(f, receiver, owners, args);
    leave_scope(f, function);
    if (outer || pv_env_get(&f->env, PV_VAR_THIS))
        pv_env_set(&f->values, &f->env, PV_VAR_THIS, outer ? outer : &pv_value_clean);
    f->calls--;
    f->frame = frame.caller;
    return frame.result ? pv_value_variable(&f->values, frame.result) : &pv_value_clean;
}

/* Whether a function that is called by its name alone is a method of the object at hand. */
static bool is_own_method(const struct pv_flow *f, pv_node function)
{
    uint32_t number = pv_functions_at(f->functions, function);
    pv_word owner = number == PV_NO_FUNCTION ? 0 : f->functions->list.p[number].owner;
    pv_word at = f->frame ? f->frame->owner : 0;
    for (int i = 0; owner && at && i < PV_TAINT_BASES_MAX; i++) {
        const struct pv_class *class = pv_functions_class(f->functions, at);
        if (at == owner)
            return true;
        at = class ? class->base : 0;
    }
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_invoke(struct pv_flow *f, pv_node function,
                                      struct pv_flow_args *args)
{
    int n = 0;
    if (!args->self && is_own_method(f, function))
        args->self = pv_env_get(&f->env, PV_VAR_THIS);
    const struct pv_flow_run *known = find_run(f, function, args, &n);
    if (known)
        return replay(f, known, args);
    if (n >= PV_TAINT_RUNS_MAX)
        f->is_cut = true;
    if (n >= PV_TAINT_RUNS_MAX || f->env.is_dead)
        return &pv_value_clean;
    struct pv_flow_run new_run = {.function = function, .before = pv_env_copy(&f->values, &f->env)};
    struct pv_flow_args given = *args;
    f->env = pv_env_copy(&f->values, &f->env);
    new_run.result = run(f, function, args);
    new_run.after = pv_env_copy(&f->values, &f->env);
    remember(f, new_run, &given, args);
    return new_run.result;
}

/* Another method may find the object as this one left it. */
static void leave_object(struct pv_flow *f, const struct pv_class *class,
                         const struct pv_value *self)
{
    const struct pv_value **left = &f->left[class - f->functions->classes.p];
    *left = *left ? pv_value_join(&f->values, *left, self) : self;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_enter(struct pv_flow *f, pv_node function)
{
    struct pv_env outer = f->env;
    struct pv_flow_args args = {0};
    uint32_t number = pv_functions_at(f->functions, function);
    const struct pv_class *class =
        number == PV_NO_FUNCTION
            ? NULL
            : pv_functions_class(f->functions, f->functions->list.p[number].owner);
    if (!pv_flow_can_invoke(f, function))
        return;
    args.self = class ? pv_flow_seed(f, class) : pv_env_get(&outer, PV_VAR_THIS);
    f->env = pv_env_copy(&f->values, &outer);
    const struct pv_value *result = pv_flow_invoke(f, function, &args);
    if (class && args.self)
        leave_object(f, class, args.self);
    pv_node name = pv_flow_child(f, function, PV_ROLE_NAME);
    pv_flow_ends(f, name == PV_NO_NODE ? function : name, result, PV_END_RESULT);
    f->env = outer;
}
