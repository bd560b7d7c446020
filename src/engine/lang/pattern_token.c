/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of a pattern: as much of a language's lexis as it takes to know
 * what is a hole, what is inside a string, and which bracket a hole is in.
 */
#include "engine/lang/pattern_internal.h"

#include "base/reader.h"

/* A bracket that is open; `quote` is the string that a hole interrupts. */
struct frame {
    uint32_t open;
    const struct pv_quote *quote;
};

struct lexer {
    struct pv_arena *mem;
    struct pv_reader in;
    struct pv_pattern_tokens *out;
    struct frame frames[PV_PATTERN_BRACKETS_MAX];
    uint32_t depth;
    bool on_new_line;
    bool has_vars; /* the string that is being read may hold metavariables */
};

struct pv_str pv_token_text(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    if (at >= tokens->list.n)
        return (struct pv_str){0};
    return pv_str_sub(tokens->text, tokens->list.p[at].start, tokens->list.p[at].end);
}

bool pv_token_is(const struct pv_pattern_tokens *tokens, uint32_t at, const char *text)
{
    return at < tokens->list.n && pv_str_eq(pv_token_text(tokens, at), pv_str_of(text));
}

bool pv_token_is_any(const struct pv_pattern_tokens *tokens, uint32_t at, const char *const *texts)
{
    while (texts && *texts && !pv_token_is(tokens, at, *texts))
        texts++;
    return texts && *texts;
}

bool pv_token_is_name(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    return at < tokens->list.n && (tokens->list.p[at].type == PV_TOKEN_VAR ||
                                   (tokens->list.p[at].type == PV_TOKEN_WORD &&
                                    !pv_token_is_any(tokens, at, tokens->spelling->plain_words)));
}

static bool is_word_byte(int byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte >= 0x80;
}

static bool is_var_byte(int byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

static bool is_next(const struct lexer *lexer, const char *text)
{
    return pv_str_has_prefix(pv_str_sub(lexer->in.text, lexer->in.at, lexer->in.text.n),
                             pv_str_of(text));
}

/* Adds a token of `n` bytes and goes past it. */
static PV_RESULT add(struct lexer *lexer, enum pv_token_type type, size_t n)
{
    struct pv_pattern_token *token = NULL;
    PV_TRY(PV_VEC_PUSH(lexer->mem, &lexer->out->list, &token, lexer->in.err));
    *token = (struct pv_pattern_token){
        .type = type,
        .start = (uint32_t)lexer->in.at,
        .end = (uint32_t)(lexer->in.at + n),
        .match = PV_NO_TOKEN,
        .within = lexer->depth ? lexer->frames[lexer->depth - 1].open : PV_NO_TOKEN,
        .on_new_line = lexer->on_new_line,
    };
    lexer->in.at += n;
    lexer->on_new_line = false;
    return PV_SUCCESS;
}

static PV_RESULT open_bracket(struct lexer *lexer, size_t n, const struct pv_quote *quote)
{
    if (lexer->depth == PV_PATTERN_BRACKETS_MAX)
        return pv_fail(lexer->in.err, PV_LIMIT, lexer->in.at, "at most %d brackets open at once",
                       PV_PATTERN_BRACKETS_MAX);
    PV_TRY(add(lexer, PV_TOKEN_OPEN, n));
    uint32_t open = (uint32_t)(lexer->out->list.n - 1);
    lexer->out->list.p[open].is_deep = n == sizeof "<..." - 1;
    lexer->out->list.p[open].is_hole = quote != NULL;
    lexer->frames[lexer->depth++] = (struct frame){open, quote};
    return PV_SUCCESS;
}

/* Whether the innermost open bracket is closed by `byte`. */
static bool is_closed_by(const struct lexer *lexer, char byte)
{
    if (lexer->depth == 0)
        return false;
    struct pv_str open = pv_token_text(lexer->out, lexer->frames[lexer->depth - 1].open);
    char last = open.p[open.n - 1];
    return (last == '(' && byte == ')') || (last == '[' && byte == ']') ||
           (last == '{' && byte == '}') || (last == '.' && byte == '>');
}

/* What closes no open bracket is left to the grammar to complain about. */
static PV_RESULT close_bracket(struct lexer *lexer, size_t n, bool is_match)
{
    if (!is_match)
        return add(lexer, PV_TOKEN_CLOSE, n);
    uint32_t open = lexer->frames[--lexer->depth].open;
    PV_TRY(add(lexer, PV_TOKEN_CLOSE, n));
    uint32_t close = (uint32_t)(lexer->out->list.n - 1);
    lexer->out->list.p[open].match = close;
    lexer->out->list.p[close].match = open;
    lexer->out->list.p[close].is_deep = lexer->out->list.p[open].is_deep;
    return PV_SUCCESS;
}

/* The bytes of the metavariable here, in a string whose language has its own use for `$x`; or 0. */
static size_t var_in_string(const struct lexer *lexer)
{
    size_t n = 1;
    if (!lexer->has_vars || !is_next(lexer, "$"))
        return 0;
    while (is_var_byte(pv_reader_peek(&lexer->in, n)))
        n++;
    int first = pv_reader_peek(&lexer->in, 1);
    bool is_var =
        n > 1 && !(first >= '0' && first <= '9') && !is_word_byte(pv_reader_peek(&lexer->in, n));
    return is_var ? n : 0;
}

enum piece_end { AT_CLOSE, AT_HOLE, AT_VAR };

/* The piece of a string from here to its end or what interrupts it; its first bytes are `skip`. */
static PV_RESULT add_piece(struct lexer *lexer, const struct pv_quote *quote, size_t skip,
                           enum piece_end *out)
{
    size_t start = lexer->in.at;
    size_t n = lexer->in.text.n;
    *out = AT_CLOSE;
    for (lexer->in.at += skip; lexer->in.at < n;) {
        bool is_hole = quote->hole && is_next(lexer, quote->hole);
        if ((is_next(lexer, "\\") && !is_hole) || (is_hole && is_next(lexer, "{{"))) {
            lexer->in.at += 2;
            continue;
        }
        if (is_hole || var_in_string(lexer) > 0) {
            *out = is_hole ? AT_HOLE : AT_VAR;
            break;
        }
        bool is_close = is_next(lexer, quote->close);
        lexer->in.at += is_close ? strlen(quote->close) : 1;
        if (is_close)
            break;
    }
    size_t end = lexer->in.at < n ? lexer->in.at : n;
    lexer->in.at = start;
    return add(lexer, PV_TOKEN_STRING, end - start);
}

/* A string from here to its end or its next hole. `skip` bytes are its opening quote. */
static PV_RESULT add_string(struct lexer *lexer, const struct pv_quote *quote, size_t skip)
{
    enum piece_end end = AT_CLOSE;
    const struct pv_pattern_spelling *spelling = lexer->out->spelling;
    if (skip > 0) {
        bool is_prefixed = is_word_byte((unsigned char)lexer->in.text.p[lexer->in.at]);
        lexer->has_vars = spelling->has_vars_in_strings && (is_prefixed || !spelling->has_dollar);
    }
    PV_TRY(add_piece(lexer, quote, skip, &end));
    while (end == AT_VAR) {
        PV_TRY(add(lexer, PV_TOKEN_VAR, var_in_string(lexer)));
        lexer->out->list.p[lexer->out->list.n - 1].is_in_string = true;
        PV_TRY(add_piece(lexer, quote, 0, &end));
    }
    return end == AT_CLOSE ? PV_SUCCESS : open_bracket(lexer, strlen(quote->hole), quote);
}

/* The kind of string that starts after a prefix of `skip` letters. */
static const struct pv_quote *find_quote(const struct lexer *lexer, size_t skip)
{
    struct pv_str prefix = pv_str_sub(lexer->in.text, lexer->in.at, lexer->in.at + skip);
    struct pv_str rest = pv_str_sub(lexer->in.text, lexer->in.at + skip, lexer->in.text.n);
    const struct pv_quote *quote = lexer->out->spelling->quotes;
    for (; quote->open; quote++) {
        bool is_marked = !quote->marks;
        for (size_t i = 0; i < prefix.n && !is_marked; i++)
            is_marked = strchr(quote->marks, prefix.p[i]) != NULL;
        if (is_marked && pv_str_has_prefix(rest, pv_str_of(quote->open)))
            return quote;
    }
    return NULL;
}

static PV_RESULT fail_var(struct lexer *lexer, size_t at)
{
    return pv_fail(lexer->in.err, PV_SYNTAX, at,
                   "expected a metavariable such as $X or $...ARGS: '$' and upper case");
}

/* A metavariable, or a name with dollars where the language has such names. */
static PV_RESULT add_var(struct lexer *lexer)
{
    bool has_dollar = lexer->out->spelling->has_dollar;
    bool is_many = is_next(lexer, "$...");
    size_t name = is_many ? 4 : 1;
    size_t n = name;
    while (is_var_byte(pv_reader_peek(&lexer->in, n)))
        n++;
    int first = pv_reader_peek(&lexer->in, name);
    int next = pv_reader_peek(&lexer->in, n);
    bool is_glued =
        lexer->in.at > 0 && is_word_byte((unsigned char)lexer->in.text.p[lexer->in.at - 1]);
    bool is_var = n > name && !(first >= '0' && first <= '9') && !is_word_byte(next) && !is_glued;
    struct pv_str text = pv_str_sub(lexer->in.text, lexer->in.at, lexer->in.at + n);
    for (const char *const *plain = lexer->out->spelling->plain_vars; is_var && plain && *plain;
         plain++)
        is_var = !pv_str_eq(text, pv_str_of(*plain));
    if (is_var && !(has_dollar && next == '$'))
        return add(lexer, is_many ? PV_TOKEN_VARS : PV_TOKEN_VAR, n);
    if (lexer->out->spelling->has_expansions && !is_many)
        return add(lexer, PV_TOKEN_MARK, 1);
    if (is_many || !has_dollar)
        return fail_var(lexer, lexer->in.at);
    while (is_word_byte(pv_reader_peek(&lexer->in, n)) || pv_reader_peek(&lexer->in, n) == '$')
        n++;
    return add(lexer, PV_TOKEN_WORD, n);
}

static PV_RESULT add_word(struct lexer *lexer)
{
    bool has_dollar = lexer->out->spelling->has_dollar;
    size_t n = 0;
    while (is_word_byte(pv_reader_peek(&lexer->in, n)) ||
           (has_dollar && pv_reader_peek(&lexer->in, n) == '$'))
        n++;
    const struct pv_quote *quote = n <= 2 ? find_quote(lexer, n) : NULL;
    if (quote)
        return add_string(lexer, quote, n + strlen(quote->open));
    return add(lexer, PV_TOKEN_WORD, n);
}

/* <... of `<... E ...>`, but neither of `T<...>` nor of `T<..., U>`. */
static bool is_deep_open(const struct lexer *lexer)
{
    size_t at = lexer->in.at + sizeof "<..." - 1;
    struct pv_str rest = pv_str_trim(pv_str_sub(lexer->in.text, at, lexer->in.text.n));
    return is_next(lexer, "<...") && (rest.n == 0 || (rest.p[0] != '>' && rest.p[0] != ','));
}

static PV_RESULT add_mark(struct lexer *lexer)
{
    static const char *const pairs[] = {"->", "=>", "::", "?.", "==", "!=", "<=", ">=", "&&",
                                        "||", ":=", "+=", "-=", "*=", "/=", "**", "//", NULL};
    for (const char *const *pair = pairs; *pair; pair++) {
        if (is_next(lexer, *pair))
            return add(lexer, PV_TOKEN_MARK, 2);
    }
    return add(lexer, PV_TOKEN_MARK, 1);
}

static PV_RESULT add_token(struct lexer *lexer)
{
    char byte = lexer->in.text.p[lexer->in.at];
    const struct pv_quote *quote = find_quote(lexer, 0);
    if (byte == '\0')
        return pv_fail(lexer->in.err, PV_SYNTAX, lexer->in.at, "expected text, not a zero byte");
    if (quote)
        return add_string(lexer, quote, strlen(quote->open));
    if (byte == '$')
        return add_var(lexer);
    if (is_word_byte((unsigned char)byte))
        return add_word(lexer);
    if (is_deep_open(lexer))
        return open_bracket(lexer, sizeof "<..." - 1, NULL);
    if (is_next(lexer, "...>") && is_closed_by(lexer, '>'))
        return close_bracket(lexer, sizeof "...>" - 1, true);
    if (is_next(lexer, "..."))
        return add(lexer, PV_TOKEN_DOTS, 3);
    if (strchr("([{", byte))
        return open_bracket(lexer, 1, NULL);
    if (!strchr(")]}", byte))
        return add_mark(lexer);

    bool is_match = is_closed_by(lexer, byte);
    PV_TRY(close_bracket(lexer, 1, is_match));
    quote = is_match ? lexer->frames[lexer->depth].quote : NULL;
    return quote ? add_string(lexer, quote, 0) : PV_SUCCESS;
}

/* Goes past a comment; false when there is none here. */
static bool skip_comment(struct lexer *lexer)
{
    const struct pv_pattern_spelling *spelling = lexer->out->spelling;
    const char *end = NULL;
    if (spelling->line_comment && is_next(lexer, spelling->line_comment))
        end = "\n";
    else if (spelling->has_block_comments && is_next(lexer, "/*"))
        end = "*/";
    if (!end)
        return false;
    size_t at = pv_str_find(lexer->in.text, pv_str_of(end), lexer->in.at + 1);
    lexer->in.at = at == SIZE_MAX ? lexer->in.text.n : at + (*end == '\n' ? 0 : 2);
    return true;
}

static bool skip_space(struct lexer *lexer)
{
    char byte = lexer->in.text.p[lexer->in.at];
    if (!strchr(" \t\r\n", byte) || byte == '\0')
        return false;
    lexer->on_new_line = lexer->on_new_line || byte == '\n';
    lexer->in.at++;
    return true;
}

PV_RESULT pv_pattern_tokens_read(struct pv_arena *mem, const struct pv_pattern_spelling *spelling,
                                 struct pv_str text, struct pv_pattern_tokens *out,
                                 struct pv_err *err)
{
    struct pv_pattern_tokens tokens = {.text = text, .spelling = spelling};
    struct lexer lexer = {
        .mem = mem, .in = {.text = text, .err = err}, .out = &tokens, .on_new_line = true};
    if (text.n > PV_PATTERN_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "a pattern of at most %d bytes", PV_PATTERN_BYTES_MAX);
    while (!pv_reader_is_end(&lexer.in)) {
        if (!skip_space(&lexer) && !skip_comment(&lexer))
            PV_TRY(add_token(&lexer));
    }
    while (lexer.depth > 0) {
        const struct pv_pattern_token *open = &tokens.list.p[lexer.frames[--lexer.depth].open];
        if (open->is_deep)
            return pv_fail(err, PV_SYNTAX, open->start, "expected '...>' for this '<...'");
    }
    *out = tokens;
    return PV_SUCCESS;
}
