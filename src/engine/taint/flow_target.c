/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Variables and fields: which one an expression is, what it holds, and giving
 * it a value.
 */
#include "engine/taint/flow_internal.h"

/* Fields are the object's, however they are written: x, this.x, @x. */
static bool is_field(const struct pv_flow *f, const struct pv_def *def)
{
    if (pv_flow_kind(f, def->scope) == PV_CLASS_BODY)
        return true;
    if (def->last == PV_NO_WRITE)
        return false;
    const struct pv_write *first = pv_defs_write(f->file->defs, def->last);
    while (first->before != PV_NO_WRITE)
        first = pv_defs_write(f->file->defs, first->before);
    pv_node params = pv_flow_at(f, first->writer)->parent;
    if (params == PV_NO_NODE || pv_flow_kind(f, params) != PV_PARAMS)
        return false;
    return pv_flow_kind(f, pv_flow_at(f, params)->parent) == PV_CLASS;
}

static bool is_this(const struct pv_flow *f, pv_word word)
{
    return (word == f->words.base && word && pv_flow_is(f, "csharp")) || word == f->words.this ||
           word == f->words.this_php || word == f->words.super || word == f->words.self;
}

/* `@x` is the field x. */
static pv_word field_word(const struct pv_flow *f, pv_node name)
{
    struct pv_str text = pv_tree_text(f->tree, name);
    pv_word word = 0;
    if (text.n > 1 && text.p[0] == '@' && text.p[1] != '@')
        word = pv_vocab_word(f->file->vocab, pv_str_sub(text, 1, text.n));
    return word ? word : pv_flow_at(f, name)->word;
}

/* Whether one of the class's own variables has this name. */
static bool declares(const struct pv_flow *f, const struct pv_class *class, pv_word word)
{
    pv_node member = pv_flow_member(f, class, word);
    enum pv_kind kind = pv_flow_kind(f, member);
    return member != PV_NO_NODE && (kind == PV_VAR || kind == PV_PARAM);
}

/* A field of a class that the one at hand extends, or is of, known by its name alone. */
static bool is_inherited(const struct pv_flow *f, pv_word word)
{
    const struct pv_class *class =
        f->frame && word ? pv_functions_class(f->functions, f->frame->owner) : NULL;
    /* A method of C++ may stand outside of its class. */
    if (class && f->has_aliases && (class->is_elsewhere || declares(f, class, word)))
        return true;
    for (int i = 0; class && class->base && i < PV_TAINT_BASES_MAX; i++) {
        class = pv_functions_class(f->functions, class->base);
        if (class && declares(f, class, word))
            return true;
    }
    return false;
}

static bool place_of_name(struct pv_flow *f, pv_node node, struct pv_flow_place *out)
{
    pv_word word = pv_flow_at(f, node)->word;
    uint32_t number = pv_defs_number(f->file->defs, node);
    struct pv_str text = pv_tree_text(f->tree, node);
    pv_word backing = word && word == f->words.field ? pv_flow_backing(f) : 0;
    *out = (struct pv_flow_place){.var = number};
    if (backing && (number == UINT32_MAX || !pv_defs_get(f->file->defs, number)->is_strong)) {
        *out = (struct pv_flow_place){.var = PV_VAR_THIS, .n = 1, .path = {backing}};
        return true;
    }
    if (number == UINT32_MAX) {
        /* The class's own fields are kept with those of its objects. */
        bool is_own = f->frame && word && word == f->frame->owner;
        out->var = is_own || is_this(f, word) ? PV_VAR_THIS : PV_VAR_UNDEFINED | word;
        bool is_field = text.n > 1 && text.p[0] == '@';
        if (is_field ||
            (!is_own && out->var != PV_VAR_THIS && f->has_implicit_this && is_inherited(f, word)))
            *out =
                (struct pv_flow_place){.var = PV_VAR_THIS, .n = 1, .path = {field_word(f, node)}};
        return true;
    }
    const struct pv_def *def = pv_defs_get(f->file->defs, number);
    bool is_another = !def->is_strong && f->has_implicit_this && is_inherited(f, word);
    if (is_another || is_field(f, def) || (text.n > 1 && text.p[0] == '@'))
        *out = (struct pv_flow_place){.var = PV_VAR_THIS, .n = 1, .path = {field_word(f, node)}};
    return true;
}

static pv_word key_of_index(struct pv_flow *f, pv_node node)
{
    pv_node index = pv_flow_child(f, node, PV_ROLE_ARGS);
    if (index == PV_NO_NODE)
        return PV_KEY_ANY;
    return pv_value_key(pv_flow_constant(f, index));
}

/* From the outside in: the path comes out backwards. */
static pv_node step_in(struct pv_flow *f, pv_node node, struct pv_flow_place *out)
{
    pv_word key = 0;
    if (out->n == PV_TAINT_PATH_MAX)
        return PV_NO_NODE;
    if (pv_flow_kind(f, node) == PV_INDEX) {
        key = key_of_index(f, node);
    } else {
        pv_node field = pv_flow_child(f, node, PV_ROLE_FIELD);
        if (field == PV_NO_NODE)
            return PV_NO_NODE;
        key = pv_flow_field_word(f, field);
    }
    out->path[out->n++] = key;
    return pv_flow_child(f, node, PV_ROLE_OBJECT);
}

/* len(x) is kept as if it were a field of x; x.append(y) is x; x.get(k) is a field of it. */
static pv_node step_through_call(struct pv_flow *f, pv_node call, struct pv_flow_place *out)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    pv_node args = pv_flow_child(f, call, PV_ROLE_ARGS);
    pv_word key = PV_KEY_ANY;
    if (callee == PV_NO_NODE || out->n == PV_TAINT_PATH_MAX)
        return PV_NO_NODE;
    if (pv_flow_kind(f, callee) == PV_NAME && pv_flow_at(f, callee)->word == f->words.len) {
        out->path[out->n++] = f->words.length;
        return args == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, args);
    }
    if (!pv_flow_passes_object(f, call, &key))
        return PV_NO_NODE;
    if (key != PV_KEY_OBJECT)
        out->path[out->n++] = key;
    return pv_flow_child(f, callee, PV_ROLE_OBJECT);
}

static bool append_reversed(struct pv_flow_place *out, const struct pv_flow_place *back)
{
    if (out->n + back->n > PV_TAINT_PATH_MAX)
        return false;
    for (uint32_t i = back->n; i > 0; i--)
        out->path[out->n++] = back->path[i - 1];
    return true;
}

/* What a name stands for, if it is another name of something; PV_NO_NODE. */
static pv_node alias_of(const struct pv_flow *f, pv_node name)
{
    uint32_t number = f->has_aliases ? pv_defs_number(f->file->defs, name) : UINT32_MAX;
    return number == UINT32_MAX ? PV_NO_NODE : pv_flow_alias(f, pv_defs_get(f->file->defs, number));
}

/* What is shared by handlers is kept beside their own variables. */
static void place_shared(const struct pv_flow *f, pv_node name, struct pv_flow_place *back,
                         struct pv_flow_place *out)
{
    if (back->n == 0 || !pv_flow_is_shared(f, name, back->path[back->n - 1]))
        return;
    *out = (struct pv_flow_place){.var = PV_VAR_UNDEFINED | back->path[--back->n]};
}

bool pv_flow_place(struct pv_flow *f, pv_node node, struct pv_flow_place *out)
{
    struct pv_flow_place back = {0};
    int n_aliases = 0;
    while (node != PV_NO_NODE) {
        enum pv_kind kind = pv_flow_kind(f, node);
        pv_node alias =
            kind == PV_NAME && n_aliases < PV_TAINT_ALIASES_MAX ? alias_of(f, node) : PV_NO_NODE;
        if (alias != PV_NO_NODE) {
            node = alias;
            n_aliases++;
            continue;
        }
        if (kind == PV_NAME) {
            bool is_place = place_of_name(f, node, out);
            place_shared(f, node, &back, out);
            return is_place && append_reversed(out, &back);
        }
        if (kind == PV_ACCESS || kind == PV_INDEX)
            node = step_in(f, node, &back);
        else if (kind == PV_UNARY || kind == PV_POSTFIX)
            node = pv_flow_child(f, node, PV_ROLE_OPERAND);
        else if (kind == PV_VAR)
            node = pv_flow_child(f, node, PV_ROLE_TARGET);
        else if (kind == PV_CALL)
            node = step_through_call(f, node, &back);
        else if (kind == PV_CAST || kind == PV_AWAIT || kind == PV_KWARG)
            node = pv_flow_child(f, node, PV_ROLE_VALUE);
        else
            return false;
    }
    return false;
}

const struct pv_value *pv_flow_read(struct pv_flow *f, const struct pv_flow_place *place)
{
    const struct pv_value *value = pv_flow_get(f, place->var);
    for (uint32_t i = 0; value && i < place->n; i++)
        value = pv_value_field(&f->values, value, place->path[i]);
    return value ? value : &pv_value_clean;
}

void pv_flow_write(struct pv_flow *f, const struct pv_flow_place *place,
                   const struct pv_value *value)
{
    const struct pv_value *outer[PV_TAINT_PATH_MAX + 1];
    const struct pv_value *at =
        place->n == 0 ? pv_env_get(&f->env, place->var) : pv_flow_get(f, place->var);
    pv_flow_keep(f, place, value);
    outer[0] = at ? at : &pv_value_clean;
    for (uint32_t i = 0; i < place->n; i++)
        outer[i + 1] = pv_value_field(&f->values, outer[i], place->path[i]);
    for (uint32_t i = place->n; i > 0; i--)
        value = pv_value_with(&f->values, outer[i - 1], place->path[i - 1], value);
    pv_flow_held_write(f, at, value);
    if (value != at)
        pv_env_set(&f->values, &f->env, place->var, value);
}

/* The key in m[key] = value is computed, too: it may be a sink. */
static void run_key(struct pv_flow *f, pv_node target)
{
    pv_node index =
        pv_flow_kind(f, target) == PV_INDEX ? pv_flow_child(f, target, PV_ROLE_ARGS) : PV_NO_NODE;
    if (index != PV_NO_NODE)
        pv_flow_eval(f, index);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void write_target(struct pv_flow *f, pv_node target, bool is_param,
                         const struct pv_value *value)
{
    struct pv_flow_place place = {0};
    if (!is_param)
        run_key(f, target);
    value = pv_flow_target_marked(f, target, is_param, value);
    if (!is_param && pv_flow_set_property(f, target, value))
        return;
    if (pv_flow_place(f, target, &place))
        pv_flow_write(f, &place, pv_value_moved(&f->values, value, target));
}

static void bind(struct pv_flow *f, pv_node target, bool is_param, const struct pv_value *value);

/* The name of a component of a class that is declared with parameters; PV_KEY_ANY. */
static pv_word component(const struct pv_flow *f, pv_word class_name, uint32_t number)
{
    const struct pv_class *class = pv_functions_class(f->functions, class_name);
    pv_node params = class ? pv_flow_child(f, class->node, PV_ROLE_PARAMS) : PV_NO_NODE;
    pv_node at = params == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, params);
    for (; at != PV_NO_NODE && number > 0; number--)
        at = pv_tree_next(f->tree, at);
    pv_node target = at == PV_NO_NODE ? at : pv_flow_child(f, at, PV_ROLE_TARGET);
    return target == PV_NO_NODE ? PV_KEY_ANY : pv_flow_at(f, target)->word;
}

/* Objects of classes that are declared with parameters are taken apart in the order of those. */
static pv_word element_key(const struct pv_flow *f, const struct pv_value *value, uint32_t number)
{
    pv_word name = value->class ? component(f, value->class, number) : PV_KEY_ANY;
    if (name != PV_KEY_ANY)
        return name;
    return number < PV_FLOW_INDEX_WORDS ? f->words.index[number] : PV_KEY_ANY;
}

/* Elements in order; one that takes the rest takes whatever there may be. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_elements(struct pv_flow *f, pv_node target, bool is_param,
                          const struct pv_value *value)
{
    uint32_t i = 0;
    for (pv_node at = pv_tree_first(f->tree, target); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at), i++) {
        enum pv_kind kind = pv_flow_kind(f, at);
        const struct pv_value *element = NULL;
        if (kind == PV_PAIR)
            element = value;
        else if (kind == PV_SPREAD || kind == PV_REST)
            element = pv_value_tail(&f->values, value, f->words.index, i, PV_FLOW_INDEX_WORDS);
        else
            element = pv_value_field(&f->values, value, element_key(f, value, i));
        bind(f, at, is_param, element);
    }
}

static pv_word key_word(const struct pv_flow *f, pv_node key)
{
    if (pv_flow_kind(f, key) == PV_STRING) {
        pv_node text = pv_tree_first(f->tree, key);
        return text == PV_NO_NODE ? PV_KEY_ANY : pv_flow_at(f, text)->word;
    }
    return pv_flow_at(f, key)->word;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_pair(struct pv_flow *f, pv_node pair, bool is_param, const struct pv_value *value)
{
    pv_node key = pv_flow_child(f, pair, PV_ROLE_KEY);
    pv_node inner = pv_flow_child(f, pair, PV_ROLE_VALUE);
    pv_node read = pv_flow_child(f, pair, PV_ROLE_DEFAULT); /* the same, as an access */
    pv_word word = key == PV_NO_NODE ? PV_KEY_ANY : key_word(f, key);
    value = pv_value_field(&f->values, value, word);
    if (read != PV_NO_NODE)
        value = pv_value_join(&f->values, value, pv_flow_eval(f, read));
    bind(f, inner, is_param, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_children(struct pv_flow *f, pv_node target, bool is_param,
                          const struct pv_value *value)
{
    for (pv_node at = pv_tree_first(f->tree, target); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at))
        bind(f, at, is_param, value);
}

/* `Pair(a, b)` as a pattern: components in order, or by name. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_components(struct pv_flow *f, pv_node call, bool is_param,
                            const struct pv_value *value)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    pv_node args = pv_flow_child(f, call, PV_ROLE_ARGS);
    pv_node at = args == PV_NO_NODE ? PV_NO_NODE : pv_tree_first(f->tree, args);
    pv_word class = callee == PV_NO_NODE ? 0 : pv_flow_at(f, callee)->word;
    for (uint32_t i = 0; at != PV_NO_NODE; i++, at = pv_tree_next(f->tree, at)) {
        pv_node name = pv_flow_child(f, at, PV_ROLE_NAME);
        bool is_named = pv_flow_kind(f, at) == PV_KWARG && name != PV_NO_NODE;
        pv_word key = is_named ? pv_flow_at(f, name)->word : component(f, class, i);
        bind(f, is_named ? pv_flow_child(f, at, PV_ROLE_VALUE) : at, is_param,
             pv_value_field(&f->values, value, key));
    }
}

/* `Pair { Left: var x }` of C#: a name, and what its field is given to. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_subpatterns(struct pv_flow *f, pv_node pattern, bool is_param,
                             const struct pv_value *value)
{
    pv_node first = pv_tree_first(f->tree, pattern);
    pv_node second = first == PV_NO_NODE ? first : pv_tree_next(f->tree, first);
    for (pv_node at = first; at != PV_NO_NODE; at = pv_tree_next(f->tree, at)) {
        bool is_field = at == second && pv_flow_kind(f, first) == PV_NAME &&
                        (pv_flow_kind(f, at) == PV_PARAM || pv_flow_kind(f, at) == PV_VAR);
        if (is_field)
            bind(f, at, is_param, pv_value_field(&f->values, value, pv_flow_at(f, first)->word));
        else if (pv_flow_kind(f, at) != PV_NAME)
            bind(f, at, is_param, value);
    }
}

/* A parameter's default is what it may hold, besides what it is given. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_declared(struct pv_flow *f, pv_node param, bool is_param,
                          const struct pv_value *value)
{
    pv_node target = pv_flow_child(f, param, PV_ROLE_TARGET);
    pv_node otherwise = pv_flow_child(f, param, PV_ROLE_DEFAULT);
    if (otherwise != PV_NO_NODE && value == &pv_value_clean)
        value = pv_value_join(&f->values, value, pv_flow_eval(f, otherwise));
    if (is_param)
        value = pv_flow_target_marked(f, param, true, value);
    if (target != PV_NO_NODE)
        bind(f, target, is_param, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind(struct pv_flow *f, pv_node target, bool is_param, const struct pv_value *value)
{
    if (target == PV_NO_NODE || f->depth >= PV_TAINT_DEPTH_MAX)
        return;
    f->depth++;
    switch (pv_flow_kind(f, target)) {
    case PV_NAME:
    case PV_ACCESS:
    case PV_INDEX:
    case PV_UNARY: write_target(f, target, is_param, value); break;
    case PV_TUPLE:
    case PV_ARRAY:
    case PV_SET: bind_elements(f, target, is_param, value); break;
    case PV_PAIR: bind_pair(f, target, is_param, value); break;
    case PV_PARAM:
    case PV_REST:
    case PV_REST_KW:
    case PV_VAR:
        if (pv_flow_child(f, target, PV_ROLE_TARGET) != PV_NO_NODE)
            bind_declared(f, target, is_param, value);
        else
            bind_children(f, target, is_param, value);
        break;
    case PV_CALL: bind_components(f, target, is_param, value); break;
    case PV_OTHER:
        if (pv_flow_is(f, "csharp"))
            bind_subpatterns(f, target, is_param, value);
        else
            bind_children(f, target, is_param, value);
        break;
    case PV_TYPE:
    case PV_GENERIC:
    case PV_STRING:
    case PV_ATTR:
    case PV_MODIFIER: break;
    default: bind_children(f, target, is_param, value); break;
    }
    f->depth--;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_bind(struct pv_flow *f, pv_node target, const struct pv_value *value)
{
    bind(f, target, false, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
void pv_flow_bind_param(struct pv_flow *f, pv_node param, const struct pv_value *value)
{
    bind(f, param, true, value);
}

/* `a -= b`, which leaves a number. */
static bool is_calculating(const struct pv_flow *f, pv_word word)
{
    const struct pv_flow_words *w = &f->words;
    return f->rule->options.is_safe_numbers && !pv_flow_has_overloads(f) &&
           (word == w->minus_assign || word == w->times_assign || word == w->divide_assign ||
            word == w->and_assign || word == w->or_assign || word == w->xor_assign);
}

/* `a += b`, and what is like it of texts. */
static bool is_appending(const struct pv_flow *f, pv_word word)
{
    return word == f->words.plus_assign || word == f->words.dot_assign ||
           word == f->words.shift_left;
}

/* `a, b = b, a` and `x = y = z`: the value first, then the targets. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_assign(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    pv_node target = pv_flow_child(f, node, PV_ROLE_TARGET);
    pv_word word = pv_flow_at(f, node)->word;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    if (pv_flow_is_sanitized(f, node))
        value = &pv_value_clean;
    /* What a module gives away by default is given a name, and nothing was there before. */
    bool is_plain =
        !word || word == f->words.assign || word == f->words.declare || word == f->words.given_away;
    if (!is_plain) {
        const struct pv_value *before = pv_flow_eval(f, target);
        if (is_calculating(f, word))
            value = &pv_value_clean;
        else if (f->rule->options.safe_prefix && is_appending(f, word))
            value = pv_flow_concat(f, before, value);
        else
            value = pv_value_add(&f->values, pv_value_reach(&f->values, before),
                                 pv_value_reach(&f->values, value));
    }
    /* What is passed on in the list of targets' own expressions has its effects, too. */
    bool is_within =
        target != PV_NO_NODE && (pv_flow_kind(f, target) == PV_ACCESS ||
                                 (pv_flow_is_js(f) && pv_flow_kind(f, target) == PV_INDEX));
    if (is_within)
        (void)pv_flow_eval(f, pv_flow_child(f, target, PV_ROLE_OBJECT));
    pv_flow_bind(f, target, value);
    return value;
}

/* `var a, b = 1, 2` */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static void bind_several(struct pv_flow *f, pv_node target, const struct pv_value *value)
{
    for (uint32_t i = 0; target != PV_NO_NODE && pv_flow_at(f, target)->role == PV_ROLE_TARGET;
         i++, target = pv_tree_next(f->tree, target))
        bind(f, target, false,
             pv_value_field(&f->values, value,
                            i < PV_FLOW_INDEX_WORDS ? f->words.index[i] : PV_KEY_ANY));
}

/* What a variable holds before it is given anything. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *declared(struct pv_flow *f, pv_node type)
{
    struct pv_flow_args none = {0};
    const struct pv_value *text = pv_flow_new_text(f, type, &none);
    if (text)
        return text;
    return pv_flow_is(f, "cpp") ? pv_flow_declared(f, type) : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_var(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_node target = pv_flow_child(f, node, PV_ROLE_TARGET);
    pv_node written = pv_flow_child(f, node, PV_ROLE_VALUE);
    const struct pv_value *value = &pv_value_clean;
    if (written == PV_NO_NODE)
        written = pv_flow_child(f, node, PV_ROLE_DEFAULT); /* `by lazy { x }` */
    if (written != PV_NO_NODE)
        value = pv_flow_eval(f, written);
    if (written != PV_NO_NODE && pv_flow_kind(f, written) == PV_ARRAY)
        value = pv_flow_composed(f, pv_flow_child(f, node, PV_ROLE_TYPE), value);
    else if (written == PV_NO_NODE && pv_flow_child(f, node, PV_ROLE_ARGS) != PV_NO_NODE)
        value = pv_flow_new(f, node, shown);
    else if (written == PV_NO_NODE)
        value = declared(f, pv_flow_child(f, node, PV_ROLE_TYPE));
    if (pv_flow_is_sanitized(f, node))
        value = &pv_value_clean;
    else if (pv_flow_is_safe_type(f, pv_flow_child(f, node, PV_ROLE_TYPE)))
        value = pv_flow_without_sources(f, value);
    /* Whatever sets a field may be elsewhere: as with a parameter, a source can be its name. */
    pv_node parent = pv_flow_at(f, node)->parent;
    bool is_field = parent != PV_NO_NODE && pv_flow_kind(f, parent) == PV_CLASS_BODY;
    pv_node second = target == PV_NO_NODE ? target : pv_tree_next(f->tree, target);
    if (second != PV_NO_NODE && pv_flow_at(f, second)->role == PV_ROLE_TARGET)
        bind_several(f, target, value);
    else if (target != PV_NO_NODE)
        bind(f, target, is_field, value);
    return value;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_walrus(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    pv_flow_bind(f, pv_flow_child(f, node, PV_ROLE_TARGET), value);
    return value;
}

/* `x instanceof T t`, `x is T t`: t is x. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_type_test(struct pv_flow *f, pv_node node,
                                         const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    pv_flow_bind(f, pv_flow_child(f, node, PV_ROLE_TARGET), value);
    pv_node type = pv_flow_child(f, node, PV_ROLE_TYPE);
    if (type != PV_NO_NODE &&
        (pv_flow_kind(f, type) == PV_CALL || pv_flow_kind(f, type) == PV_OTHER))
        pv_flow_bind(f, type, value);
    return f->rule->options.is_safe_booleans || f->rule->options.is_safe_comparisons
               ? &pv_value_clean
               : pv_value_reach(&f->values, value);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_cast(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_VALUE));
    return pv_flow_is_safe_type(f, pv_flow_child(f, node, PV_ROLE_TYPE))
               ? pv_flow_without_sources(f, value)
               : value;
}
