/* SPDX-License-Identifier: Apache-2.0 */
#include "support/lang_text.h"

#include "engine/lang/lang_internal.h"
#include "support/test.h"
#include "support/tree_sound.h"

static bool is_bare(struct pv_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] <= ' ' || text.p[i] == '(' || text.p[i] == ')')
            return false;
    }
    return text.n > 0;
}

static void add_text(struct pv_buf *out, struct pv_str text)
{
    const char *quote = is_bare(text) ? "" : "'";
    pv_buf_format(out, "%s%.*s%s", quote, PV_STR_FMT(text), quote);
}

static void add_node(const struct pv_tree *tree, pv_node node, const struct pv_vocab *vocab,
                     struct pv_buf *out)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    bool is_leaf = pv_kind_shape((enum pv_kind)at->kind) == PV_SHAPE_LEAF;
    if (out->n > 0)
        pv_buf_add_byte(out, ' ');
    if (at->role != PV_ROLE_NONE)
        pv_buf_format(out, "%s:", pv_role_name((enum pv_role)at->role));
    pv_buf_format(out, "(%s", pv_kind_name((enum pv_kind)at->kind));
    if (at->word && !is_leaf) {
        pv_buf_add_byte(out, '=');
        add_text(out, pv_vocab_text(vocab, at->word));
    }
    if (at->flags & PV_NODE_SEMICOLON)
        pv_buf_add_byte(out, ';');
    if (is_leaf) {
        pv_buf_add_byte(out, ' ');
        add_text(out, pv_tree_text(tree, node));
    }
}

/* The nodes from `first` on; what they are in is not written. */
static void add_tree(const struct pv_tree *tree, pv_node first, const struct pv_vocab *vocab,
                     struct pv_buf *out)
{
    pv_node outside = first == 0 ? PV_NO_NODE : 0;
    for (pv_node node = first; node < tree->nodes.n; node++) {
        add_node(tree, node, vocab, out);
        for (pv_node up = node; up != outside && pv_tree_at(tree, up)->after == node + 1;
             up = pv_tree_at(tree, up)->parent)
            pv_buf_add_byte(out, ')');
    }
}

static void free_tree(TSTree **tree)
{
    ts_tree_delete(*tree);
}

void text_of_code(const char *lang, struct pv_str code, struct pv_buf *out)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(free_tree) TSTree *cst = NULL;
    struct pv_tree tree = {.text = code};
    struct pv_vocab vocab = {0};
    struct pv_lower_job job = {
        .lang = pv_lang_find(pv_str_of(lang)), .mem = &mem, .tree = &tree, .new_words = &vocab};
    assert_non_null(job.lang);
    if (job.lang->build) {
        assert_ok(job.lang->build(&job, NULL, NULL));
    } else {
        assert_ok(pv_parse_text(job.lang, code, NULL, &cst, NULL));
        assert_ok(pv_lower_run(&job, ts_tree_root_node(cst), NULL));
    }
    assert_true(pv_tree_is_sound(&tree));
    add_tree(&tree, 1, &vocab, out);
}

void check_lang_cases(const char *lang, const struct lang_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        text_of_code(lang, pv_str_of(cases[i].code), &out);
        if (pv_str_eq(pv_buf_str(&out), pv_str_of(cases[i].tree)))
            continue;
        fail_msg("%s\n    became %.*s\n    and not %s", cases[i].code, PV_STR_FMT(pv_buf_str(&out)),
                 cases[i].tree);
    }
}

static void text_of_pattern(const char *lang, struct pv_str pattern, struct pv_buf *out)
{
    static const char *const forms[] = {
        [PV_FORM_EXPR] = "expr", [PV_FORM_STMTS] = "stmts", [PV_FORM_PART] = "part"};
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    struct pv_err err = {0};
    if (!pv_is_ok(pv_lang_parse_pattern(&mem, pv_lang_find(pv_str_of(lang)), pattern, &vocab,
                                        &source, &err))) {
        pv_buf_format(out, "%zu: %s", err.offset, err.text);
        return;
    }
    assert_true(pv_tree_is_sound(&source.tree));
    pv_buf_format(out, "%s", forms[source.form]);
    add_tree(&source.tree, source.form == PV_FORM_STMTS ? 1 : 0, &vocab, out);
}

void check_pattern_cases(const char *lang, const struct lang_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        text_of_pattern(lang, pv_str_of(cases[i].code), &out);
        if (pv_str_eq(pv_buf_str(&out), pv_str_of(cases[i].tree)))
            continue;
        fail_msg("%s\n    became %.*s\n    and not %s", cases[i].code, PV_STR_FMT(pv_buf_str(&out)),
                 cases[i].tree);
    }
}
