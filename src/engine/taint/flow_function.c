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

bool pv_flow_can_invoke(struct pv_flow *f, pv_node function)
{
    if (pv_flow_child(f, function, PV_ROLE_BODY) == PV_NO_NODE)
        return false;
    bool can = f->calls < f->calls_max && f->depth < PV_TAINT_DEPTH_MAX &&
               times_open(f, function) < PV_TAINT_RECURSION_MAX;
    f->is_bounded = f->is_bounded || !can;
    return can;
}

static uint32_t number_of(const struct pv_flow *f, pv_node param)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    return target == PV_NO_NODE || pv_flow_kind(f, target) != PV_NAME
               ? UINT32_MAX
               : pv_defs_number(f->file->defs, target);
}

/* What a named argument calls a parameter: without the `$` of PHP. */
static pv_word name_of(const struct pv_flow *f, pv_node param)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    pv_node node = target == PV_NO_NODE ? param : target;
    struct pv_str text = pv_tree_text(f->tree, node);
    bool is_php = pv_flow_is(f, "php") && text.n > 1 && text.p[0] == '$';
    return is_php ? pv_vocab_word(f->file->vocab, pv_str_sub(text, 1, text.n))
                  : pv_flow_at(f, node)->word;
}

/* The argument for a parameter: the one of its name, or the next in order; NULL for none. */
static const struct pv_value *take_arg(struct pv_flow *f, struct pv_flow_args *args, pv_node param,
                                       bool taken[PV_TAINT_ARGS_MAX], uint32_t *number)
{
    pv_word name = name_of(f, param);
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

/* `it` of a lambda, `value` of a setter: parameters that need not be written. */
static void bind_implied(struct pv_flow *f, pv_node function, const struct pv_value *value)
{
    pv_word word = pv_flow_kind(f, function) == PV_FUNC ? f->words.value : f->words.it;
    pv_env_set(&f->values, &f->env, PV_VAR_IMPLIED, value);
    if (word)
        pv_env_set(&f->values, &f->env, PV_VAR_UNDEFINED | word, value);
}

/* `arguments` of JavaScript: the file mentions it. */
static void bind_arguments(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *out = &pv_value_clean;
    for (uint32_t i = 0; i < args->n && i < PV_FLOW_INDEX_WORDS; i++)
        out = pv_value_with(&f->values, out, f->words.index[i], args->values[i]);
    pv_env_set(&f->values, &f->env, PV_VAR_UNDEFINED | f->words.arguments, out);
}

/* `constructor(private x)`: a parameter with a modifier becomes a field. */
static void promote(struct pv_flow *f, pv_node function, pv_node param)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    bool is_promoted = pv_flow_child(f, param, PV_ROLE_MODIFIER) != PV_NO_NODE &&
                       (pv_flow_is_js(f) || pv_flow_is(f, "php"));
    uint32_t number = number_of(f, param);
    if (!is_promoted || number == UINT32_MAX || pv_flow_kind(f, function) != PV_FUNC)
        return;
    struct pv_str name = pv_tree_text(f->tree, target);
    if (name.n > 0 && name.p[0] == '$')
        name = pv_str_sub(name, 1, name.n);
    pv_word field = pv_vocab_word(f->file->vocab, name);
    const struct pv_value *value = pv_env_get(&f->env, number);
    if (field && value)
        pv_flow_keep_self(f, pv_value_with(&f->values, pv_flow_self(f), field, value));
}

/* Whether an argument is named otherwise than all parameters. */
static bool has_unknown_name(const struct pv_flow *f, pv_node params,
                             const struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++) {
        bool is_known = args->names[i] == 0;
        for (pv_node at = pv_tree_first(f->tree, params); at != PV_NO_NODE && !is_known;
             at = pv_tree_next(f->tree, at))
            is_known = name_of(f, at) == args->names[i] || pv_flow_kind(f, at) == PV_REST_KW;
        if (!is_known)
            return true;
    }
    return false;
}

/* In Ruby named arguments that nobody asks for by name are one argument, a map. */
static struct pv_flow_args gather_names(struct pv_flow *f, const struct pv_flow_args *args)
{
    struct pv_flow_args out = {.self = args->self, .rest = args->rest};
    const struct pv_value *map = &pv_value_clean;
    for (uint32_t i = 0; i < args->n; i++) {
        if (args->names[i]) {
            map = pv_value_with(&f->values, map, args->names[i], args->values[i]);
            continue;
        }
        out.nodes[out.n] = PV_NO_NODE;
        out.names[out.n] = 0;
        out.values[out.n++] = args->values[i];
    }
    if (out.n < PV_TAINT_ARGS_MAX) {
        out.nodes[out.n] = PV_NO_NODE;
        out.names[out.n] = 0;
        out.values[out.n++] = map;
    }
    return out;
}

/* `xs: T*` of Scala. */
static bool is_repeated(const struct pv_flow *f, pv_node param)
{
    return pv_flow_is(f, "scala") && pv_str_has_suffix(pv_tree_text(f->tree, param), PV_STR("*"));
}

/*
 * What a parameter holds that nobody gives anything: of a class that it is declared to be of, an
 * object of which no more is known. A constructor may keep it in a field without a type.
 */
static const struct pv_value *not_given(struct pv_flow *f, pv_node param)
{
    const struct pv_class *class = pv_flow_class_of(f, pv_flow_child(f, param, PV_ROLE_TYPE));
    return class ? pv_flow_object_of(f, &pv_value_clean, class->name) : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_params(struct pv_flow *f, pv_node function, pv_node receiver,
                        struct pv_flow_args *args, pv_node owners[PV_TAINT_ARGS_MAX])
{
    bool taken[PV_TAINT_ARGS_MAX] = {false};
    pv_node params = pv_flow_child(f, function, PV_ROLE_PARAMS);
    struct pv_flow_args gathered;
    if (pv_flow_is(f, "ruby") && params != PV_NO_NODE && has_unknown_name(f, params, args)) {
        gathered = gather_names(f, args);
        args = &gathered;
    }
    pv_node at = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, params);
    if (receiver != PV_NO_NODE)
        pv_flow_bind_param(f, receiver, args->self ? args->self : &pv_value_clean);
    if (params == PV_NO_NODE && args->n > 0)
        bind_implied(f, function, args->values[0]);
    if (pv_flow_is_js(f) && f->words.arguments)
        bind_arguments(f, args);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        enum pv_kind kind = pv_flow_kind(f, at);
        uint32_t number = UINT32_MAX;
        if (at == receiver)
            continue;
        bool is_rest = kind == PV_REST || kind == PV_REST_KW || is_repeated(f, at);
        const struct pv_value *value = is_rest ? take_rest(f, args, kind == PV_REST_KW, taken)
                                               : take_arg(f, args, at, taken, &number);
        if (number != UINT32_MAX)
            owners[number] = at;
        pv_flow_bind_param(f, at, value ? value : not_given(f, at));
        promote(f, function, at);
    }
    if (args == &gathered)
        owners[gathered.n - 1] = PV_NO_NODE; /* the map is nobody's else */
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

struct scope {
    const struct pv_flow *f;
    pv_node start;
    pv_node end;
};

static bool is_outside(void *user, uint32_t key)
{
    const struct scope *scope = user;
    if (key >= PV_VAR_THIS)
        return true;
    pv_node of_variable = pv_defs_get(scope->f->file->defs, key)->scope;
    return of_variable < scope->start || of_variable >= scope->end;
}

/* Forgets the variables that end with the function. */
static void leave_scope(struct pv_flow *f, pv_node function)
{
    struct scope scope = {f, function, pv_flow_at(f, function)->after};
    pv_env_filter(&f->values, &f->env, is_outside, &scope);
}

/* Whether the variable itself is written, beyond what it points to. */
static bool is_rebound(const struct pv_flow *f, uint32_t number)
{
    uint32_t at = pv_defs_get(f->file->defs, number)->last;
    while (at != PV_NO_WRITE) {
        const struct pv_write *write = pv_defs_write(f->file->defs, at);
        pv_node target = pv_flow_child(f, write->writer, PV_ROLE_TARGET);
        if (pv_flow_kind(f, write->writer) != PV_PARAM && write->before != PV_NO_WRITE &&
            !(target != PV_NO_NODE && pv_flow_kind(f, target) == PV_UNARY))
            return true;
        at = write->before;
    }
    return false;
}

/* `&$x`, `T &x`, `ref x`: what is written to the parameter is written to the argument. */
static bool is_reference(const struct pv_flow *f, pv_node param)
{
    static const char *const words[] = {"ref", "out", "inout"};
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    for (pv_node at = pv_tree_first(f->tree, param); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        for (size_t i = 0; pv_flow_kind(f, at) == PV_MODIFIER && i < PV_COUNT(words); i++)
            if (pv_str_eq(pv_tree_text(f->tree, at), pv_str_of(words[i])))
                return true;
    struct pv_str text = pv_tree_text(f->tree, param);
    if (target == PV_NO_NODE || !(pv_flow_is(f, "php") || pv_flow_is(f, "cpp")))
        return false;
    size_t before = pv_flow_at(f, target)->start - pv_flow_at(f, param)->start;
    size_t sign = pv_str_find(text, PV_STR("&"), 0);
    return sign < before && pv_str_find(text, PV_STR("const"), 0) > before;
}

/* The variable that a parameter is, as the function left it; NULL when it was written anew. */
static const struct pv_value *value_left(struct pv_flow *f, pv_node param)
{
    uint32_t number = number_of(f, param);
    if (number == UINT32_MAX || (!is_reference(f, param) && is_rebound(f, number)))
        return NULL;
    return pv_env_get(&f->env, number);
}

/* What the function did to its object and to the objects that it was given. */
static void collect(struct pv_flow *f, pv_node receiver, const pv_node *owners,
                    struct pv_flow_args *args)
{
    for (uint32_t i = 0; i < args->n; i++) {
        const struct pv_value *left = owners[i] == PV_NO_NODE ? NULL : value_left(f, owners[i]);
        if (left && (left->n_fields > 0 || !pv_value_equal(left, args->values[i])))
            args->values[i] = left;
    }
    if (!args->self || !f->frame->has_this)
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

const struct pv_value *pv_flow_self(struct pv_flow *f)
{
    uint32_t key = PV_VAR_THIS;
    if (f->frame->receiver != PV_NO_NODE)
        key = number_of(f, f->frame->receiver);
    const struct pv_value *self = key == UINT32_MAX ? NULL : pv_flow_get(f, key);
    return self ? self : &pv_value_clean;
}

void pv_flow_keep_self(struct pv_flow *f, const struct pv_value *self)
{
    uint32_t key = PV_VAR_THIS;
    if (f->frame->receiver != PV_NO_NODE)
        key = number_of(f, f->frame->receiver);
    if (self && key != UINT32_MAX && !f->env.is_dead)
        pv_env_set(&f->values, &f->env, key, self);
}

/* Whether it has an object of its own, as methods and `function` of JavaScript do. */
static bool has_this(const struct pv_flow *f, pv_node function, const struct pv_flow_args *args)
{
    if (pv_flow_kind(f, function) == PV_FUNC)
        return true;
    pv_node parent = pv_flow_at(f, function)->parent;
    if (!args->self)
        return false;
    if (args->is_within)
        return true;
    if (pv_flow_is_js(f) && pv_str_has_prefix(pv_tree_text(f->tree, function), PV_STR("function")))
        return true;
    /* One that a field of a class is set to is a method. */
    return pv_flow_kind(f, parent) == PV_VAR &&
           pv_flow_kind(f, pv_flow_at(f, parent)->parent) == PV_CLASS_BODY;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_body(struct pv_flow *f, pv_node function,
                                       struct pv_flow_args *args)
{
    pv_node owners[PV_TAINT_ARGS_MAX];
    struct pv_flow_frame *frame = f->frame;
    struct pv_flow_left left = {.function = function, .args = args, .owners = owners};
    for (uint32_t i = 0; i < args->n; i++)
        owners[i] = PV_NO_NODE;
    bind_params(f, function, frame->receiver, args, owners);
    for (pv_node at = pv_tree_first(f->tree, function); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_at(f, at)->role == PV_ROLE_INIT)
            (void)pv_flow_eval(f, at);
    pv_node body = pv_flow_child(f, function, PV_ROLE_BODY);
    const struct pv_value *value = pv_flow_eval(f, body);
    bool is_value = !f->env.is_dead && gives_last(f, function, body);
    if (is_value)
        frame->result = frame->result ? pv_value_join(&f->values, frame->result, value) : value;
    f->env = pv_env_join(&f->values, f->env, frame->returned);
    pv_flow_end_block(f, body);
    collect(f, frame->receiver, owners, args);
    for (uint32_t i = 0; i < args->n; i++)
        args->values[i] = pv_flow_capture(f, args->values[i], &left);
    args->self = pv_flow_capture(f, args->self, &left);
    return pv_flow_capture(f, frame->result, &left);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run(struct pv_flow *f, pv_node function, struct pv_flow_args *args,
                                  struct pv_flow_reads *reads)
{
    struct pv_flow_frame frame = {
        .function = function, .returned = {.is_dead = true}, .caller = f->frame};
    frame.owner = owner_of(f, function, &frame.receiver);
    frame.block = args->block ? args->values[args->block - 1] : NULL;
    const struct pv_value *outer = pv_env_get(&f->env, PV_VAR_THIS);
    bool is_own = has_this(f, function, args);
    if (is_own)
        pv_env_set(&f->values, &f->env, PV_VAR_THIS, args->self ? args->self : &pv_value_clean);
    frame.has_this = is_own;
    f->frame = &frame;
    f->calls++;
    const struct pv_value *result = run_body(f, function, args);
    leave_scope(f, function);
    if (is_own && (outer || pv_env_get(&f->env, PV_VAR_THIS)))
        pv_env_set(&f->values, &f->env, PV_VAR_THIS, outer ? outer : &pv_value_clean);
    f->calls--;
    f->frame = frame.caller;
    *reads = frame.reads;
    pv_flow_read_by_callee(f, reads);
    return result ? pv_value_variable(&f->values, result) : &pv_value_clean;
}

/* A function that is called in many ways is from then on told less of each: no constants, no
 * fields. */
static void widen(struct pv_flow *f, struct pv_flow_args *args, int n)
{
    for (uint32_t i = 0; i < args->n; i++)
        args->values[i] = n < PV_TAINT_RUNS_FIELDS_MAX ? pv_value_blur(&f->values, args->values[i])
                                                       : pv_value_flat(&f->values, args->values[i]);
    if (args->self)
        args->self = pv_value_blur(&f->values, args->self);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *invoke(struct pv_flow *f, pv_node function, struct pv_flow_args *args)
{
    int n = 0;
    const struct pv_flow_run *known = pv_flow_memo_find(f, function, args, &n);
    if (!known && n >= PV_TAINT_RUNS_OUTSIDE_MAX) {
        pv_flow_memo_widen(f, function);
        known = pv_flow_memo_find(f, function, args, &n);
    }
    if (!known && n >= PV_TAINT_RUNS_CONSTANTS_MAX) {
        widen(f, args, n);
        known = pv_flow_memo_find(f, function, args, &n);
    }
    if (known)
        return pv_flow_memo_replay(f, known, args);
    if (n >= PV_TAINT_RUNS_MAX)
        f->is_cut = true;
    if (n >= PV_TAINT_RUNS_MAX || f->env.is_dead)
        return &pv_value_clean;
    struct pv_flow_run new_run = {
        .function = function, .calls = f->calls, .before = pv_env_copy(&f->values, &f->env)};
    struct pv_flow_args given = *args;
    bool was_bounded = f->is_bounded;
    f->is_bounded = false;
    new_run.result = run(f, function, args, &new_run.reads);
    new_run.is_bounded = f->is_bounded;
    f->is_bounded = f->is_bounded || was_bounded;
    pv_flow_memo_add(f, new_run, &given, args);
    return new_run.result;
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
    struct pv_flow_opened opened;
    uint32_t number = pv_functions_at(f->functions, function);
    if (number != PV_NO_FUNCTION)
        f->was_run[number] = true;
    if (!args->self && is_own_method(f, function))
        args->self = pv_flow_self(f);
    pv_flow_closure_open(f, args->closure, &opened);
    const struct pv_value *result = invoke(f, function, args);
    pv_flow_closure_close(f, &opened);
    return result;
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
    args.self = class ? pv_flow_seed(f, class) : pv_flow_get(f, PV_VAR_THIS);
    f->env = pv_env_copy(&f->values, &outer);
    const struct pv_value *result = pv_flow_invoke(f, function, &args);
    if (class && args.self)
        pv_flow_leave_object(f, class, function, args.self);
    pv_node name = pv_flow_child(f, function, PV_ROLE_NAME);
    pv_flow_ends(f, name == PV_NO_NODE ? function : name, result, PV_END_RESULT);
    f->env = outer;
}
