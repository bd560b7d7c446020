/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two trees of any shape, the first a pattern: whatever matches lies in the
 * text, is in order and there once.
 *
 * A byte pair opens a node (kind, then role and word), a byte from CLOSE on
 * closes one; NEXT_TREE starts the second tree. Each node's text is its word.
 */
#include "support/fuzz.h"

#include "engine/match/pattern.h"

enum { CLOSE = 200, NEXT_TREE = 255, WORDS = 7, DEPTH_MAX = 60, STEPS = 20000 };

struct source {
    const uint8_t *p;
    size_t n;
    size_t at;
    bool is_pattern;
};

/* Where each word is in the text that both trees have. */
static const char text[] = "a b $X $_ = $...Y c";
static const struct {
    uint32_t start;
    uint32_t end;
} words[WORDS] = {{0, 1}, {2, 3}, {4, 6}, {7, 9}, {10, 11}, {12, 17}, {18, 19}};

static struct pv_result open_node(struct pv_arena *mem, struct source *in, struct pv_vocab *vocab,
                                  struct pv_tree *tree, pv_node *parent)
{
    struct pv_tree_node node = {.kind = (uint16_t)(1 + in->p[in->at] % (PV_KIND_COUNT - 1))};
    uint8_t detail = in->at + 1 < in->n ? in->p[in->at + 1] : 0;
    in->at += 2;
    node.role = (uint8_t)(detail % PV_ROLE_COUNT);
    node.start = words[detail % WORDS].start;
    node.end = words[detail % WORDS].end;
    struct pv_str word = pv_str_sub(PV_STR(text), node.start, node.end);
    if (in->is_pattern)
        PV_TRY(pv_vocab_add(mem, vocab, word, &node.word, NULL));
    else
        node.word = pv_vocab_find(vocab, word);
    return pv_tree_open(mem, tree, *parent, node, parent, NULL);
}

static struct pv_result read_tree(struct pv_arena *mem, struct source *in, struct pv_vocab *vocab,
                                  struct pv_tree *tree)
{
    pv_node open = PV_NO_NODE;
    size_t depth = 0;
    tree->text = PV_STR(text);
    while (in->at < in->n && in->p[in->at] != NEXT_TREE) {
        if (in->p[in->at] < CLOSE && depth < DEPTH_MAX) {
            PV_TRY(open_node(mem, in, vocab, tree, &open));
            depth++;
            continue;
        }
        in->at++;
        if (depth > 1) { /* the root stays open: there is one */
            pv_tree_close(tree, open);
            open = pv_tree_at(tree, open)->parent;
            depth--;
        }
    }
    for (; depth > 0; depth--) {
        pv_tree_close(tree, open);
        open = pv_tree_at(tree, open)->parent;
    }
    in->at++;
    return PV_SUCCESS;
}

static void check_matches(const struct pv_matches *matches, size_t size)
{
    const struct pv_match *before = NULL;
    PV_VEC_EACH (const struct pv_match, match, &matches->list) {
        pv_assert(match->start <= match->end && match->end <= size);
        if (before)
            pv_assert(before->start < match->start || before->end < match->end ||
                      pv_bindings_compare(before->bindings, match->bindings) < 0);
        before = match;
    }
}

static void check(struct pv_arena *mem, struct source *in)
{
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_pattern pattern = {0};
    struct pv_tree tree = {0};
    struct pv_match_file file = {0};
    struct pv_matches matches = {0};
    struct pv_match_budget budget = {STEPS};
    source.form = in->n % 2 ? PV_FORM_STMTS : PV_FORM_EXPR;
    if (!pv_is_ok(read_tree(mem, in, &vocab, &source.tree)) ||
        !pv_is_ok(
            pv_pattern_prepare(mem, source, &pv_match_options_default, &vocab, &pattern, NULL)))
        return;
    in->is_pattern = false;
    if (pv_is_ok(read_tree(mem, in, &vocab, &tree)) && tree.nodes.n > 0 &&
        pv_is_ok(pv_match_file_read(mem, &tree, tree.text, &vocab, &file, NULL))) {
        pv_ignore(pv_pattern_find(mem, &pattern, &file, &budget, &matches, NULL));
        check_matches(&matches, tree.text.n);
    }
    pv_pattern_clear(&pattern);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_arena mem = {.limit_bytes = 64 << 20};
    struct source in = {.p = data, .n = size, .is_pattern = true};
    check(&mem, &in);
    pv_arena_clear(&mem);
    return 0;
}
