/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/narrowness.h"

struct reader {
    struct pv_str text;
    size_t at;
    int depth; /* of brackets */
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* No quote, space, slash or colon: what is made of these cannot leave the word that it stands in.
 */
static bool is_plain(char c)
{
    return is_letter(c) || c == '_' || c == '-' || c == '@' || c == '+';
}

static char peek(const struct reader *r, size_t ahead)
{
    return r->at + ahead < r->text.n ? r->text.p[r->at + ahead] : '\0';
}

/* \w, \d and signs that are meant as themselves. */
static bool read_escape(struct reader *r)
{
    char c = peek(r, 1);
    r->at += 2;
    return c == 'w' || c == 'd' || c == '.' || (is_plain(c) && !is_letter(c));
}

/* [...]: what it names is plain, and no range goes from one kind of letters to another. */
static bool read_class(struct reader *r)
{
    r->at++;
    if (peek(r, 0) == '^' || peek(r, 0) == ']')
        return false;
    while (r->at < r->text.n && peek(r, 0) != ']') {
        char c = peek(r, 0);
        if (c == '\\') {
            if (!read_escape(r))
                return false;
            continue;
        }
        if (!is_plain(c) && c != '.')
            return false;
        if (peek(r, 1) == '-' && peek(r, 2) != ']') {
            char last = peek(r, 2);
            bool is_one_kind = is_letter(c) && is_letter(last) && (c <= '9') == (last <= '9') &&
                               (c <= 'Z') == (last <= 'Z');
            if (!is_one_kind)
                return false;
            r->at += 2;
        }
        r->at++;
    }
    r->at++;
    return r->at <= r->text.n;
}

static bool read_group(struct reader *r)
{
    r->at++;
    r->depth++;
    if (peek(r, 0) != '?')
        return true;
    bool is_silent = peek(r, 1) == ':';
    r->at += 2;
    return is_silent;
}

static bool read_one(struct reader *r)
{
    char c = peek(r, 0);
    if (c == '\\')
        return read_escape(r);
    if (c == '[')
        return read_class(r);
    if (c == '(')
        return read_group(r);
    r->at++;
    if (c == ')')
        return r->depth-- > 0;
    if (c == '|')
        return r->depth > 0; /* outside of brackets it would part the anchors */
    return is_plain(c) || c == '*' || c == '?' || c == '{' || c == '}' || c == ',';
}

static bool takes(struct reader *r, const char *one, const char *other)
{
    struct pv_str rest = pv_str_sub(r->text, r->at, r->text.n);
    struct pv_str text = pv_str_of(pv_str_has_prefix(rest, pv_str_of(one)) ? one : other);
    if (!pv_str_has_prefix(rest, text))
        return false;
    r->at += text.n;
    return true;
}

/* The expression without the sign that holds it to the end of the text. */
static bool cut_end(struct pv_str *text)
{
    static const char *const ends[] = {"\\z", "\\Z", "$"};
    for (size_t i = 0; i < PV_COUNT(ends); i++) {
        struct pv_str end = pv_str_of(ends[i]);
        if (!pv_str_has_suffix(*text, end))
            continue;
        *text = pv_str_sub(*text, 0, text->n - end.n);
        return !pv_str_has_suffix(*text, PV_STR("\\"));
    }
    return false;
}

bool pv_narrowness_is_plain(struct pv_str regex, bool is_at_start, bool is_at_end)
{
    struct reader r = {.text = regex};
    bool has_start = takes(&r, "^", "\\A");
    bool has_end = cut_end(&r.text);
    if (!(has_start || is_at_start) || !(has_end || is_at_end) || r.at >= r.text.n)
        return false;
    while (r.at < r.text.n)
        if (!read_one(&r))
            return false;
    return r.depth == 0;
}
