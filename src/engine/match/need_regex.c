/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/match_limits.h"
#include "engine/match/need.h"
#include "engine/match/need_internal.h"

/* A letter, digit or `_`: what stands for itself in an expression and is part of a word. */
static bool is_plain(char byte)
{
    return pv_need_is_word_byte((unsigned char)byte) && byte != '$' && (unsigned char)byte < 0x80;
}

static struct pv_str take_plain(struct pv_str *text)
{
    size_t n = 0;
    while (n < text->n && is_plain(text->p[n]))
        n++;
    struct pv_str taken = pv_str_sub(*text, 0, n);
    *text = pv_str_sub(*text, n, text->n);
    return taken;
}

static bool skip(struct pv_str *text, struct pv_str what)
{
    if (!pv_str_has_prefix(*text, what))
        return false;
    *text = pv_str_sub(*text, what.n, text->n);
    return true;
}

/* `(self\.)?` and its like: whatever it is, what follows comes after a dot or at the start. */
static void skip_qualifier(struct pv_str *text)
{
    struct pv_str end = PV_STR("\\.)?");
    size_t at = pv_str_find(*text, end, 0);
    int depth = 0;
    if (at == SIZE_MAX || text->p[0] != '(')
        return;
    for (size_t i = 1; i < at; i++) {
        char byte = text->p[i];
        bool is_escaped = byte == '\\' && i + 1 < at;
        if (byte == '(' || byte == ')' || byte == '|' || (byte == '?' && i == 1))
            return;
        depth += byte == '[' ? 1 : byte == ']' ? -1 : 0;
        i += is_escaped;
    }
    if (depth == 0)
        *text = pv_str_sub(*text, at + end.n, text->n);
}

/* `(a|b)` or nothing, which is one empty alternative between `before` and `after`. */
static bool take_alternatives(struct pv_str *text, struct pv_str *out)
{
    if (!skip(text, PV_STR("(")))
        return false;
    (void)skip(text, PV_STR("?:"));
    size_t n = 0;
    bool is_empty = true; /* the alternative that is being read */
    for (; n < text->n && (is_plain(text->p[n]) || text->p[n] == '|'); n++) {
        bool is_bar = text->p[n] == '|';
        if (is_bar && is_empty)
            return false;
        is_empty = is_bar;
    }
    *out = pv_str_sub(*text, 0, n);
    *text = pv_str_sub(*text, n, text->n);
    return !is_empty && skip(text, PV_STR(")"));
}

bool pv_need_read_regex(struct pv_str text, struct pv_need_words *out)
{
    struct pv_need_words words = {0};
    (void)skip(&text, PV_STR("^"));
    if (text.n == 0)
        return false;
    skip_qualifier(&text);
    words.before = take_plain(&text);
    if (!pv_str_has_prefix(text, PV_STR("("))) {
        words.alternatives = words.before;
        words.before = (struct pv_str){0};
    } else if (!take_alternatives(&text, &words.alternatives)) {
        return false;
    }
    words.after = take_plain(&text);
    *out = words;
    return words.alternatives.n > 0 && pv_str_eq(text, PV_STR("$"));
}

static bool has_named_group(const struct pv_regex *regex)
{
    for (size_t i = 1; i <= pv_regex_groups(regex); i++)
        if (pv_regex_group_name(regex, i).n > 0)
            return true;
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool binds_pieces(const struct pv_formula *formula, size_t depth)
{
    if (formula->kind == PV_FORMULA_REGEX || formula->kind == PV_FORMULA_GENERIC ||
        depth == PV_FORMULA_DEPTH_MAX)
        return true;
    for (size_t i = 0; i < formula->n_terms; i++)
        if (binds_pieces(formula->terms[i], depth + 1))
            return true;
    for (size_t i = 0; i < formula->n_conditions; i++) {
        const struct pv_condition *condition = &formula->conditions[i];
        if (condition->regex && has_named_group(condition->regex))
            return true;
        if (condition->formula && binds_pieces(condition->formula, depth + 1))
            return true;
    }
    return false;
}

bool pv_need_binds_pieces(const struct pv_formula *formula)
{
    return binds_pieces(formula, 0);
}
