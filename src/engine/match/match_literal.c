/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Literals: numbers by value, strings by content, whatever their quotes.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/constants.h"
#include "engine/facts/number.h"

static pv_node only_child(const struct pv_tree *tree, pv_node node)
{
    pv_node first = pv_tree_first(tree, node);
    return first != PV_NO_NODE && pv_tree_next(tree, first) == PV_NO_NODE ? first : PV_NO_NODE;
}

/* The content of a string that is written in one piece; false when it is not. */
static pv_node plain_text(const struct pv_tree *tree, pv_node string)
{
    pv_node text = only_child(tree, string);
    return text != PV_NO_NODE && pv_tree_at(tree, text)->kind == PV_TEXT ? text : PV_NO_NODE;
}

static bool is_regex_found(struct pv_matcher *m, const struct pv_regex *regex, struct pv_str text)
{
    struct pv_regex_match match;
    struct pv_result result = pv_regex_find(regex, text, 0, &match);
    if (!pv_is_ok(result) && result.code != PV_NOT_FOUND)
        m->stop = result.code;
    return pv_is_ok(result);
}

static bool is_content(struct pv_matcher *m, pv_node p, struct pv_str text)
{
    const struct pv_regex *regex = pv_pattern_regex(m->pattern, p);
    return regex ? is_regex_found(m, regex, text) : pv_str_eq(pv_tree_text(m->code, p), text);
}

bool pv_match_regex_holds(struct pv_matcher *m, pv_node p, pv_node t)
{
    return is_content(m, p, pv_tree_text(m->tree, t));
}

/* What may come to a text or number without being one. */
static bool is_computed(enum pv_kind kind)
{
    return kind == PV_STRING || kind == PV_CONCAT || kind == PV_BINARY || kind == PV_COND ||
           kind == PV_NAME || kind == PV_ACCESS || kind == PV_UNARY;
}

/* A text that is nowhere written in one piece has no place to bind to. */
static void match_folded(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct pv_str text = {0};
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, p)->kind;
    if (!m->pattern->options.constant_propagation)
        return;
    bool is_any = kind == PV_DOTS;
    if (is_any && pv_constant_kind(&m->file->constants, t) == PV_CONSTANT_TEXT)
        then->run(m, then);
    if (is_any)
        return;
    struct pv_result result = pv_constant_text(m->mem, &m->file->constants, t, &text);
    if (result.code == PV_NO_MEMORY)
        m->stop = result.code;
    if (pv_is_ok(result) && kind != PV_MVAR && is_content(m, p, text))
        then->run(m, then);
}

/* The one hole or text of the pattern's string against an expression. */
static void match_content(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    t = pv_match_constant(m, t);
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    pv_node text = kind == PV_STRING ? plain_text(m->tree, t) : PV_NO_NODE;
    bool is_value = kind == PV_INT || kind == PV_FLOAT || kind == PV_BOOL;
    if (m->tree->is_configuration && is_value && code->kind == PV_TEXT) {
        if (is_content(m, p, pv_tree_text(m->tree, t)))
            then->run(m, then);
        return;
    }
    if (text == PV_NO_NODE) {
        if (is_computed(kind))
            match_folded(m, p, t, then);
        return;
    }
    const struct pv_tree_node *content = pv_match_target(m, text);
    if (code->kind == PV_MVAR)
        pv_match_bind_text(m, code->word, content->start, content->end, then);
    else if (code->kind == PV_DOTS || is_content(m, p, pv_tree_text(m->tree, text)))
        then->run(m, then);
}

void pv_match_regex_text(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    const struct pv_tree_node *code = pv_match_code(m, p);
    if (pv_match_target(m, t)->kind != PV_REGEX)
        return;
    pv_node text = plain_text(m->tree, t);
    if (code->kind == PV_DOTS)
        then->run(m, then);
    else if (text == PV_NO_NODE)
        return;
    else if (code->kind == PV_MVAR)
        pv_match_bind_text(m, code->word, pv_match_target(m, text)->start,
                           pv_match_target(m, text)->end, then);
    else if (is_content(m, p, pv_tree_text(m->tree, text)))
        then->run(m, then);
}

/* Python's f"...", C#'s $"...", Scala's s"..." and raw"...": they are templates even without holes.
 */
static bool is_template(const struct pv_tree *tree, pv_node string)
{
    struct pv_str text = pv_tree_text(tree, string);
    bool is_marked = false;
    size_t n = 0;
    for (; n < text.n && text.p[n] != '"' && text.p[n] != '\''; n++) {
        char c = text.p[n];
        if (c != '$' && c != '@' && ((c | 0x20) < 'a' || (c | 0x20) > 'z'))
            return false;
        is_marked = is_marked || c == '$' || strchr("fFsw", c) != NULL;
    }
    return is_marked && n < text.n;
}

/* What may stand for a string without being one. */
static bool is_like_string(enum pv_kind kind)
{
    return kind == PV_STRING || kind == PV_CONCAT || kind == PV_NAME || kind == PV_ACCESS ||
           kind == PV_BINARY || kind == PV_COND || kind == PV_INT || kind == PV_FLOAT ||
           kind == PV_BOOL;
}

/* `...` between backticks and "$...X" are all pieces of a string, whatever they are. */
static bool is_any_pieces(const struct pv_matcher *m, pv_node p, pv_node content)
{
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, content)->kind;
    return kind == PV_MVAR_MANY ||
           (kind == PV_DOTS && pv_str_has_prefix(pv_tree_text(m->code, p), PV_STR("`")));
}

/* A pattern that is nothing but "$X" holds each text between the holes of a string, too. */
static void match_pieces(struct pv_matcher *m, pv_node hole, pv_node t, const struct pv_then *then)
{
    pv_word name = pv_match_code(m, hole)->word;
    for (pv_node piece = pv_tree_first(m->tree, t); piece != PV_NO_NODE && pv_match_step(m);
         piece = pv_tree_next(m->tree, piece)) {
        const struct pv_tree_node *text = pv_match_target(m, piece);
        if (text->kind == PV_TEXT)
            pv_match_bind_text(m, name, text->start, text->end, then);
    }
}

/* JavaScript's `...`, which no quotes stand for; Go's are quotes like others. */
static bool is_backticked(const struct pv_tree *tree, pv_node node)
{
    return tree->nodes.p[node].kind == PV_STRING &&
           pv_str_has_prefix(pv_tree_text(tree, node), PV_STR("`"));
}

/* The b of b"..." and the u of u"..."; 0 where none is written. */
static char mark_of(const struct pv_tree *tree, pv_node node)
{
    struct pv_str text = pv_tree_text(tree, node);
    char mark = text.n > 1 && tree->nodes.p[node].kind == PV_STRING ? (char)(text.p[0] | 0x20) : 0;
    bool is_quoted = mark && (text.p[1] == '"' || text.p[1] == '\'');
    return is_quoted && (mark == 'b' || mark == 'u') ? mark : 0;
}

void pv_match_string(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    /* A pattern with a mark asks for it; one without takes any. */
    char mark = mark_of(m->code, p);
    if (mark && mark != mark_of(m->tree, pv_match_constant(m, t)))
        return;
    if (m->tree->has_one_number && is_backticked(m->code, p) && !is_backticked(m->tree, t))
        return;
    if (!is_like_string((enum pv_kind)pv_match_target(m, t)->kind))
        t = pv_match_unwrap(m, t, PV_STRING);
    if (t == PV_NO_NODE)
        return;
    pv_node content = only_child(m->code, p);
    if (is_template(m->code, p)) {
        if (pv_match_target(m, t)->kind == PV_STRING && is_template(m->tree, t))
            pv_match_list(m, p, t, PV_ROLE_COUNT, then);
        return;
    }
    bool is_string = pv_match_target(m, t)->kind == PV_STRING;
    if (content != PV_NO_NODE && is_string && is_any_pieces(m, p, content)) {
        pv_match_list(m, p, t, PV_ROLE_COUNT, then);
        return;
    }
    /* A string of pieces is none that is written in one. */
    if (content == PV_NO_NODE && pv_tree_first(m->code, p) != PV_NO_NODE && is_string &&
        plain_text(m->tree, t) != PV_NO_NODE)
        return;
    bool is_in_pieces =
        pv_match_target(m, t)->kind == PV_STRING && only_child(m->tree, t) == PV_NO_NODE;
    if (p == 0 && is_in_pieces && content != PV_NO_NODE &&
        pv_match_code(m, content)->kind == PV_MVAR)
        match_pieces(m, content, t, then);
    else if (content != PV_NO_NODE && pv_match_code(m, content)->kind != PV_INTERP)
        match_content(m, content, t, then);
    else if (pv_match_target(m, t)->kind == PV_STRING)
        pv_match_list(m, p, t, PV_ROLE_COUNT, then);
}

void pv_match_text(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (pv_match_target(m, t)->kind == PV_TEXT &&
        pv_str_eq(pv_tree_text(m->code, p), pv_tree_text(m->tree, t)))
        then->run(m, then);
}

static bool is_same_number(enum pv_kind kind, struct pv_str a, struct pv_str b)
{
    if (pv_str_eq(a, b))
        return true;
    uint64_t x = 0;
    uint64_t y = 0;
    if (kind == PV_INT)
        return pv_number_read_int(a, &x) && pv_number_read_int(b, &y) && x == y;
    double u = 0;
    double v = 0;
    return pv_number_read_float(a, &u) && pv_number_read_float(b, &v) && !(u < v) && !(u > v);
}

/* Whether `t` is computed, and comes to the whole number. */
static bool is_sum(struct pv_matcher *m, struct pv_str number, pv_node t)
{
    uint64_t wanted = 0;
    int64_t found = 0;
    return m->pattern->options.constant_propagation &&
           is_computed((enum pv_kind)pv_match_target(m, t)->kind) &&
           pv_number_read_int(number, &wanted) && pv_constant_int(&m->file->constants, t, &found) &&
           found >= 0 && (uint64_t)found == wanted;
}

/* In configuration, "150" is 150 and "true" is true. */
static bool is_written_as_text(const struct pv_matcher *m, pv_node t)
{
    return m->tree->is_configuration && pv_match_target(m, t)->kind == PV_STRING &&
           plain_text(m->tree, t) != PV_NO_NODE;
}

void pv_match_number(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    enum pv_kind kind = (enum pv_kind)pv_match_code(m, p)->kind;
    struct pv_str wanted = pv_tree_text(m->code, p);
    pv_node literal = pv_match_constant(m, t);
    if (is_written_as_text(m, literal)) {
        if (is_same_number(kind, wanted, pv_tree_text(m->tree, plain_text(m->tree, literal))))
            then->run(m, then);
        return;
    }
    pv_node number = pv_match_unwrap(m, literal, kind);
    if (number != PV_NO_NODE ? is_same_number(kind, wanted, pv_tree_text(m->tree, number))
                             : is_sum(m, wanted, t))
        then->run(m, then);
}

void pv_match_bool(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    struct pv_str wanted = pv_tree_text(m->code, p);
    pv_node literal = pv_match_constant(m, t);
    bool found = false;
    if (is_written_as_text(m, literal)) {
        if (pv_str_eq(wanted, pv_tree_text(m->tree, plain_text(m->tree, literal))))
            then->run(m, then);
        return;
    }
    if (pv_match_target(m, literal)->kind == PV_BOOL || !m->pattern->options.constant_propagation ||
        !is_computed((enum pv_kind)pv_match_target(m, literal)->kind))
        pv_match_same_kind(m, p, literal, then);
    else if (pv_constant_bool(&m->file->constants, literal, &found) &&
             found == (wanted.p[0] == 't' || wanted.p[0] == 'T'))
        then->run(m, then);
}
