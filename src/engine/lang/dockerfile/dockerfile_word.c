/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of a Dockerfile, which are what words of Bash are: a name, quoted or not;
 * an expansion; several of these side by side.
 */
#include "engine/lang/dockerfile/dockerfile_internal.h"

#include <string.h>

static bool is_name_byte(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* The end of the expansion or hole at `at`; `at` when there is none. */
static uint32_t piece_end(const struct pv_docker *d, uint32_t at, uint32_t end)
{
    const char *p = d->code;
    uint32_t to = at;
    if (p[at] == '$' && at + 1 < end && p[at + 1] == '{') {
        while (to < end && p[to] != '}')
            to++;
        return to < end ? to + 1 : at;
    }
    bool is_hole = pv_str_has_prefix(pv_docker_text(d, (struct pv_span){at, end}), PV_STR("__pv"));
    if (p[at] == '$')
        to++;
    else if (!is_hole)
        return at;
    while (to < end && is_name_byte(p[to]))
        to++;
    return to > at + 1 ? to : at;
}

/* $x, ${x}, ${x:-y}; the name is no word of the file. */
static void build_expansion(struct pv_docker *d, enum pv_role role, struct pv_span span)
{
    bool has_brace = d->code[span.start + 1] == '{';
    struct pv_span name = {span.start + 1 + has_brace, span.start + 1 + has_brace};
    while (name.end < span.end && is_name_byte(d->code[name.end]))
        name.end++;
    pv_docker_open(d, PV_INTERP, role, span);
    if (has_brace && name.end + 1 < span.end)
        pv_docker_name(d, pv_docker_text(d, (struct pv_span){name.end, span.end - 1}), 0);
    pv_docker_open(d, PV_NAME, PV_ROLE_VALUE, name);
    pv_docker_name(d, pv_docker_text(d, name), PV_NODE_IMPLIED);
    pv_docker_close(d);
    pv_docker_close(d);
}

static void build_piece(struct pv_docker *d, enum pv_role role, struct pv_span span)
{
    if (d->code[span.start] == '$')
        build_expansion(d, role, span);
    else
        pv_docker_leaf(d, PV_NAME, role, span);
}

/* The pieces of `span`; text between them becomes nodes of `kind`. Gives how many were not text. */
static size_t build_pieces(struct pv_docker *d, struct pv_span span, enum pv_kind kind)
{
    uint32_t text = span.start;
    size_t n = 0;
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t end = piece_end(d, at, span.end);
        if (end == at) {
            at += d->code[at] == '\\' ? 2 : 1;
            continue;
        }
        if (at > text)
            pv_docker_leaf(d, kind, PV_ROLE_NONE, (struct pv_span){text, at});
        build_piece(d, PV_ROLE_NONE, (struct pv_span){at, end});
        text = at = end;
        n++;
    }
    if (span.end > text)
        pv_docker_leaf(d, kind, PV_ROLE_NONE, (struct pv_span){text, span.end});
    return n;
}

static bool has_pieces(const struct pv_docker *d, struct pv_span span)
{
    for (uint32_t at = span.start; at < span.end; at += d->code[at] == '\\' ? 2 : 1) {
        if (piece_end(d, at, span.end) > at)
            return true;
    }
    return false;
}

void pv_docker_value(struct pv_docker *d, enum pv_role role, struct pv_span span)
{
    char quote = span.end > span.start + 1 ? d->code[span.start] : 0;
    bool is_quoted = (quote == '"' || quote == '\'') && d->code[span.end - 1] == quote;
    struct pv_span inner = {span.start + is_quoted, span.end - is_quoted};
    bool is_composed = has_pieces(d, inner) && (quote != '\'' || pv_docker_is_hole(d, inner));
    struct pv_str content = pv_docker_text(d, inner);
    if (!is_composed) {
        pv_docker_open(d, PV_NAME, role, span);
        pv_docker_name(d, content, 0);
        pv_docker_close(d);
        return;
    }
    bool is_one = inner.start < inner.end && piece_end(d, inner.start, inner.end) == inner.end;
    if (is_one && (!is_quoted || pv_docker_is_hole(d, inner))) {
        build_piece(d, role, inner);
        return;
    }
    pv_docker_open(d, is_quoted ? PV_STRING : PV_CONCAT, role, span);
    (void)build_pieces(d, inner, is_quoted ? PV_TEXT : PV_NAME);
    pv_docker_close(d);
}

/* Lists of strings */

static uint32_t skip_gap(const struct pv_docker *d, uint32_t at, uint32_t end)
{
    while (at < end && (strchr(" \t\r\n", d->code[at]) ||
                        (d->code[at] == '\\' && at + 1 < end && d->code[at + 1] == '\n')))
        at++;
    return at;
}

/* The bytes of the escape whose backslash is before `at`; 0 when JSON has no such escape. */
static size_t escape_size(const struct pv_docker *d, uint32_t at, uint32_t end)
{
    if (at >= end || !strchr("\"\\/bfnrtu", d->code[at]))
        return 0;
    if (d->code[at] != 'u')
        return 2;
    for (uint32_t i = at + 1; i < at + 5; i++) {
        if (i >= end || d->code[i] == '\0' || !strchr("0123456789abcdefABCDEF", d->code[i]))
            return 0;
    }
    return 6;
}

/* The end of the string or hole at `at`; `at` when there is none. */
static uint32_t element_end(const struct pv_docker *d, uint32_t at, uint32_t end)
{
    uint32_t to = at;
    if (at >= end)
        return at;
    if (d->code[at] != '"') {
        while (to < end && is_name_byte(d->code[to]))
            to++;
        return pv_docker_is_hole(d, (struct pv_span){at, to}) ? to : at;
    }
    for (to++; to < end && d->code[to] != '"'; to++) {
        size_t n = d->code[to] == '\\' ? escape_size(d, to + 1, end) : 1;
        if (n == 0)
            return at;
        to += (uint32_t)n - 1;
    }
    return to < end ? to + 1 : at;
}

/* The next element from `*at` on, which goes past it and its comma; false at the end. */
static bool next_element(const struct pv_docker *d, uint32_t *at, uint32_t end,
                         struct pv_span *element)
{
    element->start = skip_gap(d, *at, end);
    element->end = element_end(d, element->start, end);
    if (element->end == element->start)
        return false;
    *at = skip_gap(d, element->end, end);
    if (*at < end && d->code[*at] == ',')
        *at = skip_gap(d, *at + 1, end);
    else if (*at < end)
        return false;
    return true;
}

static bool is_array(const struct pv_docker *d, struct pv_span span)
{
    if (span.end < span.start + 2 || d->code[span.start] != '[' || d->code[span.end - 1] != ']')
        return false;
    struct pv_span element = {0};
    uint32_t end = span.end - 1;
    uint32_t at = skip_gap(d, span.start + 1, end);
    while (at < end) {
        if (!next_element(d, &at, end, &element))
            return false;
    }
    return true;
}

bool pv_docker_array(struct pv_docker *d, enum pv_role role, struct pv_span span)
{
    if (!is_array(d, span))
        return false;
    struct pv_span element = {0};
    uint32_t at = span.start + 1;
    pv_docker_open(d, PV_ARRAY, role, span);
    while (at < span.end - 1 && next_element(d, &at, span.end - 1, &element)) {
        if (d->code[element.start] != '"') {
            pv_docker_leaf(d, PV_NAME, PV_ROLE_NONE, element);
            continue;
        }
        pv_docker_open(d, PV_STRING, PV_ROLE_NONE, element);
        pv_docker_leaf(d, PV_TEXT, PV_ROLE_NONE,
                       (struct pv_span){element.start + 1, element.end - 1});
        pv_docker_close(d);
    }
    pv_docker_close(d);
    return true;
}
