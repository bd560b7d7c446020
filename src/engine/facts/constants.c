/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/constants.h"

#include "engine/facts/constants_internal.h"
#include "engine/facts/dotted.h"
#include "engine/facts/number.h"

struct pv_constants pv_constants_of(const struct pv_defs *defs, const struct pv_tree *tree,
                                    const struct pv_vocab *vocab)
{
    return (struct pv_constants){.defs = defs,
                                 .tree = tree,
                                 .plus = pv_vocab_word(vocab, PV_STR("+")),
                                 .dot = pv_vocab_word(vocab, PV_STR(".")),
                                 .dots = pv_vocab_word(vocab, PV_STR("..")),
                                 .minus = pv_vocab_word(vocab, PV_STR("-")),
                                 .times = pv_vocab_word(vocab, PV_STR("*")),
                                 .not_sign = pv_vocab_word(vocab, PV_STR("!")),
                                 .not_word = pv_vocab_word(vocab, PV_STR("not"))};
}

pv_node pv_constant_of(const struct pv_constants *c, pv_node node)
{
    struct pv_reach reach = {c->defs, c->tree, PV_CONSTANT_CLIMBS_MAX};
    for (int i = 0; i < PV_CONSTANT_STEPS_MAX; i++) {
        pv_node setting = pv_settings_value(c->settings, c->tree, node);
        if (setting != PV_NO_NODE) {
            node = setting;
            continue;
        }
        const struct pv_def *def = pv_defs_of(c->defs, c->tree, node);
        const struct pv_write *write = def ? pv_reach_one(&reach, def, node) : NULL;
        if (!write || write->value == PV_NO_NODE || reach.climbs_left == 0)
            return node;
        node = write->value;
    }
    return node;
}

/* Whether the operator puts texts together. */
bool pv_constant_joins(const struct pv_constants *c, pv_word word)
{
    return word == c->plus || word == c->dot || word == c->dots;
}

/* What a name stands for on each path, or what a `c ? a : b` may be; nothing when not known. */
struct pv_constant_values pv_constant_values_of(const struct pv_constants *c,
                                                struct pv_reach *reach, pv_node node)
{
    const struct pv_write *writes[PV_REACH_MAX];
    struct pv_constant_values out = {0};
    if (pv_tree_at(reach->tree, node)->kind == PV_COND) {
        out.p[0] = pv_tree_child(reach->tree, node, PV_ROLE_THEN);
        out.p[1] = pv_tree_child(reach->tree, node, PV_ROLE_ELSE);
        out.n = out.p[0] == PV_NO_NODE || out.p[1] == PV_NO_NODE ? 0 : 2;
        return out;
    }
    out.p[0] = pv_settings_value(c->settings, c->tree, node);
    if (out.p[0] != PV_NO_NODE) {
        out.n = 1;
        return out;
    }
    const struct pv_def *def = pv_defs_of(reach->defs, reach->tree, node);
    const struct pv_write *one = def ? pv_reach_one(reach, def, node) : NULL;
    if (one)
        writes[out.n++] = one;
    else if (def)
        out.n = pv_reach_each(reach, def, node, writes);
    for (size_t i = 0; i < out.n; i++) {
        out.p[i] = writes[i]->value;
        if (out.p[i] == PV_NO_NODE || reach->climbs_left == 0)
            return (struct pv_constant_values){0};
    }
    return out;
}

/* An expression that is being computed, and how much may still be looked at. */
struct sum {
    struct pv_reach reach;
    const struct pv_constants *c;
    size_t depth;
    size_t nodes;
};

/* What is known of an expression: its kind, and its value if that is a whole number, true (1) or
 * false (0). */
struct known {
    enum pv_constant kind;
    bool has_number;
    int64_t number;
};

static struct known known_of(struct sum *sum, pv_node node);

/* What is the same of both. */
static struct known join(struct known a, struct known b)
{
    if (a.kind != b.kind)
        return (struct known){0};
    a.has_number = a.has_number && b.has_number && a.number == b.number;
    return a;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_DEPTH_MAX */
static struct known join_values(struct sum *sum, pv_node node)
{
    struct pv_constant_values values = pv_constant_values_of(sum->c, &sum->reach, node);
    if (values.n == 0)
        return (struct known){0};
    struct known out = known_of(sum, values.p[0]);
    for (size_t i = 1; i < values.n; i++)
        out = join(out, known_of(sum, values.p[i]));
    return out;
}

static struct known calculate(const struct pv_constants *c, pv_word word, struct known a,
                              struct known b)
{
    bool has_text = a.kind == PV_CONSTANT_TEXT || b.kind == PV_CONSTANT_TEXT;
    if (a.kind == PV_CONSTANT_UNKNOWN || b.kind == PV_CONSTANT_UNKNOWN ||
        a.kind == PV_CONSTANT_BOOL || b.kind == PV_CONSTANT_BOOL)
        return (struct known){0};
    if (has_text && (pv_constant_joins(c, word) || (word == c->times && a.kind != b.kind)))
        return (struct known){.kind = PV_CONSTANT_TEXT};
    if (has_text || (word != c->plus && word != c->minus && word != c->times))
        return (struct known){0};
    struct known out = {.kind = a.kind == PV_CONSTANT_FLOAT ? a.kind : b.kind,
                        .has_number = a.has_number && b.has_number};
    if (word == c->plus)
        out.has_number &= !__builtin_add_overflow(a.number, b.number, &out.number);
    else if (word == c->minus)
        out.has_number &= !__builtin_sub_overflow(a.number, b.number, &out.number);
    else
        out.has_number &= !__builtin_mul_overflow(a.number, b.number, &out.number);
    return out;
}

/* A text is known when all that is put into it is. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_DEPTH_MAX */
static struct known known_text(struct sum *sum, pv_node node)
{
    for (pv_node i = pv_tree_first(sum->c->tree, node); i != PV_NO_NODE;
         i = pv_tree_next(sum->c->tree, i)) {
        const struct pv_tree_node *piece = pv_tree_at(sum->c->tree, i);
        pv_node value = piece->kind == PV_INTERP ? pv_tree_first(sum->c->tree, i) : i;
        if (piece->kind != PV_TEXT &&
            (value == PV_NO_NODE || known_of(sum, value).kind == PV_CONSTANT_UNKNOWN))
            return (struct known){0};
    }
    return (struct known){.kind = PV_CONSTANT_TEXT};
}

static struct known known_int(struct pv_str text)
{
    uint64_t number = 0;
    bool is_read = pv_number_read_int(text, &number) && number <= INT64_MAX;
    return (struct known){PV_CONSTANT_INT, is_read, is_read ? (int64_t)number : 0};
}

static struct known known_bool(struct pv_str text)
{
    bool is_true = text.n > 0 && (text.p[0] == 't' || text.p[0] == 'T');
    return (struct known){PV_CONSTANT_BOOL, true, is_true};
}

static struct known negate(struct known a)
{
    a.number = !a.number;
    return a.kind == PV_CONSTANT_BOOL ? a : (struct known){0};
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_DEPTH_MAX */
static struct known known_operation(struct sum *sum, pv_node node, enum pv_kind kind)
{
    const struct pv_tree *tree = sum->c->tree;
    pv_node a = pv_tree_first(tree, node);
    pv_node b = a == PV_NO_NODE ? a : pv_tree_next(tree, a);
    if (a == PV_NO_NODE || (kind == PV_BINARY) != (b != PV_NO_NODE))
        return (struct known){0};
    struct known zero = {PV_CONSTANT_INT, true, 0};
    pv_word word = pv_tree_at(tree, node)->word;
    if (kind == PV_UNARY && (word == sum->c->not_sign || word == sum->c->not_word))
        return negate(known_of(sum, a));
    return kind == PV_BINARY ? calculate(sum->c, word, known_of(sum, a), known_of(sum, b))
                             : calculate(sum->c, word, zero, known_of(sum, a));
}

/* Calls that give texts: of anything, or of what is known. */
static const struct {
    const char *callee;
    bool needs_known;
} text_makers[] = {{"escapeshellarg", false}, {"String.format", true}};

/* NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_DEPTH_MAX */
static struct known known_call(struct sum *sum, pv_node node)
{
    const struct pv_tree *tree = sum->c->tree;
    pv_node callee = pv_tree_child(tree, node, PV_ROLE_CALLEE);
    pv_node args = pv_tree_child(tree, node, PV_ROLE_ARGS);
    size_t i = 0;
    if (callee == PV_NO_NODE || args == PV_NO_NODE)
        return (struct known){0};
    while (i < PV_COUNT(text_makers) &&
           !pv_str_eq(pv_tree_text(tree, callee), pv_str_of(text_makers[i].callee)))
        i++;
    if (i == PV_COUNT(text_makers))
        return (struct known){0};
    pv_node arg = text_makers[i].needs_known ? pv_tree_first(tree, args) : PV_NO_NODE;
    for (; arg != PV_NO_NODE; arg = pv_tree_next(tree, arg))
        if (known_of(sum, arg).kind == PV_CONSTANT_UNKNOWN)
            return (struct known){0};
    return (struct known){.kind = PV_CONSTANT_TEXT};
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_CONSTANT_DEPTH_MAX deep */
static struct known known_of(struct sum *sum, pv_node node)
{
    struct known out = {0};
    if (sum->depth == PV_CONSTANT_DEPTH_MAX || sum->nodes == PV_CONSTANT_NODES_MAX)
        return out;
    sum->nodes++;
    sum->depth++;
    enum pv_kind kind = (enum pv_kind)pv_tree_at(sum->c->tree, node)->kind;
    if (kind == PV_STRING || kind == PV_CONCAT)
        out = known_text(sum, node);
    else if (kind == PV_INT)
        out = known_int(pv_tree_text(sum->c->tree, node));
    else if (kind == PV_BOOL)
        out = known_bool(pv_tree_text(sum->c->tree, node));
    else if (kind == PV_FLOAT)
        out.kind = PV_CONSTANT_FLOAT;
    else if (kind == PV_BINARY || kind == PV_UNARY)
        out = known_operation(sum, node, kind);
    else if (kind == PV_CALL)
        out = known_call(sum, node);
    else
        out = join_values(sum, node);
    sum->depth--;
    return out;
}

enum pv_constant pv_constant_kind(const struct pv_constants *c, pv_node node)
{
    struct sum sum = {.reach = {c->defs, c->tree, PV_CONSTANT_CLIMBS_MAX}, .c = c};
    return known_of(&sum, node).kind;
}

bool pv_constant_int(const struct pv_constants *c, pv_node node, int64_t *out)
{
    struct sum sum = {.reach = {c->defs, c->tree, PV_CONSTANT_CLIMBS_MAX}, .c = c};
    struct known known = known_of(&sum, node);
    *out = known.number;
    return known.kind == PV_CONSTANT_INT && known.has_number;
}

bool pv_constant_bool(const struct pv_constants *c, pv_node node, bool *out)
{
    struct sum sum = {.reach = {c->defs, c->tree, PV_CONSTANT_CLIMBS_MAX}, .c = c};
    struct known known = known_of(&sum, node);
    *out = known.number != 0;
    return known.kind == PV_CONSTANT_BOOL && known.has_number;
}
