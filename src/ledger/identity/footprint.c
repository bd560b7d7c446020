/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/identity/footprint.h"

#include "base/attr.h"
#include "base/hash.h"

#include <stdbool.h>
#include <stdlib.h>

enum { AROUND = 2, WHOLE = 1000 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* Comments that say something about findings come and go without a change of the code. */
static struct pv_str without_remarks(struct pv_str line)
{
    static const char *const marks[] = {"pave:", "nosemgrep", "nosec", "NOLINT"};
    size_t end = line.n;
    for (size_t i = 0; i < PV_COUNT(marks); i++) {
        size_t at = pv_str_find(line, pv_str_of(marks[i]), 0);
        while (at != SIZE_MAX && at > 0 &&
               (is_blank(line.p[at - 1]) || line.p[at - 1] == '/' || line.p[at - 1] == '#' ||
                line.p[at - 1] == '*'))
            at--;
        if (at < end)
            end = at;
    }
    return pv_str_sub(line, 0, end);
}

static uint64_t add_line(uint64_t hash, struct pv_str line)
{
    struct pv_str kept = without_remarks(line);
    for (size_t i = 0; i < kept.n; i++)
        if (!is_blank(kept.p[i]))
            hash = pv_hash_byte(hash, (unsigned char)kept.p[i]);
    return pv_hash_byte(hash, '\n');
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static int compare(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Words, and signs one by one. */
static void add_tokens(struct pv_str line, struct pv_footprint *out)
{
    struct pv_str kept = without_remarks(line);
    for (size_t at = 0; at < kept.n && out->n_tokens < PV_IDENTITY_TOKENS_MAX;) {
        size_t end = at + 1;
        while (is_word(kept.p[at]) && end < kept.n && is_word(kept.p[end]))
            end++;
        if (!is_blank(kept.p[at]))
            out->tokens[out->n_tokens++] = (uint32_t)pv_hash_str(pv_str_sub(kept, at, end));
        at = end;
    }
}

void pv_footprint_take(struct pv_str text, uint32_t first, uint32_t last, struct pv_footprint *out)
{
    uint64_t content = PV_HASH_START;
    uint64_t context = PV_HASH_START;
    struct pv_str line = {0};
    *out = (struct pv_footprint){0};
    if (last - first >= PV_IDENTITY_LINES_MAX)
        last = first + PV_IDENTITY_LINES_MAX - 1;
    for (uint32_t i = 1; i <= last + AROUND && pv_str_split(&text, '\n', &line); i++) {
        if (i >= first && i <= last) {
            content = add_line(content, line);
            add_tokens(line, out);
        } else if (i + AROUND >= first) {
            context = add_line(context, line);
        }
    }
    out->content = pv_hash_end(content);
    out->context = pv_hash_end(context);
    qsort(out->tokens, out->n_tokens, sizeof *out->tokens, compare);
}

void pv_footprint_of_words(struct pv_str words, struct pv_footprint *out)
{
    *out = (struct pv_footprint){.content = pv_hash_end(add_line(PV_HASH_START, words))};
    add_tokens(words, out);
    qsort(out->tokens, out->n_tokens, sizeof *out->tokens, compare);
}

/* Keeps the smallest of all hashes, each once. */
static void keep(struct pv_sketch *sketch, uint32_t hash)
{
    uint32_t at = sketch->n;
    while (at > 0 && sketch->lines[at - 1] > hash)
        at--;
    if ((at > 0 && sketch->lines[at - 1] == hash) || at == PV_IDENTITY_SKETCH_MAX)
        return;
    uint32_t n = sketch->n < PV_IDENTITY_SKETCH_MAX ? sketch->n++ : PV_IDENTITY_SKETCH_MAX - 1;
    for (uint32_t i = n; i > at; i--)
        sketch->lines[i] = sketch->lines[i - 1];
    sketch->lines[at] = hash;
}

void pv_sketch_take(struct pv_str text, struct pv_sketch *out)
{
    struct pv_str line = {0};
    *out = (struct pv_sketch){0};
    while (pv_str_split(&text, '\n', &line)) {
        struct pv_str kept = pv_str_trim(line);
        /* Lines of signs alone are in every file. */
        if (kept.n > 3)
            keep(out, (uint32_t)pv_hash_end(add_line(PV_HASH_START, kept)));
    }
}

static uint32_t common(const uint32_t *a, uint32_t n_a, const uint32_t *b, uint32_t n_b)
{
    uint32_t n = 0;
    for (uint32_t i = 0, k = 0; i < n_a && k < n_b;) {
        n += a[i] == b[k];
        if (a[i] == b[k]) {
            i++;
            k++;
        } else if (a[i] < b[k]) {
            i++;
        } else {
            k++;
        }
    }
    return n;
}

unsigned pv_footprint_likeness(const struct pv_footprint *a, const struct pv_footprint *b)
{
    uint32_t all = a->n_tokens + b->n_tokens;
    return all ? 2 * WHOLE * common(a->tokens, a->n_tokens, b->tokens, b->n_tokens) / all : 0;
}

unsigned pv_sketch_likeness(const struct pv_sketch *a, const struct pv_sketch *b)
{
    /* Hashes above the smaller sketch's last are unknown to it, unless it has all its lines. */
    uint32_t n_a = a->n;
    uint32_t n_b = b->n;
    if (a->n == PV_IDENTITY_SKETCH_MAX)
        while (n_b > 0 && b->lines[n_b - 1] > a->lines[a->n - 1])
            n_b--;
    if (b->n == PV_IDENTITY_SKETCH_MAX)
        while (n_a > 0 && a->lines[n_a - 1] > b->lines[b->n - 1])
            n_a--;
    uint32_t least = n_a < n_b ? n_a : n_b;
    return least ? WHOLE * common(a->lines, n_a, b->lines, n_b) / least : 0;
}
