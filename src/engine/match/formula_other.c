/* SPDX-License-Identifier: Apache-2.0 */
/*
 * metavariable-pattern in another language: the text that is bound is read as a
 * file of its own. What the condition binds there is text of the outer file.
 */
#include "engine/match/formula_internal.h"

/* The bytes of the file that are read. */
struct piece {
    uint32_t start;
    uint32_t end;
};

/* The content of a string that is written in one piece. */
static bool content_of(const struct pv_tree *tree, pv_node node, struct piece *out)
{
    if (pv_tree_at(tree, node)->kind != PV_STRING)
        return false;
    pv_node first = pv_tree_first(tree, node);
    if (first == PV_NO_NODE || pv_tree_next(tree, first) != PV_NO_NODE ||
        pv_tree_at(tree, first)->kind != PV_TEXT)
        return false;
    *out = (struct piece){pv_tree_at(tree, first)->start, pv_tree_at(tree, first)->end};
    return true;
}

/* Code can be in strings and texts; as a text anything can be read. */
static bool piece_of(const struct pv_match_file *file, const struct pv_condition *condition,
                     const struct pv_binding *binding, struct piece *out)
{
    bool is_text = binding->kind == PV_BIND_TEXT || binding->kind == PV_BIND_GROUP;
    bool is_node = binding->kind == PV_BIND_NODE && file->tree;
    if (is_node && content_of(file->tree, binding->first, out))
        return true;
    if (binding->kind == PV_BIND_RUN && binding->first == binding->last &&
        binding->first != PV_NO_NODE && file->tree)
        is_text = pv_tree_at(file->tree, binding->first)->kind == PV_TEXT;
    *out = (struct piece){binding->start, binding->end};
    return is_text || !condition->lang;
}

/* Code of some languages only begins behind a mark, which is then put before it. */
static PV_RESULT text_of(struct pv_evaluation *e, const struct pv_condition *condition,
                         struct piece piece, size_t *n_before, struct pv_str *out)
{
    struct pv_str before = pv_lang_opening(condition->lang);
    struct pv_str text = pv_str_sub(e->algebra.file->text, piece.start, piece.end);
    bool has_it = pv_str_has_prefix(pv_str_trim(text), pv_str_trim(before));
    *n_before = has_it ? 0 : before.n;
    if (*n_before == 0) {
        *out = text;
        return PV_SUCCESS;
    }
    return pv_str_format(e->algebra.mem, out, e->algebra.err, "%.*s%.*s", PV_STR_FMT(before),
                         PV_STR_FMT(text));
}

static PV_RESULT read_file(struct pv_evaluation *e, const struct pv_condition *condition,
                           struct pv_str text, struct pv_match_file *out)
{
    struct pv_tree *tree = NULL;
    const struct pv_parse_options options = {.vocab = e->algebra.file->vocab};
    PV_TRY(pv_algebra_pay(&e->algebra, 1 + text.n));
    if (condition->lang) {
        PV_TRY(PV_NEW(e->algebra.mem, &tree, e->algebra.err));
        PV_TRY(
            pv_lang_parse(e->algebra.mem, condition->lang, text, &options, tree, e->algebra.err));
    }
    return pv_match_file_read(e->algebra.mem, tree, text, e->algebra.file->vocab, out,
                              e->algebra.err);
}

/* As places of the outer file; what is bound to the mark that was put before is left out. */
static PV_RESULT move_out(struct pv_evaluation *e, struct pv_bindings bindings, uint32_t start,
                          size_t n_before, struct pv_bindings *out)
{
    PV_TRY(PV_NEW_ARRAY(e->algebra.mem, bindings.n, &out->p, e->algebra.err));
    for (size_t i = 0; i < bindings.n; i++) {
        struct pv_binding moved = bindings.p[i];
        if (moved.start < n_before)
            continue;
        moved.kind = moved.kind == PV_BIND_GROUP ? PV_BIND_GROUP : PV_BIND_TEXT;
        moved.first = PV_NO_NODE;
        moved.last = PV_NO_NODE;
        moved.start += start - (uint32_t)n_before;
        moved.end += start - (uint32_t)n_before;
        out->p[out->n++] = moved;
    }
    return PV_SUCCESS;
}

static PV_RESULT add_found(struct pv_evaluation *e, struct pv_bindings inner,
                           const struct pv_range *given, struct pv_ranges *out)
{
    const struct pv_match_file *file = e->algebra.file;
    struct pv_range kept = *given;
    if (!pv_bindings_agree(file->tree, file->text, given->match.bindings, inner))
        return PV_SUCCESS;
    PV_TRY(pv_bindings_join(e->algebra.mem, kept.match.bindings, inner, &kept.match.bindings,
                            e->algebra.err));
    return pv_ranges_add(&e->algebra, out, kept);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
PV_RESULT pv_formula_other(struct pv_evaluation *e, const struct pv_condition *condition,
                           const struct pv_binding *binding, const struct pv_range *given,
                           struct pv_ranges *out)
{
    struct piece piece = {0};
    struct pv_str text = {0};
    size_t n_before = 0;
    struct pv_match_file part = {0};
    struct pv_ranges found = {0};
    if (!piece_of(e->algebra.file, condition, binding, &piece))
        return PV_SUCCESS;
    PV_TRY(text_of(e, condition, piece, &n_before, &text));
    PV_TRY(read_file(e, condition, text, &part));
    struct pv_range context = {.kind = PV_RANGE_PLAIN};
    context.match = (struct pv_match){.end = (uint32_t)text.n, .node = PV_NO_NODE};
    struct pv_evaluation inner = *e;
    inner.algebra.file = &part;
    inner.context = &context;
    PV_TRY(pv_formula_evaluate(&inner, condition->formula, &found));
    e->is_limited |= inner.is_limited;
    PV_VEC_EACH (struct pv_range, match, &found.list) {
        struct pv_bindings moved = {0};
        PV_TRY(move_out(e, match->match.bindings, piece.start, n_before, &moved));
        PV_TRY(add_found(e, moved, given, out));
    }
    return PV_SUCCESS;
}
