/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks: lines that are more indented than the one before, and in a text also
 * what stands in brackets that close on their line. Brackets that do not pair
 * stand for themselves, so that one that is lost does no harm beyond its line.
 */
#include "engine/generic/generic_internal.h"

struct open_block {
    uint32_t node; /* UINT32_MAX: all of the text */
    uint32_t indent;
};

struct nester {
    struct pv_arena *mem;
    struct pv_generic_nodes *out;
    PV_VEC(struct open_block) open;
    PV_VEC(uint32_t) brackets; /* tokens of the line that wait for their other half */
    struct pv_err *err;
};

static char other_half(struct pv_str sign)
{
    char byte = sign.n == 1 ? sign.p[0] : '\0';
    return byte == '(' ? ')' : byte == '[' ? ']' : byte == '{' ? '}' : '\0';
}

static bool closes(struct pv_str sign)
{
    return sign.n == 1 && strchr(")]}", sign.p[0]) != NULL;
}

static PV_RESULT open_block(struct nester *n, const struct pv_generic_node *first, uint32_t indent)
{
    struct pv_generic_node *node = NULL;
    struct open_block *open = NULL;
    PV_TRY(PV_VEC_PUSH(n->mem, &n->open, &open, n->err));
    *open = (struct open_block){(uint32_t)n->out->list.n, indent};
    PV_TRY(PV_VEC_PUSH(n->mem, &n->out->list, &node, n->err));
    *node = *first;
    node->kind = PV_GENERIC_BLOCK;
    return PV_SUCCESS;
}

static void close_block(struct nester *n)
{
    struct open_block open = n->open.p[--n->open.n];
    n->out->list.p[open.node].after = (uint32_t)n->out->list.n;
}

/*
 * Marks the brackets of a line that pair: `after` of an opening one is its other
 * half. One that closes another kind than was opened last leaves all open ones alone.
 */
static PV_RESULT pair_brackets(struct nester *n, struct pv_generic_node *tokens, uint32_t from,
                               uint32_t to)
{
    n->brackets.n = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t *slot = NULL;
        tokens[i].after = 0;
        if (tokens[i].kind != PV_GENERIC_SIGN)
            continue;
        if (other_half(tokens[i].text)) {
            PV_TRY(PV_VEC_PUSH(n->mem, &n->brackets, &slot, n->err));
            *slot = i;
        } else if (closes(tokens[i].text) && n->brackets.n > 0) {
            uint32_t last = n->brackets.p[n->brackets.n - 1];
            bool is_pair = other_half(tokens[last].text) == tokens[i].text.p[0];
            n->brackets.n = is_pair ? n->brackets.n - 1 : 0;
            if (is_pair)
                tokens[last].after = i;
        }
    }
    return PV_SUCCESS;
}

static PV_RESULT add_line(struct nester *n, const struct pv_generic_node *tokens, uint32_t from,
                          uint32_t to)
{
    size_t base = n->open.n;
    n->brackets.n = 0;
    for (uint32_t i = from; i < to; i++) {
        struct pv_generic_node *node = NULL;
        uint32_t *slot = NULL;
        if (n->brackets.n > 0 && n->brackets.p[n->brackets.n - 1] == i) {
            n->brackets.n--;
            close_block(n);
        }
        PV_TRY(PV_VEC_PUSH(n->mem, &n->out->list, &node, n->err));
        *node = tokens[i];
        node->after = (uint32_t)n->out->list.n;
        if (tokens[i].after <= i + 1)
            continue;
        PV_TRY(PV_VEC_PUSH(n->mem, &n->brackets, &slot, n->err));
        *slot = tokens[i].after;
        PV_TRY(open_block(n, &tokens[i + 1], 0));
    }
    pv_assert(n->open.n == base);
    return PV_SUCCESS;
}

static PV_RESULT start_line(struct nester *n, const struct pv_generic_node *first)
{
    while (n->open.n > 1 && n->open.p[n->open.n - 1].indent > first->indent)
        close_block(n);
    if (first->indent > n->open.p[n->open.n - 1].indent)
        return open_block(n, first, first->indent);
    if (n->open.n == 1)
        n->open.p[0].indent = first->indent;
    return PV_SUCCESS;
}

/* The end of the innermost block, for each token: blocks are in preorder. */
static PV_RESULT set_within(struct nester *n)
{
    uint32_t count = (uint32_t)n->out->list.n;
    n->brackets.n = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct pv_generic_node *node = &n->out->list.p[i];
        uint32_t *slot = NULL;
        while (n->brackets.n > 0 && n->brackets.p[n->brackets.n - 1] <= i)
            n->brackets.n--;
        node->within = n->brackets.n > 0 ? n->brackets.p[n->brackets.n - 1] : count;
        if (node->kind != PV_GENERIC_BLOCK)
            continue;
        PV_TRY(PV_VEC_PUSH(n->mem, &n->brackets, &slot, n->err));
        *slot = node->after;
    }
    return PV_SUCCESS;
}

PV_RESULT pv_generic_nest(struct pv_arena *mem, const struct pv_generic_nodes *tokens,
                          bool has_brackets, struct pv_generic_nodes *out, struct pv_err *err)
{
    struct nester n = {.mem = mem, .out = out, .err = err};
    struct open_block *root = NULL;
    uint32_t count = (uint32_t)tokens->list.n;
    bool is_first = true;
    PV_TRY(PV_VEC_PUSH(mem, &n.open, &root, err));
    *root = (struct open_block){.node = UINT32_MAX};
    for (uint32_t from = 0; from < count;) {
        uint32_t to = from;
        while (to < count && tokens->list.p[to].kind != PV_GENERIC_BREAK)
            to++;
        if (to > from) {
            if (is_first)
                n.open.p[0].indent = tokens->list.p[from].indent;
            is_first = false;
            PV_TRY(start_line(&n, &tokens->list.p[from]));
            if (has_brackets)
                PV_TRY(pair_brackets(&n, tokens->list.p, from, to));
            PV_TRY(add_line(&n, tokens->list.p, from, to));
        }
        from = to + 1;
    }
    while (n.open.n > 1)
        close_block(&n);
    return set_within(&n);
}
