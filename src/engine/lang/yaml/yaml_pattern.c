/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A `...` on a line of its own ends a document in YAML; it becomes an item or an
 * entry like its neighbours. All else that patterns have is text to YAML.
 */
#include "engine/lang/pattern_internal.h"

#include "base/buf.h"

struct line {
    uint32_t start;
    uint32_t end;
    uint32_t indent;
    bool is_item;
    bool is_hole; /* `...` or $...X and nothing else */
    bool is_key;
};

static struct line read_line(struct pv_str text, uint32_t start)
{
    struct line line = {.start = start, .end = start};
    while (line.end < text.n && text.p[line.end] != '\n')
        line.end++;
    struct pv_str whole = pv_str_sub(text, start, line.end);
    struct pv_str said = pv_str_trim(whole);
    while (line.indent < whole.n && whole.p[line.indent] == ' ')
        line.indent++;
    line.is_item = pv_str_eq(said, PV_STR("-")) || pv_str_has_prefix(said, PV_STR("- "));
    line.is_hole =
        pv_str_eq(said, PV_STR("...")) ||
        (pv_str_has_prefix(said, PV_STR("$...")) && pv_str_find(said, PV_STR(":"), 0) == SIZE_MAX);
    line.is_key = said.n > 0 && !line.is_item && !line.is_hole && said.p[0] != '#';
    return line;
}

/* What stands beside the hole in its block: items, entries, or nothing at all. */
static const char *form_of(struct pv_str text, const struct line *hole)
{
    const char *before = NULL;
    for (uint32_t at = 0; at < text.n;) {
        struct line line = read_line(text, at);
        bool is_said = line.is_item || line.is_key;
        bool is_before = line.start < hole->start;
        at = line.end + 1;
        if (!is_said || line.indent > hole->indent) {
            /* `- a: 1` with `b: 2` below: the entries begin behind the dash. */
            if (is_said || !is_before)
                continue;
        }
        if (is_said && is_before && line.is_item && line.indent + 2 == hole->indent)
            before = "%.*s: ...";
        else if (is_said && line.indent == hole->indent)
            before = line.is_item ? "- %.*s" : "%.*s: ...";
        else if (is_said && line.indent < hole->indent && is_before)
            before = NULL;
        else if (is_said && line.indent < hole->indent)
            break;
        if (!is_before && before)
            break;
    }
    return before;
}

static PV_RESULT add_line(struct pv_buf *out, struct pv_str text, const struct line *line,
                          bool is_nested)
{
    struct pv_str said = pv_str_trim(pv_str_sub(text, line->start, line->end));
    const char *form = line->is_hole && is_nested ? form_of(text, line) : NULL;
    pv_buf_add(out, pv_str_sub(text, line->start, line->start + line->indent));
    if (form && form[0] == '-')
        pv_buf_format(out, "- %.*s", PV_STR_FMT(said));
    else if (form)
        pv_buf_format(out, "%.*s: %.*s", PV_STR_FMT(said), PV_STR_FMT(said));
    else
        pv_buf_add(out, pv_str_sub(text, line->start + line->indent, line->end));
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, NULL);
}

/* Bytes that were added have the place of their whole line. */
static void keep_origins(struct pv_origin *origins, size_t from, size_t to, const struct line *line)
{
    bool is_same = to - from == (size_t)(line->end - line->start) + 1;
    for (size_t i = from; i < to; i++) {
        uint32_t at = line->start + (uint32_t)(i - from);
        origins[i] = is_same ? (struct pv_origin){at, at < line->end ? at + 1 : line->end}
                             : (struct pv_origin){line->start + line->indent, line->end};
    }
}

static PV_RESULT write_pattern(struct pv_arena *mem, struct pv_str pattern,
                               struct pv_pattern_text *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf code = {0};
    struct pv_origin *origins = NULL;
    int open = 0;
    PV_TRY(PV_NEW_ARRAY(mem, 3 * pattern.n + 8, &origins, err));
    for (uint32_t at = 0; at < pattern.n;) {
        struct line line = read_line(pattern, at);
        size_t from = code.n;
        PV_TRY(add_line(&code, pattern, &line, open == 0));
        keep_origins(origins, from, code.n, &line);
        for (uint32_t i = line.start; i < line.end; i++) {
            open += pattern.p[i] == '[' || pattern.p[i] == '{';
            open -= open > 0 && (pattern.p[i] == ']' || pattern.p[i] == '}');
        }
        at = line.end + 1;
    }
    out->origins = origins;
    return pv_str_copy(mem, pv_buf_str(&code), &out->code, err);
}

static const struct pv_pattern_wrapper wrappers[] = {
    {"YAML", "", "", PV_FILE, true, false},
    {0},
};

const struct pv_pattern_spelling pv_spelling_yaml = {
    .wrappers = wrappers,
    .has_dollar = true,
    .write = write_pattern,
    .hint = "entries and items stand below each other, `...` among them",
};
