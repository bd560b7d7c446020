/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need.h"

#include "engine/match/match_internal.h"
#include "engine/match/match_limits.h"
#include "engine/match/need_internal.h"

const struct pv_str pv_need_mark = {"@", 1};

struct writer {
    struct pv_arena *mem;
    struct pv_vocab *vocab;
    struct pv_needs *out;
    struct pv_err *err;
};

static PV_RESULT open_need(struct writer *w, enum pv_need_kind kind, pv_word word, uint32_t *out)
{
    struct pv_need *need = NULL;
    PV_TRY(PV_VEC_PUSH(w->mem, &w->out->list, &need, w->err));
    *out = (uint32_t)(w->out->list.n - 1);
    *need = (struct pv_need){.kind = (uint8_t)kind, .word = word, .after = *out + 1};
    return PV_SUCCESS;
}

static void close_need(struct writer *w, uint32_t need)
{
    w->out->list.p[need].after = (uint32_t)w->out->list.n;
}

bool pv_need_is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '$' || byte >= 0x80;
}

/* Adds the words that `text` is made of: a name may hold dots or marks. */
static PV_RESULT add_words(struct writer *w, struct pv_str text)
{
    size_t at = 0;
    while (at < text.n) {
        size_t start = at;
        while (at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]))
            at++;
        pv_word word = 0;
        uint32_t need = 0;
        PV_TRY(pv_vocab_add(w->mem, w->vocab, pv_str_sub(text, start, at), &word, w->err));
        if (word != 0)
            PV_TRY(open_need(w, PV_NEED_WORD, word, &need));
        at += at == start;
    }
    return PV_SUCCESS;
}

/*
 * Adds all parts of a type's name: pv_match_is_type holds where the code writes
 * them or imports them, by the name or all that is in its module.
 */
static PV_RESULT add_type(struct writer *w, const struct pv_tree *tree, pv_node type)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, type)->kind;
    while (kind == PV_GENERIC || kind == PV_POINTER_TYPE) {
        type = pv_tree_child(tree, type, PV_ROLE_TYPE);
        if (type == PV_NO_NODE)
            return PV_SUCCESS;
        kind = (enum pv_kind)pv_tree_at(tree, type)->kind;
    }
    if (kind != PV_TYPE)
        return PV_SUCCESS;
    struct pv_str name = pv_tree_text(tree, type);
    size_t dot = pv_str_rfind_byte(name, '.');
    struct pv_str last = pv_str_sub(name, dot == SIZE_MAX ? 0 : dot + 1, name.n);
    bool has_sign = pv_str_rfind_byte(name, '$') != SIZE_MAX; /* perhaps a metavariable */
    return pv_match_has_one_name(last) ? add_words(w, has_sign ? last : name) : PV_SUCCESS;
}

/*
 * What is made has a type with a name, and so has what is known or declared by its
 * type, given by a function, or called as `T{a}`: parts that code cannot leave out.
 */
static bool is_named_type(const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    if (at->parent == PV_NO_NODE)
        return false;
    enum pv_kind parent = (enum pv_kind)pv_tree_at(tree, at->parent)->kind;
    if (at->role == PV_ROLE_RESULT)
        return parent == PV_FUNC;
    if (at->role == PV_ROLE_CALLEE)
        return parent == PV_CALL && at->kind == PV_TYPE;
    /* In a language that takes any case, the types that it casts to are words of its own. */
    return at->role == PV_ROLE_TYPE &&
           (parent == PV_NEW || parent == PV_TYPED || parent == PV_VAR || parent == PV_PARAM ||
            (parent == PV_CAST && !tree->is_caseless));
}

static bool is_made(const struct pv_tree *tree, pv_node type)
{
    pv_node parent = pv_tree_at(tree, type)->parent;
    return parent != PV_NO_NODE && pv_tree_at(tree, parent)->kind == PV_NEW;
}

/* Where types are written as any name is, they are matched as any name is. */
static bool is_plain_name(const struct pv_tree_node *node)
{
    return node->kind == PV_NAME || node->kind == PV_ACCESS;
}

static PV_RESULT add_mark(struct writer *w)
{
    pv_word word = 0;
    uint32_t need = 0;
    PV_TRY(pv_vocab_add(w->mem, w->vocab, pv_need_mark, &word, w->err));
    return word == 0 ? PV_SUCCESS : open_need(w, PV_NEED_WORD, word, &need);
}

/* A decorator or annotation whose language begins it with the mark. */
static bool is_marked(const struct pv_tree *tree, const struct pv_tree_node *node)
{
    return node->kind == PV_ATTR &&
           pv_str_has_prefix(pv_str_sub(tree->text, node->start, node->end), pv_need_mark);
}

/* Adds what stands between `$` and bytes beyond ASCII: that is a word wherever it is. */
static PV_RESULT add_pieces(struct writer *w, struct pv_str text)
{
    size_t start = 0;
    for (size_t at = 0; at <= text.n; at++) {
        bool is_sign = at < text.n && (text.p[at] == '$' || (unsigned char)text.p[at] >= 0x80);
        if (at < text.n && !is_sign)
            continue;
        PV_TRY(add_words(w, pv_str_sub(text, start, at)));
        start = at + 1;
    }
    return PV_SUCCESS;
}

static PV_RESULT add_name(struct writer *w, const struct pv_tree *tree, pv_node node)
{
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    struct pv_str text = pv_tree_text(tree, node);
    if (!(at->flags & PV_NODE_IMPLIED))
        return add_words(w, tree->is_caseless ? pv_vocab_text(w->vocab, at->word) : text);
    /* A variable of PHP: in "a$x" and $$x its name is only part of a run of such bytes. */
    if (!tree->is_caseless || !pv_str_has_prefix(text, PV_STR("$")))
        return PV_SUCCESS;
    return add_pieces(w, text);
}

/*
 * Names have to be there as they are written, in the code or in an import of
 * it. Of types that holds for those that go by one name.
 */
static PV_RESULT add_pattern(struct writer *w, const struct pv_pattern *pattern)
{
    const struct pv_tree *tree = &pattern->source.tree;
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    pv_node node = 0;
    while (node < tree->nodes.n) {
        const struct pv_tree_node *at = pv_tree_at(tree, node);
        if (at->kind == PV_NAME)
            PV_TRY(add_name(w, tree, node));
        if (is_marked(tree, at))
            PV_TRY(add_mark(w));
        if (is_named_type(tree, node))
            PV_TRY(add_type(w, tree, node));
        bool is_apart = at->role == PV_ROLE_TYPE && !(is_plain_name(at) && is_made(tree, node));
        node = is_apart ? at->after : node + 1;
    }
    close_need(w, all);
    return PV_SUCCESS;
}

/* Whether each form has a word: one without is met by any file. */
static bool have_words(const struct pv_need_forms *forms)
{
    PV_VEC_EACH (const struct pv_str, form, &forms->list) {
        struct pv_str rest = *form;
        struct pv_str word = {0};
        if (!pv_need_take_word(&rest, &word))
            return false;
    }
    return forms->list.n > 0;
}

static PV_RESULT add_form(struct writer *w, struct pv_str form)
{
    struct pv_str word = {0};
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    while (pv_need_take_word(&form, &word))
        PV_TRY(add_words(w, word));
    close_need(w, all);
    return PV_SUCCESS;
}

static PV_RESULT add_regex(struct writer *w, struct pv_need_regex regex)
{
    PV_DEFER(pv_arena_clear) struct pv_arena scratch = {0};
    struct pv_need_forms forms = {0};
    uint32_t any = 0;
    PV_TRY(pv_need_read_regex(&scratch, regex, &forms, w->err));
    if (!have_words(&forms))
        return open_need(w, PV_NEED_NOTHING, 0, &any);
    PV_TRY(open_need(w, PV_NEED_ANY, 0, &any));
    PV_VEC_EACH (const struct pv_str, form, &forms.list)
        PV_TRY(add_form(w, *form));
    close_need(w, any);
    return PV_SUCCESS;
}

/*
 * A condition on the text of a metavariable, which is text of the file from the
 * beginning of a node to the end of one, unless a regular expression has bound it.
 */
static PV_RESULT add_condition(struct writer *w, const struct pv_formula *formula,
                               const struct pv_condition *condition)
{
    struct pv_str name = pv_vocab_text(w->vocab, condition->metavariable);
    bool is_group = name.n > 1 && name.p[1] >= '0' && name.p[1] <= '9';
    if (condition->kind != PV_CONDITION_REGEX || condition->is_folded || is_group ||
        pv_need_binds_pieces(formula))
        return PV_SUCCESS;
    return add_regex(w, (struct pv_need_regex){condition->regex_text, true});
}

static PV_RESULT add_formula(struct writer *w, const struct pv_formula *formula, size_t depth);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT add_terms(struct writer *w, const struct pv_formula *formula, size_t depth)
{
    enum pv_need_kind kind = formula->kind == PV_FORMULA_ANY ? PV_NEED_ANY : PV_NEED_ALL;
    uint32_t need = 0;
    if (depth == PV_FORMULA_DEPTH_MAX)
        return open_need(w, PV_NEED_NOTHING, 0, &need);
    PV_TRY(open_need(w, kind, 0, &need));
    for (size_t i = 0; i < formula->n_terms; i++)
        PV_TRY(add_formula(w, formula->terms[i], depth + 1));
    for (size_t i = 0; i < formula->n_conditions; i++)
        PV_TRY(add_condition(w, formula, &formula->conditions[i]));
    close_need(w, need);
    return PV_SUCCESS;
}

static PV_RESULT add_generic(struct writer *w, const struct pv_generic *generic)
{
    struct pv_str word = {0};
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    for (size_t i = 0; pv_generic_word(generic, i, &word); i++)
        PV_TRY(add_words(w, word));
    close_need(w, all);
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT add_formula(struct writer *w, const struct pv_formula *formula, size_t depth)
{
    uint32_t need = 0;
    switch (formula->kind) {
    case PV_FORMULA_PATTERN: return add_pattern(w, &formula->pattern);
    case PV_FORMULA_GENERIC: return add_generic(w, formula->generic);
    case PV_FORMULA_ALL:
    case PV_FORMULA_ANY:
    case PV_FORMULA_INSIDE:
    case PV_FORMULA_ANYWHERE: return add_terms(w, formula, depth);
    case PV_FORMULA_REGEX: return add_regex(w, (struct pv_need_regex){formula->regex_text, false});
    case PV_FORMULA_NOT:
    case PV_FORMULA_NOT_INSIDE: break;
    }
    return open_need(w, PV_NEED_NOTHING, 0, &need);
}

PV_RESULT pv_need_of_formula(struct pv_arena *mem, const struct pv_formula *formula,
                             struct pv_vocab *vocab, struct pv_needs *out, struct pv_err *err)
{
    struct writer writer = {mem, vocab, out, err};
    PV_TRY(add_formula(&writer, formula, 0));
    pv_needs_weigh(out);
    return PV_SUCCESS;
}

/* Most parts are words: they are looked up where they stand. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool is_met(const struct pv_need *needs, uint32_t index, const uint64_t *words)
{
    const struct pv_need *need = &needs[index];
    if (need->kind == PV_NEED_WORD)
        return words && pv_bits_has(words, need->word);
    bool is_all = need->kind != PV_NEED_ANY;
    for (uint32_t i = index + 1; i < need->after; i = needs[i].after) {
        bool is_part_met = needs[i].kind == PV_NEED_WORD
                               ? words && pv_bits_has(words, needs[i].word)
                               : is_met(needs, i, words);
        if (is_part_met != is_all)
            return !is_all;
    }
    return is_all; /* of nothing, too: it is always satisfied */
}

bool pv_need_is_met(const struct pv_needs *needs, uint32_t index, const uint64_t *words)
{
    return is_met(needs->list.p, index, words);
}
