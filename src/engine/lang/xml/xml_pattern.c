/* SPDX-License-Identifier: Apache-2.0 */
/*
 * In a tag, `...` is an attribute and $X a name; between tags both are text that
 * the table knows as holes. What is in quotes stays as it is.
 */
#include "engine/lang/xml/xml_internal.h"

#include "base/buf.h"

struct writer {
    struct pv_arena *mem;
    struct pv_str pattern;
    struct pv_buf code;
    struct pv_origin *origins;
    size_t at;
    bool is_in_tag;
};

/* Each byte that is written stands for the next `n` of the pattern. */
static void put(struct writer *w, size_t n, struct pv_str text)
{
    size_t from = w->code.n;
    pv_buf_add(&w->code, text);
    for (size_t i = from; i < w->code.n; i++)
        w->origins[i] = (struct pv_origin){(uint32_t)w->at, (uint32_t)(w->at + n)};
    w->at += n;
}

static size_t name_end(const struct writer *w, size_t at)
{
    while (at < w->pattern.n &&
           ((w->pattern.p[at] >= 'A' && w->pattern.p[at] <= 'Z') ||
            (w->pattern.p[at] >= '0' && w->pattern.p[at] <= '9') || w->pattern.p[at] == '_'))
        at++;
    return at;
}

static void put_quoted(struct writer *w, char quote)
{
    size_t end = w->at + 1;
    while (end < w->pattern.n && w->pattern.p[end] != quote)
        end++;
    end += end < w->pattern.n;
    while (w->at < end)
        put(w, 1, pv_str_sub(w->pattern, w->at, w->at + 1));
}

/* Names of tags in HTML have no `_`. */
static void put_tag(struct pv_buf *out, struct pv_str name)
{
    pv_buf_add(out, PV_STR(PV_XML_TAG));
    for (size_t i = 0; i < name.n; i++)
        pv_buf_add_byte(out, name.p[i] == '_' ? ':' : name.p[i]);
}

/* A hole at the next byte, whose value or text ends at `end`. */
static void put_hole(struct writer *w, size_t end, const char *prefix, size_t skip)
{
    bool is_value = w->is_in_tag && w->at > 0 && w->pattern.p[w->at - 1] == '=';
    struct pv_str hole = pv_str_sub(w->pattern, w->at, end);
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    bool is_tag = w->is_in_tag && skip == 1 && w->at > 0 &&
                  (w->pattern.p[w->at - 1] == '<' || w->pattern.p[w->at - 1] == '/');
    if (is_tag)
        put_tag(&text, pv_str_sub(hole, skip, hole.n));
    else if (is_value)
        pv_buf_format(&text, "\"%.*s\"", PV_STR_FMT(hole));
    else
        pv_buf_format(&text, "%s%.*s", prefix,
                      PV_STR_FMT(pv_str_sub(hole, skip < hole.n ? skip : hole.n, hole.n)));
    if (w->is_in_tag && !is_value && skip != 1)
        pv_buf_add(&text, PV_STR("=\"\""));
    put(w, hole.n, pv_buf_str(&text));
}

static void put_next(struct writer *w)
{
    struct pv_str rest = pv_str_sub(w->pattern, w->at, w->pattern.n);
    char byte = rest.p[0];
    if (w->is_in_tag && (byte == '"' || byte == '\'')) {
        put_quoted(w, byte);
        return;
    }
    if (pv_str_has_prefix(rest, PV_STR("$..."))) {
        put_hole(w, name_end(w, w->at + 4), PV_HOLE_VARS, 4);
        return;
    }
    if (pv_str_has_prefix(rest, PV_STR("..."))) {
        put_hole(w, w->at + 3, PV_HOLE_DOTS "0", 3);
        return;
    }
    if (byte == '$' && name_end(w, w->at + 1) > w->at + 1) {
        put_hole(w, name_end(w, w->at + 1), PV_HOLE_VAR, 1);
        return;
    }
    w->is_in_tag = byte == '<' || (w->is_in_tag && byte != '>');
    put(w, 1, pv_str_sub(rest, 0, 1));
}

static PV_RESULT write_pattern(struct pv_arena *mem, struct pv_str pattern,
                               struct pv_pattern_text *out, struct pv_err *err)
{
    enum { GROWTH = 12 }; /* a hole is written with this many more bytes, at most */
    struct writer w = {.mem = mem, .pattern = pattern};
    w.is_in_tag = !pv_str_has_prefix(pv_str_trim(pattern), PV_STR("<"));
    PV_TRY(PV_NEW_ARRAY(mem, GROWTH * pattern.n, &w.origins, err));
    while (w.at < pattern.n)
        put_next(&w);
    struct pv_result result = pv_buf_result(&w.code, err);
    if (pv_is_ok(result))
        result = pv_str_copy(mem, pv_buf_str(&w.code), &out->code, err);
    pv_buf_clear(&w.code);
    out->origins = w.origins;
    return result;
}

static const struct pv_pattern_wrapper wrappers[] = {
    {"an attribute", "<x ", "/>", PV_KWARG, false, false},
    {"elements", "", "", PV_FILE, true, false},
    {0},
};

const struct pv_pattern_spelling pv_spelling_xml = {
    .wrappers = wrappers,
    .write = write_pattern,
    .hint = "each element has its end",
};
