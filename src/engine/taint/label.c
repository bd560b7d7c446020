/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/label.h"

#include "engine/taint/taint_limits.h"

struct reader {
    struct pv_arena *mem;
    struct pv_vocab *vocab;
    struct pv_label *label;
    struct pv_str text;
    size_t at;
    int depth;
    struct pv_err *err;
};

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* The next word or bracket, which is not yet taken; empty at the end. */
static struct pv_str peek(struct reader *r)
{
    while (r->at < r->text.n && (r->text.p[r->at] == ' ' || r->text.p[r->at] == '\n' ||
                                 r->text.p[r->at] == '\t' || r->text.p[r->at] == '\r'))
        r->at++;
    size_t end = r->at;
    while (end < r->text.n && is_name_byte(r->text.p[end]))
        end++;
    if (end == r->at && end < r->text.n)
        end++;
    return pv_str_sub(r->text, r->at, end);
}

static bool accept(struct reader *r, struct pv_str word)
{
    struct pv_str next = peek(r);
    if (!pv_str_eq(next, word))
        return false;
    r->at += next.n;
    return true;
}

static PV_RESULT add(struct reader *r, struct pv_label_term term, uint32_t *out)
{
    struct pv_label_term *slot = NULL;
    if (r->label->terms.n >= PV_LABEL_TERMS_MAX)
        return pv_fail(r->err, PV_LIMIT, r->at, "more than %d labels", PV_LABEL_TERMS_MAX);
    PV_TRY(PV_VEC_PUSH(r->mem, &r->label->terms, &slot, r->err));
    *slot = term;
    *out = (uint32_t)(r->label->terms.n - 1);
    return PV_SUCCESS;
}

static PV_RESULT read_or(struct reader *r, uint32_t *out);

/* NOLINTNEXTLINE(misc-no-recursion): PV_LABEL_DEPTH_MAX */
static PV_RESULT read_one(struct reader *r, uint32_t *out)
{
    struct pv_label_term term = {0};
    struct pv_str word = peek(r);
    if (++r->depth > PV_LABEL_DEPTH_MAX)
        return pv_fail(r->err, PV_LIMIT, r->at, "brackets nested too deeply");
    if (accept(r, PV_STR("not"))) {
        term.kind = PV_LABEL_NOT;
        PV_TRY(read_one(r, &term.left));
        PV_TRY(add(r, term, out));
    } else if (accept(r, PV_STR("("))) {
        PV_TRY(read_or(r, out));
        if (!accept(r, PV_STR(")")))
            return pv_fail(r->err, PV_SYNTAX, r->at, "expected ')'");
    } else if (word.n > 0 && is_name_byte(word.p[0]) && !pv_str_eq(word, PV_STR("and")) &&
               !pv_str_eq(word, PV_STR("or"))) {
        r->at += word.n;
        PV_TRY(pv_vocab_add(r->mem, r->vocab, word, &term.name, r->err));
        PV_TRY(add(r, term, out));
    } else {
        return pv_fail(r->err, PV_SYNTAX, r->at, "expected a label, 'not' or '('");
    }
    r->depth--;
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_LABEL_DEPTH_MAX */
static PV_RESULT read_and(struct reader *r, uint32_t *out)
{
    PV_TRY(read_one(r, out));
    while (accept(r, PV_STR("and"))) {
        struct pv_label_term term = {.kind = PV_LABEL_AND, .left = *out};
        PV_TRY(read_one(r, &term.right));
        PV_TRY(add(r, term, out));
    }
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_LABEL_DEPTH_MAX */
static PV_RESULT read_or(struct reader *r, uint32_t *out)
{
    PV_TRY(read_and(r, out));
    while (accept(r, PV_STR("or"))) {
        struct pv_label_term term = {.kind = PV_LABEL_OR, .left = *out};
        PV_TRY(read_and(r, &term.right));
        PV_TRY(add(r, term, out));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_label_read(struct pv_arena *mem, struct pv_str text, struct pv_vocab *vocab,
                        struct pv_label **out, struct pv_err *err)
{
    struct reader r = {.mem = mem, .vocab = vocab, .text = text, .err = err};
    PV_TRY(PV_NEW(mem, &r.label, err));
    PV_TRY(read_or(&r, &r.label->root));
    if (peek(&r).n > 0)
        return pv_fail(err, PV_SYNTAX, r.at, "expected 'and', 'or' or the end");
    *out = r.label;
    return PV_SUCCESS;
}

static bool has_name(const pv_word *labels, size_t n_labels, pv_word name)
{
    for (size_t i = 0; i < n_labels; i++)
        if (labels[i] == name)
            return true;
    return false;
}

bool pv_label_is_met(const struct pv_label *label, const pv_word *labels, size_t n_labels)
{
    bool met[PV_LABEL_TERMS_MAX] = {false};
    /* A term comes after those that it is made of. */
    for (size_t i = 0; i < label->terms.n; i++) {
        const struct pv_label_term *term = &label->terms.p[i];
        switch (term->kind) {
        case PV_LABEL_NAME: met[i] = has_name(labels, n_labels, term->name); break;
        case PV_LABEL_NOT: met[i] = !met[term->left]; break;
        case PV_LABEL_AND: met[i] = met[term->left] && met[term->right]; break;
        case PV_LABEL_OR: met[i] = met[term->left] || met[term->right]; break;
        }
    }
    return met[label->root];
}

bool pv_label_may_be_met(const struct pv_label *label, const pv_word *labels, size_t n_labels)
{
    bool may[PV_LABEL_TERMS_MAX] = {false};
    bool may_not[PV_LABEL_TERMS_MAX] = {false};
    for (size_t i = 0; i < label->terms.n; i++) {
        const struct pv_label_term *term = &label->terms.p[i];
        switch (term->kind) {
        case PV_LABEL_NAME:
            may[i] = has_name(labels, n_labels, term->name);
            may_not[i] = true;
            break;
        case PV_LABEL_NOT:
            may[i] = may_not[term->left];
            may_not[i] = may[term->left];
            break;
        case PV_LABEL_AND:
            may[i] = may[term->left] && may[term->right];
            may_not[i] = may_not[term->left] || may_not[term->right];
            break;
        case PV_LABEL_OR:
            may[i] = may[term->left] || may[term->right];
            may_not[i] = may_not[term->left] && may_not[term->right];
            break;
        }
    }
    return may[label->root];
}
