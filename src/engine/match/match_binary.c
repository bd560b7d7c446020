/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Operators. Operands of `&&` and `|` are a list, however they are grouped;
 * those of `|`, `&` and `^` are in any order, and the file may have more.
 * `$X + ...` holds for the whole of `a + b + c` and for its front.
 */
#include "engine/match/match_internal.h"

enum grouping { GROUPED, LISTED, UNORDERED };

static const struct {
    const char *operator;
    enum grouping grouping;
} groupings[] = {
    {"&&", LISTED},   {"||", LISTED},   {"and", LISTED},  {"or", LISTED},
    {"|", UNORDERED}, {"&", UNORDERED}, {"^", UNORDERED},
};

struct operands {
    pv_node nodes[PV_OPERANDS_MAX];
    size_t n;
};

struct sides {
    const struct operands *code;
    const struct operands *file;
    const struct pv_then *then;
};

struct rest {
    struct pv_then base;
    const struct sides *sides;
    size_t p;
    size_t t;
    uint64_t taken; /* operands of the file, for those in any order */
};

_Static_assert(PV_OPERANDS_MAX <= 64, "a bit for each operand");

static enum grouping grouping_of(const struct pv_matcher *m, pv_word word)
{
    struct pv_str text = pv_vocab_text(m->file->vocab, word);
    for (size_t i = 0; m->pattern->options.ac_matching && i < PV_COUNT(groupings); i++) {
        bool is_free = groupings[i].grouping == LISTED && m->pattern->options.commutative_boolop;
        if (pv_str_eq(text, pv_str_of(groupings[i].operator)))
            return is_free ? UNORDERED : groupings[i].grouping;
    }
    return GROUPED;
}

static bool is_symmetric(const struct pv_matcher *m, pv_word word)
{
    static const char *const equalities[] = {"==", "!=", "===", "!=="};
    struct pv_str text = pv_vocab_text(m->file->vocab, word);
    bool is_one = false;
    for (size_t i = 0; i < PV_COUNT(equalities); i++)
        is_one = is_one || pv_str_eq(text, pv_str_of(equalities[i]));
    return is_one && m->pattern->options.symmetric_eq;
}

/* The operands of `node` and of the same operator within; false when there are too many. */
static bool read_operands(const struct pv_tree *tree, pv_node node, struct operands *out)
{
    pv_word operator= pv_tree_at(tree, node)->word;
    pv_node after = pv_tree_at(tree, node)->after;
    for (pv_node at = node + 1; at < after;) {
        const struct pv_tree_node *n = pv_tree_at(tree, at);
        if (n->kind == PV_BINARY && n->word == operator) {
            at++;
            continue;
        }
        if (out->n == PV_OPERANDS_MAX)
            return false;
        out->nodes[out->n++] = at;
        at = n->after;
    }
    return true;
}

static void match_in_order(struct pv_matcher *m, const struct sides *sides, size_t p, size_t t);

static void run_in_order(struct pv_matcher *m, const struct pv_then *then)
{
    const struct rest *rest = (const struct rest *)then;
    match_in_order(m, rest->sides, rest->p, rest->t);
}

/* A metavariable takes one operand or several in a row, `...` any number. */
/* NOLINTNEXTLINE(misc-no-recursion): a frame for each operand of the pattern */
static void match_in_order(struct pv_matcher *m, const struct sides *sides, size_t p, size_t t)
{
    size_t n = sides->file->n;
    if (p == sides->code->n) {
        if (t == n)
            sides->then->run(m, sides->then);
        return;
    }
    pv_node code = sides->code->nodes[p];
    if (pv_match_is_dots(m->code, code)) {
        for (; t <= n && pv_match_step(m); t++)
            match_in_order(m, sides, p + 1, t);
        return;
    }
    if (t == n)
        return;
    struct rest rest = {{run_in_order}, sides, p + 1, t + 1, 0};
    pv_node first = sides->file->nodes[t];
    pv_match_node(m, code, first, &rest.base);
    if (pv_match_code(m, code)->kind != PV_MVAR)
        return;
    for (t++; t < n && pv_match_step(m); t++) {
        rest.t = t + 1;
        pv_match_bind_text(m, pv_match_code(m, code)->word, pv_match_target(m, first)->start,
                           pv_match_target(m, sides->file->nodes[t])->end, &rest.base);
    }
}

static void match_unordered(struct pv_matcher *m, const struct sides *sides, size_t p,
                            uint64_t taken);

static void run_unordered(struct pv_matcher *m, const struct pv_then *then)
{
    const struct rest *rest = (const struct rest *)then;
    match_unordered(m, rest->sides, rest->p, rest->taken);
}

static void match_unordered(struct pv_matcher *m, const struct sides *sides, size_t p,
                            uint64_t taken)
{
    while (p < sides->code->n && pv_match_is_dots(m->code, sides->code->nodes[p]))
        p++;
    if (p == sides->code->n) {
        sides->then->run(m, sides->then);
        return;
    }
    for (size_t t = 0; t < sides->file->n && pv_match_step(m); t++) {
        uint64_t bit = UINT64_C(1) << t;
        struct rest rest = {{run_unordered}, sides, p + 1, 0, taken | bit};
        if (!(taken & bit))
            pv_match_node(m, sides->code->nodes[p], sides->file->nodes[t], &rest.base);
    }
}

static bool is_open_right(const struct pv_tree *code, pv_node p)
{
    pv_node right = pv_tree_child(code, p, PV_ROLE_RIGHT);
    return right != PV_NO_NODE && pv_match_is_dots(code, right);
}

static void match_grouped(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    while (t != PV_NO_NODE && pv_match_target(m, t)->kind == PV_BINARY &&
           pv_match_target(m, t)->word == pv_match_code(m, p)->word && pv_match_step(m)) {
        pv_match_parts(m, p, t, then);
        if (!is_open_right(m->code, p))
            return;
        t = pv_tree_child(m->tree, t, PV_ROLE_LEFT);
    }
}

/* `a == b` as `b == a`. */
static void match_swapped(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct operands code = {.n = 2};
    struct operands file = {.n = 2};
    code.nodes[0] = pv_tree_child(m->code, p, PV_ROLE_RIGHT);
    code.nodes[1] = pv_tree_child(m->code, p, PV_ROLE_LEFT);
    file.nodes[0] = pv_tree_child(m->tree, t, PV_ROLE_LEFT);
    file.nodes[1] = pv_tree_child(m->tree, t, PV_ROLE_RIGHT);
    for (size_t i = 0; i < 2; i++)
        if (code.nodes[i] == PV_NO_NODE || file.nodes[i] == PV_NO_NODE)
            return;
    struct sides sides = {&code, &file, then};
    match_in_order(m, &sides, 0, 0);
}

void pv_match_binary(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct operands code = {.n = 0};
    struct operands file = {.n = 0};
    t = pv_match_unwrap(m, t, PV_BINARY);
    pv_word operator= pv_match_code(m, p)->word;
    if (t == PV_NO_NODE || pv_match_target(m, t)->word != operator)
        return;
    enum grouping grouping = grouping_of(m, operator);
    struct sides sides = {&code, &file, then};
    if (grouping == GROUPED || !read_operands(m->code, p, &code) ||
        !read_operands(m->tree, t, &file))
        match_grouped(m, p, t, then);
    else if (grouping == UNORDERED && code.n <= PV_OPERANDS_UNORDERED_MAX)
        match_unordered(m, &sides, 0, 0);
    else
        match_in_order(m, &sides, 0, 0);
    if (is_symmetric(m, operator))
        match_swapped(m, p, t, then);
}
