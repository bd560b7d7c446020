/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of one byte each (their number comes first), then a packed pattern: when
 * it is taken, its tree is whole, and the same once it is packed again.
 */
#include "engine/match/pattern_shelf.h"

#include "base/pack.h"
#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20 };

/* A shelf with the one entry in its one slot. */
static void add_shelf(struct pv_buf *out, struct pv_str words, struct pv_str entry)
{
    struct pv_buf ends = {0};
    uint32_t slot = 1;
    for (size_t i = 0; i < words.n; i++)
        pv_pack_u32(&ends, (uint32_t)i + 1);
    pv_pack_text(out, (struct pv_str){(const char *)&slot, sizeof slot});
    pv_pack_text(out, pv_buf_str(&ends));
    pv_pack_text(out, words);
    pv_pack_text(out, entry);
    pv_buf_clear(&ends);
}

static void check_tree(const struct pv_tree *tree)
{
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        pv_assert(node->after > i && node->after <= tree->nodes.n);
        pv_assert(node->start <= node->end && node->end <= tree->text.n);
        pv_assert(node->kind < PV_KIND_COUNT && node->role < PV_ROLE_COUNT);
        if (i == 0)
            pv_assert(node->parent == PV_NO_NODE);
        else
            pv_assert(node->parent < i && node->after <= pv_tree_at(tree, node->parent)->after);
    }
}

static void check_again(struct pv_arena *mem, struct pv_pattern_code code, struct pv_vocab *vocab,
                        const struct pv_pattern_source *source)
{
    struct pv_pattern_shelf shelf = {0};
    struct pv_pattern_source back = {0};
    struct pv_buf packed = {0};
    struct pv_shelved_pattern *slot = NULL;
    bool found = false;
    pv_assert(pv_is_ok(PV_VEC_PUSH(mem, &shelf.list, &slot, NULL)));
    *slot = (struct pv_shelved_pattern){code.lang, code.text, *source, 0};
    pv_pattern_shelf_pack(&shelf, vocab, &packed);
    pv_assert(pv_is_ok(pv_pattern_shelf_unpack(mem, pv_buf_str(&packed), &shelf, NULL)));
    code.shelf = &shelf;
    pv_assert(pv_is_ok(pv_packed_shelf_find(mem, code, vocab, &back, &found, NULL)));
    pv_assert(found && back.form == source->form && back.tree.nodes.n == source->tree.nodes.n);
    for (pv_node i = 0; i < back.tree.nodes.n; i++)
        pv_assert(memcmp(pv_tree_at(&back.tree, i), pv_tree_at(&source->tree, i),
                         sizeof(struct pv_tree_node)) == 0);
    pv_buf_clear(&packed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_unpack in = {.bytes = fuzz_text(data, size)};
    struct pv_pattern_shelf shelf = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_buf packed = {0};
    bool found = false;
    struct pv_str words = pv_unpack_text(&in);
    struct pv_str entry = pv_str_sub(in.bytes, in.at, in.bytes.n);
    uint64_t lang = pv_unpack_number(&in);
    struct pv_pattern_code code = {.text = pv_unpack_text(&in), .shelf = &shelf};
    code.lang = lang && lang < UINT8_MAX ? pv_lang_at((size_t)lang - 1) : NULL;
    add_shelf(&packed, words, entry);
    if (!in.is_bad && pv_is_ok(pv_pattern_shelf_unpack(&mem, pv_buf_str(&packed), &shelf, NULL)) &&
        pv_is_ok(pv_packed_shelf_find(&mem, code, &vocab, &source, &found, NULL)) && found) {
        check_tree(&source.tree);
        check_again(&mem, code, &vocab, &source);
    }
    pv_buf_clear(&packed);
    pv_arena_clear(&mem);
    return 0;
}
