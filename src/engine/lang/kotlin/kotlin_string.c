/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings of Kotlin.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

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

/* The grammar takes `$name` for text. */
static void lower_text(struct pv_lower *lower, TSNode string, struct range range)
{
    struct pv_str text = pv_lower_text(lower, string);
    uint32_t base = ts_node_start_byte(string);
    uint32_t start = range.start;
    for (uint32_t at = start; at < range.end; at++) {
        const char *p = text.p + (at - base);
        bool is_last = at + 1 == range.end;
        if (*p == '\\' && !is_last) {
            at++;
            continue;
        }
        if (*p != '$' || is_last || !is_name_byte(p[1], true))
            continue;
        uint32_t end = at + 1;
        while (end < range.end && is_name_byte(text.p[end - base], false))
            end++;
        if (at > start)
            lower_piece(lower, string, PV_TEXT, PV_ROLE_NONE, (struct range){start, at});
        pv_lower_open(lower, PV_INTERP, PV_ROLE_NONE, string);
        pv_lower_range(lower, at, end);
        lower_piece(lower, string, PV_NAME, PV_ROLE_VALUE, (struct range){at + 1, end});
        pv_lower_close(lower);
        start = end;
        at = end - 1;
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
    uint32_t end = ts_node_start_byte(kids.p[kids.n - 1].node);
    bool is_raw = pv_node_is(kids.p[0].node, "\"\"\"");
    pv_lower_open(lower, PV_STRING, role, node);
    if (is_raw)
        pv_lower_flag(lower, PV_NODE_RAW_STRING);
    if (at == end)
        lower_piece(lower, node, PV_TEXT, PV_ROLE_NONE, (struct range){at, end});
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
