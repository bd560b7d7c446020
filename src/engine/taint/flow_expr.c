/* SPDX-License-Identifier: Apache-2.0 */
/* Names, fields, literals: the leaves of expressions and what is read through. */
#include "engine/taint/flow_internal.h"

#include "engine/facts/number.h"

/* A function of the file that is spoken of by name. */
static const struct pv_value *named_function(struct pv_flow *f, pv_node node, pv_word owner)
{
    struct pv_function_call call = {
        .name = pv_flow_at(f, node)->word, .owner = owner, .site = node};
    uint32_t found = pv_functions_find(f->functions, f->tree, &call);
    return found == PV_NO_FUNCTION
               ? &pv_value_clean
               : pv_value_of_function(&f->values, f->functions->list.p[found].node);
}

/* An object of the class of the file that a type names; the clean value for others. */
static const struct pv_value *object_of_type(struct pv_flow *f, pv_node type)
{
    while (type != PV_NO_NODE && pv_flow_kind(f, type) != PV_TYPE &&
           pv_flow_kind(f, type) != PV_NAME)
        type = pv_flow_child(f, type, PV_ROLE_TYPE);
    if (type == PV_NO_NODE)
        return &pv_value_clean;
    const struct pv_class *class = pv_functions_class(f->functions, pv_flow_at(f, type)->word);
    return class ? pv_flow_seed(f, class) : &pv_value_clean;
}

/* The class of the file that a variable was declared with, as an object of it. */
static const struct pv_value *declared_object(struct pv_flow *f, uint32_t number)
{
    return object_of_type(f, pv_defs_get(f->file->defs, number)->type);
}

/* The same for a field of an object that nobody in the file has set: frameworks do. */
static const struct pv_value *declared_field(struct pv_flow *f, pv_word owner, pv_word field)
{
    const struct pv_class *class = f->unit ? pv_functions_class(f->functions, owner) : NULL;
    pv_node member = pv_flow_member(f, class, field);
    if (member != PV_NO_NODE)
        return object_of_type(f, pv_flow_child(f, member, PV_ROLE_TYPE));
    return &pv_value_clean;
}

/* A function of the file, or, where a language calls it by its name alone, what it gives. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *function_or_result(struct pv_flow *f, pv_node node, pv_word owner,
                                                 const struct pv_value *self)
{
    bool is_callee = pv_flow_at(f, node)->role == PV_ROLE_CALLEE ||
                     pv_flow_at(f, pv_flow_at(f, node)->parent)->role == PV_ROLE_CALLEE;
    const struct pv_value *value = is_callee ? NULL : pv_flow_property(f, node, owner, self);
    return value ? value : named_function(f, node, owner);
}

/* Whether a method of what a name holds is called: of which class it is says which method. */
static bool is_called_upon(const struct pv_flow *f, pv_node name)
{
    pv_node parent = pv_flow_at(f, name)->parent;
    return pv_flow_at(f, name)->role == PV_ROLE_OBJECT && parent != PV_NO_NODE &&
           pv_flow_at(f, parent)->role == PV_ROLE_CALLEE;
}

/* A constant of an interface that the class at hand implements, known by its name alone. */
static const struct pv_value *constant_of_interface(struct pv_flow *f, pv_word word)
{
    const struct pv_class *class = pv_functions_class(f->functions, f->frame->owner);
    pv_node at = class && pv_flow_is(f, "java") ? pv_tree_first(f->tree, class->node) : PV_NO_NODE;
    for (; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        const struct pv_class *interface =
            pv_flow_at(f, at)->role == PV_ROLE_IMPLEMENTS
                ? pv_functions_class(f->functions, pv_flow_at(f, at)->word)
                : NULL;
        if (interface && pv_flow_member(f, interface, word) != PV_NO_NODE)
            return pv_value_field(&f->values, pv_flow_seed(f, interface), word);
    }
    return &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_name(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_place place = {0};
    if (!pv_flow_place(f, node, &place))
        return &pv_value_clean;
    if (pv_flow_get(f, place.var)) {
        const struct pv_value *value = pv_flow_read(f, &place);
        pv_flow_held_read(f, value);
        bool is_given = place.n == 0 && !(place.var < PV_VAR_THIS && is_called_upon(f, node));
        if (value != &pv_value_clean || is_given)
            return value;
    }
    if (pv_flow_at(f, node)->flags & PV_NODE_BARE)
        pv_flow_may_throw(f);
    if (place.var < PV_VAR_THIS)
        return declared_object(f, place.var);
    if (place.var == PV_VAR_THIS && place.n != 1)
        return &pv_value_clean;
    const struct pv_class *class = pv_functions_class(f->functions, pv_flow_at(f, node)->word);
    if (class && (pv_flow_at(f, node)->role == PV_ROLE_OBJECT || pv_flow_is(f, "rust")))
        return pv_flow_seed(f, class);
    if (place.var >= PV_VAR_THIS) {
        const struct pv_value *shared =
            pv_flow_shared_field(f, pv_defs_number(f->file->defs, node), pv_flow_at(f, node)->word);
        pv_flow_held_read(f, shared);
        if (shared != &pv_value_clean)
            return shared;
    }
    const struct pv_value *self = pv_flow_self(f);
    const struct pv_value *value = &pv_value_clean;
    if (place.var == PV_VAR_THIS && place.n == 1)
        value = declared_field(f, f->frame->owner, place.path[0]);
    if (value != &pv_value_clean)
        return value;
    if (place.var != PV_VAR_THIS)
        value = function_or_result(f, node, 0, self);
    if (value->n_callees == 0 && value == &pv_value_clean && f->frame->owner)
        value = function_or_result(f, node, f->frame->owner, self);
    return value == &pv_value_clean && (place.var & PV_VAR_UNDEFINED)
               ? constant_of_interface(f, pv_flow_at(f, node)->word)
               : value;
}

/* The class of which Ruby's `User.new`, without brackets, makes an object. NULL for other code. */
static const struct pv_class *made_by_name(const struct pv_flow *f, pv_node access)
{
    pv_node object = pv_flow_child(f, access, PV_ROLE_OBJECT);
    pv_node field = pv_flow_child(f, access, PV_ROLE_FIELD);
    if (pv_flow_at(f, field)->word != f->words.new || object == PV_NO_NODE ||
        pv_flow_kind(f, object) != PV_NAME || pv_flow_at(f, access)->role == PV_ROLE_CALLEE ||
        f->rule->options.is_within_functions || !pv_str_eq(f->rule->lang, PV_STR("ruby")))
        return NULL;
    return pv_functions_class(f->functions, pv_flow_at(f, object)->word);
}

/* Whether a field is a function that runs when it is read, whatever the object has under its name.
 */
static bool is_method(const struct pv_flow *f, pv_node field, pv_word owner)
{
    return pv_functions_accessor(f->functions, owner, pv_flow_at(f, field)->word, false) != NULL;
}

/* A field of what a struct holds without naming it, which is the struct's, too. */
static const struct pv_value *embedded(struct pv_flow *f, pv_node field,
                                       const struct pv_value *object)
{
    const struct pv_class *class = pv_functions_class(f->functions, object->class);
    if (!class || !class->base || !pv_flow_is(f, "go"))
        return &pv_value_clean;
    return pv_value_field(&f->values, pv_value_field(&f->values, object, class->base),
                          pv_flow_at(f, field)->word);
}

/* `xs.last` of Ruby is a call, unless a field is meant. */
static bool is_bare_call(const struct pv_flow *f, pv_node access, pv_node field)
{
    return ((pv_flow_at(f, access)->flags | pv_flow_at(f, field)->flags) & PV_NODE_BARE) &&
           pv_flow_at(f, access)->role != PV_ROLE_CALLEE;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *called_bare(struct pv_flow *f, pv_node access,
                                          const struct pv_value *object)
{
    struct pv_flow_args args = {.self = object};
    if (object->class || object->n_fields == 0 || f->rule->options.is_safe_functions)
        return &pv_value_clean;
    const struct pv_value *same = pv_flow_same(f, access, &args);
    const struct pv_value *known = same ? same : pv_flow_library(f, access, &args);
    return known ? known : pv_value_reach(&f->values, object);
}

/* `Mode.Old`, where the one object of a class is written within another. */
static const struct pv_value *nested_object(struct pv_flow *f, pv_node field, pv_word owner)
{
    const struct pv_class *outer = pv_functions_class(f->functions, owner);
    const struct pv_class *inner = pv_functions_class(f->functions, pv_flow_at(f, field)->word);
    bool has_objects = pv_flow_is(f, "kotlin") || pv_flow_is(f, "scala");
    bool is_within = has_objects && inner && outer && inner->node > outer->node &&
                     inner->node < pv_flow_at(f, outer->node)->after;
    return is_within ? pv_flow_seed(f, inner) : &pv_value_clean;
}

/* `x.length` of texts and lists alike, and what Ruby calls by its name alone. */
static bool gives_number(const struct pv_flow *f, pv_node access, pv_node field)
{
    if (pv_flow_is_js(f))
        return f->rule->options.is_safe_numbers && pv_flow_at(f, field)->word == f->words.length;
    return is_bare_call(f, access, field) && pv_flow_names_safe_type(f, field);
}

/* A field of a value; where only assignment passes taint on, just what was put into it. */
static const struct pv_value *part(struct pv_flow *f, const struct pv_value *object, pv_word key)
{
    if (!f->rule->options.is_only_assigned || object->n_taints == 0)
        return pv_value_field(&f->values, object, key);
    struct pv_value held = *object;
    held.taints = NULL;
    held.n_taints = 0;
    return pv_value_field(&f->values, pv_value_new(&f->values, held), key);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_access(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    pv_node field = pv_flow_child(f, node, PV_ROLE_FIELD);
    const struct pv_value *object = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_OBJECT));
    if (field == PV_NO_NODE)
        return object;
    if (pv_flow_is_shared(f, pv_flow_child(f, node, PV_ROLE_OBJECT), pv_flow_at(f, field)->word)) {
        const struct pv_value *shared =
            pv_flow_get(f, PV_VAR_UNDEFINED | pv_flow_at(f, field)->word);
        return shared ? shared : &pv_value_clean;
    }
    enum pv_kind kind = pv_flow_kind(f, field);
    if (kind != PV_NAME && kind != PV_TYPE && kind != PV_INT)
        return pv_value_join(&f->values, pv_value_reach(&f->values, object),
                             pv_flow_eval(f, field));
    if (object->n_taints > 0 && object->n_fields == 0 && gives_number(f, node, field))
        return &pv_value_clean;
    const struct pv_value *value = part(f, object, pv_flow_field_word(f, field));
    if (pv_flow_is_safe_member(f, pv_flow_child(f, node, PV_ROLE_OBJECT), object,
                               pv_flow_at(f, field)->word))
        value = pv_flow_without_sources(f, value);
    const struct pv_class *class = made_by_name(f, node);
    struct pv_flow_args none = {0};
    if (class)
        return pv_flow_make(f, class, &none);
    if (object->class && value == &pv_value_clean)
        value = embedded(f, field, object);
    if (object->class && value == &pv_value_clean)
        value = declared_field(f, object->class, pv_flow_at(f, field)->word);
    if (object->class && value == &pv_value_clean)
        value = nested_object(f, field, object->class);
    if (value == &pv_value_clean && is_bare_call(f, node, field))
        value = called_bare(f, node, object);
    if (!object->class || (value != &pv_value_clean && !is_method(f, field, object->class)))
        return value;
    return function_or_result(f, field, object->class, object);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_index(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *sum = &pv_value_clean;
    const struct pv_value *object = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_OBJECT));
    pv_node index = PV_NO_NODE;
    const struct pv_value *key = &pv_value_clean;
    for (pv_node at = pv_tree_first(f->tree, node); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at)) {
        if (pv_flow_at(f, at)->role != PV_ROLE_ARGS)
            continue;
        key = pv_flow_eval(f, at);
        index = at;
        sum = pv_value_add(&f->values, sum, pv_value_reach(&f->values, key));
    }
    if (index != PV_NO_NODE && pv_flow_kind(f, index) == PV_SLICE)
        return object->prefix.p ? pv_value_prefixed(&f->values, object, (struct pv_str){0})
                                : object;
    const struct pv_value *letter = pv_flow_letter(f, object, key);
    if (letter)
        return letter;
    const struct pv_value *value = part(f, object, pv_value_key(key));
    const struct pv_taint_options *options = &f->rule->options;
    bool is_table = options->is_safe_checked && !pv_value_is_tainted(object);
    bool passes = !options->is_safe_indexes && !options->is_only_assigned && !is_table;
    return passes ? pv_value_add(&f->values, value, sum) : value;
}

const struct pv_value *pv_flow_int(struct pv_flow *f, int64_t number)
{
    pv_word word = number >= 0 && number < PV_FLOW_INDEX_WORDS ? f->words.index[number] : 0;
    return pv_value_new(
        &f->values, (struct pv_value){.constant = PV_VALUE_INT, .number = number, .word = word});
}

const struct pv_value *pv_flow_number(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    uint64_t number = 0;
    if (!pv_number_read_int(pv_tree_text(f->tree, node), &number) || number > INT64_MAX)
        return &pv_value_clean;
    return pv_value_new(&f->values, (struct pv_value){.constant = PV_VALUE_INT,
                                                      .number = (int64_t)number,
                                                      .word = pv_flow_at(f, node)->word});
}

const struct pv_value *pv_flow_boolean(struct pv_flow *f, pv_node node,
                                       const struct pv_value **shown)
{
    (void)shown;
    struct pv_str text = pv_tree_text(f->tree, node);
    bool is_true = text.n > 0 && (text.p[0] == 't' || text.p[0] == 'T');
    return pv_value_new(&f->values,
                        (struct pv_value){.constant = PV_VALUE_BOOL, .number = is_true});
}

const struct pv_value *pv_flow_null(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)node;
    (void)shown;
    return pv_value_new(&f->values, (struct pv_value){.constant = PV_VALUE_NULL});
}

static bool is_plain_text(const struct pv_flow *f, pv_node string)
{
    pv_node first = pv_tree_first(f->tree, string);
    return first != PV_NO_NODE && pv_flow_kind(f, first) == PV_TEXT &&
           pv_tree_next(f->tree, first) == PV_NO_NODE;
}

const struct pv_value *pv_flow_text(struct pv_flow *f, struct pv_str text)
{
    return pv_value_new(&f->values, (struct pv_value){.constant = PV_VALUE_TEXT,
                                                      .word = pv_vocab_word(f->file->vocab, text),
                                                      .text = text});
}

const struct pv_value *pv_flow_char(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_str text = pv_tree_text(f->tree, node);
    return pv_flow_text(f, pv_str_sub(text, 1, text.n > 1 ? text.n - 1 : 1));
}

/* A plain text is a constant; one with code in it is as tainted as that. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_string(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    if (is_plain_text(f, node))
        return pv_flow_text(f, pv_tree_text(f->tree, pv_tree_first(f->tree, node)));
    const struct pv_value *sum =
        f->rule->options.safe_prefix ? pv_flow_interpolated(f, node) : pv_flow_children(f, node);
    return f->rule->options.is_only_assigned ? &pv_value_clean : sum;
}

const struct pv_value *pv_flow_constant(struct pv_flow *f, pv_node node)
{
    struct pv_flow_place place = {0};
    const struct pv_value *value = NULL;
    switch (pv_flow_kind(f, node)) {
    case PV_OTHER: value = pv_flow_symbol(f, node); return value ? value : &pv_value_clean;
    case PV_STRING: return is_plain_text(f, node) ? pv_flow_string(f, node, NULL) : &pv_value_clean;
    case PV_CHAR: return pv_flow_char(f, node, NULL);
    case PV_INT: return pv_flow_number(f, node, NULL);
    case PV_NAME: return pv_flow_place(f, node, &place) ? pv_flow_read(f, &place) : &pv_value_clean;
    default: return &pv_value_clean;
    }
}

/* `f { x }` of Scala gives f what the block comes to; `{ case x => … }` is a function. */
static bool is_plain_block(const struct pv_flow *f, pv_node lambda)
{
    pv_node body = pv_flow_child(f, lambda, PV_ROLE_BODY);
    if (!pv_flow_is(f, "scala") || body == PV_NO_NODE || pv_flow_kind(f, body) != PV_BLOCK ||
        pv_flow_child(f, lambda, PV_ROLE_PARAMS) != PV_NO_NODE)
        return false;
    pv_node first = pv_tree_first(f->tree, body);
    return first == PV_NO_NODE || pv_flow_kind(f, first) != PV_SWITCH ||
           pv_flow_child(f, first, PV_ROLE_VALUE) != PV_NO_NODE;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_lambda(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    pv_node parent = pv_flow_at(f, node)->parent;
    bool is_argument = parent != PV_NO_NODE && (pv_flow_kind(f, parent) == PV_ARGS ||
                                                pv_flow_at(f, node)->role == PV_ROLE_CALLEE);
    if (is_argument && is_plain_block(f, node))
        return pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_BODY));
    /* Whoever is given it may call it at any time; what it changes then is not known here. */
    if (!is_argument)
        pv_flow_enter(f, node);
    return pv_value_of_function(&f->values, node);
}
