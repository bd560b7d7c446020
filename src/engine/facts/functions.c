/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/functions.h"

#include "engine/facts/dotted.h"

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    struct pv_functions *out;
    PV_VEC(pv_node) open; /* functions, lambdas and classes around a node */
    struct pv_err *err;
};

/* The name of a type, without what wraps it: *T, T<U>, T[]. */
static pv_word type_word(const struct pv_tree *tree, pv_node type)
{
    for (int i = 0; type != PV_NO_NODE && i < PV_TYPE_WRAPS_MAX; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, type);
        if (node->kind == PV_TYPE || node->kind == PV_NAME)
            return node->word;
        pv_node inner = pv_tree_child(tree, type, PV_ROLE_TYPE);
        type = inner == PV_NO_NODE ? pv_tree_first(tree, type) : inner;
    }
    return 0;
}

static pv_word name_word(const struct pv_tree *tree, pv_node node)
{
    pv_node name = pv_tree_child(tree, node, PV_ROLE_NAME);
    if (name == PV_NO_NODE)
        return 0;
    /* Of a name with parts, as of `T::f`, the last one. */
    while (pv_tree_at(tree, name)->kind == PV_ACCESS) {
        pv_node field = pv_tree_child(tree, name, PV_ROLE_FIELD);
        if (field == PV_NO_NODE)
            return 0;
        name = field;
    }
    return pv_tree_at(tree, name)->word;
}

static bool is_self(const struct pv_tree *tree, pv_node param)
{
    pv_node target = pv_tree_child(tree, param, PV_ROLE_TARGET);
    struct pv_str text = pv_tree_text(tree, target == PV_NO_NODE ? param : target);
    return pv_str_eq(text, PV_STR("self")) || pv_str_eq(text, PV_STR("cls")) ||
           pv_str_has_suffix(text, PV_STR("&self")) || pv_str_has_suffix(text, PV_STR("mut self"));
}

static void count_params(const struct pv_tree *tree, struct pv_function *function)
{
    pv_node params = pv_tree_child(tree, function->node, PV_ROLE_PARAMS);
    pv_node at = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(tree, params);
    for (; at != PV_NO_NODE; at = pv_tree_next(tree, at)) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, at)->kind;
        if (kind == PV_REST || kind == PV_REST_KW) {
            function->most = UINT32_MAX;
        } else if (function->owner && function->most == 0 && function->receiver == PV_NO_NODE &&
                   is_self(tree, at)) {
            function->receiver = at;
        } else if (function->most != UINT32_MAX) {
            function->most++;
            function->least += pv_tree_child(tree, at, PV_ROLE_DEFAULT) == PV_NO_NODE;
        }
    }
}

static bool is_function(enum pv_kind kind)
{
    return kind == PV_FUNC || kind == PV_LAMBDA;
}

/* What stands around a function: the class that owns it, and the function it is nested in. */
static void place_function(const struct reader *r, struct pv_function *function)
{
    function->scope = PV_NO_NODE;
    for (size_t i = r->open.n; i > 0; i--) {
        pv_node around = r->open.p[i - 1];
        if (is_function((enum pv_kind)pv_tree_at(r->tree, around)->kind)) {
            function->scope = around;
            return;
        }
        if (!function->owner)
            function->owner = name_word(r->tree, around);
    }
}

static bool is_word(const struct pv_tree *tree, pv_node node, const char *const words[], size_t n)
{
    struct pv_str text = node == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(tree, node);
    for (size_t i = 0; i < n; i++)
        if (pv_str_eq(text, pv_str_of(words[i])))
            return true;
    return false;
}

/* `get x() {}` and `@property def x(self)`: 1 for one that reads, 2 for one that writes, else 0. */
static int accessor_kind(const struct pv_tree *tree, pv_node function)
{
    static const char *const readers[] = {"get", "property", "cached_property",
                                          "functools.cached_property"};
    static const char *const writers[] = {"set"};
    for (pv_node at = pv_tree_first(tree, function); at != PV_NO_NODE;
         at = pv_tree_next(tree, at)) {
        const struct pv_tree_node *node = pv_tree_at(tree, at);
        pv_node what = node->kind == PV_ATTR ? pv_tree_child(tree, at, PV_ROLE_VALUE) : at;
        if (node->kind != PV_ATTR && node->kind != PV_MODIFIER)
            continue;
        if (is_word(tree, what, readers, PV_COUNT(readers)))
            return 1;
        if (is_word(tree, what, writers, PV_COUNT(writers)) ||
            (what != PV_NO_NODE && pv_str_has_suffix(pv_tree_text(tree, what), PV_STR(".setter"))))
            return 2;
    }
    return 0;
}

/* The field whose declaration a function is part of, as in C#; PV_NO_NODE. */
static pv_node field_around(const struct pv_tree *tree, pv_node function)
{
    pv_node body = pv_tree_at(tree, function)->parent;
    pv_node field = body == PV_NO_NODE ? body : pv_tree_at(tree, body)->parent;
    return field != PV_NO_NODE && pv_tree_at(tree, body)->kind == PV_CLASS_BODY &&
                   pv_tree_at(tree, field)->kind == PV_VAR
               ? pv_tree_child(tree, field, PV_ROLE_TARGET)
               : PV_NO_NODE;
}

static PV_RESULT add_accessor(struct reader *r, const struct pv_function *function)
{
    static const char *const writers[] = {"set", "init", "willSet", "didSet"};
    struct pv_accessor accessor = {.node = function->node, .owner = function->owner};
    pv_node field = field_around(r->tree, function->node);
    if (field != PV_NO_NODE) {
        accessor.field = pv_tree_at(r->tree, field)->word;
        accessor.is_setter = is_word(r->tree, pv_tree_child(r->tree, function->node, PV_ROLE_NAME),
                                     writers, PV_COUNT(writers));
    } else {
        int kind = accessor_kind(r->tree, function->node);
        accessor.field = kind ? function->name : 0;
        accessor.is_setter = kind == 2;
    }
    if (!accessor.field || !accessor.owner ||
        pv_tree_child(r->tree, function->node, PV_ROLE_BODY) == PV_NO_NODE)
        return PV_SUCCESS;
    struct pv_accessor *slot = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->out->accessors, &slot, r->err));
    *slot = accessor;
    return PV_SUCCESS;
}

static PV_RESULT add_function(struct reader *r, pv_node node)
{
    struct pv_function *function = NULL;
    pv_node object = pv_tree_child(r->tree, node, PV_ROLE_OBJECT);
    PV_TRY(PV_VEC_PUSH(r->mem, &r->out->list, &function, r->err));
    *function = (struct pv_function){
        .node = node, .name = name_word(r->tree, node), .receiver = PV_NO_NODE};
    if (object != PV_NO_NODE && pv_tree_at(r->tree, object)->kind == PV_PARAMS) {
        function->receiver = pv_tree_first(r->tree, object);
        if (function->receiver != PV_NO_NODE)
            function->owner =
                type_word(r->tree, pv_tree_child(r->tree, function->receiver, PV_ROLE_TYPE));
    }
    place_function(r, function);
    if (field_around(r->tree, node) != PV_NO_NODE)
        function->name = 0; /* `get` and `set` of a field are called by nobody */
    count_params(r->tree, function);
    return add_accessor(r, function);
}

/* The type that a struct of Go holds without naming it: its fields and methods are the struct's. */
static pv_node embedded(const struct pv_tree *tree, pv_node class)
{
    pv_node body = pv_tree_child(tree, class, PV_ROLE_BODY);
    pv_node at = body == PV_NO_NODE ? body : pv_tree_first(tree, body);
    for (; at != PV_NO_NODE; at = pv_tree_next(tree, at))
        if (pv_tree_at(tree, at)->kind == PV_VAR &&
            pv_tree_child(tree, at, PV_ROLE_TARGET) == PV_NO_NODE)
            return pv_tree_child(tree, at, PV_ROLE_TYPE);
    return PV_NO_NODE;
}

static PV_RESULT add_class(struct reader *r, pv_node node)
{
    struct pv_class *class = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->out->classes, &class, r->err));
    *class = (struct pv_class){
        .node = node,
        .name = name_word(r->tree, node),
        .base = type_word(r->tree, pv_tree_child(r->tree, node, PV_ROLE_BASE)),
    };
    if (!class->base)
        class->base = type_word(r->tree, embedded(r->tree, node));
    return PV_SUCCESS;
}

PV_RESULT pv_functions_read(struct pv_arena *mem, const struct pv_tree *tree,
                            struct pv_functions **out, struct pv_err *err)
{
    struct reader r = {.mem = mem, .tree = tree, .err = err};
    PV_TRY(PV_NEW(mem, &r.out, err));
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, i)->kind;
        if (!is_function(kind) && kind != PV_CLASS)
            continue;
        while (r.open.n > 0 && pv_tree_at(tree, r.open.p[r.open.n - 1])->after <= i)
            r.open.n--;
        if (kind == PV_FUNC)
            PV_TRY(add_function(&r, i));
        if (kind == PV_CLASS)
            PV_TRY(add_class(&r, i));
        pv_node *slot = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &r.open, &slot, err));
        *slot = i;
    }
    *out = r.out;
    return PV_SUCCESS;
}

static bool holds(const struct pv_tree *tree, pv_node outer, pv_node inner)
{
    return outer == PV_NO_NODE || (outer <= inner && inner < pv_tree_at(tree, outer)->after);
}

/* How well `function` fits: 0 not at all; one that is nearer, or takes the arguments, fits more. */
static uint64_t fit(const struct pv_tree *tree, const struct pv_function *function,
                    const struct pv_function_call *call)
{
    if (function->name != call->name || function->owner != call->owner)
        return 0;
    if (!call->owner && !holds(tree, function->scope, call->site))
        return 0;
    bool takes = call->n_args >= function->least && call->n_args <= function->most;
    uint64_t depth = function->scope == PV_NO_NODE ? 0 : (uint64_t)function->scope + 1;
    return (takes ? UINT64_C(1) << 40 : 1) + depth;
}

static uint32_t find_own(const struct pv_functions *functions, const struct pv_tree *tree,
                         const struct pv_function_call *call)
{
    uint32_t best = PV_NO_FUNCTION;
    uint64_t most = 0;
    for (uint32_t i = 0; i < functions->list.n; i++) {
        uint64_t now = fit(tree, &functions->list.p[i], call);
        if (now > most) {
            best = i;
            most = now;
        }
    }
    return best;
}

uint32_t pv_functions_find(const struct pv_functions *functions, const struct pv_tree *tree,
                           const struct pv_function_call *call)
{
    struct pv_function_call asked = *call;
    if (!call->name)
        return PV_NO_FUNCTION;
    for (int i = 0; i < PV_CLASS_BASES_MAX; i++) {
        uint32_t found = find_own(functions, tree, &asked);
        const struct pv_class *class =
            asked.owner ? pv_functions_class(functions, asked.owner) : NULL;
        if (found != PV_NO_FUNCTION || !class || !class->base)
            return found;
        asked.owner = class->base;
    }
    return PV_NO_FUNCTION;
}

const struct pv_accessor *pv_functions_accessor(const struct pv_functions *functions, pv_word owner,
                                                pv_word field, bool is_setter)
{
    for (int i = 0; owner && functions->accessors.n > 0 && i < PV_CLASS_BASES_MAX; i++) {
        PV_VEC_EACH (const struct pv_accessor, at, &functions->accessors)
            if (at->owner == owner && at->field == field && at->is_setter == is_setter)
                return at;
        const struct pv_class *class = pv_functions_class(functions, owner);
        owner = class ? class->base : 0;
    }
    return NULL;
}

uint32_t pv_functions_at(const struct pv_functions *functions, pv_node node)
{
    size_t low = 0;
    size_t high = functions->list.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (functions->list.p[middle].node < node)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < functions->list.n && functions->list.p[low].node == node;
    return is_there ? (uint32_t)low : PV_NO_FUNCTION;
}

const struct pv_class *pv_functions_class(const struct pv_functions *functions, pv_word name)
{
    for (size_t i = 0; name && i < functions->classes.n; i++)
        if (functions->classes.p[i].name == name)
            return &functions->classes.p[i];
    return NULL;
}
