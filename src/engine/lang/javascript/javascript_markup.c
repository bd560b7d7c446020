/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Components of Vue and Svelte: a page with scripts in it. All but the scripts, and what the
 * page writes as it is, becomes blanks, so that what is left keeps its place.
 */
#include "engine/lang/javascript/javascript_internal.h"

#include <string.h>

/* Whether `text` goes on with `word` at `at`, in any case. */
static bool goes_on(struct pv_str text, size_t at, struct pv_str word)
{
    if (at + word.n > text.n)
        return false;
    for (size_t i = 0; i < word.n; i++) {
        char c = text.p[at + i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word.p[i])
            return false;
    }
    return true;
}

/* Where `word` stands next, or the end. */
static size_t find(struct pv_str text, size_t at, struct pv_str word)
{
    while (at < text.n && !goes_on(text, at, word))
        at++;
    return at;
}

static void blank(char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (text[i] != '\n')
            text[i] = ' ';
}

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* What a page writes as it is: `v-html="EXPR"` of Vue, `{@html EXPR}` of Svelte. */
static const struct {
    struct pv_str mark;
    char end;
} writers[] = {{TEXT("v-html=\""), '"'}, {TEXT("v-html='"), '\''}, {TEXT("{@html "), '}'}};

/* `html` stands here in each mark, and stays: names are read from the file as it is. */
enum { NAME = 2, NAME_END = 6 };

struct written {
    size_t mark;
    size_t start; /* of EXPR */
    size_t end;
};

/* Where an expression ends: at the sign that stands in no bracket of its own. */
static size_t end_of(struct pv_str text, size_t at, char end)
{
    size_t depth = 0;
    for (; at < text.n; at++) {
        char c = text.p[at];
        if (c == end && (depth == 0 || end != '}'))
            return at;
        if (c == '{')
            depth++;
        else if (c == '}' && depth > 0)
            depth--;
    }
    return text.n;
}

/* The first that is written from `at` on; false when there is none. */
static bool find_written(struct pv_str text, size_t at, struct written *out)
{
    size_t first = text.n;
    for (size_t i = 0; i < PV_COUNT(writers); i++) {
        size_t mark = find(pv_str_sub(text, 0, first), at, writers[i].mark);
        if (mark >= first)
            continue;
        first = mark;
        out->mark = mark;
        out->start = mark + writers[i].mark.n;
        out->end = end_of(text, out->start, writers[i].end);
    }
    return first < text.n && out->end < text.n;
}

/* Puts a word into the first blanks that it fits in by itself, and moves `at` behind it. */
static bool put_word(char *text, size_t *at, size_t end, struct pv_str word)
{
    size_t room = 0;
    for (size_t i = *at; i < end; i++) {
        bool is_apart = room > 0 || i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
        room = text[i] == ' ' && is_apart ? room + 1 : 0;
        if (room < word.n)
            continue;
        *at = i + 1;
        memcpy(text + *at - word.n, word.p, word.n);
        return true;
    }
    return false;
}

/* `function html(){` before the call at `call`, and its end from `after` on: all of it or nothing.
 */
static void wrap(char *text, size_t from, size_t call, size_t after, size_t to)
{
    static const struct pv_str words[] = {TEXT("function"), TEXT("page("), TEXT("}")};
    size_t at = from;
    bool fits = put_word(text, &at, call, words[0]) && put_word(text, &at, call, words[1]) &&
                put_word(text, &after, to, words[2]);
    if (fits)
        memcpy(text + call, "){", 2);
    else
        blank(text, from, call);
}

/*
 * Markup from `from` to `to`. What it writes as it is becomes calls of html in a function,
 * since that happens when the page is shown, after all that the scripts do; the rest becomes
 * blanks.
 */
static void blank_markup(char *text, size_t from, size_t to)
{
    struct pv_str all = {text, to};
    struct written written = {0};
    size_t first = to;
    size_t at = from;
    while (find_written(all, at, &written)) {
        size_t name = written.mark + NAME;
        blank(text, at, name);
        blank(text, written.mark + NAME_END, written.start);
        text[name - 1] = ';';
        text[written.mark + NAME_END] = '(';
        text[written.end] = ')';
        first = first == to ? written.mark : first;
        at = written.end + 1;
    }
    blank(text, at, to);
    if (first < to)
        wrap(text, from, first, at, to);
}

void pv_js_blank_markup(char *text, size_t n)
{
    struct pv_str all = {text, n};
    size_t at = 0;
    /* A pattern is a script by itself. */
    struct pv_str start = pv_str_trim(all);
    if (start.n == 0 || start.p[0] != '<')
        return;
    while (at < n) {
        size_t tag = find(all, at, PV_STR("<script"));
        const char *mark = tag < n ? memchr(text + tag, '>', n - tag) : NULL;
        size_t code = mark ? (size_t)(mark - text) + 1 : n;
        blank_markup(text, at, code);
        at = find(all, code, PV_STR("</script"));
    }
}
