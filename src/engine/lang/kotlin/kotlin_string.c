/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings of Kotlin.
 */
#include "engine/lang/kotlin/kotlin_internal.h"
#include "engine/lang/pattern_internal.h"

struct range {
    uint32_t start;
    uint32_t end;
};

static bool is_name_byte(char c, bool is_first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80 || (c >= '0' && c <= '9' && !is_first);
}

/* Bytes `start` .. `end` of a string as a node of `kind`. */
static void lower_piece(struct pv_lower *lower, TSNode string, enum pv_kind kind, enum pv_role role,
                        struct range range)
{
    uint32_t base = ts_node_start_byte(string);
    struct pv_str text = pv_lower_text(lower, string);
    pv_lower_open(lower, kind, role, string);
    pv_lower_range(lower, range.start, range.end);
    pv_lower_word(lower, pv_str_sub(text, range.start - base, range.end - base));
    if (kind == PV_NAME) /* behind its dollar it is no word of the file */
        pv_lower_flag(lower, PV_NODE_IMPLIED);
    pv_lower_close(lower);
}

/* The end of the name that begins `n` bytes behind `at`. */
static uint32_t name_end(struct pv_str text, uint32_t at, uint32_t n)
{
    at += n;
    while (at < text.n && is_name_byte(text.p[at], false))
        at++;
    return at;
}

/* The bytes of a piece that is no text: `$name`, or in a pattern a hole; 0 when none starts there.
 */
static uint32_t piece_at(const struct pv_lower *lower, struct pv_str text, uint32_t at)
{
    struct pv_str rest = pv_str_sub(text, at, text.n);
    if (pv_lower_is_pattern(lower) && pv_str_has_prefix(rest, PV_STR(PV_HOLE_VAR)))
        return name_end(text, at, sizeof PV_HOLE_VAR - 1) - at;
    bool is_name = rest.n > 1 && rest.p[0] == '$' && is_name_byte(rest.p[1], true);
    return is_name ? name_end(text, at, 1) - at : 0;
}

/* What is not text among the pieces; a hole alone is what a text is bound to. */
static void lower_special(struct pv_lower *lower, TSNode string, struct range range)
{
    uint32_t base = ts_node_start_byte(string);
    bool is_hole = pv_lower_text(lower, string).p[range.start - base] != '$';
    bool is_alone = range.start == base + 1 && range.end + 1 == ts_node_end_byte(string);
    if (is_hole) {
        lower_piece(lower, string, is_alone ? PV_TEXT : PV_NAME, PV_ROLE_NONE, range);
        return;
    }
    pv_lower_open(lower, PV_INTERP, PV_ROLE_NONE, string);
    pv_lower_range(lower, range.start, range.end);
    lower_piece(lower, string, PV_NAME, PV_ROLE_VALUE, (struct range){range.start + 1, range.end});
    pv_lower_close(lower);
}

/* The grammar takes `$name` for text. */
static void lower_text(struct pv_lower *lower, TSNode string, struct range range)
{
    uint32_t base = ts_node_start_byte(string);
    struct pv_str text = pv_str_sub(pv_lower_text(lower, string), 0, range.end - base);
    uint32_t start = range.start;
    for (uint32_t at = start; at < range.end; at++) {
        uint32_t n = piece_at(lower, text, at - base);
        at += text.p[at - base] == '\\';
        if (n == 0)
            continue;
        if (at > start)
            lower_piece(lower, string, PV_TEXT, PV_ROLE_NONE, (struct range){start, at});
        lower_special(lower, string, (struct range){at, at + n});
        start = at + n;
        at = start - 1;
    }
    if (start < range.end)
        lower_piece(lower, string, PV_TEXT, PV_ROLE_NONE, (struct range){start, range.end});
}

void pv_kotlin_string(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    if (kids.n < 2)
        return;
    uint32_t at = ts_node_end_byte(kids.p[0].node);
    bool is_raw = pv_node_is(kids.p[0].node, "\"\"\"");
    pv_lower_open(lower, PV_STRING, role, node);
    if (is_raw)
        pv_lower_flag(lower, PV_NODE_RAW_STRING);
    for (size_t i = 1; i < kids.n; i++) {
        bool is_last = i + 1 == kids.n;
        if (!is_last && !pv_node_is(kids.p[i].node, "interpolation"))
            continue;
        lower_text(lower, node, (struct range){at, ts_node_start_byte(kids.p[i].node)});
        if (!is_last)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        at = ts_node_end_byte(kids.p[i].node);
    }
    pv_lower_close(lower);
}
