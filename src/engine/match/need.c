/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need.h"

#include "engine/match/match_internal.h"
#include "engine/match/match_limits.h"
#include "engine/match/need_internal.h"
#include "engine/match/need_part.h"

const struct pv_str pv_need_mark = {"@", 1};

struct writer {
    struct pv_arena *mem;
    struct pv_vocab *vocab;
    struct pv_needs *out;
    struct pv_err *err;
    bool is_part; /* of what a metavariable is bound to: perhaps the inside of a text */
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
static PV_RESULT add_besides(struct writer *w, struct pv_str text)
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

static bool is_one_word(struct pv_str text)
{
    size_t n = 0;
    while (n < text.n && pv_need_is_word_byte((unsigned char)text.p[n]))
        n++;
    return n > 0 && n == text.n;
}

/* Python's old statement is a call without brackets. */
static bool is_statement(struct pv_str word)
{
    return pv_str_eq(word, PV_STR("print"));
}

static PV_RESULT add_beside(struct writer *w, const char *before, struct pv_str text,
                            const char *behind)
{
    struct pv_str placed = {0};
    pv_word word = 0;
    uint32_t need = 0;
    PV_TRY(pv_str_format(w->mem, &placed, w->err, "%s%.*s%s", before, PV_STR_FMT(text), behind));
    PV_TRY(pv_vocab_add(w->mem, w->vocab, placed, &word, w->err));
    return open_need(w, PV_NEED_WORD, word, &need);
}

static PV_RESULT add_module_call(struct writer *w, struct pv_str module, struct pv_str name)
{
    struct pv_str dotted = {0};
    PV_TRY(
        pv_str_format(w->mem, &dotted, w->err, "%.*s.%.*s", PV_STR_FMT(module), PV_STR_FMT(name)));
    return add_beside(w, "", dotted, "(");
}

/* The word of a name, where that has to stand; all the words, where it has more. */
static PV_RESULT add_placed(struct writer *w, struct pv_str text, struct pv_need_place place)
{
    bool is_anywhere = !place.is_called && !place.is_reached && !place.is_marked && !place.is_given;
    if (is_anywhere || (place.is_marked && w->is_part) || is_statement(text) || !is_one_word(text))
        return add_words(w, text);
    if (place.is_called && is_one_word(place.object))
        return add_module_call(w, place.object, text);
    return add_beside(w,
                      place.is_marked    ? "@"
                      : place.is_reached ? "."
                                         : "",
                      text,
                      place.is_called  ? "("
                      : place.is_given ? "="
                                       : "");
}

static PV_RESULT add_name(struct writer *w, const struct pv_pattern *pattern, pv_node node)
{
    const struct pv_tree *tree = &pattern->source.tree;
    const struct pv_tree_node *at = pv_tree_at(tree, node);
    struct pv_str text = pv_tree_text(tree, node);
    if (!(at->flags & PV_NODE_IMPLIED))
        return add_placed(w, tree->is_caseless ? pv_vocab_text(w->vocab, at->word) : text,
                          pv_need_where(pattern, node));
    /* A variable of PHP: in "a$x" and $$x its name is only part of a run of such bytes. */
    if (!tree->is_caseless || !pv_str_has_prefix(text, PV_STR("$")))
        return PV_SUCCESS;
    return add_besides(w, text);
}

/*
 * Names have to be there as they are written, in the code or in an import of
 * it, those of calls, fields and decorators where such stand. Of types that holds for those that go
 * by one name.
 */
static PV_RESULT add_text(struct writer *w, const struct pv_pattern *pattern, pv_node node);
static PV_RESULT add_text_regex(struct writer *w, const struct pv_tree *tree, pv_node node);

static PV_RESULT add_pattern(struct writer *w, const struct pv_pattern *pattern)
{
    const struct pv_tree *tree = &pattern->source.tree;
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    pv_node node = 0;
    while (node < tree->nodes.n) {
        const struct pv_tree_node *at = pv_tree_at(tree, node);
        /* A module, too, may be what an expression says. */
        if (at->kind == PV_NAME && pv_pattern_regex(pattern, node))
            PV_TRY(add_text_regex(w, tree, node));
        else if (at->kind == PV_NAME)
            PV_TRY(add_name(w, pattern, node));
        if (at->kind == PV_TEXT)
            PV_TRY(add_text(w, pattern, node));
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

/* The bytes that a file has to have in one run, or in as many as a text has pieces. */
static bool is_text_word(struct pv_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] == '$' || (unsigned char)word.p[i] >= 0x80)
            return false;
    return word.n > 1 && word.n <= PV_NEED_TEXT_BYTES_MAX && (word.p[0] < '0' || word.p[0] > '9') &&
           is_one_word(word);
}

/* A word of a text that is known: it is there, or in pieces, or in a file of properties. */
static PV_RESULT add_text_word(struct writer *w, struct pv_str text)
{
    uint32_t any = 0;
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ANY, 0, &any));
    PV_TRY(add_words(w, text));
    PV_TRY(add_words(w, PV_STR("getProperty")));
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    PV_TRY(add_beside(w, "'", text, ""));
    PV_TRY(add_beside(w, "", text, "'"));
    close_need(w, all);
    close_need(w, any);
    return PV_SUCCESS;
}

static PV_RESULT add_text_form(struct writer *w, struct pv_str form)
{
    struct pv_str word = {0};
    while (pv_need_take_word(&form, &word))
        if (is_text_word(word))
            PV_TRY(add_text_word(w, word));
    return PV_SUCCESS;
}

static PV_RESULT add_exact_text(struct writer *w, struct pv_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        while (at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]))
            at++;
        if (is_text_word(pv_str_sub(text, start, at)))
            PV_TRY(add_text_word(w, pv_str_sub(text, start, at)));
        at += at == start;
    }
    return PV_SUCCESS;
}

static PV_RESULT add_regex(struct writer *w, struct pv_need_regex regex,
                           struct pv_need_place place);

/* `=~/…/`: the bytes between quotes as the file has them are like that. */
static PV_RESULT add_text_regex(struct writer *w, const struct pv_tree *tree, pv_node node)
{
    struct pv_str text = pv_tree_text(tree, node);
    size_t slash = pv_str_rfind_byte(text, '/');
    if (slash + 1 < text.n)
        return PV_SUCCESS; /* flags change what it says */
    return add_regex(w, (struct pv_need_regex){pv_str_sub(text, 3, slash), false},
                     (struct pv_need_place){.is_begun = true});
}

/* A text that the pattern knows, or says what it is like. */
static PV_RESULT add_text(struct writer *w, const struct pv_pattern *pattern, pv_node node)
{
    const struct pv_tree *tree = &pattern->source.tree;
    pv_node parent = pv_tree_at(tree, node)->parent;
    if (parent == PV_NO_NODE || pv_tree_at(tree, parent)->kind != PV_STRING)
        return PV_SUCCESS;
    return pv_pattern_regex(pattern, node) ? add_text_regex(w, tree, node)
                                           : add_exact_text(w, pv_tree_text(tree, node));
}

static bool has_word(struct pv_str form)
{
    struct pv_str word = {0};
    return pv_need_take_word(&form, &word);
}

static PV_RESULT add_part_word(struct writer *w, const struct pv_need_part *part)
{
    struct pv_str text = {0};
    pv_word word = 0;
    uint32_t need = 0;
    PV_TRY(pv_need_part_write(w->mem, part, &text, w->err));
    PV_TRY(pv_vocab_add(w->mem, w->vocab, text, &word, w->err));
    return open_need(w, PV_NEED_PART, word, &need);
}

/* Whether what was added from `at` on is one part, and the need at `any` has it already. */
static bool is_twin(const struct writer *w, uint32_t any, size_t at)
{
    const struct pv_need *needs = w->out->list.p;
    for (size_t i = any + 1; i < at && at + 1 == w->out->list.n; i = needs[i].after)
        if (needs[i].kind == needs[at].kind && needs[i].word == needs[at].word)
            return true;
    return false;
}

/* Where a form has no word that is whole: parts of words, in any case. */
static PV_RESULT add_parts(struct writer *w, struct pv_str form, uint32_t any, bool *is_known)
{
    struct pv_need_part part = {0};
    size_t first = w->out->list.n;
    struct pv_str rest = form;
    size_t n = 0;
    while (pv_need_take_part(&rest, &part))
        n++;
    uint32_t all = 0;
    *is_known = n > 0;
    if (n > 1)
        PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    while (pv_need_take_part(&form, &part))
        PV_TRY(add_part_word(w, &part));
    if (n > 1)
        close_need(w, all);
    if (is_twin(w, any, first))
        w->out->list.n = first;
    return PV_SUCCESS;
}

/* Whether the form is one word, up to the end of what is asked about. */
static bool is_one_form(struct pv_str form)
{
    struct pv_str first = {0};
    if (form.n > 0 && form.p[0] == PV_NEED_EDGE)
        form = pv_str_sub(form, 1, form.n);
    (void)pv_str_split(&form, PV_NEED_EDGE, &first);
    return is_one_word(first) && (form.n == 0 || (form.n == 1 && form.p[0] == PV_NEED_GAP));
}

/* What a condition says stands at `place`, if that is a whole word. */
static PV_RESULT add_form(struct writer *w, struct pv_str form, struct pv_need_place place)
{
    struct pv_str word = {0};
    uint32_t all = 0;
    PV_TRY(open_need(w, PV_NEED_ALL, 0, &all));
    if (place.is_begun) {
        PV_TRY(add_text_form(w, form));
    } else {
        bool is_placed = is_one_form(form);
        while (pv_need_take_word(&form, &word))
            PV_TRY(is_placed ? add_placed(w, word, place) : add_words(w, word));
    }
    close_need(w, all);
    return PV_SUCCESS;
}

static PV_RESULT add_regex(struct writer *w, struct pv_need_regex regex, struct pv_need_place place)
{
    PV_DEFER(pv_arena_clear) struct pv_arena scratch = {0};
    struct pv_need_forms forms = {0};
    uint32_t any = 0;
    PV_TRY(pv_need_read_regex(&scratch, regex, &forms, w->err));
    PV_TRY(open_need(w, PV_NEED_ANY, 0, &any));
    /* A text may be in pieces. */
    bool is_known = forms.list.n > 0 && !(place.is_begun && forms.is_folded);
    for (size_t i = 0; i < forms.list.n && is_known; i++) {
        struct pv_str form = forms.list.p[i];
        is_known = !place.is_begun || has_word(form);
        if (has_word(form) && !forms.is_folded)
            PV_TRY(add_form(w, form, place));
        else if (is_known)
            PV_TRY(add_parts(w, form, any, &is_known));
    }
    if (!is_known) { /* a form that any file has */
        w->out->list.n = any;
        return open_need(w, PV_NEED_NOTHING, 0, &any);
    }
    close_need(w, any);
    return PV_SUCCESS;
}

static PV_RESULT add_formula(struct writer *w, const struct pv_formula *formula, size_t depth);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT add_part(struct writer *w, const struct pv_formula *formula, size_t depth)
{
    bool was_part = w->is_part;
    w->is_part = true;
    PV_TRY(add_formula(w, formula, depth));
    w->is_part = was_part;
    return PV_SUCCESS;
}

/*
 * A condition on the text of a metavariable, which is text of the file from the
 * beginning of a node to the end of one, unless a regular expression has bound it.
 */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT add_condition(struct writer *w, const struct pv_formula *formula,
                               const struct pv_condition *condition, size_t depth)
{
    /* What is bound is part of the file; what is in its texts may be code of its own. */
    if (condition->kind == PV_CONDITION_PATTERN)
        return condition->is_other_text ? PV_SUCCESS : add_part(w, condition->formula, depth + 1);
    struct pv_str name = pv_vocab_text(w->vocab, condition->metavariable);
    bool is_group = name.n > 1 && name.p[1] >= '0' && name.p[1] <= '9';
    if (condition->kind != PV_CONDITION_REGEX || condition->is_folded || is_group ||
        pv_need_binds_pieces(formula))
        return PV_SUCCESS;
    return add_regex(w, (struct pv_need_regex){condition->regex_text, true},
                     pv_need_where_bound(formula, condition));
}

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
        PV_TRY(add_condition(w, formula, &formula->conditions[i], depth));
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
    case PV_FORMULA_REGEX:
        return add_regex(w, (struct pv_need_regex){formula->regex_text, false},
                         (struct pv_need_place){0});
    case PV_FORMULA_NOT:
    case PV_FORMULA_NOT_INSIDE: break;
    }
    return open_need(w, PV_NEED_NOTHING, 0, &need);
}

PV_RESULT pv_need_of_formula(struct pv_arena *mem, const struct pv_formula *formula,
                             struct pv_vocab *vocab, struct pv_needs *out, struct pv_err *err)
{
    struct writer writer = {.mem = mem, .vocab = vocab, .out = out, .err = err};
    PV_TRY(add_formula(&writer, formula, 0));
    pv_needs_weigh(out);
    return PV_SUCCESS;
}

static bool is_in_set(const struct pv_need *need)
{
    return need->kind == PV_NEED_WORD || need->kind == PV_NEED_PART;
}

/* Most parts are words: they are looked up where they stand. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool is_met(const struct pv_need *needs, uint32_t index, const uint64_t *words)
{
    const struct pv_need *need = &needs[index];
    if (is_in_set(need))
        return words && pv_bits_has(words, need->word);
    bool is_all = need->kind != PV_NEED_ANY;
    for (uint32_t i = index + 1; i < need->after; i = needs[i].after) {
        bool is_part_met = is_in_set(&needs[i]) ? words && pv_bits_has(words, needs[i].word)
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
