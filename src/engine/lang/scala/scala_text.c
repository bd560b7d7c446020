/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the bytes of Scala say that its grammar does not: quotes, and the types
 * of what a function in braces is given.
 */
#include "engine/lang/scala/scala_internal.h"

#include <string.h>

/* How far the type of a parameter may reach. */
enum { TYPE_BYTES_MAX = 256, PARAMS_BYTES_MAX = 4096 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

static size_t skip_blanks(const char *text, size_t n, size_t at)
{
    while (at < n && is_blank(text[at]))
        at++;
    return at;
}

static size_t skip_name(const char *text, size_t n, size_t at)
{
    while (at < n && is_name_byte(text[at]))
        at++;
    return at;
}

/* Of `x: T =>` or `implicit x: T =>`, where the colon is; `n` when it is none. */
static size_t colon_after(const char *text, size_t n, size_t at)
{
    static const char implicit[] = "implicit";
    size_t start = skip_blanks(text, n, at);
    size_t end = skip_name(text, n, start);
    if (end - start == sizeof implicit - 1 && memcmp(text + start, implicit, end - start) == 0) {
        start = skip_blanks(text, n, end);
        end = skip_name(text, n, start);
    }
    size_t colon = skip_blanks(text, n, end);
    bool is_colon = end > start && colon + 1 < n && text[colon] == ':' && text[colon + 1] != ':';
    return is_colon ? colon : n;
}

/* Behind the bracket that closes the one at `at`; `n` where it is not near. */
static size_t skip_parens(const char *text, size_t n, size_t at)
{
    size_t depth = 0;
    size_t end = n - at > PARAMS_BYTES_MAX ? at + PARAMS_BYTES_MAX : n;
    for (; at < end; at++) {
        depth += text[at] == '(';
        depth -= text[at] == ')';
        if (depth == 0)
            return at + 1;
    }
    return n;
}

/*
 * `class C @A()(x: T)(implicit y: U)`: the grammar takes the parameters for what the
 * annotation is given, and loses its way at the word.
 */
static void blank_implicit(char *text, size_t n, size_t annotation)
{
    static const char *const words[] = {"implicit", "using"};
    size_t at = skip_name(text, n, annotation + 1);
    for (;;) {
        size_t open = skip_blanks(text, n, at);
        if (open >= n || text[open] != '(')
            return;
        size_t start = skip_blanks(text, n, open + 1);
        size_t end = skip_name(text, n, start);
        for (size_t i = 0; i < PV_COUNT(words); i++)
            if (end - start == strlen(words[i]) && memcmp(text + start, words[i], end - start) == 0)
                memset(text + start, ' ', end - start);
        at = skip_parens(text, n, open);
    }
}

void pv_scala_blank(char *text, size_t n)
{
    for (size_t at = 0; at < n; at++) {
        if (text[at] == '@')
            blank_implicit(text, n, at);
        size_t colon = text[at] == '{' ? colon_after(text, n, at + 1) : n;
        size_t end = colon < n ? colon + 1 : n;
        while (end < n && end - colon < TYPE_BYTES_MAX &&
               (is_name_byte(text[end]) || (text[end] && strchr(" .,[]", text[end]))))
            end++;
        if (end + 1 < n && text[end] == '=' && text[end + 1] == '>')
            memset(text + colon, ' ', end - colon);
    }
}

/* `parts` with the bytes between the quotes of `inner`. */
static void lower_quoted(struct pv_lower *lower, struct pv_string_parts parts, enum pv_role role,
                         enum pv_node_flag flags)
{
    struct pv_str text = pv_lower_text(lower, parts.inner);
    size_t width = pv_str_has_prefix(text, PV_STR("\"\"\"")) && text.n >= 6 ? 3 : 1;
    size_t n = text.n;
    /* More quotes than three at the end belong to the text. */
    bool is_ended = n >= 2 * width;
    parts.start = ts_node_start_byte(parts.inner) + (uint32_t)width;
    parts.end = ts_node_end_byte(parts.inner) - (uint32_t)(is_ended ? width : 0);
    pv_lower_string_parts(lower, &parts, role, width == 3 ? PV_NODE_RAW_STRING : flags);
}

void pv_scala_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower_quoted(lower, (struct pv_string_parts){.whole = node, .inner = node}, role, 0);
}

/* s"a $b ${c}" */
void pv_scala_template(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode inner = kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
    bool is_raw = kids.n > 0 && pv_str_eq(pv_lower_text(lower, kids.p[0].node), PV_STR("raw"));
    if (ts_node_is_null(inner))
        return;
    lower_quoted(lower, (struct pv_string_parts){.whole = node, .inner = inner}, role,
                 is_raw ? PV_NODE_RAW_STRING : (enum pv_node_flag)0);
}

/* ${a} is $a. */
void pv_scala_interpolation(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    TSNode value = kids.n > 0 ? kids.p[kids.n - 1].node : (TSNode){0};
    bool is_block = pv_node_is(value, "block") && ts_node_named_child_count(value) == 1;
    pv_lower_open(lower, PV_INTERP, role, node);
    if (is_block)
        pv_lower_each(lower, pv_lower_kids(lower, value), PV_ROLE_VALUE);
    else
        pv_lower_child(lower, value, PV_ROLE_VALUE);
    pv_lower_close(lower);
}
