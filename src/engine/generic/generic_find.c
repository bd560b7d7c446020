/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern is tried at each token. From there on a text is read as if it were
 * flat up to the end of the block that the token lies in; only a block of the
 * pattern asks for one of the text, and for all of it.
 */
#include "engine/generic/generic_internal.h"

struct captures {
    struct pv_generic_capture p[PV_GENERIC_VARS_MAX];
    size_t n;
};

struct search {
    const struct pv_generic *generic;
    struct pv_str text;
    struct pv_generic_nodes doc;
    struct captures captures;
    uint64_t *steps;
    uint32_t last; /* the node that was matched last; UINT32_MAX for none */
    uint32_t end;  /* how far the match reaches */
    bool is_over;
};

/* What `...` may skip, and has. */
struct dots {
    bool is_on;
    uint32_t line; /* the last that it may reach */
    uint32_t start;
    uint32_t end; /* 0 when nothing was skipped */
    pv_word name;
};

/* Nodes of the pattern and of the text that are to meet, up to their ends. */
struct place {
    uint32_t p;
    uint32_t p_end;
    uint32_t d;
    uint32_t d_first; /* where d began */
    uint32_t d_end;
};

static const struct pv_generic_node *code_at(const struct search *s, uint32_t p)
{
    return &s->generic->nodes.list.p[p];
}

static const struct pv_generic_node *doc_at(const struct search *s, uint32_t d)
{
    return &s->doc.list.p[d];
}

static bool step(struct search *s)
{
    if (*s->steps == 0)
        s->is_over = true;
    else
        --*s->steps;
    return !s->is_over;
}

static bool bind_name(struct search *s, pv_word name, uint32_t start, uint32_t end)
{
    if (name == 0)
        return true;
    for (size_t i = 0; i < s->captures.n; i++)
        if (s->captures.p[i].name == name)
            return pv_str_eq(pv_str_sub(s->text, s->captures.p[i].start, s->captures.p[i].end),
                             pv_str_sub(s->text, start, end));
    pv_assert(s->captures.n < PV_GENERIC_VARS_MAX); /* compile has counted them */
    s->captures.p[s->captures.n++] = (struct pv_generic_capture){name, start, end};
    return true;
}

static bool close_dots(struct search *s, const struct dots *dots)
{
    if (!dots->is_on || dots->name == 0)
        return true;
    bool is_empty = dots->end == 0;
    return bind_name(s, dots->name, is_empty ? s->end : dots->start, is_empty ? s->end : dots->end);
}

static void extend_dots(const struct search *s, const struct pv_generic_node *code, uint32_t line,
                        struct dots *dots)
{
    uint32_t span = s->generic->options.max_span;
    if (dots->is_on) {
        dots->line += span;
        dots->name = dots->name ? dots->name : code->name;
        return;
    }
    *dots = (struct dots){.is_on = true, .line = line + span, .name = code->name};
}

static void skip(struct dots *dots, const struct pv_generic_node *node)
{
    if (dots->end == 0)
        dots->start = node->start;
    dots->end = node->end;
}

static bool can_be_empty(const struct search *s, uint32_t p, uint32_t end)
{
    for (; p < end; p++) {
        uint8_t kind = code_at(s, p)->kind;
        if (kind != PV_GENERIC_DOTS && kind != PV_GENERIC_BLOCK)
            return false;
    }
    return true;
}

static bool is_alike(struct search *s, const struct pv_generic_node *code,
                     const struct pv_generic_node *node)
{
    if (code->kind == PV_GENERIC_VAR)
        return node->kind == PV_GENERIC_WORD && bind_name(s, code->name, node->start, node->end);
    return code->kind == node->kind && pv_str_eq(code->text, node->text);
}

/* Dots at the end of a pattern or block: all that is left in the block, down to their last line. */
static void take_rest(struct search *s, uint32_t d, uint32_t end, struct dots *dots)
{
    for (; d < end && doc_at(s, d)->line <= dots->line && step(s); d++) {
        if (doc_at(s, d)->kind == PV_GENERIC_BLOCK)
            continue;
        skip(dots, doc_at(s, d));
        s->last = d;
    }
}

static bool finish(struct search *s, const struct place *at, bool is_whole, struct dots *dots)
{
    bool is_new = s->last == UINT32_MAX || s->last < at->d_first;
    uint32_t end = is_new ? at->d_end : doc_at(s, s->last)->within;
    if (end > at->d_end)
        end = at->d_end;
    if (dots->is_on)
        take_rest(s, at->d, end, dots);
    else if (is_whole && at->d < end)
        return false;
    bool is_closed = close_dots(s, dots);
    if (dots->end > s->end)
        s->end = dots->end;
    return is_closed && !s->is_over;
}

static bool match(struct search *s, struct place at, bool is_whole, struct dots dots);

/* A block of the pattern: `*at` goes on behind it, unless nothing can hold any more. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the pattern's blocks */
static bool match_block(struct search *s, struct place *at, struct dots *dots)
{
    const struct pv_generic_node *code = code_at(s, at->p);
    const struct pv_generic_node *node = at->d < at->d_end ? doc_at(s, at->d) : NULL;
    if (node && node->kind == PV_GENERIC_BLOCK) {
        struct place inner = {at->p + 1, code->after, at->d + 1, at->d + 1, node->after};
        if (!close_dots(s, dots) || !match(s, inner, true, (struct dots){0}))
            return false;
        at->d = node->after;
    } else if (node && dots->is_on && node->line <= dots->line) {
        skip(dots, node);
        at->d++;
        return true;
    } else if (!can_be_empty(s, at->p + 1, code->after) || !close_dots(s, dots)) {
        return false;
    }
    *dots = (struct dots){0};
    at->p = code->after;
    return true;
}

/* One token of the pattern where dots stand before it: taken here with all that follows, or later.
 */
/* NOLINTNEXTLINE(misc-no-recursion): a frame for each run of dots in the pattern */
static bool match_behind_dots(struct search *s, const struct place *at, bool is_whole,
                              const struct dots *dots)
{
    size_t n_captures = s->captures.n;
    uint32_t last = s->last;
    uint32_t end = s->end;
    const struct pv_generic_node *node = doc_at(s, at->d);
    struct place next = *at;
    next.p++;
    next.d++;
    if (close_dots(s, dots) && is_alike(s, code_at(s, at->p), node)) {
        s->last = at->d;
        s->end = node->end;
        if (match(s, next, is_whole, (struct dots){0}))
            return true;
    }
    s->captures.n = n_captures;
    s->last = last;
    s->end = end;
    return false;
}

/* One token of the pattern; `*is_found` when the rest of it holds, too. False when nothing can. */
/* NOLINTNEXTLINE(misc-no-recursion): a frame for each run of dots in the pattern */
static bool match_token(struct search *s, struct place *at, bool is_whole, struct dots *dots,
                        bool *is_found)
{
    while (at->d < at->d_end && doc_at(s, at->d)->kind == PV_GENERIC_BLOCK)
        at->d++;
    if (at->d >= at->d_end || !step(s))
        return false;
    const struct pv_generic_node *node = doc_at(s, at->d);
    if (!dots->is_on) {
        if (!is_alike(s, code_at(s, at->p), node))
            return false;
        s->last = at->d++;
        s->end = node->end;
        at->p++;
        return true;
    }
    if (node->line > dots->line)
        return false;
    *is_found = match_behind_dots(s, at, is_whole, dots);
    skip(dots, node);
    at->d++;
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): a frame for each block and run of dots in the pattern */
static bool match(struct search *s, struct place at, bool is_whole, struct dots dots)
{
    while (at.p < at.p_end && !s->is_over) {
        const struct pv_generic_node *code = code_at(s, at.p);
        bool is_found = false;
        if (code->kind == PV_GENERIC_DOTS) {
            uint32_t before = s->last == UINT32_MAX ? at.d_first : s->last;
            extend_dots(s, code, doc_at(s, before)->line, &dots);
            at.p++;
        } else if (code->kind == PV_GENERIC_BLOCK) {
            if (!match_block(s, &at, &dots))
                return false;
        } else if (!match_token(s, &at, is_whole, &dots, &is_found)) {
            return false;
        } else if (is_found) {
            return true;
        }
    }
    return finish(s, &at, is_whole, &dots);
}

static PV_RESULT add_match(struct pv_arena *mem, const struct search *s, uint32_t start,
                           struct pv_generic_matches *out, struct pv_err *err)
{
    struct pv_generic_match *match = NULL;
    struct pv_generic_capture *captures = NULL;
    if (out->list.n >= PV_GENERIC_MATCHES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d matches", PV_GENERIC_MATCHES_MAX);
    PV_TRY(PV_NEW_ARRAY(mem, s->captures.n + 1, &captures, err));
    memcpy(captures, s->captures.p, s->captures.n * sizeof *captures);
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &match, err));
    *match = (struct pv_generic_match){start, s->end, captures, s->captures.n};
    return PV_SUCCESS;
}

static int by_end(const void *a, const void *b)
{
    const struct pv_generic_match *x = a;
    const struct pv_generic_match *y = b;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return (x->start < y->start) - (x->start > y->start);
}

static int by_start(const void *a, const void *b)
{
    const struct pv_generic_match *x = a;
    const struct pv_generic_match *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* Of those that end alike the shortest stays; the longest where dots take all that is left. */
static void keep_one(struct pv_generic_matches *matches, bool is_open)
{
    size_t kept = 0;
    if (matches->list.n == 0)
        return;
    qsort(matches->list.p, matches->list.n, sizeof *matches->list.p, by_end);
    for (size_t i = 0; i < matches->list.n; i++)
        if (kept == 0 || matches->list.p[kept - 1].end != matches->list.p[i].end)
            matches->list.p[kept++] = matches->list.p[i];
        else if (is_open)
            matches->list.p[kept - 1] = matches->list.p[i];
    matches->list.n = kept;
    qsort(matches->list.p, kept, sizeof *matches->list.p, by_start);
}

/* Where the text may be read, and its tokens in blocks. */
static PV_RESULT read_doc(struct pv_arena *mem, const struct pv_generic *generic,
                          struct pv_str text, struct search *s, struct pv_err *err)
{
    struct pv_generic_nodes tokens = {0};
    struct pv_str plain = text;
    if (generic->options.comments != PV_GENERIC_COMMENTS_KEPT)
        PV_TRY(pv_generic_uncomment(mem, text, generic->options.comments, &plain, err));
    struct pv_generic_lexer lexer = {.mem = mem, .text = plain};
    PV_TRY(pv_generic_cut(&lexer, &tokens, err));
    s->text = plain;
    return pv_generic_nest(mem, &tokens, true, &s->doc, err);
}

/* Dots at the start of a pattern begin where a block does. */
static bool is_start(const struct search *s, uint32_t d)
{
    if (doc_at(s, d)->kind == PV_GENERIC_BLOCK)
        return false;
    return code_at(s, 0)->kind != PV_GENERIC_DOTS || d == 0 ||
           doc_at(s, d - 1)->kind == PV_GENERIC_BLOCK;
}

/* Machines write lines of any length; words and indents say nothing about such a text. */
static bool is_minified(struct pv_str text)
{
    size_t n_lines = 1;
    for (size_t i = 0; i < text.n; i++)
        n_lines += text.p[i] == '\n';
    return text.n >= PV_GENERIC_MINIFIED_BYTES && text.n / n_lines >= PV_GENERIC_MINIFIED_MEAN;
}

/* NOLINTBEGIN(readability-non-const-parameter): the search counts the steps down */
PV_RESULT pv_generic_find_nodes(struct pv_arena *mem, const struct pv_generic *generic,
                                struct pv_str text, uint64_t *steps, struct pv_generic_matches *out,
                                struct pv_err *err)
/* NOLINTEND(readability-non-const-parameter) */
{
    struct search s = {.generic = generic, .steps = steps};
    struct pv_generic_matches found = {0};
    if (is_minified(text))
        return PV_SUCCESS;
    PV_TRY(read_doc(mem, generic, text, &s, err));
    for (uint32_t d = 0; d < s.doc.list.n && !s.is_over; d++) {
        struct place at = {0, (uint32_t)generic->nodes.list.n, d, d, doc_at(&s, d)->within};
        if (!is_start(&s, d))
            continue;
        s.captures.n = 0;
        s.last = UINT32_MAX;
        s.end = doc_at(&s, d)->start;
        if (match(&s, at, false, (struct dots){0}) && s.end > doc_at(&s, d)->start)
            PV_TRY(add_match(mem, &s, doc_at(&s, d)->start, &found, err));
    }
    keep_one(&found, generic->nodes.list.n > 0 &&
                         code_at(&s, (uint32_t)generic->nodes.list.n - 1)->kind == PV_GENERIC_DOTS);
    PV_VEC_EACH (const struct pv_generic_match, match, &found.list) {
        struct pv_generic_match *slot = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
        *slot = *match;
    }
    if (s.is_over)
        return pv_fail(err, PV_LIMIT, 0, "fewer steps than this pattern takes here");
    return PV_SUCCESS;
}
