/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ($X : T): an expression whose type is known to be T. A type is known from
 * the declaration of a variable or field, from what it was made with, or from
 * a literal.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/constants.h"
#include "engine/facts/dotted.h"

static const struct {
    uint8_t kind;
    const char *type;
} literal_types[] = {
#define X(kind, type) {PV_##kind, type},
#include "engine/match/literal_type.def"
#undef X
};

/* The kind of literal that is like what `t` comes to, whatever the path. */
static enum pv_kind literal_kind(const struct pv_matcher *m, pv_node t)
{
    static const enum pv_kind kinds[] = {[PV_CONSTANT_TEXT] = PV_STRING,
                                         [PV_CONSTANT_INT] = PV_INT,
                                         [PV_CONSTANT_FLOAT] = PV_FLOAT,
                                         [PV_CONSTANT_BOOL] = PV_BOOL};
    enum pv_constant constant = pv_constant_kind(&m->file->constants, t);
    return constant == PV_CONSTANT_UNKNOWN ? (enum pv_kind)pv_match_target(m, t)->kind
                                           : kinds[constant];
}

/* What these give without being asked for anything is a whole number, whatever they are of. */
static bool is_count(const struct pv_matcher *m, pv_node t)
{
    static const char *const counts[] = {"size", "length", "hashCode", "indexOf", "lastIndexOf"};
    pv_node callee = pv_match_target(m, t)->kind == PV_CALL
                         ? pv_tree_child(m->tree, t, PV_ROLE_CALLEE)
                         : PV_NO_NODE;
    pv_node field = callee == PV_NO_NODE ? callee : pv_tree_child(m->tree, callee, PV_ROLE_FIELD);
    bool is_one = false;
    for (size_t i = 0; field != PV_NO_NODE && i < PV_COUNT(counts); i++)
        is_one = is_one || pv_str_eq(pv_tree_text(m->tree, field), pv_str_of(counts[i]));
    return is_one;
}

static bool is_literal_of(const struct pv_matcher *m, pv_node wanted, pv_node t)
{
    struct pv_dotted type = {0};
    if (!pv_dotted_read(m->code, wanted, &type) || type.n != 1)
        return false;
    enum pv_kind kind = is_count(m, t) ? PV_INT : literal_kind(m, t);
    for (size_t i = 0; i < PV_COUNT(literal_types); i++) {
        bool is_kind =
            literal_types[i].kind == kind ||
            (m->tree->has_one_number && kind == PV_INT && literal_types[i].kind == PV_FLOAT);
        if (is_kind && pv_str_eq(pv_str_of(literal_types[i].type), type.parts[0]))
            return true;
    }
    return false;
}

bool pv_match_has_one_name(struct pv_str type)
{
    for (size_t i = 0; i < PV_COUNT(literal_types); i++)
        if (pv_str_eq(pv_str_of(literal_types[i].type), type))
            return false;
    return !pv_match_is_boxed(type);
}

/* What a call of `maker` is given first, if that is a type: new(T), make(T). */
static pv_node made_type(const struct pv_matcher *m, pv_node t, struct pv_str maker)
{
    pv_node callee = pv_tree_child(m->tree, t, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(m->tree, t, PV_ROLE_ARGS);
    if (callee == PV_NO_NODE || args == PV_NO_NODE ||
        !pv_str_eq(pv_tree_text(m->tree, callee), maker))
        return PV_NO_NODE;
    pv_node type = pv_tree_first(m->tree, args);
    return type != PV_NO_NODE && pv_match_target(m, type)->kind == PV_TYPE ? type : PV_NO_NODE;
}

/* `T.getInstance(…)` and its kin give a T: what they are asked of, if that is a class. */
static pv_node asked_class(const struct pv_matcher *m, pv_node t)
{
    static const char *const makers[] = {"getInstance", "newInstance", "getInstanceStrong",
                                         "Create"};
    pv_node callee = pv_tree_child(m->tree, t, PV_ROLE_CALLEE);
    if (callee == PV_NO_NODE || pv_match_target(m, callee)->kind != PV_ACCESS)
        return PV_NO_NODE;
    pv_node class = pv_tree_child(m->tree, callee, PV_ROLE_OBJECT);
    pv_node maker = pv_tree_child(m->tree, callee, PV_ROLE_FIELD);
    if (class == PV_NO_NODE || maker == PV_NO_NODE || pv_defs_of(m->file->defs, m->tree, class))
        return PV_NO_NODE;
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, class)->kind;
    for (size_t i = 0; i < PV_COUNT(makers); i++)
        if (pv_str_eq(pv_tree_text(m->tree, maker), pv_str_of(makers[i])))
            return kind == PV_NAME || kind == PV_ACCESS ? class : PV_NO_NODE;
    return PV_NO_NODE;
}

/* The type that a variable, or what it stands for, is known to have; PV_NO_NODE when it is not. */
static pv_node plain_type_of(const struct pv_matcher *m, pv_node t)
{
    const struct pv_def *def = pv_defs_of(m->file->defs, m->tree, t);
    if (def && def->type != PV_NO_NODE &&
        !pv_str_eq(pv_tree_text(m->tree, def->type), PV_STR("var")))
        return def->type;
    t = pv_constant_of(&m->file->constants, t);
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    if (kind == PV_NEW || kind == PV_CAST)
        return pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    if (kind == PV_CALL) {
        pv_node made = made_type(m, t, PV_STR("make"));
        return made == PV_NO_NODE ? asked_class(m, t) : made;
    }
    /* A class is taken for one of its instances, as where static methods are called. */
    if (kind == PV_NAME && !pv_defs_of(m->file->defs, m->tree, t))
        return t;
    return PV_NO_NODE;
}

/* The same for any expression: of `c ? a : b`, the first of a and b whose type is known. */
static pv_node type_of(const struct pv_matcher *m, pv_node t)
{
    while (t != PV_NO_NODE && pv_match_target(m, t)->kind == PV_COND) {
        pv_node then = pv_tree_child(m->tree, t, PV_ROLE_THEN);
        pv_node type = then == PV_NO_NODE ? PV_NO_NODE : plain_type_of(m, then);
        if (type != PV_NO_NODE)
            return type;
        t = pv_tree_child(m->tree, t, PV_ROLE_ELSE);
    }
    return t == PV_NO_NODE ? PV_NO_NODE : plain_type_of(m, t);
}

/* Whether `t` is a sum, all of whose parts are literals or variables of the type. */
static bool is_sum_of(struct pv_matcher *m, pv_node wanted, pv_node t)
{
    pv_node after = pv_match_target(m, t)->after;
    for (; t < after && pv_match_step(m); t++) {
        const struct pv_tree_node *node = pv_match_target(m, t);
        pv_node type = type_of(m, t);
        bool is_part = is_literal_of(m, wanted, t) ||
                       (type != PV_NO_NODE && pv_match_is_type(m, wanted, type));
        bool is_additive = node->word == m->pattern->plus || node->word == m->pattern->minus;
        if (node->kind == PV_BINARY ? !is_additive : !is_part)
            return false;
        if (is_part)
            t = node->after - 1;
    }
    return t >= after;
}

/* `T(x)`, where that is how one is made: what is called, if it is called as the type is. */
static bool is_made_by_call(const struct pv_matcher *m, pv_node wanted, pv_node t)
{
    t = pv_constant_of(&m->file->constants, t);
    pv_node callee = pv_match_target(m, t)->kind == PV_CALL
                         ? pv_tree_child(m->tree, t, PV_ROLE_CALLEE)
                         : PV_NO_NODE;
    return callee != PV_NO_NODE && pv_match_code(m, wanted)->kind == PV_TYPE &&
           pv_match_is_type(m, wanted, callee);
}

/* `&T{}`, `new(T)` and C++'s `new T` point to a T. */
static pv_node pointed_type(const struct pv_matcher *m, pv_node t)
{
    t = pv_constant_of(&m->file->constants, t);
    bool is_new = pv_match_target(m, t)->kind == PV_NEW &&
                  pv_str_has_prefix(pv_tree_text(m->tree, t), PV_STR("new"));
    if (is_new)
        return pv_tree_child(m->tree, t, PV_ROLE_TYPE);
    if (pv_match_target(m, t)->kind == PV_CALL)
        return made_type(m, t, PV_STR("new"));
    if (pv_match_target(m, t)->kind != PV_UNARY ||
        !pv_str_has_prefix(pv_tree_text(m->tree, t), PV_STR("&")))
        return PV_NO_NODE;
    pv_node made = pv_tree_child(m->tree, t, PV_ROLE_OPERAND);
    return made == PV_NO_NODE || pv_match_target(m, made)->kind != PV_NEW
               ? PV_NO_NODE
               : pv_tree_child(m->tree, made, PV_ROLE_TYPE);
}

struct typed {
    struct pv_then base;
    pv_node p;
    pv_node t;
    const struct pv_then *then;
};

static void run_typed(struct pv_matcher *m, const struct pv_then *then)
{
    const struct typed *typed = (const struct typed *)then;
    pv_match_node(m, typed->p, typed->t, typed->then);
}

static struct pv_str take(struct pv_str text, struct pv_str front)
{
    return pv_str_has_prefix(text, front) ? pv_str_sub(text, front.n, text.n) : (struct pv_str){0};
}

/* An array that says how many it holds. */
static bool is_sized(struct pv_str type)
{
    size_t open = pv_str_rfind_byte(type, '[');
    return open != SIZE_MAX && open > 0 && open + 1 < type.n && type.p[open + 1] >= '0' &&
           type.p[open + 1] <= '9';
}

/* `char[100]`, for a variable that was declared as `char x[100]`. */
static bool is_array_of(const struct pv_matcher *m, pv_node wanted, pv_node t)
{
    const struct pv_def *def = pv_defs_of(m->file->defs, m->tree, t);
    if (!def || def->type == PV_NO_NODE)
        return false;
    pv_node declared = pv_match_target(m, def->type)->parent;
    pv_node size =
        declared == PV_NO_NODE ? declared : pv_tree_child(m->tree, declared, PV_ROLE_ARGS);
    if (size == PV_NO_NODE)
        return false;
    struct pv_str rest = take(pv_tree_text(m->code, wanted), pv_tree_text(m->tree, def->type));
    rest = take(take(rest, PV_STR("[")), pv_tree_text(m->tree, size));
    return pv_str_eq(rest, PV_STR("]"));
}

void pv_match_typed(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node wanted = pv_tree_child(m->code, p, PV_ROLE_TYPE);
    pv_node target = pv_tree_child(m->code, p, PV_ROLE_TARGET);
    if (wanted == PV_NO_NODE || target == PV_NO_NODE)
        return;
    struct typed typed = {{run_typed}, target, t, then};
    pv_node given = type_of(m, t);
    bool is_pointer = pv_match_code(m, wanted)->kind == PV_POINTER_TYPE;
    pv_node pointed = is_pointer ? pointed_type(m, t) : PV_NO_NODE;
    if (pointed != PV_NO_NODE) {
        wanted = pv_tree_child(m->code, wanted, PV_ROLE_TYPE);
        given = pointed;
    }
    if (is_sized(pv_tree_text(m->code, wanted))) {
        if (is_array_of(m, wanted, t))
            typed.base.run(m, &typed.base);
        return;
    }
    if (given != PV_NO_NODE)
        pv_match_node(m, wanted, given, &typed.base);
    else if (is_made_by_call(m, wanted, t) || is_sum_of(m, wanted, t))
        typed.base.run(m, &typed.base);
}
