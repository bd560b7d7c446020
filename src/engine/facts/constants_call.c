/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that calls make of texts that are known: text_call.def. */
#include "engine/facts/constants_internal.h"

#include <string.h>

enum how { UPPER, LOWER, TRIM, ITSELF, CONCAT, REPLACE, PART, PIECE, FORMAT, JOIN, NONE };

static const struct {
    const char *method;
    enum how how;
} methods[] = {
#define X(method, how) {method, how},
#include "engine/facts/text_call.def"
#undef X
};

enum { OPERANDS_MAX = 8 };

/* A call: what it is said of, if that is a text, and then its arguments, as far as they are texts.
 */
struct operands {
    struct pv_str p[OPERANDS_MAX];
    pv_node nodes[OPERANDS_MAX];
    size_t n;
};

static enum how how_of(struct pv_str method)
{
    for (size_t i = 0; i < PV_COUNT(methods); i++)
        if (pv_str_eq(method, pv_str_of(methods[i].method)))
            return methods[i].how;
    return NONE;
}

/* The class of texts, whose functions take the text as an argument. */
static bool is_class(const struct pv_tree *tree, pv_node object)
{
    return pv_str_eq(pv_tree_text(tree, object), PV_STR("String")) ||
           pv_str_eq(pv_tree_text(tree, object), PV_STR("string"));
}

static bool takes_numbers(enum how how)
{
    return how == PART || how == PIECE;
}

/* One letter between single quotes, where that is no text. */
static bool read_letter(struct pv_text_reader *r, pv_node node)
{
    struct pv_str text = pv_tree_text(r->c->tree, node);
    enum { QUOTED = 3 };
    if (pv_tree_at(r->c->tree, node)->kind != PV_CHAR || text.n != QUOTED)
        return false;
    pv_buf_add_byte(&r->text, text.p[1]);
    return true;
}

/*
 * Reads all of them, one behind the other, onto the end of the reader's text. Numbers are read
 * where they are asked for. NOLINTNEXTLINE(misc-no-recursion): as pv_constant_read
 */
static bool read_operands(struct pv_text_reader *r, struct operands *all, bool has_numbers)
{
    size_t ends[OPERANDS_MAX];
    size_t start = r->text.n;
    for (size_t i = 0; i < all->n; i++) {
        bool is_number = has_numbers && i > 0;
        if (!is_number && !read_letter(r, all->nodes[i]) && !pv_constant_read(r, all->nodes[i]))
            return false;
        ends[i] = r->text.n;
    }
    for (size_t i = 0; i < all->n; i++)
        all->p[i] = pv_str_sub(pv_buf_str(&r->text), i ? ends[i - 1] : start, ends[i]);
    return true;
}

static void in_letters(struct pv_buf *out, struct pv_str text, char first, char last)
{
    for (size_t i = 0; i < text.n; i++)
        pv_buf_add_byte(
            out,
            (char)(text.p[i] >= first && text.p[i] <= last ? text.p[i] ^ ('a' - 'A') : text.p[i]));
}

static bool is_at(struct pv_str text, size_t place, struct pv_str part)
{
    return pv_str_has_prefix(pv_str_sub(text, place, text.n), part);
}

static bool replace(struct pv_buf *out, const struct operands *all)
{
    if (all->n != 3 || all->p[1].n == 0)
        return false;
    for (size_t i = 0; i < all->p[0].n;) {
        bool is_found = is_at(all->p[0], i, all->p[1]);
        pv_buf_add(out, is_found ? all->p[2] : pv_str_sub(all->p[0], i, i + 1));
        i += is_found ? all->p[1].n : 1;
    }
    return true;
}

static bool cut(const struct pv_constants *c, struct pv_buf *out, const struct operands *all,
                bool is_count)
{
    int64_t from = 0;
    int64_t to = (int64_t)all->p[0].n;
    if (all->n < 2 || all->n > 3 || !pv_constant_int(c, all->nodes[1], &from) || from < 0 ||
        from > to)
        return false;
    int64_t said = 0;
    if (all->n == 3) {
        if (!pv_constant_int(c, all->nodes[2], &said) || said < 0 || said > to)
            return false;
        said += is_count ? from : 0;
        if (said < from || said > to)
            return false;
        to = said;
    }
    pv_buf_add(out, pv_str_sub(all->p[0], (size_t)from, (size_t)to));
    return true;
}

/* The bytes of a place for a value at the beginning of `text`, and which value; 0 for none. */
static size_t place_at(struct pv_str text, size_t *number)
{
    enum { NUMBERED = 3 };
    if (is_at(text, 0, PV_STR("%s")) || is_at(text, 0, PV_STR("{}")))
        return 2;
    bool is_numbered = text.n >= NUMBERED && text.p[0] == '{' && text.p[1] >= '0' &&
                       text.p[1] <= '9' && text.p[2] == '}';
    if (is_numbered)
        *number = (size_t)(text.p[1] - '0');
    return is_numbered ? NUMBERED : 0;
}

static bool format(struct pv_buf *out, const struct operands *all)
{
    size_t next = 0;
    for (size_t i = 0; all->n > 0 && i < all->p[0].n;) {
        struct pv_str rest = pv_str_sub(all->p[0], i, all->p[0].n);
        size_t number = next;
        size_t length = place_at(rest, &number);
        if (length == 0 && (rest.p[0] == '%' || rest.p[0] == '{'))
            return false;
        if (length > 0 && number + 1 >= all->n)
            return false;
        next += length > 0;
        pv_buf_add(out, length > 0 ? all->p[number + 1] : pv_str_sub(rest, 0, 1));
        i += length > 0 ? length : 1;
    }
    return all->n > 0;
}

static void join(struct pv_buf *out, const struct operands *all)
{
    for (size_t i = 1; i < all->n; i++) {
        if (i > 1)
            pv_buf_add(out, all->p[0]);
        pv_buf_add(out, all->p[i]);
    }
}

static bool make(const struct pv_constants *c, enum how how, const struct operands *all,
                 struct pv_buf *out)
{
    switch (how) {
    case UPPER: in_letters(out, all->p[0], 'a', 'z'); return true;
    case LOWER: in_letters(out, all->p[0], 'A', 'Z'); return true;
    case TRIM: pv_buf_add(out, pv_str_trim(all->p[0])); return all->n == 1;
    case ITSELF: pv_buf_add(out, all->p[0]); return all->n == 1;
    case CONCAT:
        for (size_t i = 0; i < all->n; i++)
            pv_buf_add(out, all->p[i]);
        return all->n == 2;
    case REPLACE: return replace(out, all);
    case PART: return cut(c, out, all, false);
    case PIECE: return cut(c, out, all, true);
    case FORMAT: return format(out, all);
    case JOIN: join(out, all); return all->n > 1;
    case NONE: return false;
    }
    return false;
}

/* What a call is made of; how it makes a text of that. */
static enum how take_apart(const struct pv_tree *tree, pv_node call, struct operands *all)
{
    pv_node callee = pv_tree_child(tree, call, PV_ROLE_CALLEE);
    pv_node object = callee == PV_NO_NODE ? callee : pv_tree_child(tree, callee, PV_ROLE_OBJECT);
    pv_node field = callee == PV_NO_NODE ? callee : pv_tree_child(tree, callee, PV_ROLE_FIELD);
    pv_node args = pv_tree_child(tree, call, PV_ROLE_ARGS);
    if (object == PV_NO_NODE || field == PV_NO_NODE || args == PV_NO_NODE)
        return NONE;
    enum how how = how_of(pv_tree_text(tree, field));
    bool is_of_class = is_class(tree, object);
    if (is_of_class ? how != FORMAT && how != JOIN : how == JOIN)
        return NONE;
    if (!is_of_class)
        all->nodes[all->n++] = object;
    /* A locale says how letters are made large, which is the same for those of names. */
    bool is_plain = how == UPPER || how == LOWER;
    for (pv_node at = is_plain ? PV_NO_NODE : pv_tree_first(tree, args); at != PV_NO_NODE;
         at = pv_tree_next(tree, at)) {
        if (all->n == OPERANDS_MAX)
            return NONE;
        all->nodes[all->n++] = at;
    }
    return how;
}

/* NOLINTNEXTLINE(misc-no-recursion): nesting of calls, and PV_CONSTANT_STEPS_MAX of variables */
bool pv_constant_read_call(struct pv_text_reader *r, pv_node call)
{
    struct operands all = {0};
    struct pv_buf out = {.max = PV_CONSTANT_TEXT_MAX};
    size_t start = r->text.n;
    enum how how = take_apart(r->c->tree, call, &all);
    if (how == NONE || r->depth == PV_CONSTANT_STEPS_MAX)
        return false;
    r->depth++;
    bool is_made = read_operands(r, &all, takes_numbers(how)) && make(r->c, how, &all, &out);
    r->depth--;
    pv_buf_cut(&r->text, start);
    if (is_made)
        pv_buf_add(&r->text, pv_buf_str(&out));
    pv_buf_take_failure(&r->text, &out);
    pv_buf_clear(&out);
    return is_made;
}
