/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern_shelf.h"

#include "base/assert.h"
#include "base/pack.h"

/* What is being packed: words have numbers of the shelf's own, so that few are in it. */
struct packing {
    struct pv_arena mem;
    const struct pv_vocab *vocab;
    uint32_t *numbers; /* by word; 0: it is not in the shelf yet */
    uint32_t n_words;
    struct pv_buf ends;
    struct pv_buf words;
    struct pv_buf entries;
};

static void clear(struct packing *p)
{
    pv_buf_clear(&p->ends);
    pv_buf_clear(&p->words);
    pv_buf_clear(&p->entries);
    pv_arena_clear(&p->mem);
}

static void pack_word(struct packing *p, pv_word word)
{
    pv_assert(word < p->vocab->words.n || !word);
    if (word && p->numbers[word] == 0) {
        p->numbers[word] = ++p->n_words;
        pv_buf_add(&p->words, pv_vocab_text(p->vocab, word));
        pv_pack_u32(&p->ends, (uint32_t)p->words.n);
    }
    pv_pack_number(&p->entries, word ? p->numbers[word] : 0);
}

static void pack_tree(struct packing *p, const struct pv_tree *tree)
{
    struct pv_buf *out = &p->entries;
    pv_pack_text(out, tree->text);
    pv_pack_number(out, tree->error_bytes);
    pv_buf_add_byte(out,
                    (char)(tree->returns_last | tree->is_caseless << 1 | tree->has_one_number << 2 |
                           tree->is_configuration << 3 | tree->is_cut << 4));
    pv_pack_number(out, tree->nodes.n);
    for (pv_node i = 0; i < tree->nodes.n; i++) {
        const struct pv_tree_node *node = pv_tree_at(tree, i);
        pv_pack_number(out, node->kind);
        pv_buf_add_byte(out, (char)node->role);
        pv_buf_add_byte(out, (char)node->flags);
        pack_word(p, node->word);
        pv_pack_number(out, node->after - i);
        pv_pack_number(out, node->start);
        pv_pack_number(out, node->end - node->start);
    }
}

/* Twice as many slots as patterns, so that one looks at few. */
static PV_RESULT make_slots(struct packing *p, size_t n_patterns, uint32_t **out, size_t *n)
{
    size_t n_slots = 1;
    while (n_slots < 2 * n_patterns)
        n_slots *= 2;
    PV_TRY(PV_NEW_ARRAY(&p->mem, n_slots, out, NULL));
    *n = n_slots;
    return PV_NEW_ARRAY(&p->mem, p->vocab->words.n + 1, &p->numbers, NULL);
}

static void add(struct packing *p, const struct pv_shelved_pattern *pattern, uint32_t *slots,
                size_t n_slots)
{
    struct pv_pattern_code code = {.lang = pattern->lang, .text = pattern->text};
    size_t at = pv_pattern_code_hash(code) & (n_slots - 1);
    while (slots[at])
        at = (at + 1) & (n_slots - 1);
    slots[at] = (uint32_t)p->entries.n + 1;
    pv_pack_number(&p->entries, pv_lang_number(pattern->lang));
    pv_pack_text(&p->entries, pattern->text);
    pv_buf_add_byte(&p->entries, (char)pattern->source.form);
    pack_tree(p, &pattern->source.tree);
}

static void add_table(struct pv_buf *out, const struct pv_buf *table)
{
    pv_pack_text(out, pv_buf_str(table));
    pv_buf_take_failure(out, table);
}

void pv_pattern_shelf_pack(const struct pv_pattern_shelf *shelf, const struct pv_vocab *vocab,
                           struct pv_buf *out)
{
    PV_DEFER(clear) struct packing p = {.vocab = vocab};
    uint32_t *slots = NULL;
    size_t n_slots = 0;
    if (shelf->list.n == 0 || !pv_is_ok(make_slots(&p, shelf->list.n, &slots, &n_slots))) {
        /* A shelf with nothing on it is one, too. */
        pv_buf_add(out, (struct pv_str){"\0\0\0\0", 4});
        return;
    }
    PV_VEC_EACH (const struct pv_shelved_pattern, pattern, &shelf->list)
        add(&p, pattern, slots, n_slots);
    pv_pack_text(out, (struct pv_str){(const char *)slots, n_slots * sizeof *slots});
    add_table(out, &p.ends);
    add_table(out, &p.words);
    add_table(out, &p.entries);
}
