/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a hole stands: what the brackets around it hold, and what is next to it.
 */
#include "engine/lang/pattern_internal.h"

/* The token before the first wraps around to one that is no token. */
static bool is_entry(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const before[] = {"(", "{", "[", ",", NULL};
    static const char *const after[] = {")", "}", "]", ",", NULL};
    return pv_token_is_any(tokens, at - 1, before) && pv_token_is_any(tokens, at + 1, after);
}

/* How far back the beginning of a definition is looked for. */
enum { HEADER_TOKENS_MAX = 32 };

/* Whether `word` stands before `at`, with nothing that ends a statement between. */
static bool has_before(const struct pv_pattern_tokens *tokens, uint32_t at, const char *word)
{
    static const char *const ends[] = {";", "{", "}", NULL};
    for (uint32_t i = 0; i < HEADER_TOKENS_MAX && i < at; i++) {
        if (pv_token_is(tokens, at - 1 - i, word))
            return true;
        if (pv_token_is_any(tokens, at - 1 - i, ends))
            return false;
    }
    return false;
}

static bool is_type_end(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    if (at + 1 >= tokens->list.n || at >= tokens->list.n)
        return false;
    bool is_spaced = tokens->list.p[at + 1].start > tokens->list.p[at].end;
    return pv_token_is_name(tokens, at) || pv_token_is(tokens, at, "]") ||
           (pv_token_is(tokens, at, ">") && is_spaced);
}

/* Whether a word such as `fun` stands before `open`, with nothing but a name between. */
static bool is_defined(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    static const char *const marks[] = {".", "<", ">", "[", "]", ",", NULL};
    const char *const *definers = tokens->spelling->definers;
    if (!definers)
        return false;
    for (uint32_t i = 1; i <= HEADER_TOKENS_MAX && i <= open; i++) {
        if (pv_token_is_any(tokens, open - i, definers))
            return true;
        if (!pv_token_is_name(tokens, open - i) && !pv_token_is_any(tokens, open - i, marks))
            return false;
    }
    return false;
}

bool pv_pattern_is_params(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    static const char *const headers[] = {"if",     "for",          "while", "switch",
                                          "return", "synchronized", "try",   NULL};
    static const char *const bodies[] = {"{", "throws", NULL};
    static const char *const callers[] = {"new", ".", "@", "->", "::", NULL};
    const struct pv_pattern_spelling *spelling = tokens->spelling;
    if (!pv_token_is(tokens, open, "("))
        return false;
    if (is_defined(tokens, open))
        return true;
    if (pv_token_is(tokens, open - 2, ")") && tokens->list.p[open - 2].match != PV_NO_TOKEN &&
        pv_token_is_any(tokens, tokens->list.p[open - 2].match - 1, spelling->definers))
        return true; /* behind a receiver */
    if (!spelling->has_typed_names)
        return false;
    if (pv_token_is(tokens, open - 1, "catch"))
        return true;
    if (!pv_token_is_name(tokens, open - 1) || pv_token_is_any(tokens, open - 1, headers) ||
        pv_token_is_any(tokens, open - 2, callers))
        return false;
    uint32_t close = tokens->list.p[open].match;
    bool has_body = close != PV_NO_TOKEN && pv_token_is_any(tokens, close + 1, bodies);
    return has_body || is_type_end(tokens, open - 2);
}

/* Whether the braces at `open` have entries with keys; `{...}` counts as such. */
static bool has_keys(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    uint32_t close = tokens->list.p[open].match;
    for (uint32_t i = open + 1; i < close && i < tokens->list.n; i++) {
        if (tokens->list.p[i].within == open &&
            (pv_token_is(tokens, i, ":") || pv_token_is(tokens, i, "=>") ||
             pv_token_is(tokens, i, "**")))
            return true;
    }
    return close == open + 2;
}

enum braces {
    BRACES_BLOCK,
    BRACES_LIST,
    BRACES_SWITCH,
    BRACES_CLASS,
};

/* Whether the braces at `open` hold members, where a statement can't be one. */
static bool is_class(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    static const char *const words[] = {"class",     "interface", "object",   "struct",
                                        "extension", "actor",     "protocol", "impl",
                                        "trait",     "mod",       "extern",   NULL};
    static const char *const ends[] = {";", "{", "}", NULL};
    if (!tokens->spelling->runs[PV_PLACE_MEMBER])
        return false;
    if (tokens->spelling->has_members_in_enums && has_before(tokens, open, "enum"))
        return true;
    for (uint32_t i = 1; i <= HEADER_TOKENS_MAX && i <= open; i++) {
        uint32_t at = open - i;
        if (pv_token_is_any(tokens, at, words) && !pv_token_is(tokens, at - 1, "::"))
            return true;
        if (pv_token_is_any(tokens, at, ends))
            return false;
    }
    return false;
}

/* Whether `new T(x)`, or without its parenthesis, stands before the braces. */
static bool is_initializer(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    static const char *const marks[] = {".", "<", ">", ",", "[", "]", "?", NULL};
    uint32_t at = open - 1;
    if (!tokens->spelling->has_initializers)
        return false;
    if (pv_token_is(tokens, at, ")") && tokens->list.p[at].match != PV_NO_TOKEN)
        at = tokens->list.p[at].match - 1;
    for (; !pv_token_is(tokens, at, "new"); at--) {
        bool is_name = pv_token_is_name(tokens, at);
        bool is_second = is_name && pv_token_is_name(tokens, at + 1);
        if (is_second || (!is_name && !pv_token_is_any(tokens, at, marks)))
            return false;
    }
    return true;
}

static bool is_list(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    return is_initializer(tokens, open) || tokens->spelling->braces_are_entries ||
           (tokens->spelling->begins_with_entries && open == 0) ||
           (!tokens->spelling->has_members_in_enums && has_before(tokens, open, "enum")) ||
           pv_token_is_any(tokens, open - 1, tokens->spelling->before_list);
}

static bool is_switch(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    static const char *const usual[] = {"switch", NULL};
    const char *const *words = tokens->spelling->switch_words;
    for (words = words ? words : usual; *words; words++) {
        if (has_before(tokens, open, *words))
            return true;
    }
    return false;
}

/* `match (x) {`, and in C# `x switch {`, where a parenthesis in between makes another thing. */
static bool is_match(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    const char *const *words = tokens->spelling->arm_words;
    if (!words || !tokens->spelling->runs[PV_PLACE_ARM])
        return false;
    return tokens->spelling->has_initializers ? pv_token_is_any(tokens, open - 1, words)
                                              : has_before(tokens, open, words[0]);
}

static enum braces braces_at(const struct pv_pattern_tokens *tokens, uint32_t open)
{
    /* Braces right inside the braces of a list are lists. */
    uint32_t outer = open;
    while (!is_list(tokens, outer) && pv_token_is(tokens, outer - 1, "{"))
        outer--;
    if (is_list(tokens, outer))
        return BRACES_LIST;
    if (is_switch(tokens, open))
        return BRACES_SWITCH;
    return is_class(tokens, open) ? BRACES_CLASS : BRACES_BLOCK;
}

/* Whether `)` ends the header of a statement, so that another statement follows. */
static bool is_header_end(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const words[] = {"if", "for", "while", NULL};
    if (!pv_token_is(tokens, at, ")") || tokens->list.p[at].match == PV_NO_TOKEN)
        return false;
    return pv_token_is_any(tokens, tokens->list.p[at].match - 1, words);
}

static bool is_run(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    return at < tokens->list.n &&
           (tokens->list.p[at].type == PV_TOKEN_DOTS || tokens->list.p[at].type == PV_TOKEN_VARS);
}

static bool starts_statement(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const before[] = {"{", "}", ";", "else", "do", NULL};
    bool on_new_line = tokens->list.p[at].on_new_line;
    static const char *const closers[] = {"endif",     "endwhile", "endfor", "endforeach",
                                          "endswitch", "else",     "elseif", NULL};
    uint32_t last = at - 1;
    if (at == 0 || pv_token_is_any(tokens, last, before) || is_header_end(tokens, last))
        return true;
    if (pv_token_is(tokens, last, ":"))
        return on_new_line || has_before(tokens, at, "case") || has_before(tokens, at, "default") ||
               pv_token_is_any(tokens, at + 1, closers);
    bool ends_line = on_new_line && (tokens->spelling->lines_end_statements ||
                                     tokens->list.p[last].type == PV_TOKEN_VAR);
    bool is_deep_end = last < tokens->list.n && tokens->list.p[last].is_deep;
    /* What is next to a hole without an operator between is not of one expression with it. */
    bool is_spaced = tokens->list.p[last].end < tokens->list.p[at].start;
    /* Words of a shell have nothing but space between them. */
    bool is_word = tokens->spelling->has_expansions;
    return ends_line || (is_spaced && is_run(tokens, last) && !is_word) || is_deep_end;
}

static bool ends_statement(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const ends[] = {";", "}", "@", NULL};
    static const char *const goes_on[] = {
        ".", "?.", ",", "=", ")", "]", "::", "?", ":", "in", "of", "as", "instanceof", NULL};
    uint32_t next = at + 1;
    if (next >= tokens->list.n || pv_token_is_any(tokens, next, ends))
        return true;
    if (pv_token_is_any(tokens, next, goes_on))
        return false;
    /* `... f();` is two statements, `$T f();` is one. */
    return tokens->list.p[next].on_new_line ||
           (tokens->list.p[next].type != PV_TOKEN_MARK && is_run(tokens, at) &&
            !tokens->spelling->has_expansions);
}

/* `function f(...) ... end`: all of a body, where words and lines make blocks. */
static bool is_body(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const ends[] = {"end", "fi", "done", "esac", NULL};
    return tokens->spelling->lines_end_statements && is_run(tokens, at) &&
           pv_token_is_any(tokens, at + 1, ends) && tokens->list.p[at].within == PV_NO_TOKEN &&
           at > 0 && !pv_token_is(tokens, at - 1, ",");
}

/* The last in braces that hold a setting a line, on the line of another. */
static bool is_last_setting(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    static const char *const before[] = {"=", ",", "[", "(", "{", NULL};
    return tokens->spelling->has_settings && is_run(tokens, at) &&
           pv_token_is(tokens, at + 1, "}") && !pv_token_is_any(tokens, at - 1, before);
}

bool pv_pattern_is_last(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    uint32_t open = tokens->list.p[at].within;
    uint32_t last = at - 1;
    if (at == 0 || !is_run(tokens, at) || !pv_token_is(tokens, at + 1, "}") ||
        open == PV_NO_TOKEN || tokens->spelling->has_expansions ||
        tokens->list.p[last].end == tokens->list.p[at].start)
        return false;
    bool is_name = pv_token_is_name(tokens, last) &&
                   !pv_token_is_any(tokens, last, tokens->spelling->plain_words);
    return is_name || pv_token_is(tokens, last, ")") || pv_token_is(tokens, last, "]");
}

static bool is_stmt(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    if (pv_pattern_is_last(tokens, at) || is_body(tokens, at) || is_last_setting(tokens, at))
        return true;
    return tokens->list.n > 1 && starts_statement(tokens, at) && ends_statement(tokens, at);
}

/* `T x($Y);` in C++ makes a T of $Y: a parameter would have a type. */
static bool is_made_of(const struct pv_pattern_tokens *tokens, uint32_t at, uint32_t open)
{
    uint32_t close = tokens->list.p[open].match;
    return tokens->spelling->has_arrow_fields && tokens->spelling->has_initializers &&
           tokens->list.p[at].type == PV_TOKEN_VAR && close != PV_NO_TOKEN &&
           (close + 1 >= tokens->list.n || pv_token_is(tokens, close + 1, ";"));
}

static enum pv_place place_in_parens(const struct pv_pattern_tokens *tokens, uint32_t at,
                                     uint32_t open)
{
    bool is_alone = pv_token_is(tokens, at - 1, "(") && pv_token_is(tokens, at + 1, ")");
    if (is_alone && pv_token_is(tokens, open - 1, "foreach"))
        return PV_PLACE_FOR_EACH;
    if (pv_token_is(tokens, open - 1, "for")) {
        bool is_each = pv_token_is(tokens, at - 1, "(") && pv_token_is(tokens, at + 1, ":");
        return is_alone ? PV_PLACE_FOR : is_each ? PV_PLACE_PARAM : PV_PLACE_NAME;
    }
    if (!is_entry(tokens, at))
        return PV_PLACE_NAME;
    if (pv_pattern_is_params(tokens, open))
        return is_made_of(tokens, at, open) ? PV_PLACE_NAME : PV_PLACE_PARAM;
    uint32_t name = open - 1;
    while (pv_token_is_name(tokens, name) && pv_token_is(tokens, name - 1, "."))
        name -= 2;
    bool is_attr = pv_token_is_name(tokens, name) && pv_token_is(tokens, name - 1, "@");
    return is_attr ? PV_PLACE_ATTR_ARG : PV_PLACE_NAME;
}

/* Behind the line that begins with `match`, where lines are blocks. */
static bool is_in_match(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    if (!tokens->spelling->lines_end_statements || !pv_token_is(tokens, at - 1, ":"))
        return false;
    uint32_t first = at - 1;
    while (first > 0 && !tokens->list.p[first].on_new_line)
        first--;
    return pv_token_is(tokens, first, "match");
}

/* Whether a tag ends behind `at`: `/>` or `</`. */
static bool has_tag_end(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    for (uint32_t i = at + 1; i + 1 < tokens->list.n; i++) {
        if ((pv_token_is(tokens, i, "/") && pv_token_is(tokens, i + 1, ">")) ||
            (pv_token_is(tokens, i, "<") && pv_token_is(tokens, i + 1, "/")))
            return true;
    }
    return false;
}

static bool is_in_element(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    bool is_value =
        pv_token_is(tokens, at - 1, "=") && tokens->list.p[at - 1].end == tokens->list.p[at].start;
    bool is_text = pv_token_is(tokens, at - 1, ">") && pv_token_is(tokens, at + 1, "<");
    return tokens->spelling->has_elements && (is_value || is_text) && has_tag_end(tokens, at);
}

bool pv_pattern_is_element(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    uint32_t open = tokens->list.p[at].within;
    return open != PV_NO_TOKEN && pv_token_is(tokens, open, "{") && is_initializer(tokens, open);
}

/* All of a line, where lines end statements. */
static bool is_line(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    bool is_last = at + 1 >= tokens->list.n || tokens->list.p[at + 1].on_new_line ||
                   pv_token_is(tokens, at + 1, "}");
    return tokens->spelling->lines_end_statements && tokens->list.p[at].on_new_line && is_last;
}

/* `case ...` and no colon: all of the cases that there are. */
static bool is_bare_case(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    return is_run(tokens, at) && pv_token_is(tokens, at - 1, "case") &&
           (pv_token_is(tokens, at + 1, "}") || pv_token_is(tokens, at + 1, "case"));
}

enum pv_place pv_pattern_place(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    uint32_t open = tokens->list.p[at].within;
    if (is_in_element(tokens, at))
        return PV_PLACE_ELEMENT;
    if (open == PV_NO_TOKEN && is_in_match(tokens, at))
        return PV_PLACE_CASE;
    /* `for ... {`, where a loop's header needs no parenthesis. */
    if (tokens->spelling->lines_end_statements && is_run(tokens, at) &&
        pv_token_is(tokens, at - 1, "for") && pv_token_is(tokens, at + 1, "{"))
        return PV_PLACE_FOR;
    if (open == PV_NO_TOKEN)
        return is_stmt(tokens, at) ? PV_PLACE_STMT : PV_PLACE_NAME;
    if (pv_token_is(tokens, open, "("))
        return place_in_parens(tokens, at, open);
    /* ${$X} of a shell is no block. */
    bool is_expansion = tokens->spelling->has_expansions && pv_token_is(tokens, open - 1, "$");
    if (!pv_token_is(tokens, open, "{") || tokens->list.p[open].is_hole || is_expansion)
        return PV_PLACE_NAME;
    /* <a>{$X}</a> */
    if (tokens->spelling->has_elements && pv_token_is(tokens, open - 1, ">") &&
        has_tag_end(tokens, at))
        return PV_PLACE_NAME;
    if (is_match(tokens, open) && is_run(tokens, at) && is_entry(tokens, at))
        return PV_PLACE_ARM;
    if (tokens->spelling->has_initializers && is_entry(tokens, at)) {
        if (pv_token_is(tokens, open - 1, "with"))
            return PV_PLACE_ATTR_ARG;
        if (pv_token_is(tokens, open - 1, "is"))
            return PV_PLACE_ENTRY;
    }
    /* { ..., a = 1 }: settings between commas need no lines. */
    bool has_comma = pv_token_is(tokens, at - 1, ",") || pv_token_is(tokens, at + 1, ",");
    if (tokens->spelling->has_settings && is_run(tokens, at) && has_comma && is_entry(tokens, at))
        return PV_PLACE_ENTRY;
    switch (braces_at(tokens, open)) {
    case BRACES_LIST:
        return is_entry(tokens, at) && has_keys(tokens, open) && !tokens->spelling->has_initializers
                   ? PV_PLACE_ENTRY
                   : PV_PLACE_NAME;
    case BRACES_SWITCH:
        if (pv_token_is(tokens, at - 1, "{") || is_line(tokens, at) || is_bare_case(tokens, at))
            return PV_PLACE_CASE;
        break;
    case BRACES_CLASS:
        if (tokens->spelling->runs[PV_PLACE_FIELD] && has_before(tokens, open, "struct"))
            return PV_PLACE_FIELD;
        return is_stmt(tokens, at) ? PV_PLACE_MEMBER : PV_PLACE_NAME;
    case BRACES_BLOCK: break;
    }
    return is_stmt(tokens, at) ? PV_PLACE_STMT : PV_PLACE_NAME;
}
