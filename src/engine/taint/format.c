/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/format.h"

#include <stdint.h>

enum { NUMBER_MAX = 1000 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_one_of(char c, const char *set)
{
    for (; *set; set++)
        if (*set == c)
            return true;
    return false;
}

/* The whole number that `text` begins with, and how many bytes it has: 0 for none. */
static size_t number_at(struct pv_str text, size_t *number)
{
    size_t n = 0;
    *number = 0;
    for (; n < text.n && is_digit(text.p[n]); n++)
        *number = *number < NUMBER_MAX ? *number * 10 + (size_t)(text.p[n] - '0') : *number;
    return n;
}

/* `%` and what follows; how many bytes that is, 0 when it is no place for a value. */
static size_t percent_place(struct pv_format *format, struct pv_format_piece *out)
{
    struct pv_str text = format->rest;
    size_t i = 1;
    size_t number = 0;
    size_t n = number_at(pv_str_sub(text, i, text.n), &number);
    bool is_numbered = n > 0 && number > 0 && i + n < text.n && text.p[i + n] == '$';
    if (is_numbered)
        i += n + 1;
    if (i < text.n && is_one_of(text.p[i], "({<")) {
        size_t end = i + 1;
        while (end < text.n && !is_one_of(text.p[end], ")}>"))
            end++;
        out->name = pv_str_sub(text, i + 1, end);
        i = end + 1;
    }
    while (i < text.n && (is_digit(text.p[i]) || is_one_of(text.p[i], "-+ #.,*lhzjtqL'")))
        i++;
    bool is_letter = i < text.n && ((text.p[i] >= 'a' && text.p[i] <= 'z') ||
                                    (text.p[i] >= 'A' && text.p[i] <= 'Z'));
    /* `%<name>s` has a letter, `%{name}` of Ruby none. */
    if (!is_letter && out->name.n == 0)
        return 0;
    if (out->name.n == 0)
        out->number = is_numbered ? number - 1 : format->n_read++;
    return i + is_letter;
}

/* `{` and what follows up to its end. */
static size_t brace_place(struct pv_format *format, struct pv_format_piece *out)
{
    struct pv_str text = format->rest;
    size_t end = pv_str_find(text, PV_STR("}"), 0);
    size_t number = 0;
    if (end == SIZE_MAX)
        return 0;
    struct pv_str inner = pv_str_sub(text, 1, end);
    size_t n = number_at(inner, &number);
    size_t i = n;
    while (i < inner.n && !is_one_of(inner.p[i], "!:,"))
        i++;
    if (i > n)
        out->name = pv_str_sub(inner, 0, i);
    else
        out->number = n > 0 ? number : format->n_read++;
    return end + 1;
}

bool pv_format_next(struct pv_format *format, struct pv_format_piece *out)
{
    char sign = format->has_braces ? '{' : '%';
    struct pv_str text = format->rest;
    size_t n = 0;
    *out = (struct pv_format_piece){0};
    if (text.n == 0)
        return false;
    while (n < text.n && text.p[n] != sign)
        n++;
    if (n == 0 && text.n > 1 && text.p[1] == sign) {
        out->text = pv_str_sub(text, 1, 2); /* written twice, it is meant as such */
        n = 2;
    } else if (n == 0) {
        n = format->has_braces ? brace_place(format, out) : percent_place(format, out);
    } else {
        out->text = pv_str_sub(text, 0, n);
    }
    format->rest = pv_str_sub(text, n, text.n);
    return n > 0;
}
