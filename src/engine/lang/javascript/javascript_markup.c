/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Components of Vue and Svelte: a page with scripts in it. All but the scripts becomes
 * blanks, line for line, so that what stands in them keeps its place.
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
        blank(text, at, code);
        at = find(all, code, PV_STR("</script"));
    }
}
