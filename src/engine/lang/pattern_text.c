/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of a pattern as code, and where each byte of it came from.
 */
#include "engine/lang/pattern_internal.h"

#include "base/num.h"

struct speller {
    struct pv_arena *mem;
    const struct pv_pattern_tokens *tokens;
    size_t dedent; /* columns that all lines share */
    size_t indent;
    PV_VEC(char) code;
    PV_VEC(struct pv_origin) origins;
    struct pv_err *err;
};

static PV_RESULT put_byte(struct speller *s, char byte, struct pv_origin origin)
{
    char *code = NULL;
    struct pv_origin *from = NULL;
    PV_TRY(PV_VEC_PUSH(s->mem, &s->code, &code, s->err));
    PV_TRY(PV_VEC_PUSH(s->mem, &s->origins, &from, s->err));
    *code = byte;
    *from = origin;
    return PV_SUCCESS;
}

static PV_RESULT put(struct speller *s, struct pv_str text, uint32_t start, uint32_t end)
{
    for (size_t i = 0; i < text.n; i++)
        PV_TRY(put_byte(s, text.p[i], (struct pv_origin){start, end}));
    return PV_SUCCESS;
}

static PV_RESULT copy(struct speller *s, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        PV_TRY(put_byte(s, s->tokens->text.p[i], (struct pv_origin){i, i + 1}));
    return PV_SUCCESS;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Space and comments, each line moved to where it belongs. */
static PV_RESULT put_gap(struct speller *s, uint32_t start, uint32_t end)
{
    struct pv_str text = s->tokens->text;
    for (uint32_t i = start; i < end;) {
        char byte = text.p[i];
        PV_TRY(copy(s, i, i + 1));
        i++;
        if (byte != '\n')
            continue;
        for (size_t n = 0; n < s->dedent && i < end && is_blank(text.p[i]); n++)
            i++;
        for (size_t n = 0; n < s->indent; n++)
            PV_TRY(put_byte(s, ' ', (struct pv_origin){i, i}));
    }
    return PV_SUCCESS;
}

static PV_RESULT put_token(struct speller *s, uint32_t at, const struct pv_token_edit *edit)
{
    const struct pv_pattern_token *token = &s->tokens->list.p[at];
    bool is_string = token->type == PV_TOKEN_STRING && edit->text.n == token->end - token->start;
    PV_TRY(put(s, edit->before, token->start, token->start));
    /* Other quotes, the same content: each byte is its own origin. */
    for (uint32_t i = 0; is_string && edit->text.p && i < edit->text.n; i++)
        PV_TRY(put(s, pv_str_sub(edit->text, i, i + 1), token->start + i, token->start + i + 1));
    if (is_string && edit->text.p)
        return put(s, edit->after, token->end, token->end);
    if (edit->text.p)
        PV_TRY(put(s, edit->text, token->start, token->end));
    else
        PV_TRY(copy(s, token->start, token->end));
    return put(s, edit->after, token->end, token->end);
}

/* How far a token that is first of its line stands to the right. */
static size_t column_of(const struct pv_pattern_tokens *tokens, uint32_t at)
{
    size_t n = 0;
    uint32_t start = tokens->list.p[at].start;
    while (n < start && is_blank(tokens->text.p[start - 1 - n]))
        n++;
    return n;
}

static size_t common_indent(const struct pv_pattern_tokens *tokens)
{
    size_t indent = SIZE_MAX;
    for (uint32_t i = 0; i < tokens->list.n; i++) {
        if (tokens->list.p[i].on_new_line)
            indent = pv_min(indent, column_of(tokens, i));
    }
    return indent;
}

PV_RESULT pv_pattern_spell(struct pv_arena *mem, const struct pv_pattern_tokens *tokens,
                           const struct pv_token_edit *edits, size_t indent,
                           struct pv_pattern_text *out, struct pv_err *err)
{
    struct speller s = {.mem = mem,
                        .tokens = tokens,
                        .dedent = common_indent(tokens),
                        .indent = indent,
                        .err = err};
    for (uint32_t i = 0; i < tokens->list.n; i++) {
        if (i > 0)
            PV_TRY(put_gap(&s, tokens->list.p[i - 1].end, tokens->list.p[i].start));
        PV_TRY(put_token(&s, i, &edits[i]));
    }
    *out = (struct pv_pattern_text){{s.code.p, s.code.n}, s.origins.p};
    return PV_SUCCESS;
}
