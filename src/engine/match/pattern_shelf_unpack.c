/* SPDX-License-Identifier: Apache-2.0 */
/* An image may be damaged in any way, so that what it says of a tree is looked at node by node. */
#include "base/num.h"
#include "base/pack.h"
#include "engine/match/match_limits.h"
#include "engine/match/pattern_shelf.h"

struct pv_result pv_pattern_shelf_unpack(struct pv_arena *mem, struct pv_str packed,
                                         struct pv_pattern_shelf *out, struct pv_err *err)
{
    struct pv_unpack in = {.bytes = packed};
    struct pv_packed_shelf shelf = {0};
    shelf.slots = pv_unpack_text(&in);
    shelf.ends = pv_unpack_text(&in);
    shelf.words = pv_unpack_text(&in);
    shelf.entries = pv_unpack_text(&in);
    size_t n_slots = shelf.slots.n / sizeof(uint32_t);
    if (in.is_bad || in.at != packed.n || (n_slots & (n_slots - 1)) != 0)
        return pv_fail(err, PV_INVALID, in.at, "a shelf of patterns");
    PV_TRY(PV_NEW_ARRAY(mem, shelf.ends.n / sizeof(uint32_t) + 1, &shelf.known, err));
    out->packed = shelf;
    return PV_SUCCESS;
}

/* What is being unpacked. */
struct unpacking {
    struct pv_arena *mem;
    struct pv_packed_shelf *shelf;
    struct pv_vocab *vocab;
    struct pv_unpack in;
    struct pv_err *err;
};

/* 0 for no word. */
static PV_RESULT take_word(struct unpacking *u, pv_word *out)
{
    uint64_t number = pv_unpack_number(&u->in);
    *out = 0;
    if (number > u->shelf->ends.n / sizeof(uint32_t))
        u->in.is_bad = true;
    if (u->in.is_bad || number == 0)
        return PV_SUCCESS;
    pv_word *known = &u->shelf->known[number - 1];
    size_t start = number > 1 ? pv_unpack_u32_at(u->shelf->ends, number - 2) : 0;
    size_t end = pv_unpack_u32_at(u->shelf->ends, number - 1);
    if (start > end || end > u->shelf->words.n) {
        u->in.is_bad = true;
        return PV_SUCCESS;
    }
    if (*known == 0)
        PV_TRY(
            pv_vocab_add(u->mem, u->vocab, pv_str_sub(u->shelf->words, start, end), known, u->err));
    *out = *known;
    return PV_SUCCESS;
}

/* The node that `node`, past the root, stands in, when `before` is the one before it. */
static pv_node parent_of(const struct pv_tree_node *nodes, pv_node before, pv_node node)
{
    while (before != PV_NO_NODE && nodes[before].after <= node)
        before = nodes[before].parent;
    return before;
}

static PV_RESULT take_node(struct unpacking *u, struct pv_tree *tree, pv_node node)
{
    struct pv_unpack *in = &u->in;
    struct pv_tree_node *nodes = tree->nodes.p;
    struct pv_tree_node *at = &nodes[node];
    uint64_t kind = pv_unpack_number(in);
    unsigned role = pv_unpack_byte(in);
    at->flags = (uint8_t)pv_unpack_byte(in);
    PV_TRY(take_word(u, &at->word));
    uint64_t after = pv_unpack_number(in);
    uint64_t start = pv_unpack_number(in);
    uint64_t n = pv_unpack_number(in);
    at->parent = node ? parent_of(nodes, node - 1, node) : PV_NO_NODE;
    size_t end = at->parent == PV_NO_NODE ? tree->nodes.n : nodes[at->parent].after;
    if (kind >= PV_KIND_COUNT || role >= PV_ROLE_COUNT || after == 0 || after > end - node ||
        (node && at->parent == PV_NO_NODE) || start > tree->text.n || n > tree->text.n - start)
        in->is_bad = true;
    at->kind = (uint16_t)kind;
    at->role = (uint8_t)role;
    at->after = node + (uint32_t)after;
    at->start = (uint32_t)start;
    at->end = (uint32_t)(start + n);
    return PV_SUCCESS;
}

static PV_RESULT take_tree(struct unpacking *u, struct pv_tree *tree)
{
    struct pv_unpack *in = &u->in;
    tree->text = pv_unpack_text(in);
    tree->error_bytes = (size_t)pv_unpack_number(in);
    unsigned flags = pv_unpack_byte(in);
    tree->returns_last = flags & 1;
    tree->is_caseless = flags >> 1 & 1;
    tree->has_one_number = flags >> 2 & 1;
    tree->is_configuration = flags >> 3 & 1;
    tree->is_cut = flags >> 4 & 1;
    size_t n = pv_unpack_count(in);
    if (n > PV_PATTERN_NODES_MAX)
        in->is_bad = true;
    if (in->is_bad)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(u->mem, n, &tree->nodes.p, u->err));
    tree->nodes.n = n;
    tree->nodes.capacity = n;
    for (pv_node node = 0; node < n && !in->is_bad; node++)
        PV_TRY(take_node(u, tree, node));
    return PV_SUCCESS;
}

/* Whether the entry at `start` is of this code; its tree comes next then. */
static bool is_of(struct pv_packed_shelf *shelf, struct pv_pattern_code code, size_t start,
                  struct pv_unpack *in)
{
    *in = (struct pv_unpack){.bytes = shelf->entries, .at = pv_min(start, shelf->entries.n)};
    uint64_t lang = pv_unpack_number(in);
    struct pv_str text = pv_unpack_text(in);
    return !in->is_bad && lang == pv_lang_number(code.lang) && pv_str_eq(text, code.text);
}

/* Puts `u->in` where the entry of `code` goes on; false when there is none. */
static bool look_up(struct unpacking *u, struct pv_pattern_code code)
{
    size_t n_slots = u->shelf->slots.n / sizeof(uint32_t);
    uint64_t hash = n_slots ? pv_pattern_code_hash(code) : 0;
    for (size_t n = 0; n < n_slots; n++) {
        uint32_t start = pv_unpack_u32_at(u->shelf->slots, (hash + n) & (n_slots - 1));
        if (!start)
            return false;
        if (is_of(u->shelf, code, start - 1, &u->in))
            return true;
    }
    return false;
}

struct pv_result pv_packed_shelf_find(struct pv_arena *mem, struct pv_pattern_code code,
                                      struct pv_vocab *vocab, struct pv_pattern_source *out,
                                      bool *found, struct pv_err *err)
{
    struct unpacking u = {.mem = mem, .shelf = &code.shelf->packed, .vocab = vocab, .err = err};
    struct pv_pattern_source source = {0};
    *found = false;
    if (!look_up(&u, code))
        return PV_SUCCESS;
    unsigned form = pv_unpack_byte(&u.in);
    PV_TRY(take_tree(&u, &source.tree));
    if (u.in.is_bad || form > PV_FORM_PART)
        return PV_SUCCESS;
    source.form = (enum pv_pattern_form)form;
    *out = source;
    *found = true;
    return PV_SUCCESS;
}
