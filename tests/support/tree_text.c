/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tree_text.h"

#include "base/buf.h"
#include "base/reader.h"
#include "support/test.h"

struct tree_writer {
    struct pv_arena *mem;
    struct pv_reader in;
    struct pv_vocab *vocab;
    bool adds_words;
    struct pv_tree *tree;
    struct pv_buf text;
};

static bool is_upper(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool is_bare(unsigned char byte)
{
    return byte > ' ' && byte != '(' && byte != ')';
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\n';
}

static bool is_quoted(unsigned char byte)
{
    return byte != '\'';
}

static enum pv_kind kind_of(struct pv_str name)
{
    for (int kind = 1; kind < PV_KIND_COUNT; kind++) {
        if (pv_str_eq(pv_str_of(pv_kind_name((enum pv_kind)kind)), name))
            return (enum pv_kind)kind;
    }
    fail_msg("no kind %.*s", PV_STR_FMT(name));
    return PV_KIND_NONE;
}

static enum pv_role role_of(struct pv_str name)
{
    for (int role = 0; role < PV_ROLE_COUNT; role++) {
        if (pv_str_eq(pv_str_of(pv_role_name((enum pv_role)role)), name))
            return (enum pv_role)role;
    }
    fail_msg("no role %.*s", PV_STR_FMT(name));
    return PV_ROLE_NONE;
}

static pv_word word_of(struct tree_writer *w, struct pv_str text)
{
    pv_word word = pv_vocab_word(w->vocab, text);
    if (w->adds_words)
        assert_ok(pv_vocab_add(w->mem, w->vocab, text, &word, NULL));
    return word;
}

static struct pv_str read_text(struct tree_writer *w)
{
    struct pv_str text = {0};
    if (!pv_reader_accept(&w->in, '\'')) {
        assert_ok(pv_reader_run(&w->in, is_bare, "a text", &text));
        return text;
    }
    text = pv_reader_skip(&w->in, is_quoted);
    assert_ok(pv_reader_expect(&w->in, '\''));
    return text;
}

static void read_node(struct tree_writer *w, pv_node parent);

static void read_children(struct tree_writer *w, pv_node node)
{
    for (;;) {
        pv_reader_skip(&w->in, is_space);
        if (pv_reader_accept(&w->in, ')'))
            return;
        read_node(w, node);
    }
}

/* The text of a leaf, or the children of any other. */
static void read_inside(struct tree_writer *w, pv_node node)
{
    pv_reader_skip(&w->in, is_space);
    int next = pv_reader_peek(&w->in, 0);
    bool is_leaf = next != '(' && next != ')' &&
                   (next < 'A' || next > 'Z' ||
                    pv_kind_shape((enum pv_kind)w->tree->nodes.p[node].kind) == PV_SHAPE_LEAF);
    if (is_leaf) {
        struct pv_str text = read_text(w);
        w->tree->nodes.p[node].start = (uint32_t)w->text.n;
        pv_buf_add(&w->text, text);
        w->tree->nodes.p[node].end = (uint32_t)w->text.n;
        if (w->tree->nodes.p[node].kind != PV_TEXT)
            w->tree->nodes.p[node].word = word_of(w, text);
        pv_buf_add_byte(&w->text, ' ');
    }
    read_children(w, node);
}

static void read_node(struct tree_writer *w, pv_node parent)
{
    struct pv_tree_node made = {0};
    struct pv_str name = {0};
    pv_node node = 0;
    pv_reader_skip(&w->in, is_space);
    if (pv_reader_peek(&w->in, 0) != '(') {
        assert_ok(pv_reader_run(&w->in, is_upper, "a role", &name));
        assert_ok(pv_reader_expect(&w->in, ':'));
        made.role = (uint8_t)role_of(name);
    }
    assert_ok(pv_reader_expect(&w->in, '('));
    assert_ok(pv_reader_run(&w->in, is_upper, "a kind", &name));
    made.kind = (uint16_t)kind_of(name);
    if (pv_reader_accept(&w->in, '='))
        made.word = word_of(w, read_text(w));
    made.start = (uint32_t)w->text.n;
    assert_ok(pv_tree_open(w->mem, w->tree, parent, made, &node, NULL));
    read_inside(w, node);
    pv_tree_close(w->tree, node);
    bool has_text = w->text.n > w->tree->nodes.p[node].start;
    if (w->tree->nodes.p[node].end == 0)
        w->tree->nodes.p[node].end = (uint32_t)(w->text.n - has_text);
}

void tree_of_text(struct pv_arena *mem, const char *written, struct pv_vocab *vocab,
                  bool adds_words, struct pv_tree *out)
{
    struct pv_tree tree = {0};
    struct tree_writer writer = {.mem = mem,
                                 .in = {.text = pv_str_of(written)},
                                 .vocab = vocab,
                                 .adds_words = adds_words,
                                 .tree = &tree};
    read_node(&writer, PV_NO_NODE);
    pv_reader_skip(&writer.in, is_space);
    assert_ok(pv_reader_end(&writer.in));
    assert_ok(pv_str_copy(mem, pv_buf_str(&writer.text), &tree.text, NULL));
    pv_buf_clear(&writer.text);
    *out = tree;
}
