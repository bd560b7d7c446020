/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang_internal.h"

#include <string.h>

/* What a grammar calls the pieces of its string literals, in any language. */
static const char *const starts[] = {"string_start", "\"", "'", "`", "\"\"\"", NULL};
static const char *const holes[] = {"interpolation", "string_interpolation",
                                    "template_substitution", "template_interpolation", NULL};

static bool is_any(TSNode node, const char *const *types)
{
    const char *type = ts_node_type(node);
    while (*types && ((*types)[0] != type[0] || strcmp(*types, type) != 0))
        types++;
    return *types != NULL;
}

static void lower_piece(struct pv_lower *lower, TSNode whole, uint32_t start, uint32_t end)
{
    pv_lower_open(lower, PV_TEXT, PV_ROLE_NONE, whole);
    pv_lower_range(lower, start, end);
    pv_lower_word(lower, pv_lower_bytes(lower, start, end));
    pv_lower_close(lower);
}

/*
 * The bytes between the delimiters, cut at the holes. A literal without holes
 * has one piece, even when it is empty.
 */
void pv_lower_string_pieces(struct pv_lower *lower, const struct pv_string_parts *parts)
{
    struct pv_kids kids = pv_lower_kids(lower, parts->inner);
    uint32_t at = parts->start;
    size_t n_pieces = 0;
    for (size_t i = 0; i < kids.n; i++) {
        if (!is_any(kids.p[i].node, holes))
            continue;
        if (ts_node_start_byte(kids.p[i].node) > at)
            lower_piece(lower, parts->whole, at, ts_node_start_byte(kids.p[i].node));
        pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        at = ts_node_end_byte(kids.p[i].node);
        n_pieces++;
    }
    if (parts->end > at || n_pieces == 0)
        lower_piece(lower, parts->whole, at, parts->end > at ? parts->end : at);
}

void pv_lower_string_parts(struct pv_lower *lower, const struct pv_string_parts *parts,
                           enum pv_role role, enum pv_node_flag flags)
{
    pv_lower_open(lower, PV_STRING, role, parts->whole);
    pv_lower_flag(lower, flags);
    pv_lower_string_pieces(lower, parts);
    pv_lower_close(lower);
}

void pv_lower_string(struct pv_lower *lower, TSNode node, enum pv_role role,
                     enum pv_node_flag flags)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node), ts_node_end_byte(node)};
    if (kids.n > 0 && is_any(kids.p[0].node, starts))
        parts.start = ts_node_end_byte(kids.p[0].node);
    if (kids.n > 1 &&
        (!kids.p[kids.n - 1].is_named || pv_node_is(kids.p[kids.n - 1].node, "string_end")))
        parts.end = ts_node_start_byte(kids.p[kids.n - 1].node);
    pv_lower_string_parts(lower, &parts, role, flags);
}
