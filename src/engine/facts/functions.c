/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/functions.h"

#include "engine/facts/dotted.h"
#include "engine/facts/functions_internal.h"

#include <stdlib.h>

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    struct pv_functions *out;
    PV_VEC(pv_node) open; /* functions, lambdas and classes around a node */
    bool has_outside;     /* methods that stand outside of their classes, or destructors */
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

/* Of a name with parts, as of `T::f`, the last one; PV_NO_NODE. */
pv_node pv_functions_last_part(const struct pv_tree *tree, pv_node name)
{
    while (name != PV_NO_NODE && pv_tree_at(tree, name)->kind == PV_ACCESS)
        name = pv_tree_child(tree, name, PV_ROLE_FIELD);
    return name;
}

static pv_word name_word(const struct pv_tree *tree, pv_node node)
{
    pv_node name = pv_functions_last_part(tree, pv_tree_child(tree, node, PV_ROLE_NAME));
    return name == PV_NO_NODE ? 0 : pv_tree_at(tree, name)->word;
}

/* `typedef struct { … } T;`: without a name of its own it goes by the one that it is given. */
static pv_word class_word(const struct pv_tree *tree, pv_node class)
{
    pv_word word = name_word(tree, class);
    pv_node after = pv_tree_next(tree, class);
    pv_node parent = pv_tree_at(tree, class)->parent;
    bool is_given = !word && after != PV_NO_NODE && parent != PV_NO_NODE &&
                    pv_tree_at(tree, after)->kind == PV_TYPE &&
                    pv_tree_at(tree, parent)->kind == PV_OTHER;
    return is_given ? pv_tree_at(tree, after)->word : word;
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

/* `T::f` is of T, if that turns out to be a class. */
static void place_outside(struct reader *r, struct pv_function *function)
{
    pv_node name = pv_tree_child(r->tree, function->node, PV_ROLE_NAME);
    if (name == PV_NO_NODE)
        return;
    r->has_outside |= pv_tree_text(r->tree, name).n > 0 && pv_tree_text(r->tree, name).p[0] == '~';
    if (function->owner || pv_tree_at(r->tree, name)->kind != PV_ACCESS)
        return;
    name = pv_functions_last_part(r->tree, pv_tree_child(r->tree, name, PV_ROLE_OBJECT));
    function->owner = name == PV_NO_NODE ? 0 : pv_tree_at(r->tree, name)->word;
    function->is_outside = function->owner != 0;
    r->has_outside = r->has_outside || function->is_outside;
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
    function->has_body = pv_tree_child(r->tree, node, PV_ROLE_BODY) != PV_NO_NODE;
    place_outside(r, function);
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
        .name = class_word(r->tree, node),
        .destructor = PV_NO_NODE,
        .base = type_word(r->tree, pv_tree_child(r->tree, node, PV_ROLE_BASE)),
    };
    if (!class->base)
        class->base = type_word(r->tree, embedded(r->tree, node));
    return PV_SUCCESS;
}

static int compare_words(pv_word a, pv_word b)
{
    return (a > b) - (a < b);
}

static int compare_names(const void *a, const void *b)
{
    const struct pv_function_name *x = a;
    const struct pv_function_name *y = b;
    int order = compare_words(x->name, y->name);
    order = order ? order : compare_words(x->owner, y->owner);
    return order ? order : compare_words(x->number, y->number);
}

/* Each type that `part` of a class names. */
static PV_RESULT add_heirs(struct reader *r, uint32_t class, pv_node part)
{
    for (pv_node i = part; i < pv_tree_at(r->tree, part)->after; i++) {
        const struct pv_tree_node *node = pv_tree_at(r->tree, i);
        struct pv_function_name *slot = NULL;
        if (node->word == 0 || (node->kind != PV_TYPE && node->kind != PV_NAME))
            continue;
        PV_TRY(PV_VEC_PUSH(r->mem, &r->out->heirs, &slot, r->err));
        *slot = (struct pv_function_name){node->word, 0, class};
    }
    return PV_SUCCESS;
}

static PV_RESULT sort_heirs(struct reader *r)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < r->out->classes.n; i++) {
        pv_node at = pv_tree_first(r->tree, r->out->classes.p[i].node);
        for (; at != PV_NO_NODE; at = pv_tree_next(r->tree, at)) {
            enum pv_role role = (enum pv_role)pv_tree_at(r->tree, at)->role;
            if (role == PV_ROLE_BASE || role == PV_ROLE_IMPLEMENTS)
                PV_TRY(add_heirs(r, i, at));
        }
    }
    struct pv_function_name *heirs = r->out->heirs.p;
    if (r->out->heirs.n > 1)
        qsort(heirs, r->out->heirs.n, sizeof *heirs, compare_names);
    for (size_t i = 0; i < r->out->heirs.n; i++)
        if (i == 0 || compare_names(&heirs[kept - 1], &heirs[i]) != 0)
            heirs[kept++] = heirs[i];
    r->out->heirs.n = kept;
    return PV_SUCCESS;
}

static PV_RESULT sort_names(struct reader *r)
{
    struct pv_functions *out = r->out;
    PV_TRY(PV_NEW_ARRAY(r->mem, out->list.n, &out->functions_by_name, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, out->classes.n, &out->classes_by_name, r->err));
    pv_functions_sort(out);
    return PV_SUCCESS;
}

void pv_functions_sort(struct pv_functions *out)
{
    for (uint32_t i = 0; i < out->list.n; i++)
        out->functions_by_name[i] =
            (struct pv_function_name){out->list.p[i].name, out->list.p[i].owner, i};
    for (uint32_t i = 0; i < out->classes.n; i++)
        out->classes_by_name[i] = (struct pv_function_name){out->classes.p[i].name, 0, i};
    if (out->list.n > 1)
        qsort(out->functions_by_name, out->list.n, sizeof *out->functions_by_name, compare_names);
    if (out->classes.n > 1)
        qsort(out->classes_by_name, out->classes.n, sizeof *out->classes_by_name, compare_names);
    size_t kept = 0;
    for (size_t i = 0; i < out->heirs.n; i++)
        if (out->classes.p[out->heirs.p[i].number].name)
            out->heirs.p[kept++] = out->heirs.p[i];
    out->heirs.n = kept;
}

/* The first of `n` that does not come before `name` of `owner`. */
static uint32_t first_of(const struct pv_function_name *names, size_t n, pv_word name,
                         pv_word owner)
{
    struct pv_function_name sought = {name, owner, 0};
    size_t low = 0;
    size_t high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_names(&names[middle], &sought) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
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
    PV_TRY(sort_names(&r));
    if (r.has_outside)
        PV_TRY(pv_functions_join_outside(mem, tree, r.out, err));
    PV_TRY(sort_heirs(&r));
    *out = r.out;
    return PV_SUCCESS;
}

static bool holds(const struct pv_tree *tree, pv_node outer, pv_node inner)
{
    return outer == PV_NO_NODE || (outer <= inner && inner < pv_tree_at(tree, outer)->after);
}

uint32_t pv_functions_module(const struct pv_functions *functions, pv_node node)
{
    uint32_t number = 0;
    for (uint32_t i = 1; i < functions->modules.n && functions->modules.p[i] <= node; i++)
        number = i;
    return number;
}

/* How well `function` fits: 0 not at all; one that is nearer, or takes the arguments, fits more. */
static uint64_t fit(const struct pv_tree *tree, const struct pv_function *function,
                    const struct pv_function_call *call, uint32_t module)
{
    if (function->is_local && function->module != module)
        return 0;
    if (!call->owner && !holds(tree, function->scope, call->site))
        return 0;
    bool takes = call->n_args >= function->least && call->n_args <= function->most;
    uint64_t depth = function->scope == PV_NO_NODE ? 0 : (uint64_t)function->scope + 1;
    /* What only says that there is such a function means the one that does something. */
    uint64_t body = function->has_body ? UINT64_C(1) << 39 : 0;
    return (takes ? UINT64_C(1) << 40 : 1) + body + depth;
}

static uint32_t find_own(const struct pv_functions *functions, const struct pv_tree *tree,
                         const struct pv_function_call *call)
{
    uint32_t best = PV_NO_FUNCTION;
    uint64_t most = 0;
    uint32_t module = pv_functions_module(functions, call->site);
    const struct pv_function_name *names = functions->functions_by_name;
    size_t n = functions->list.n;
    for (uint32_t i = first_of(names, n, call->name, call->owner);
         i < n && names[i].name == call->name && names[i].owner == call->owner; i++) {
        uint64_t now = fit(tree, &functions->list.p[names[i].number], call, module);
        if (now > most) {
            best = names[i].number;
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
    uint32_t i = first_of(functions->classes_by_name, functions->classes.n, name, 0);
    bool is_there = name && i < functions->classes.n && functions->classes_by_name[i].name == name;
    return is_there ? &functions->classes.p[functions->classes_by_name[i].number] : NULL;
}

struct pv_heirs pv_functions_heirs(const struct pv_functions *functions, pv_word base)
{
    struct pv_heirs heirs = {0};
    heirs.first = heirs.end = first_of(functions->heirs.p, functions->heirs.n, base, 0);
    while (heirs.end < functions->heirs.n && functions->heirs.p[heirs.end].name == base)
        heirs.end++;
    return heirs;
}
