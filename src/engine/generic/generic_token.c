/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/generic/generic_internal.h"

/* What of a text is a word: letters, digits, `_`, and the bytes of `extra`. */
static bool is_word_byte(unsigned char byte, struct pv_str extra)
{
    bool is_usual = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                    (byte >= '0' && byte <= '9') || byte == '_';
    return is_usual || pv_str_rfind_byte(extra, (char)byte) != SIZE_MAX;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

static bool is_name_byte(char byte, bool is_first)
{
    return byte == '_' || (byte >= 'A' && byte <= 'Z') || (!is_first && byte >= '0' && byte <= '9');
}

/* How many dots of `...` or `....` stand there; 0 for fewer. */
static size_t dots_at(struct pv_str text, size_t at)
{
    size_t n = 0;
    while (n < 4 && at + n < text.n && text.p[at + n] == '.')
        n++;
    return n >= 3 ? n : 0;
}

/* How long the name is that begins there; 0 for none. */
static size_t name_at(struct pv_str text, size_t at)
{
    size_t n = 0;
    while (at + n < text.n && is_name_byte(text.p[at + n], n == 0))
        n++;
    return n;
}

/* What only patterns have: `...`, `$X`, `$...X`. False when none of them stands there. */
static bool read_hole(const struct pv_generic_lexer *lexer, size_t at, struct pv_generic_node *out)
{
    bool is_var = lexer->text.p[at] == '$';
    size_t dots = dots_at(lexer->text, at + is_var);
    size_t name = is_var ? name_at(lexer->text, at + 1 + dots) : 0;
    if (is_var ? name == 0 : dots == 0)
        return false;
    out->kind = dots ? PV_GENERIC_DOTS : PV_GENERIC_VAR;
    out->is_long = dots > 3;
    out->end = out->start + (uint32_t)(is_var + dots + name);
    return true;
}

static void read_token(const struct pv_generic_lexer *lexer, size_t at, struct pv_generic_node *out)
{
    struct pv_str text = lexer->text;
    size_t end = at;
    out->start = (uint32_t)at;
    if (text.p[at] == '\n') {
        out->kind = PV_GENERIC_BREAK;
        out->end = (uint32_t)(at + 1);
        return;
    }
    if (lexer->vocab && read_hole(lexer, at, out))
        return;
    while (end < text.n && is_word_byte((unsigned char)text.p[end], lexer->extra_word_bytes))
        end++;
    out->kind = end > at ? PV_GENERIC_WORD : PV_GENERIC_SIGN;
    if (end == at) /* a sign may be of several bytes */
        for (end++; end < text.n && ((unsigned char)text.p[end] & 0xc0) == 0x80;)
            end++;
    out->end = (uint32_t)end;
}

/* "$X" or "$...X"; a run of four dots binds the same name. `$_` binds nothing. */
static PV_RESULT name_hole(const struct pv_generic_lexer *lexer, struct pv_generic_node *node,
                           struct pv_err *err)
{
    struct pv_str text = node->text;
    if (text.p[0] != '$' || pv_str_eq(text, PV_STR("$_")))
        return PV_SUCCESS;
    if (node->is_long)
        PV_TRY(pv_str_format(lexer->mem, &text, err, "$...%.*s",
                             PV_STR_FMT(pv_str_sub(text, 5, text.n))));
    return pv_vocab_add(lexer->mem, lexer->vocab, text, &node->name, err);
}

PV_RESULT pv_generic_cut(const struct pv_generic_lexer *lexer, struct pv_generic_nodes *out,
                         struct pv_err *err)
{
    uint32_t line = 0;
    uint32_t indent = 0;
    bool is_at_start = true; /* of a line */
    for (size_t at = 0; at < lexer->text.n;) {
        char byte = lexer->text.p[at];
        if (is_blank(byte)) {
            if (is_at_start)
                indent += byte == '\t' ? PV_GENERIC_TAB - indent % PV_GENERIC_TAB : byte == ' ';
            at++;
            continue;
        }
        struct pv_generic_node *node = NULL;
        if (out->list.n >= PV_GENERIC_TEXT_MAX)
            return pv_fail(err, PV_LIMIT, at, "a text of at most %d words", PV_GENERIC_TEXT_MAX);
        PV_TRY(PV_VEC_PUSH(lexer->mem, &out->list, &node, err));
        *node = (struct pv_generic_node){.line = line, .indent = indent};
        read_token(lexer, at, node);
        node->text = pv_str_sub(lexer->text, node->start, node->end);
        if (node->kind == PV_GENERIC_VAR || node->kind == PV_GENERIC_DOTS)
            PV_TRY(name_hole(lexer, node, err));
        at = node->end;
        is_at_start = node->kind == PV_GENERIC_BREAK;
        line += is_at_start;
        if (is_at_start)
            indent = 0;
    }
    return PV_SUCCESS;
}

static void blank(char *bytes, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (bytes[i] != '\n' && bytes[i] != '\r')
            bytes[i] = ' ';
}

static void blank_lines(char *bytes, size_t n, struct pv_str opener)
{
    struct pv_str text = {bytes, n};
    size_t at = 0;
    while ((at = pv_str_find(text, opener, at)) != SIZE_MAX) {
        const char *end = memchr(bytes + at, '\n', n - at);
        size_t past = end ? (size_t)(end - bytes) : n;
        blank(bytes, at, past);
        at = past;
    }
}

static void blank_spans(char *bytes, size_t n)
{
    struct pv_str text = {bytes, n};
    size_t at = 0;
    while ((at = pv_str_find(text, PV_STR("/*"), at)) != SIZE_MAX) {
        size_t end = pv_str_find(text, PV_STR("*/"), at + 2);
        if (end == SIZE_MAX)
            return;
        blank(bytes, at, end + 2);
        at = end + 2;
    }
}

PV_RESULT pv_generic_uncomment(struct pv_arena *mem, struct pv_str text,
                               enum pv_generic_comments comments, struct pv_str *out,
                               struct pv_err *err)
{
    char *bytes = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, text.n + 1, &bytes, err));
    if (text.n > 0)
        memcpy(bytes, text.p, text.n);
    switch (comments) {
    case PV_GENERIC_COMMENTS_KEPT: break;
    case PV_GENERIC_COMMENTS_CPP:
        blank_lines(bytes, text.n, PV_STR("//"));
        blank_spans(bytes, text.n);
        break;
    case PV_GENERIC_COMMENTS_C: blank_spans(bytes, text.n); break;
    case PV_GENERIC_COMMENTS_SHELL: blank_lines(bytes, text.n, PV_STR("#")); break;
    }
    *out = (struct pv_str){bytes, text.n};
    return PV_SUCCESS;
}
