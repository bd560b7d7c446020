/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/fix_text.h"

#include "base/buf.h"
#include "engine/scan/scan_limits.h"

/* A metavariable in a fix, and what stands for it. */
struct place {
    size_t start; /* in the fix, with the quotes that are the code's */
    size_t end;
    struct pv_str value;
};

static bool is_quote(char byte)
{
    return byte == '"' || byte == '\'' || byte == '`';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* A text between quotes, with as many of them as the code has. */
static void keep_quotes(struct pv_str text, struct pv_str fix, const struct pv_binding *binding,
                        struct place *place)
{
    size_t from = binding->start;
    size_t to = binding->end;
    bool is_quoted = place->start > 0 && place->end < fix.n && is_quote(fix.p[place->start - 1]) &&
                     fix.p[place->start - 1] == fix.p[place->end];
    if (binding->kind != PV_BIND_TEXT || !is_quoted)
        return;
    while (from > 0 && to < text.n && is_quote(text.p[from - 1]) &&
           text.p[from - 1] == text.p[to] && binding->start - from < 3) {
        from--;
        to++;
    }
    if (from == binding->start)
        return;
    place->start--;
    place->end++;
    place->value = pv_str_sub(text, from, to);
}

/* Whether an operator, a call or a member follows or comes before, on the same line. */
static bool is_beside_operator(struct pv_str fix, const struct place *place)
{
    size_t before = place->start;
    size_t after = place->end;
    while (before > 0 && fix.p[before - 1] == ' ')
        before--;
    while (after < fix.n && fix.p[after] == ' ')
        after++;
    char last = before > 0 ? fix.p[before - 1] : '\0';
    char next = after < fix.n ? fix.p[after] : '\0';
    bool is_before =
        last && strchr("+-*/%&|^<>!~", last) && !(before > 1 && fix.p[before - 2] == '=');
    bool is_after = next && strchr("+-*/%&|^<>.[(", next);
    return is_before || is_after;
}

/* Whether the text comes apart when something binds more tightly: an operator outside brackets. */
static bool is_loose(struct pv_str value)
{
    int depth = 0;
    char quote = '\0';
    for (size_t i = 0; i < value.n; i++) {
        char byte = value.p[i];
        if (quote) {
            i += byte == '\\';
            quote = byte == quote ? '\0' : quote;
        } else if (is_quote(byte)) {
            quote = byte;
        } else if (strchr("([{", byte)) {
            depth++;
        } else if (strchr(")]}", byte)) {
            depth--;
        } else if (depth == 0 && i > 0 && i + 1 < value.n && value.p[i - 1] == ' ' &&
                   strchr("+-*/%&|^<>=?", byte)) {
            return true;
        }
    }
    return false;
}

static bool find_place(const struct pv_finding_source *source, struct pv_str fix,
                       const struct pv_match *match, size_t at, struct place *out)
{
    struct pv_str text = source->lines->text;
    struct pv_str name = pv_finding_name(pv_str_sub(fix, at, fix.n));
    const struct pv_binding *binding = name.n ? pv_finding_binding(source, match, name) : NULL;
    if (!binding)
        return false;
    *out = (struct place){at, at + name.n, pv_str_sub(text, binding->start, binding->end)};
    keep_quotes(text, fix, binding, out);
    return true;
}

/* `f(, x)`: the comma behind a run of nothing goes, or else the one before it. */
static void skip_comma(struct pv_str fix, struct pv_buf *out, struct place *place)
{
    size_t after = place->end;
    while (after < fix.n && is_blank(fix.p[after]))
        after++;
    if (after < fix.n && fix.p[after] == ',') {
        place->end = after + 1;
        while (place->end < fix.n && is_blank(fix.p[place->end]))
            place->end++;
        return;
    }
    size_t n = out->n;
    while (n > 0 && is_blank(out->p[n - 1]))
        n--;
    if (n > 0 && out->p[n - 1] == ',')
        out->n = n - 1;
}

static void add_place(struct pv_str fix, struct pv_buf *out, struct place *place)
{
    bool is_run = pv_str_has_prefix(pv_str_sub(fix, place->start, fix.n), PV_STR("$..."));
    bool needs_brackets = !is_run && is_beside_operator(fix, place) && is_loose(place->value);
    if (is_run && place->value.n == 0)
        skip_comma(fix, out, place);
    if (needs_brackets)
        pv_buf_add_byte(out, '(');
    pv_buf_add(out, place->value);
    if (needs_brackets)
        pv_buf_add_byte(out, ')');
}

/* What stands before the match on its line, as blanks. */
static void add_margin(const struct pv_finding_source *source, const struct pv_match *match,
                       struct pv_buf *out)
{
    struct pv_str text = source->lines->text;
    size_t start = match->start;
    while (start > 0 && text.p[start - 1] != '\n')
        start--;
    for (size_t i = start; i < match->start; i++)
        pv_buf_add_byte(out, text.p[i] == '\t' ? '\t' : ' ');
}

static bool is_statement(const struct pv_finding_source *source, const struct pv_match *match)
{
    const struct pv_tree *tree = source->constants ? source->constants->tree : NULL;
    return tree && match->node != PV_NO_NODE && match->node < tree->nodes.n &&
           pv_kind_is_stmt((enum pv_kind)pv_tree_at(tree, match->node)->kind);
}

/*
 * A statement that the code ends with `;` is still ended when the fix leaves that out, and ended
 * once when it stands behind the match. Behind a comment or a block there is nothing to end.
 */
static void end_statement(const struct pv_finding_source *source, const struct pv_match *match,
                          struct pv_buf *out)
{
    struct pv_str text = source->lines->text;
    struct pv_str given = pv_str_trim(pv_buf_str(out));
    size_t line = pv_str_rfind_byte(given, '\n');
    struct pv_str last = pv_str_sub(given, line == SIZE_MAX ? 0 : line + 1, given.n);
    if (given.n == 0 || !is_statement(source, match))
        return;
    bool is_ended = pv_str_has_suffix(given, PV_STR(";"));
    bool was_ended = match->end > match->start && text.p[match->end - 1] == ';';
    if (was_ended && !is_ended && !pv_str_has_suffix(given, PV_STR("}")) &&
        pv_str_find(last, PV_STR("//"), 0) == SIZE_MAX && !pv_str_has_suffix(last, PV_STR("*/")))
        pv_buf_add_byte(out, ';');
    else if (!was_ended && is_ended && match->end < text.n && text.p[match->end] == ';')
        out->n = (size_t)(given.p + given.n - 1 - out->p);
}

PV_RESULT pv_fix_text(struct pv_arena *mem, const struct pv_finding_source *source,
                      struct pv_str fix, const struct pv_match *match, struct pv_str *out,
                      struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {.max = PV_SCAN_MESSAGE_BYTES};
    for (size_t at = 0; at < fix.n;) {
        struct place place = {0};
        bool may_be_quoted = is_quote(fix.p[at]) && at + 1 < fix.n && fix.p[at + 1] == '$';
        if (fix.p[at] == '$' ? find_place(source, fix, match, at, &place)
                             : may_be_quoted && find_place(source, fix, match, at + 1, &place) &&
                                   place.start == at) {
            add_place(fix, &buf, &place);
            at = place.end;
            continue;
        }
        pv_buf_add_byte(&buf, fix.p[at]);
        if (fix.p[at++] == '\n')
            add_margin(source, match, &buf);
    }
    end_statement(source, match, &buf);
    PV_TRY(pv_buf_result(&buf, err));
    return pv_str_copy(mem, pv_buf_str(&buf), out, err);
}
