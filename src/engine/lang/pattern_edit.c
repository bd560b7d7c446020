/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each token of a pattern is written as: holes by where they stand, typed
 * metavariables by what stands in one parenthesis with them.
 */
#include "engine/lang/pattern_internal.h"

struct editor {
    struct pv_arena *mem;
    const struct pv_pattern_tokens *tokens;
    struct pv_token_edit *edits;
    struct pv_err *err;
};

static enum pv_token_type type_of(const struct editor *e, uint32_t at)
{
    return e->tokens->list.p[at].type;
}

/* `form` with `name` for each "%", without a last ";" or "," where the pattern has its own. */
static PV_RESULT fill(struct editor *e, const char *form, struct pv_str name, uint32_t at,
                      struct pv_str *out)
{
    struct pv_str whole = {0};
    for (const char *p = form; *p; p++) {
        char end[] = {*p, '\0'};
        if ((*p == ';' || *p == ',') && p[1] == '\0' && pv_token_is(e->tokens, at + 1, end))
            break;
        struct pv_str piece = *p == '%' ? name : (struct pv_str){p, 1};
        PV_TRY(pv_str_format(e->mem, &whole, e->err, "%.*s%.*s", PV_STR_FMT(whole),
                             PV_STR_FMT(piece)));
    }
    *out = whole;
    return PV_SUCCESS;
}

/* Where names of variables have a dollar and others have none: whether $X is one of the others. */
static bool is_bare(const struct editor *e, uint32_t at)
{
    const struct pv_pattern_tokens *tokens = e->tokens;
    if (!tokens->spelling->bare_after)
        return false;
    bool is_type = at + 1 < tokens->list.n &&
                   (type_of(e, at + 1) == PV_TOKEN_VAR ||
                    pv_str_has_prefix(pv_token_text(tokens, at + 1), PV_STR("$"))) &&
                   !tokens->list.p[at + 1].on_new_line;
    bool is_attribute = pv_token_is(tokens, at - 1, "[") && pv_token_is(tokens, at - 2, "#");
    uint32_t close = at - 1 - pv_token_is(tokens, at - 1, "?");
    bool is_result = pv_token_is(tokens, close, ":") && pv_token_is(tokens, close - 1, ")") &&
                     tokens->list.p[close - 1].match != PV_NO_TOKEN &&
                     pv_pattern_is_params(tokens, tokens->list.p[close - 1].match);
    bool is_alias = pv_token_is(tokens, at - 1, "as") && pv_token_is(tokens, at - 3, "use");
    return is_type || is_result || is_attribute || is_alias ||
           pv_token_is_any(tokens, at - 1, tokens->spelling->bare_after);
}

static PV_RESULT name_of(struct editor *e, uint32_t at, struct pv_str *out)
{
    struct pv_str text = pv_token_text(e->tokens, at);
    switch (type_of(e, at)) {
    case PV_TOKEN_DOTS: return pv_str_format(e->mem, out, e->err, PV_HOLE_DOTS "%u", at);
    case PV_TOKEN_VARS:
        return pv_str_format(e->mem, out, e->err, PV_HOLE_VARS "%.*s",
                             PV_STR_FMT(pv_str_sub(text, 4, text.n)));
    case PV_TOKEN_VAR:
        *out = text;
        if (e->tokens->spelling->has_dollar && !is_bare(e, at))
            return PV_SUCCESS;
        return pv_str_format(e->mem, out, e->err, PV_HOLE_VAR "%.*s",
                             PV_STR_FMT(pv_str_sub(text, 1, text.n)));
    case PV_TOKEN_WORD:
    case PV_TOKEN_OPEN:
    case PV_TOKEN_CLOSE:
    case PV_TOKEN_STRING:
    case PV_TOKEN_MARK: break;
    }
    *out = text;
    return PV_SUCCESS;
}

/* Dots that are the language's own: `String... args`, `...args`. */
static bool is_code(const struct editor *e, uint32_t at)
{
    const struct pv_pattern_tokens *tokens = e->tokens;
    const struct pv_pattern_token *token = &tokens->list.p[at];
    const struct pv_pattern_spelling *spelling = tokens->spelling;
    if (token->type != PV_TOKEN_DOTS)
        return false;
    static const char *const before_spread[] = {"(", "[", "{", ",", NULL};
    if (spelling->has_spread && at + 1 < tokens->list.n &&
        pv_token_is_any(tokens, at - 1, before_spread) &&
        tokens->list.p[at + 1].start == token->end)
        return pv_token_is_name(tokens, at + 1) || type_of(e, at + 1) == PV_TOKEN_OPEN;
    bool is_glued = at > 0 && tokens->list.p[at - 1].end == token->start;
    return spelling->has_typed_names && is_glued && token->within != PV_NO_TOKEN &&
           (pv_token_is_name(tokens, at - 1) || pv_token_is(tokens, at - 1, "]") ||
            pv_token_is(tokens, at - 1, ">")) &&
           pv_pattern_is_params(tokens, token->within);
}

/* `...` on a line of its own needs no commas. */
static void separate(struct editor *e, uint32_t at)
{
    static const char *const before[] = {"{", ",", NULL};
    static const char *const after[] = {"}", ",", NULL};
    if (type_of(e, at) != PV_TOKEN_DOTS || !pv_pattern_is_element(e->tokens, at))
        return;
    if (!pv_token_is_any(e->tokens, at - 1, before))
        e->edits[at].before = PV_STR(", ");
    if (!pv_token_is_any(e->tokens, at + 1, after))
        e->edits[at].after = PV_STR(",");
}

/* A line of its own for `...` among settings. */
static void end_line(struct editor *e, uint32_t at, enum pv_place place)
{
    bool is_run = place == PV_PLACE_STMT && type_of(e, at) != PV_TOKEN_VAR;
    bool is_in_braces = e->tokens->list.p[at].within != PV_NO_TOKEN;
    if (is_run && e->tokens->spelling->has_settings) {
        e->edits[at].before = PV_STR("\n");
        e->edits[at].after = PV_STR("\n");
    } else if (is_run && is_in_braces && e->tokens->spelling->lines_end_statements) {
        if (!pv_token_is(e->tokens, at - 1, "{"))
            e->edits[at].before = PV_STR("\n");
        if (!pv_token_is(e->tokens, at + 1, "}"))
            e->edits[at].after = PV_STR("\n");
    } else if (is_run && pv_pattern_is_last(e->tokens, at)) {
        e->edits[at].before = PV_STR("; ");
    }
}

/* Whether a metavariable in a string is not all of it, where strings have expansions. */
static bool is_among_text(const struct editor *e, uint32_t at)
{
    const struct pv_pattern_token *tokens = e->tokens->list.p;
    size_t braced = pv_str_rfind_byte(pv_token_text(e->tokens, at - 1), '{');
    bool is_braced = braced != SIZE_MAX && braced + 1 == tokens[at - 1].end - tokens[at - 1].start;
    bool is_whole = tokens[at - 1].end - tokens[at - 1].start == 1 &&
                    tokens[at + 1].end - tokens[at + 1].start == 1;
    return e->tokens->spelling->has_expansions && !is_braced && !is_whole;
}

static PV_RESULT edit_hole(struct editor *e, uint32_t at)
{
    const struct pv_pattern_spelling *spelling = e->tokens->spelling;
    struct pv_str name = {0};
    if (is_code(e, at))
        return PV_SUCCESS;
    enum pv_place place = pv_pattern_place(e->tokens, at);
    const char *form =
        type_of(e, at) == PV_TOKEN_VAR ? spelling->vars[place] : spelling->runs[place];
    PV_TRY(name_of(e, at, &name));
    if (e->tokens->list.p[at].is_in_string)
        form = spelling->has_dollar || is_among_text(e, at) ? "${%}" : "%";
    if (type_of(e, at) == PV_TOKEN_VAR && pv_token_is_any(e->tokens, at - 1, spelling->upper_after))
        form = "C%";
    /* `String...` is not a name that goes on. */
    if (type_of(e, at) != PV_TOKEN_VAR && pv_token_is_name(e->tokens, at - 1) &&
        e->tokens->list.p[at - 1].end == e->tokens->list.p[at].start)
        e->edits[at].before = PV_STR(" ");
    if (place == PV_PLACE_CASE && form && pv_token_is(e->tokens, at - 1, "case") &&
        strncmp(form, "case ", 5) == 0)
        form += 5;
    separate(e, at);
    end_line(e, at, place);
    return fill(e, form ? form : "%", name, at, &e->edits[at].text);
}

static PV_RESULT edit_deep(struct editor *e, uint32_t open)
{
    uint32_t close = e->tokens->list.p[open].match;
    const char *form = NULL;
    e->edits[open].text = PV_STR(PV_HOLE_DEEP "(");
    e->edits[close].text = PV_STR(")");
    /* `<... E ...>` on a line of its own is a statement, where those have an end. */
    if (e->tokens->list.p[open].within == PV_NO_TOKEN ||
        pv_token_is(e->tokens, e->tokens->list.p[open].within, "{"))
        form = e->tokens->spelling->vars[PV_PLACE_STMT];
    bool is_last = close + 1 == e->tokens->list.n || pv_token_is(e->tokens, close + 1, "}") ||
                   e->tokens->list.p[close + 1].on_new_line;
    bool is_first = open == 0 || e->tokens->list.p[open].on_new_line ||
                    pv_token_is(e->tokens, open - 1, "{") || pv_token_is(e->tokens, open - 1, ";");
    if (form && is_first && is_last && !(open == 0 && close + 1 == e->tokens->list.n))
        e->edits[close].after = PV_STR(";");
    return PV_SUCCESS;
}

/* Whether every `>` has its `<`. */
static bool has_pairs_of_angles(const struct editor *e, uint32_t from, uint32_t to)
{
    uint32_t open = 0;
    for (uint32_t i = from; i < to; i++) {
        if (pv_token_is(e->tokens, i, ">") && open-- == 0)
            return false;
        open += pv_token_is(e->tokens, i, "<");
    }
    return open == 0;
}

/*
 * `a * $X` and `$A & $X` are sums of two unless the one name is a type's: one that the language
 * has, or one in a parenthesis that holds nothing else.
 */
static bool is_product(const struct editor *e, uint32_t from, uint32_t to, bool is_alone)
{
    static const char *const marks[] = {"*", "&", NULL};
    static const char *const types[] = {"char",   "int",  "void",     "long",   "short", "float",
                                        "double", "bool", "unsigned", "signed", NULL};
    if (to - from != 2 || !pv_token_is_any(e->tokens, from + 1, marks))
        return false;
    bool has_pointers = e->tokens->spelling->has_arrow_fields;
    return !has_pointers || (!is_alone && !pv_token_is_any(e->tokens, from, types));
}

/* A type: names, joined by dots, with what stands in < > and [ ] behind, and marks of pointers. */
static bool is_type(const struct editor *e, uint32_t from, uint32_t to)
{
    static const char *const marks[] = {".", "<", ">", "?", "*", "&", "[", "]", "::", ",", NULL};
    static const char *const joins[] = {".", "<", "::", ",", NULL};
    static const char *const qualifiers[] = {"const",   "unsigned", "struct", "final",
                                             "extends", "super",    NULL};
    if (!pv_token_is_name(e->tokens, from) || pv_token_is_any(e->tokens, to - 1, joins) ||
        !has_pairs_of_angles(e, from, to))
        return false;
    for (uint32_t i = from; i < to; i++) {
        bool is_name = pv_token_is_name(e->tokens, i);
        if (!is_name && !pv_token_is_any(e->tokens, i, marks) && type_of(e, i) != PV_TOKEN_DOTS)
            return false;
        if (i > from && is_name && pv_token_is_name(e->tokens, i - 1) &&
            !pv_token_is_any(e->tokens, i - 1, qualifiers))
            return false;
    }
    return true;
}

static void edit_typed(struct editor *e, const struct pv_typed_spelling *form, uint32_t from,
                       uint32_t to)
{
    e->edits[from].before = pv_str_of(form->open);
    e->edits[to - 1].after = pv_str_of(form->close);
}

/* What stands between two commas, or a comma and a bracket. */
static bool edit_segment(struct editor *e, uint32_t from, uint32_t to, bool is_alone)
{
    const struct pv_pattern_spelling *spelling = e->tokens->spelling;
    if (to - from < 2 || is_product(e, from, to - 1, is_alone))
        return false;
    if (spelling->type_first.middle && type_of(e, to - 1) == PV_TOKEN_VAR &&
        is_type(e, from, to - 1)) {
        edit_typed(e, &spelling->type_first, from, to);
        e->edits[to - 1].before = pv_str_of(spelling->type_first.middle);
        return true;
    }
    if (spelling->var_first.middle && type_of(e, from) == PV_TOKEN_VAR && to - from > 2 &&
        pv_token_is(e->tokens, from + 1, ":")) {
        edit_typed(e, &spelling->var_first, from, to);
        e->edits[from + 1].text = pv_str_of(spelling->var_first.middle);
        return true;
    }
    return false;
}

/* Whether the parenthesis at `open` only groups, so that it can go. */
static bool is_group(const struct editor *e, uint32_t open)
{
    static const char *const headers[] = {"if", "while", "for", "switch", "catch", "try", NULL};
    uint32_t before = open - 1;
    return !pv_token_is_name(e->tokens, before) && !pv_token_is_any(e->tokens, before, headers) &&
           (open == 0 ||
            (type_of(e, before) != PV_TOKEN_CLOSE && type_of(e, before) != PV_TOKEN_STRING));
}

/* Typed metavariables among what the parenthesis at `open` holds. */
static void edit_parens(struct editor *e, uint32_t open)
{
    static const char *const other[] = {"for", "catch", "try", NULL};
    bool has_arrow_fields = e->tokens->spelling->has_arrow_fields;
    uint32_t close = e->tokens->list.p[open].match;
    if (close == PV_NO_TOKEN || pv_pattern_is_params(e->tokens, open) ||
        pv_token_is_any(e->tokens, open - 1, other) || pv_token_is(e->tokens, close + 1, "=>") ||
        (!has_arrow_fields && pv_token_is(e->tokens, close + 1, "->")))
        return;
    if (e->tokens->spelling->has_labels && !is_group(e, open))
        return;
    size_t n = 0;
    bool is_typed = false;
    uint32_t from = open + 1;
    uint32_t angles = 0;
    for (uint32_t i = open + 1; i <= close; i++) {
        angles += pv_token_is(e->tokens, i, "<");
        angles -= pv_token_is(e->tokens, i, ">") && angles > 0;
        bool is_end =
            e->tokens->list.p[i].within == open && angles == 0 && pv_token_is(e->tokens, i, ",");
        if (!is_end && i != close)
            continue;
        bool is_alone = from == open + 1 && i == close && is_group(e, open);
        is_typed = edit_segment(e, from, i, is_alone) || is_typed;
        from = i + 1;
        n++;
    }
    /* What is assigned to must not stand in a parenthesis. */
    if (is_typed && n == 1 && is_group(e, open)) {
        bool is_glued = open > 0 && type_of(e, open - 1) == PV_TOKEN_WORD;
        e->edits[open].text = is_glued ? PV_STR(" ") : PV_STR("");
        e->edits[close].text = PV_STR(" ");
    }
}

/* "$X", where the language would put a variable's value, is written as a text without that. */
static PV_RESULT edit_string(struct editor *e, uint32_t at)
{
    struct pv_str text = pv_token_text(e->tokens, at);
    if (!e->tokens->spelling->strings_name_vars || text.n < 4 || text.p[0] != '"' ||
        text.p[1] != '$' || text.p[text.n - 1] != '"')
        return PV_SUCCESS;
    for (size_t i = 2; i + 1 < text.n; i++) {
        char byte = text.p[i];
        if (!(byte >= 'A' && byte <= 'Z') && !(byte >= '0' && byte <= '9') && byte != '_')
            return PV_SUCCESS;
    }
    return pv_str_format(e->mem, &e->edits[at].text, e->err, "'%.*s'",
                         PV_STR_FMT(pv_str_sub(text, 1, text.n - 1)));
}

static PV_RESULT edit_token(struct editor *e, uint32_t at)
{
    switch (type_of(e, at)) {
    case PV_TOKEN_VAR:
    case PV_TOKEN_VARS:
    case PV_TOKEN_DOTS: return edit_hole(e, at);
    case PV_TOKEN_OPEN:
        if (e->tokens->list.p[at].is_deep)
            return edit_deep(e, at);
        if (pv_token_is(e->tokens, at, "("))
            edit_parens(e, at);
        return PV_SUCCESS;
    case PV_TOKEN_STRING: return edit_string(e, at);
    case PV_TOKEN_WORD:
    case PV_TOKEN_CLOSE:
    case PV_TOKEN_MARK: break;
    }
    return PV_SUCCESS;
}

PV_RESULT pv_pattern_edit(struct pv_arena *mem, const struct pv_pattern_tokens *tokens,
                          struct pv_token_edit **out, struct pv_err *err)
{
    struct editor e = {.mem = mem, .tokens = tokens, .err = err};
    PV_TRY(PV_NEW_ARRAY(mem, tokens->list.n, &e.edits, err));
    for (uint32_t i = 0; i < tokens->list.n; i++)
        PV_TRY(edit_token(&e, i));
    *out = e.edits;
    return PV_SUCCESS;
}
