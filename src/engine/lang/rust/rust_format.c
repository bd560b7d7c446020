/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that macros fill in: `format!("{a}")` is given the variable a as much as
 * `format!("{}", a)`, so such names become arguments.
 */
#include "engine/lang/rust/rust_internal.h"

static bool is_name_byte(char c, bool is_first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80 || (c >= '0' && c <= '9' && !is_first);
}

static size_t name_end(struct pv_str text, size_t at)
{
    size_t start = at;
    while (at < text.n && is_name_byte(text.p[at], at == start))
        at++;
    return at;
}

static bool is_literal(TSNode node)
{
    return pv_node_is(node, "string_literal") || pv_node_is(node, "raw_string_literal");
}

/* The text that is filled in: the first argument, or the second behind where it is written to. */
static TSNode text_of(struct pv_kids kids)
{
    size_t commas = 0;
    for (size_t i = 1; i < kids.n && commas < 2; i++) {
        if (is_literal(kids.p[i].node))
            return kids.p[i].node;
        commas += pv_node_is(kids.p[i].node, ",");
    }
    return (TSNode){0};
}

/* `format!("{a}", a = b)`: that argument stands there already. */
static bool is_given(const struct pv_lower *lower, struct pv_kids kids, struct pv_str name)
{
    for (size_t i = 1; i + 1 < kids.n; i++)
        if (pv_node_is(kids.p[i].node, "identifier") && pv_node_is(kids.p[i + 1].node, "=") &&
            pv_str_eq(pv_lower_text(lower, kids.p[i].node), name))
            return true;
    return false;
}

bool pv_rust_is_format(struct pv_str name)
{
    static const char *const names[] = {
        "format!", "print!", "println!",       "eprint!", "eprintln!",   "write!", "writeln!",
        "panic!",  "todo!",  "unimplemented!", "info!",   "warn!",       "error!", "debug!",
        "trace!",  "bail!",  "anyhow!",        "ensure!", "format_args!"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(name, pv_str_of(names[i])))
            return true;
    return false;
}

void pv_rust_captures(struct pv_lower *lower, TSNode tree)
{
    struct pv_kids kids = pv_lower_kids(lower, tree);
    TSNode literal = text_of(kids);
    if (ts_node_is_null(literal))
        return;
    struct pv_str text = pv_lower_text(lower, literal);
    uint32_t base = ts_node_start_byte(literal);
    for (size_t at = 0; at + 2 < text.n; at++) {
        if (text.p[at] != '{')
            continue;
        size_t start = at + 1;
        size_t end = name_end(text, start);
        bool is_whole = end > start && end < text.n && (text.p[end] == '}' || text.p[end] == ':');
        struct pv_str name = pv_str_sub(text, start, end);
        /* Of "{{" the second is text, too. */
        at += text.p[start] == '{';
        if (!is_whole || is_given(lower, kids, name))
            continue;
        pv_lower_open(lower, PV_NAME, PV_ROLE_NONE, literal);
        pv_lower_range(lower, base + (uint32_t)start, base + (uint32_t)end);
        pv_lower_word(lower, name);
        pv_lower_close(lower);
    }
}
