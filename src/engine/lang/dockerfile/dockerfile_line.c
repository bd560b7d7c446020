/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where instructions begin and end: lines that go on, comments between them,
 * here-documents behind them.
 */
#include "engine/lang/dockerfile/dockerfile_internal.h"

#include <string.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static bool is_space(char byte)
{
    return is_blank(byte) || byte == '\n';
}

struct pv_str pv_docker_text(const struct pv_docker *d, struct pv_span span)
{
    return (struct pv_str){d->code + span.start, span.end - span.start};
}

char pv_docker_escape(struct pv_str text)
{
    struct pv_str rest = text;
    struct pv_str line = {0};
    while (pv_str_split(&rest, '\n', &line)) {
        line = pv_str_trim(line);
        if (line.n == 0 || line.p[0] != '#')
            break;
        line = pv_str_trim(pv_str_sub(line, 1, line.n));
        if (!pv_str_has_prefix(line, PV_STR("escape")))
            continue;
        line = pv_str_trim(pv_str_sub(line, sizeof "escape" - 1, line.n));
        if (line.n > 1 && line.p[0] == '=')
            return line.p[line.n - 1];
    }
    return '\\';
}

static uint32_t line_end(const struct pv_docker *d, uint32_t at)
{
    size_t end = pv_str_find(d->text, PV_STR("\n"), at);
    return end == SIZE_MAX ? (uint32_t)d->text.n : (uint32_t)end;
}

static bool is_comment(const struct pv_docker *d, uint32_t start, uint32_t end)
{
    while (start < end && is_blank(d->text.p[start]))
        start++;
    return start < end && d->text.p[start] == '#';
}

static bool is_empty(const struct pv_docker *d, uint32_t start, uint32_t end)
{
    while (start < end && is_blank(d->text.p[start]))
        start++;
    return start == end;
}

/* Whether the line goes on; its escape is then written as shells do, right before its end. */
static bool joins_next(struct pv_docker *d, uint32_t start, uint32_t end)
{
    uint32_t last = end;
    while (last > start && is_blank(d->text.p[last - 1]))
        last--;
    if (last == start || d->text.p[last - 1] != d->escape || end == d->text.n)
        return false;
    d->code[last - 1] = ' ';
    d->code[end - 1] = '\\';
    return true;
}

/*
 * Whether the empty line at `at` ends an instruction that its escape would go on:
 * what is behind it is plainly another one.
 */
static bool is_last(const struct pv_docker *d, uint32_t at)
{
    uint32_t end = line_end(d, at);
    while (end < d->text.n && (is_comment(d, at, end) || is_empty(d, at, end))) {
        at = end + 1;
        end = line_end(d, at);
    }
    while (at < end && is_blank(d->text.p[at]))
        at++;
    uint32_t stop = at;
    while (stop < end && !is_blank(d->text.p[stop]))
        stop++;
    return pv_docker_is_instruction(pv_str_sub(d->text, at, stop));
}

/* The end of the lines that belong together from `at` on; comments between them are blanked. */
static uint32_t instruction_end(struct pv_docker *d, uint32_t at)
{
    uint32_t end = line_end(d, at);
    while (joins_next(d, at, end)) {
        at = end + 1;
        end = line_end(d, at);
        bool is_seen = false; /* what is behind one empty line is behind the next, too */
        while (end < d->text.n && (is_comment(d, at, end) || is_empty(d, at, end))) {
            bool is_first = !is_seen && is_empty(d, at, end);
            is_seen = is_seen || is_first;
            if (is_first && is_last(d, at)) {
                d->code[at - 1] = '\n';
                d->code[at - 2] = ' ';
                return at - 1;
            }
            memset(d->code + at, ' ', end + 1 - at);
            at = end + 1;
            end = line_end(d, at);
        }
        if (at >= d->text.n)
            break;
    }
    return end;
}

/* Finds `<<WORD` from `*at` on; gives the word without its quotes. */
static bool next_heredoc(const struct pv_docker *d, uint32_t *at, uint32_t end, struct pv_str *word,
                         bool *has_tabs)
{
    const char *p = d->code;
    for (uint32_t i = *at; i + 2 < end; i++) {
        if (p[i] != '<' || p[i + 1] != '<' || p[i + 2] == '<' || (i > 0 && p[i - 1] == '<'))
            continue;
        uint32_t start = i + 2;
        *has_tabs = p[start] == '-';
        start += *has_tabs;
        char quote = start < end && (p[start] == '"' || p[start] == '\'') ? p[start] : 0;
        start += quote != 0;
        uint32_t stop = start;
        while (stop < end && ((p[stop] | 0x20) >= 'a' && (p[stop] | 0x20) <= 'z'))
            stop++;
        *at = stop;
        *word = (struct pv_str){p + start, stop - start};
        if (stop > start)
            return true;
    }
    return false;
}

/* Goes past the lines up to the one that is `word`. */
static uint32_t heredoc_end(const struct pv_docker *d, uint32_t at, struct pv_str word,
                            bool has_tabs, uint32_t *content_end)
{
    while (at < d->text.n) {
        uint32_t end = line_end(d, at);
        uint32_t start = at;
        while (has_tabs && start < end && d->text.p[start] == '\t')
            start++;
        struct pv_str line = pv_str_sub(d->text, start, end);
        if (pv_str_has_suffix(line, PV_STR("\r")))
            line.n--;
        if (pv_str_eq(line, word)) {
            *content_end = at;
            return end;
        }
        at = end + 1;
    }
    *content_end = (uint32_t)d->text.n;
    return (uint32_t)d->text.n;
}

static bool takes_heredoc(const struct pv_docker *d, uint32_t at)
{
    static const char *const names[] = {"run", "copy", "add", NULL};
    for (const char *const *name = names; *name; name++) {
        size_t n = strlen(*name);
        bool is_it = at + n < d->text.n && is_space(d->text.p[at + n]);
        for (size_t i = 0; i < n && is_it; i++)
            is_it = (d->text.p[at + i] | 0x20) == (*name)[i];
        if (is_it)
            return true;
    }
    return false;
}

bool pv_docker_next(struct pv_docker *d, uint32_t at, struct pv_docker_line *out)
{
    uint32_t n = (uint32_t)d->text.n;
    uint32_t end = at;
    for (; at < n; at = end + 1) {
        end = line_end(d, at);
        if (!is_comment(d, at, end) && !is_empty(d, at, end))
            break;
    }
    if (at >= n)
        return false;
    while (is_blank(d->text.p[at]))
        at++;
    end = instruction_end(d, at);
    *out = (struct pv_docker_line){.span = {at, end < n ? end : n}};
    uint32_t from = at;
    uint32_t stop = out->span.end;
    struct pv_str word = {0};
    bool has_tabs = false;
    while (takes_heredoc(d, at) && end < n && next_heredoc(d, &from, stop, &word, &has_tabs)) {
        if (out->heredoc.start == 0)
            out->heredoc.start = end + 1;
        end = heredoc_end(d, end + 1, word, has_tabs, &out->heredoc.end);
    }
    out->after = end + 1;
    out->end = end < n ? end : n;
    while (out->span.end > at && is_space(d->code[out->span.end - 1]))
        out->span.end--;
    if (out->heredoc.start == 0)
        out->end = out->span.end;
    return true;
}

/* Past one byte, or two where the first takes the meaning of the second. */
static uint32_t step(const struct pv_docker *d, uint32_t at, uint32_t end)
{
    bool is_escaped = d->code[at] == '\\' && at + 1 < end && d->code[at + 1] != '\n';
    return at + (is_escaped ? 2 : 1);
}

static bool is_gap(const struct pv_docker *d, uint32_t at)
{
    return is_space(d->code[at]) || (d->code[at] == '\\' && d->code[at + 1] == '\n');
}

bool pv_docker_word(const struct pv_docker *d, struct pv_span *rest, struct pv_span *out)
{
    uint32_t at = rest->start;
    while (at < rest->end && is_gap(d, at))
        at++;
    if (at >= rest->end)
        return false;
    out->start = at;
    char quote = 0;
    while (at < rest->end && (quote || !is_gap(d, at))) {
        char byte = d->code[at];
        bool is_quote = (byte == '"' || byte == '\'') && (quote == 0 || quote == byte);
        if (is_quote)
            quote = quote ? 0 : byte;
        at = step(d, at, rest->end);
    }
    out->end = at < rest->end ? at : rest->end;
    rest->start = out->end;
    return true;
}
