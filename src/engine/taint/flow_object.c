/* SPDX-License-Identifier: Apache-2.0 */
/* Objects of classes of the file: how they come to be. */
#include "engine/taint/flow_call_internal.h"

static pv_word constructor_name(const struct pv_flow *f, const struct pv_class *class, int i)
{
    const struct pv_flow_words *w = &f->words;
    const pv_word names[] = {class->name,      w->init_python,     w->constructor_js,
                             w->construct_php, w->initialize_ruby, w->init};
    return i < (int)PV_COUNT(names) ? names[i] : 0;
}

pv_node pv_flow_constructor(const struct pv_flow *f, const struct pv_class *class, uint32_t n_args)
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

/* A block of statements among the members, which is a function without a name. */
static bool is_block(const struct pv_flow *f, pv_node member)
{
    return pv_flow_kind(f, member) == PV_FUNC &&
           pv_flow_child(f, member, PV_ROLE_NAME) == PV_NO_NODE &&
           pv_flow_child(f, member, PV_ROLE_PARAMS) == PV_NO_NODE;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void run_member(struct pv_flow *f, pv_node member)
{
    enum pv_kind kind = pv_flow_kind(f, member);
    bool is_companion = kind == PV_CLASS && pv_flow_child(f, member, PV_ROLE_NAME) == PV_NO_NODE;
    pv_node body = pv_flow_child(f, member, PV_ROLE_BODY);
    pv_node at = is_companion && body != PV_NO_NODE ? pv_tree_first(f->tree, body) : PV_NO_NODE;
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        if (pv_flow_kind(f, at) == PV_VAR)
            (void)pv_flow_eval(f, at);
    if (is_block(f, member))
        (void)pv_flow_eval(f, body);
    else if (kind != PV_FUNC && kind != PV_CLASS)
        (void)pv_flow_eval(f, member);
}

/* `class A(x: T) : B(x)`: what B makes of x is part of the object, too. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void make_base(struct pv_flow *f, const struct pv_class *class)
{
    const struct pv_class *base = pv_functions_class(f->functions, class->base);
    pv_node list = pv_flow_child(f, class->node, PV_ROLE_ARGS);
    struct pv_flow_args args = {0};
    if (!base || base == class || list == PV_NO_NODE || f->calls >= f->calls_max)
        return;
    pv_flow_args_read_list(f, list, &args);
    f->calls++;
    const struct pv_value *made = pv_flow_make(f, base, &args);
    f->calls--;
    const struct pv_value *self = pv_env_get(&f->env, PV_VAR_THIS);
    for (size_t i = 0; self && i < made->n_fields; i++)
        self = pv_value_with(&f->values, self, made->fields[i].key, made->fields[i].value);
    if (self)
        pv_env_set(&f->values, &f->env, PV_VAR_THIS, self);
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
    make_base(f, class);
    pv_node at = body == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, body);
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at))
        run_member(f, at);
    const struct pv_value *made = pv_env_get(&f->env, PV_VAR_THIS);
    f->env.is_dead = false;
    pv_env_set(&f->values, &f->env, PV_VAR_THIS, outer ? outer : &pv_value_clean);
    return made ? made : start;
}

const struct pv_value *pv_flow_object_of(struct pv_flow *f, const struct pv_value *base,
                                         pv_word class)
{
    struct pv_value out = *base;
    out.class = class;
    return pv_value_new(&f->values, out);
}

/* Of a class without a constructor: its arguments are its fields, by name or in order. */
static const struct pv_value *fill(struct pv_flow *f, const struct pv_class *class,
                                   const struct pv_value *self, const struct pv_flow_args *args)
{
    const struct pv_value *more = &pv_value_clean;
    uint32_t n = 0;
    for (uint32_t i = 0; i < args->n; i++) {
        pv_word key = args->names[i]
                          ? args->names[i]
                          : pv_flow_field_at(f, pv_flow_child(f, class->node, PV_ROLE_BODY), n++);
        if (key == PV_KEY_ANY)
            more = pv_value_add(&f->values, more, pv_value_reach(&f->values, args->values[i]));
        else
            self = pv_value_with(&f->values, self, key, args->values[i]);
    }
    if (args->rest)
        more = pv_value_add(&f->values, more, pv_value_reach(&f->values, args->rest));
    return pv_value_add(&f->values, self, more);
}

const struct pv_class *pv_flow_class_of(const struct pv_flow *f, pv_node type)
{
    if (type == PV_NO_NODE || pv_flow_kind(f, type) != PV_TYPE)
        return NULL;
    struct pv_str text = pv_tree_text(f->tree, type);
    size_t blank = pv_str_rfind_byte(text, ' ');
    if (blank == SIZE_MAX)
        return pv_functions_class(f->functions, pv_flow_at(f, type)->word);
    return pv_functions_class(f->functions,
                              pv_vocab_word(f->file->vocab, pv_str_sub(text, blank + 1, text.n)));
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_make(struct pv_flow *f, const struct pv_class *class,
                                    struct pv_flow_args *args)
{
    const struct pv_class *base = pv_functions_class(f->functions, class->base);
    const struct pv_value *start = base && base != class ? pv_flow_seed(f, base) : &pv_value_clean;
    pv_node constructor = pv_flow_constructor(f, class, args->n);
    const struct pv_value *self = pv_flow_object_of(f, start, class->name);
    bool *is_making = &f->is_making[class - f->functions->classes.p];
    /* A class may keep an object of itself, as singletons do. */
    if (!*is_making) {
        *is_making = true;
        self = fresh(f, class, self, args);
        *is_making = false;
    }
    if (constructor != PV_NO_NODE && pv_flow_can_invoke(f, constructor)) {
        struct pv_flow_args given = *args;
        given.self = self;
        (void)pv_flow_invoke(f, constructor, &given);
        return given.self ? given.self : self;
    }
    bool has_params = pv_flow_child(f, class->node, PV_ROLE_PARAMS) != PV_NO_NODE;
    args->self = NULL;
    return has_params ? self : fill(f, class, self, args);
}

/* The class that a member of an enum is an object of; NULL for one that is made of nothing. */
static const struct pv_class *class_of_member(const struct pv_flow *f, pv_node member)
{
    pv_node class = pv_flow_at(f, pv_flow_at(f, member)->parent)->parent;
    pv_node name = pv_flow_child(f, class, PV_ROLE_NAME);
    bool is_made = pv_flow_kind(f, pv_flow_child(f, member, PV_ROLE_ARGS)) == PV_ARGS;
    return name == PV_NO_NODE || !is_made
               ? NULL
               : pv_functions_class(f->functions, pv_flow_at(f, name)->word);
}

/* `OLD("a")` in an enum is an object of it, kept in the field OLD. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_enum_member(struct pv_flow *f, pv_node node,
                                           const struct pv_value **shown)
{
    (void)shown;
    pv_node name = pv_flow_child(f, node, PV_ROLE_NAME);
    const struct pv_class *class = class_of_member(f, node);
    struct pv_flow_args args = {0};
    if (!class || name == PV_NO_NODE)
        return pv_flow_children(f, node);
    pv_flow_args_read_list(f, pv_flow_child(f, node, PV_ROLE_ARGS), &args);
    const struct pv_value *made = pv_flow_object_of(f, &pv_value_clean, class->name);
    pv_node constructor = pv_flow_constructor(f, class, args.n);
    pv_node params = pv_flow_child(f, class->node, PV_ROLE_PARAMS);
    pv_node param = params == PV_NO_NODE ? params : pv_tree_first(f->tree, params);
    args.self = made;
    if (constructor != PV_NO_NODE && pv_flow_can_invoke(f, constructor))
        (void)pv_flow_invoke(f, constructor, &args);
    for (uint32_t i = 0; param != PV_NO_NODE && i < args.n; param = pv_tree_next(f->tree, param))
        args.self = pv_value_with(&f->values, args.self,
                                  pv_flow_at(f, pv_flow_child(f, param, PV_ROLE_TARGET))->word,
                                  args.values[i++]);
    made = args.self ? args.self : made;
    const struct pv_value *self = pv_env_get(&f->env, PV_VAR_THIS);
    pv_env_set(
        &f->values, &f->env, PV_VAR_THIS,
        pv_value_with(&f->values, self ? self : &pv_value_clean, pv_flow_at(f, name)->word, made));
    return &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_declared(struct pv_flow *f, pv_node type)
{
    const struct pv_class *class = pv_flow_class_of(f, type);
    struct pv_flow_args none = {0};
    bool is_made = class && !f->rule->options.is_within_functions;
    return is_made ? pv_flow_make(f, class, &none) : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_seed(struct pv_flow *f, const struct pv_class *class)
{
    size_t number = (size_t)(class - f->functions->classes.p);
    if (f->seeds[number])
        return f->seeds[number];
    /* While it is being made it is what it is of an object of no known fields. */
    f->seeds[number] = pv_flow_object_of(f, &pv_value_clean, class->name);
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

/* Whether a member of the class declares the field as one of the class itself. */
static bool is_static_field(const struct pv_flow *f, pv_node body, pv_word word)
{
    for (pv_node at = pv_tree_first(f->tree, body); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        pv_node target = pv_flow_child(f, at, PV_ROLE_TARGET);
        if (target == PV_NO_NODE || pv_flow_at(f, target)->word != word)
            continue;
        for (pv_node part = pv_tree_first(f->tree, at); part != PV_NO_NODE;
             part = pv_tree_next(f->tree, part))
            if (pv_flow_at(f, part)->role == PV_ROLE_MODIFIER &&
                pv_str_eq(pv_tree_text(f->tree, part), PV_STR("static")))
                return true;
    }
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_shared_field(struct pv_flow *f, uint32_t number, pv_word word)
{
    /* What stands in a companion is known by name in the class around it. */
    const struct pv_class *around = number == UINT32_MAX && word && pv_flow_is(f, "kotlin")
                                        ? pv_functions_class(f->functions, f->frame->owner)
                                        : NULL;
    if (around)
        return pv_value_field(&f->values, pv_flow_seed(f, around), word);
    pv_node body = number == UINT32_MAX ? PV_NO_NODE : pv_defs_get(f->file->defs, number)->scope;
    if (body == PV_NO_NODE || !word || pv_flow_kind(f, body) != PV_CLASS_BODY)
        return &pv_value_clean;
    pv_node at = pv_flow_at(f, body)->parent;
    pv_node name = PV_NO_NODE;
    /* A class without a name, as Kotlin's companion, is part of the one around it. */
    while (at != PV_NO_NODE && name == PV_NO_NODE) {
        name = pv_flow_kind(f, at) == PV_CLASS ? pv_flow_child(f, at, PV_ROLE_NAME) : PV_NO_NODE;
        at = pv_flow_at(f, at)->parent;
    }
    const struct pv_class *class =
        name == PV_NO_NODE ? NULL : pv_functions_class(f->functions, pv_flow_at(f, name)->word);
    if (!class)
        return &pv_value_clean;
    const struct pv_value *value = pv_value_field(&f->values, pv_flow_seed(f, class), word);
    bool is_own =
        class->name == f->frame->owner && pv_flow_child(f, class->node, PV_ROLE_BODY) == body;
    if (value == &pv_value_clean || (is_own && !is_static_field(f, body, word)))
        return &pv_value_clean;
    return value;
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

/* Telling apart what is called upon objects of a hundred functions costs more than it finds. */
static bool is_large(const struct pv_value *object)
{
    return object->weight > PV_TAINT_OBJECT_MAX;
}

/*
 * `new F(x)`, where F is a function: what its prototype has, and what it leaves in `this`. NULL
 * where F is none of the unit's.
 */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *construct(struct pv_flow *f, pv_node type,
                                        const struct pv_flow_args *args)
{
    const struct pv_value *function = pv_flow_eval(f, type);
    pv_word prototype = pv_vocab_word(f->file->vocab, PV_STR("prototype"));
    struct pv_function_call asked = {.name = pv_flow_at(f, type)->word, .site = type};
    pv_node body = PV_NO_NODE;
    if (function->n_callees > 0) {
        body = function->callees[0];
    } else if (pv_flow_kind(f, type) == PV_NAME) {
        uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
        body = found == PV_NO_FUNCTION ? PV_NO_NODE : f->functions->list.p[found].node;
    }
    struct pv_flow_args given = *args;
    given.self = pv_value_field(&f->values, function, prototype);
    given.closure = function->closure;
    if (body == PV_NO_NODE || !pv_flow_can_invoke(f, body) || is_large(given.self))
        return NULL;
    (void)pv_flow_invoke(f, body, &given);
    return given.self && !is_large(given.self) ? given.self : NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_new(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    struct pv_flow_args args = {0};
    pv_node type = pv_flow_child(f, node, PV_ROLE_TYPE);
    pv_node elements = pv_flow_child(f, node, PV_ROLE_VALUE);
    while (type != PV_NO_NODE && pv_flow_kind(f, type) == PV_GENERIC)
        type = pv_flow_child(f, type, PV_ROLE_TYPE);
    const struct pv_class *class =
        type == PV_NO_NODE || f->rule->options.is_within_functions
            ? NULL
            : pv_functions_class(f->functions, pv_flow_at(f, type)->word);
    if (elements != PV_NO_NODE && pv_flow_kind(f, node) == PV_NEW) {
        const struct pv_value *value = pv_flow_eval(f, elements);
        if (!class)
            return pv_flow_is(f, "go") ? pv_flow_composite(f, type, value) : value;
        pv_flow_args_read_list(f, pv_flow_child(f, node, PV_ROLE_ARGS), &args);
        return pv_flow_composed_of(f, class,
                                   pv_flow_is(f, "csharp")
                                       ? pv_flow_make(f, class, &args)
                                       : pv_flow_object_of(f, &pv_value_clean, class->name),
                                   value);
    }
    pv_flow_args_read(f, node, &args);
    if (f->env.is_dead)
        return &pv_value_clean;
    pv_flow_may_throw(f);
    const struct pv_value *sum = pv_flow_args_sum(f, &args);
    *shown = sum;
    enter_body(f, node);
    if (class)
        return pv_flow_make(f, class, &args);
    bool is_typed = pv_flow_is_js(f) && type != PV_NO_NODE && !f->rule->options.is_within_functions;
    const struct pv_value *made = is_typed ? construct(f, type, &args) : NULL;
    if (made)
        return made;
    if (args.n == 0 && type != PV_NO_NODE && pv_flow_is_list(f, type))
        return pv_value_with(&f->values, &pv_value_clean, f->words.length, pv_flow_int(f, 0));
    const struct pv_value *text = pv_flow_new_text(f, type, &args);
    if (text)
        return text;
    const struct pv_taint_options *options = &f->rule->options;
    bool passes = !options->is_safe_constructors && !options->is_only_assigned &&
                  !pv_flow_makes_lookup(f, type);
    const struct pv_value *promised = passes ? pv_flow_promise(f, type, &args) : NULL;
    if (promised)
        return promised;
    const struct pv_value *result = passes ? sum : &pv_value_clean;
    const struct pv_value *ignored = &pv_value_clean;
    pv_flow_callbacks(f, &args, passes ? &result : &ignored);
    pv_flow_ends(f, node, pv_value_add(&f->values, sum, passes ? result : ignored), PV_END_CALL);
    return result;
}
