/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "base/num.h"
#include "engine/ast/ast_limits.h"
#include "engine/ast/tree.h"

static void add_indent(struct pv_buf *out, size_t depth)
{
    for (size_t i = 0; i < pv_min(depth, PV_TREE_DUMP_DEPTH_MAX); i++)
        PV_BUF_LIT(out, "  ");
}

/* A line stays one line, whatever the code holds. */
static void add_quoted(struct pv_buf *out, struct pv_str text)
{
    pv_buf_add_byte(out, '\'');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char byte = (unsigned char)text.p[i];
        if (byte < ' ' || byte == 0x7f || byte == '\'' || byte == '\\')
            pv_buf_format(out, "\\x%02x", byte);
        else
            pv_buf_add_byte(out, text.p[i]);
    }
    pv_buf_add_byte(out, '\'');
}

static void dump_node(const struct pv_tree *tree, pv_node node, const struct pv_vocab *vocab,
                      struct pv_buf *out)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    if (at->role != PV_ROLE_NONE)
        pv_buf_format(out, "%s: ", pv_role_name((enum pv_role)at->role));
    pv_buf_format(out, "%s", pv_kind_name((enum pv_kind)at->kind));
    if (at->word != 0 && !(at->word & PV_WORD_UNKNOWN) && vocab) {
        pv_buf_add_byte(out, ' ');
        add_quoted(out, pv_vocab_text(vocab, at->word));
    } else if (at->after == node + 1) {
        pv_buf_add_byte(out, ' ');
        add_quoted(out, pv_tree_text(tree, node));
    }
    if (at->flags & PV_NODE_SEMICOLON)
        PV_BUF_LIT(out, " ;");
    pv_buf_add_byte(out, '\n');
}

void pv_tree_dump(const struct pv_tree *tree, pv_node node, const struct pv_vocab *vocab,
                  struct pv_buf *out)
{
    size_t depth = 0;
    pv_node end = pv_tree_at(tree, node)->after;
    for (pv_node at = node; at < end; at++) {
        add_indent(out, depth);
        dump_node(tree, at, vocab, out);
        if (pv_tree_at(tree, at)->after > at + 1) {
            depth++;
            continue;
        }
        /* After the last child of a node, the next line stands where that node stands. */
        for (pv_node up = at; up != node; depth--) {
            up = pv_tree_at(tree, up)->parent;
            if (pv_tree_at(tree, up)->after != at + 1)
                break;
        }
    }
}
