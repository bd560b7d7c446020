/* SPDX-License-Identifier: Apache-2.0 */
/*
 * XML and HTML: elements with attributes and what stands between their tags.
 * Blanks around text are no part of it; a script is one text.
 */
#include "engine/lang/lang_table.h"
#include "engine/lang/xml/xml_internal.h"

#include <string.h>

extern const TSLanguage *tree_sitter_xml(void);
extern const TSLanguage *tree_sitter_html(void);

/* $X as a name is spelled so that both tags of HTML may have it. */
static void lower_name(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    enum { NAME_MAX_BYTES = 128 };
    struct pv_str opener = PV_STR(PV_XML_TAG);
    struct pv_str hole = PV_STR(PV_HOLE_VAR);
    struct pv_str text = pv_lower_text(lower, node);
    char bytes[NAME_MAX_BYTES];
    if (!pv_lower_is_pattern(lower) || !pv_str_has_prefix(text, opener) ||
        text.n + hole.n > sizeof bytes) {
        pv_lower_leaf(lower, PV_NAME, role, node);
        return;
    }
    memcpy(bytes, hole.p, hole.n);
    for (size_t i = opener.n; i < text.n; i++)
        bytes[hole.n + i - opener.n] = text.p[i] == ':' ? '_' : text.p[i];
    pv_lower_open(lower, PV_NAME, role, node);
    pv_lower_word(lower, (struct pv_str){bytes, hole.n + text.n - opener.n});
    pv_lower_close(lower);
}

/* The name and the attributes of a tag, in place. */
static void lower_tag(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    (void)role;
    for (size_t i = 0; i < kids.n; i++) {
        bool is_name = pv_node_is(kids.p[i].node, "Name") || pv_node_is(kids.p[i].node, "tag_name");
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, is_name ? PV_ROLE_NAME : PV_ROLE_ATTR);
    }
}

static void lower_element(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_ELEMENT, role, node);
    pv_lower_each(lower, kids, PV_ROLE_BODY);
    pv_lower_close(lower);
}

/* In a pattern, an attribute called `...` stands for any. */
static void lower_attribute(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    bool is_dots = pv_lower_is_pattern(lower) &&
                   pv_str_has_prefix(pv_lower_text(lower, node), PV_STR(PV_HOLE_DOTS));
    pv_lower_open(lower, PV_KWARG, role, node);
    for (size_t i = 0, n = 0; i < kids.n; i++) {
        if (!kids.p[i].is_named || (is_dots && n > 0))
            continue;
        pv_lower_child(lower, kids.p[i].node, n++ == 0 ? PV_ROLE_NAME : PV_ROLE_VALUE);
    }
    pv_lower_close(lower);
}

static void lower_quoted(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node) + 1,
                                    ts_node_end_byte(node) - 1};
    pv_lower_string_parts(lower, &parts, role, PV_NODE_RAW_STRING);
}

static void lower_unquoted(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_string_parts parts = {node, node, ts_node_start_byte(node), ts_node_end_byte(node)};
    pv_lower_string_parts(lower, &parts, role, PV_NODE_RAW_STRING);
}

static void lower_text(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_str whole = pv_lower_text(lower, node);
    struct pv_str text = pv_str_trim(whole);
    uint32_t start = ts_node_start_byte(node) + (uint32_t)(text.p - whole.p);
    bool is_hole = pv_lower_is_pattern(lower) && text.n > 1 &&
                   (text.p[0] == '$' || pv_str_has_prefix(text, PV_STR("__pv")));
    if (text.n == 0)
        return;
    pv_lower_open(lower, is_hole ? PV_NAME : PV_TEXT, role, node);
    pv_lower_range(lower, start, start + (uint32_t)text.n);
    pv_lower_word(lower, text);
    pv_lower_close(lower);
}

static const struct pv_lower_row rows[] = {
#include "engine/lang/xml/xml.def"
};

extern const struct pv_pattern_spelling pv_spelling_xml;

const struct pv_lang pv_lang_xml = {
    .name = {"xml", 3},
    .extensions = (const char *const[]){".xml", ".plist", ".xsd", ".csproj", NULL},
    .grammar = tree_sitter_xml,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_xml,
};

const struct pv_lang pv_lang_html = {
    .name = {"html", 4},
    .extensions = (const char *const[]){".html", ".htm", NULL},
    .grammar = tree_sitter_html,
    .rows = rows,
    .n_rows = PV_COUNT(rows),
    .spelling = &pv_spelling_xml,
};
