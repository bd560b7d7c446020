/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls: of functions of the file, which are run; of libraries, as far as they
 * are known; and of others, which give back what they were given.
 */
#include "engine/taint/flow_internal.h"

static void add_arg(struct pv_flow *f, struct pv_flow_args *args, pv_word name, pv_node node,
                    const struct pv_value *value)
{
    if (args->n == PV_TAINT_ARGS_MAX) {
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, value) : value;
        return;
    }
    args->names[args->n] = name;
    args->nodes[args->n] = node;
    args->values[args->n++] = value;
}

/* `f(*xs)`: elements that are known are arguments, and whatever else may be. */
static void add_spread(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *value)
{
    uint32_t i = 0;
    for (; i < PV_FLOW_INDEX_WORDS && i < value->n_fields; i++)
        add_arg(f, args, 0, PV_NO_NODE, pv_value_field(&f->values, value, f->words.index[i]));
    if (i == 0 && pv_value_is_tainted(value)) {
        const struct pv_value *any = pv_value_field(&f->values, value, PV_KEY_ANY);
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, any) : any;
    }
}

/* `f(**kw)`: keys are names of parameters. */
static void add_keywords(struct pv_flow *f, struct pv_flow_args *args, const struct pv_value *value)
{
    for (size_t i = 0; i < value->n_fields; i++)
        add_arg(f, args, value->fields[i].key, PV_NO_NODE, value->fields[i].value);
    if (value->n_taints > 0)
        args->rest = args->rest ? pv_value_join(&f->values, args->rest, value) : value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void read_arg(struct pv_flow *f, pv_node node, struct pv_flow_args *args)
{
    enum pv_kind kind = pv_flow_kind(f, node);
    const struct pv_value *value = pv_flow_eval(f, node);
    pv_node name = kind == PV_KWARG ? pv_flow_child(f, node, PV_ROLE_NAME) : PV_NO_NODE;
    if (kind == PV_SPREAD)
        add_spread(f, args, value);
    else if (kind == PV_SPREAD_KW)
        add_keywords(f, args, value);
    else
        add_arg(f, args, name == PV_NO_NODE ? 0 : pv_flow_at(f, name)->word, node, value);
}

/* The arguments of a call, a `new`, or of what stands in either's place. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void read_args(struct pv_flow *f, pv_node call, struct pv_flow_args *args)
{
    for (pv_node at = pv_tree_first(f->tree, call); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        enum pv_role role = (enum pv_role)pv_flow_at(f, at)->role;
        if (role == PV_ROLE_CALLEE || role == PV_ROLE_TYPE || role == PV_ROLE_TARGET ||
            role == PV_ROLE_TYPE_PARAMS || role == PV_ROLE_MODIFIER || role == PV_ROLE_ATTR)
            continue;
        if (role == PV_ROLE_BODY && pv_flow_kind(f, at) == PV_CLASS_BODY)
            continue;
        if (pv_flow_kind(f, at) != PV_ARGS) {
            read_arg(f, at, args);
            continue;
        }
        for (pv_node arg = pv_tree_first(f->tree, at); arg != PV_NO_NODE;
             arg = pv_tree_next(f->tree, arg))
            read_arg(f, arg, args);
    }
}

static const struct pv_value *sum_of(struct pv_flow *f, const struct pv_flow_args *args)
{
    const struct pv_value *sum = &pv_value_clean;
    if (args->self)
        sum = pv_value_reach(&f->values, args->self);
    for (uint32_t i = 0; i < args->n; i++)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->values[i]));
    if (args->rest)
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, args->rest));
    return sum;
}

/* One call, while it is being worked out. */
struct call {
    pv_node node;
    pv_node callee;
    pv_node object;               /* of a method; PV_NO_NODE */
    pv_node method;               /* its name, or the function's; PV_NO_NODE */
    pv_word owner;                /* class that the method is looked up in; 0 */
    bool is_static;               /* the object is the class itself */
    const struct pv_value *value; /* of the callee */
    struct pv_flow_args args;
};

static bool is_method(const struct pv_flow *f, pv_node callee)
{
    return callee != PV_NO_NODE &&
           (pv_flow_kind(f, callee) == PV_ACCESS || pv_flow_kind(f, callee) == PV_REF);
}

/* The class that the object is of, or is. */
static void find_owner(struct pv_flow *f, struct call *call)
{
    call->owner = call->args.self->class;
    if (call->object == PV_NO_NODE || pv_flow_kind(f, call->object) != PV_NAME || call->owner)
        return;
    pv_word word = pv_flow_at(f, call->object)->word;
    if (word == f->words.this || word == f->words.self || word == f->words.super ||
        word == f->words.this_php) {
        call->owner = f->frame->owner;
    } else if (pv_functions_class(f->functions, word)) {
        call->owner = word;
        call->is_static = true;
    }
}

/* Object, arguments, callee: in this order, since propagators carry from one to the next. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void read_call(struct pv_flow *f, struct call *call)
{
    call->callee = pv_flow_child(f, call->node, PV_ROLE_CALLEE);
    call->object = call->method = PV_NO_NODE;
    call->value = &pv_value_clean;
    if (!is_method(f, call->callee)) {
        if (call->callee != PV_NO_NODE && pv_flow_kind(f, call->callee) != PV_NAME)
            call->value = pv_flow_eval(f, call->callee);
        read_args(f, call->node, &call->args);
        if (call->callee != PV_NO_NODE && pv_flow_kind(f, call->callee) == PV_NAME) {
            call->method = call->callee;
            call->value = pv_flow_eval(f, call->callee);
        }
        return;
    }
    call->object = pv_flow_child(f, call->callee, PV_ROLE_OBJECT);
    call->method = pv_flow_child(f, call->callee, PV_ROLE_FIELD);
    call->args.self = pv_flow_eval(f, call->object);
    find_owner(f, call);
    read_args(f, call->node, &call->args);
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

static bool is_js(const struct pv_flow *f)
{
    return pv_str_eq(f->rule->lang, PV_STR("javascript")) ||
           pv_str_eq(f->rule->lang, PV_STR("typescript")) ||
           pv_str_eq(f->rule->lang, PV_STR("tsx"));
}

/* f.call(this, a, b) and f.apply(this, [a, b]) of JavaScript: the first is not an argument. */
static void shift_args(struct pv_flow *f, struct call *call)
{
    if (!is_js(f) || call->args.n == 0 || call->method == PV_NO_NODE)
        return;
    struct pv_str method = pv_tree_text(f->tree, call->method);
    struct pv_flow_args shifted = {.self = call->args.values[0], .rest = call->args.rest};
    for (uint32_t i = 1; i < call->args.n; i++) {
        if (i == 1 && pv_str_eq(method, PV_STR("apply")))
            add_spread(f, &shifted, call->args.values[i]);
        else
            add_arg(f, &shifted, call->args.names[i], call->args.nodes[i], call->args.values[i]);
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

/* The functions of the file that a call may mean. */
static size_t find_targets(struct pv_flow *f, struct call *call,
                           pv_node targets[PV_TAINT_CALLEES_MAX])
{
    const struct pv_value *value = call->value;
    if (f->rule->options.is_within_functions && value->n_callees > 0 &&
        pv_flow_kind(f, value->callees[0]) == PV_FUNC)
        return 0;
    if (value->n_callees == 0 && call->object != PV_NO_NODE && call->args.self->n_callees > 0 &&
        is_invoking(f, call->method)) {
        value = call->args.self;
        shift_args(f, call);
    }
    size_t n = 0;
    for (size_t i = 0; i < value->n_callees; i++)
        if (pv_flow_can_invoke(f, value->callees[i]))
            targets[n++] = value->callees[i];
    if (n > 0 || call->method == PV_NO_NODE || f->rule->options.is_within_functions)
        return n;
    if (call->object != PV_NO_NODE && !call->owner)
        return 0;
    struct pv_function_call asked = {.name = pv_flow_at(f, call->method)->word,
                                     .owner = call->owner,
                                     .site = call->node,
                                     .n_args = call->args.n};
    uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
    /* In a class, a plain name may be a method of the same object. */
    if (found == PV_NO_FUNCTION && call->object == PV_NO_NODE && f->frame->owner) {
        asked.owner = f->frame->owner;
        found = pv_functions_find(f->functions, f->tree, &asked);
        call->args.self = pv_env_get(&f->env, PV_VAR_THIS);
    }
    if (found == PV_NO_FUNCTION || !pv_flow_can_invoke(f, f->functions->list.p[found].node))
        return 0;
    targets[0] = f->functions->list.p[found].node;
    return 1;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_targets(struct pv_flow *f, struct call *call,
                                          const pv_node *targets, size_t n)
{
    struct pv_flow_fork fork = {0};
    pv_flow_fork_begin(f, &fork);
    for (size_t i = 0; i < n; i++) {
        struct pv_flow_args args = call->args;
        if (call->is_static)
            args.self = NULL;
        pv_flow_fork_way(f, &fork);
        const struct pv_value *value = pv_flow_invoke(f, targets[i], &args);
        if (call->object != PV_NO_NODE && call->args.self)
            write_back(f, call->object, call->args.self, args.self);
        else if (call->object == PV_NO_NODE && args.self && !f->env.is_dead)
            pv_env_set(&f->values, &f->env, PV_VAR_THIS, args.self);
        for (uint32_t k = 0; k < args.n; k++)
            write_back(f, call->args.nodes[k], call->args.values[k], args.values[k]);
        pv_flow_fork_join(f, &fork, value);
    }
    return pv_flow_fork_end(f, &fork);
}

/* e.setX(v) and e.getX() of Java are the property X of e. NULL when it is neither. */
static const struct pv_value *property(struct pv_flow *f, struct call *call)
{
    struct pv_str method = pv_tree_text(f->tree, call->method);
    enum { PREFIX = 3 };
    if (!pv_str_eq(f->rule->lang, PV_STR("java")) || method.n <= PREFIX)
        return NULL;
    pv_word key = pv_vocab_word(f->file->vocab, pv_str_sub(method, PREFIX, method.n));
    if (pv_str_has_prefix(method, PV_STR("get")) && call->args.n == 0)
        return pv_value_field(&f->values, call->args.self, key);
    if (pv_str_has_prefix(method, PV_STR("set")) && call->args.n == 1 &&
        pv_value_is_tainted(call->args.values[0])) {
        const struct pv_value *after =
            pv_value_with(&f->values, call->args.self, key, call->args.values[0]);
        write_back(f, call->object, call->args.self, after);
        return &pv_value_clean;
    }
    return NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *run_unknown(struct pv_flow *f, struct call *call,
                                          const struct pv_value *sum)
{
    const struct pv_taint_options *options = &f->rule->options;
    const struct pv_value *before = call->args.self;
    bool passes = !options->is_safe_functions && !options->is_only_assigned &&
                  !pv_flow_gives_safe_type(f, call->node);
    const struct pv_value *known = pv_flow_same(f, call->node, &call->args);
    if (known && !options->is_only_assigned && !pv_flow_gives_safe_type(f, call->node))
        return known;
    known = pv_flow_library(f, call->node, &call->args);
    if (known) {
        if (before)
            write_back(f, call->object, before, call->args.self);
        return passes ? known : &pv_value_clean;
    }
    if (call->object != PV_NO_NODE && call->method != PV_NO_NODE) {
        known = property(f, call);
        if (known)
            return known;
    }
    const struct pv_value *result = passes ? sum : &pv_value_clean;
    const struct pv_value *ignored = &pv_value_clean;
    pv_flow_callbacks(f, &call->args, NULL, passes ? &result : &ignored);
    pv_flow_ends(f, call->node, pv_value_add(&f->values, sum, passes ? result : ignored),
                 PV_END_CALL);
    return result;
}

/* The class that a call makes an object of: User(x), User.new(x). NULL for other calls. */
static const struct pv_class *made_class(const struct pv_flow *f, const struct call *call)
{
    if (call->method == PV_NO_NODE || f->rule->options.is_within_functions)
        return NULL;
    pv_word word = pv_flow_at(f, call->method)->word;
    if (call->object == PV_NO_NODE)
        return pv_functions_class(f->functions, word);
    return call->is_static && word == f->words.new ? pv_functions_class(f->functions, call->owner)
                                                   : NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_call(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    struct call call = {.node = node};
    pv_node targets[PV_TAINT_CALLEES_MAX] = {0};
    read_call(f, &call);
    if (f->env.is_dead)
        return &pv_value_clean;
    pv_flow_may_throw(f);
    const struct pv_value *sum = sum_of(f, &call.args);
    const struct pv_value *callee = pv_value_reach(&f->values, call.value);
    *shown = pv_value_add(&f->values, sum, callee);
    size_t n = find_targets(f, &call, targets);
    if (n > 0)
        return run_targets(f, &call, targets, n);
    const struct pv_class *class = made_class(f, &call);
    if (class)
        return pv_flow_make(f, class, &call.args);
    return pv_value_add(
        &f->values, run_unknown(f, &call, sum),
        f->rule->options.is_only_assigned || call.object != PV_NO_NODE ? &pv_value_clean : callee);
}

static pv_word constructor_name(const struct pv_flow *f, const struct pv_class *class, int i)
{
    const struct pv_flow_words *w = &f->words;
    const pv_word names[] = {class->name,      w->init_python,     w->constructor_js,
                             w->construct_php, w->initialize_ruby, w->init};
    return i < (int)PV_COUNT(names) ? names[i] : 0;
}

static pv_node constructor_of(const struct pv_flow *f, const struct pv_class *class,
                              uint32_t n_args)
{
    pv_word name = 0;
    for (int i = 0; (name = constructor_name(f, class, i)) != 0; i++) {
        struct pv_function_call asked = {
            .name = name, .owner = class->name, .site = class->node, .n_args = n_args};
        uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
        if (found != PV_NO_FUNCTION)
            return f->functions->list.p[found].node;
    }
    return PV_NO_NODE;
}

/* Fields, and blocks of statements among them, which are functions without a name. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void run_member(struct pv_flow *f, pv_node member)
{
    enum pv_kind kind = pv_flow_kind(f, member);
    if (kind == PV_FUNC && pv_flow_child(f, member, PV_ROLE_NAME) == PV_NO_NODE &&
        pv_flow_child(f, member, PV_ROLE_PARAMS) == PV_NO_NODE)
        (void)pv_flow_eval(f, pv_flow_child(f, member, PV_ROLE_BODY));
    else if (kind != PV_FUNC && kind != PV_CLASS)
        (void)pv_flow_eval(f, member);
}

/* An object as its field initialisers make it, before a constructor runs. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *fresh(struct pv_flow *f, const struct pv_class *class,
                                    const struct pv_value *start, struct pv_flow_args *args)
{
    pv_node body = pv_flow_child(f, class->node, PV_ROLE_BODY);
    pv_node params = pv_flow_child(f, class->node, PV_ROLE_PARAMS);
    const struct pv_value *outer = pv_env_get(&f->env, PV_VAR_THIS);
    pv_env_set(&f->values, &f->env, PV_VAR_THIS, start);
    pv_node param = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, params);
    for (uint32_t i = 0; param != PV_NO_NODE; i++, param = pv_tree_next(f->tree, param))
        pv_flow_bind_param(f, param, args && i < args->n ? args->values[i] : &pv_value_clean);
    pv_node at = body == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, body);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        run_member(f, at);
    const struct pv_value *made = pv_env_get(&f->env, PV_VAR_THIS);
    f->env.is_dead = false;
    pv_env_set(&f->values, &f->env, PV_VAR_THIS, outer ? outer : &pv_value_clean);
    return made ? made : start;
}

static const struct pv_value *object_of(struct pv_flow *f, const struct pv_value *base,
                                        pv_word class)
{
    struct pv_value *out = NULL;
    if (f->values.stop == PV_OK)
        f->values.stop = PV_NEW(f->values.mem, &out, NULL).code;
    if (pv_flow_is_over(f))
        return &pv_value_clean;
    *out = *base;
    out->class = class;
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_make(struct pv_flow *f, const struct pv_class *class,
                                    struct pv_flow_args *args)
{
    const struct pv_class *base = pv_functions_class(f->functions, class->base);
    const struct pv_value *start = base && base != class ? pv_flow_seed(f, base) : &pv_value_clean;
    pv_node constructor = constructor_of(f, class, args->n);
    const struct pv_value *self = fresh(f, class, object_of(f, start, class->name), args);
    if (constructor != PV_NO_NODE && pv_flow_can_invoke(f, constructor)) {
        struct pv_flow_args given = *args;
        given.self = self;
        (void)pv_flow_invoke(f, constructor, &given);
        return given.self ? given.self : self;
    }
    bool has_params = pv_flow_child(f, class->node, PV_ROLE_PARAMS) != PV_NO_NODE;
    args->self = NULL;
    return has_params ? self : pv_value_add(&f->values, self, sum_of(f, args));
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_seed(struct pv_flow *f, const struct pv_class *class)
{
    size_t number = (size_t)(class - f->functions->classes.p);
    if (f->seeds[number])
        return f->seeds[number];
    /* While it is being made it is what it is of an object of no known fields. */
    f->seeds[number] = object_of(f, &pv_value_clean, class->name);
    struct pv_flow_args args = {0};
    struct pv_env outer = f->env;
    struct pv_flow_frame frame = {
        .function = 0, .owner = class->name, .returned = {.is_dead = true}, .caller = f->frame};
    f->env = pv_env_copy(&f->values, &f->global);
    f->frame = &frame;
    f->seeds[number] = pv_flow_make(f, class, &args);
    f->frame = frame.caller;
    f->env = outer;
    return f->seeds[number];
}

/* The methods of a class that is written in the middle of an expression. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void enter_body(struct pv_flow *f, pv_node node)
{
    pv_node body = pv_flow_child(f, node, PV_ROLE_BODY);
    if (body == PV_NO_NODE || pv_flow_kind(f, body) != PV_CLASS_BODY)
        return;
    for (pv_node at = pv_tree_first(f->tree, body); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        if (pv_flow_kind(f, at) == PV_FUNC)
            pv_flow_enter(f, at);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_new(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    struct pv_flow_args args = {0};
    pv_node type = pv_flow_child(f, node, PV_ROLE_TYPE);
    pv_node elements = pv_flow_child(f, node, PV_ROLE_VALUE);
    if (elements != PV_NO_NODE && pv_flow_kind(f, node) == PV_NEW)
        return pv_flow_eval(f, elements);
    read_args(f, node, &args);
    if (f->env.is_dead)
        return &pv_value_clean;
    pv_flow_may_throw(f);
    const struct pv_value *sum = sum_of(f, &args);
    *shown = sum;
    enter_body(f, node);
    while (type != PV_NO_NODE && pv_flow_kind(f, type) == PV_GENERIC)
        type = pv_flow_child(f, type, PV_ROLE_TYPE);
    const struct pv_class *class =
        type == PV_NO_NODE || f->rule->options.is_within_functions
            ? NULL
            : pv_functions_class(f->functions, pv_flow_at(f, type)->word);
    if (class)
        return pv_flow_make(f, class, &args);
    if (args.n == 0 && type != PV_NO_NODE && pv_flow_is_list(f, type))
        return pv_value_with(&f->values, &pv_value_clean, f->words.length, pv_flow_int(f, 0));
    const struct pv_taint_options *options = &f->rule->options;
    bool passes = !options->is_safe_functions && !options->is_only_assigned;
    const struct pv_value *result = passes ? sum : &pv_value_clean;
    const struct pv_value *ignored = &pv_value_clean;
    pv_flow_callbacks(f, &args, NULL, passes ? &result : &ignored);
    pv_flow_ends(f, node, pv_value_add(&f->values, sum, passes ? result : ignored), PV_END_CALL);
    return result;
}
