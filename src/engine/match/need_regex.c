/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A walk over the expression as PCRE2 reads it, that gives up where it meets what
 * it does not know. Whatever it says is more than the expression matches, never
 * less: what looks ahead or behind takes nothing away, and a repetition is a gap.
 */
#include "engine/match/match_limits.h"
#include "engine/match/need.h"
#include "engine/match/need_internal.h"

#include <string.h>

enum { CLASS_MAX = 16 }; /* characters in brackets that are told apart */

static const char *const edge = "\1";
static const char *const gap = "\2";

struct reading {
    struct pv_arena *mem;
    struct pv_str rest;
    bool is_lost; /* what comes is not known here: nothing is certain any more */
    struct pv_err *err;
};

/* Letters, digits and `_`: what a word is made of, whoever looks for it. */
static bool is_plain(char byte)
{
    return pv_need_is_word_byte((unsigned char)byte) && byte != '$' && (unsigned char)byte < 0x80;
}

static bool skip(struct reading *r, struct pv_str what)
{
    if (!pv_str_has_prefix(r->rest, what))
        return false;
    r->rest = pv_str_sub(r->rest, what.n, r->rest.n);
    return true;
}

static char take(struct reading *r)
{
    char byte = r->rest.n ? r->rest.p[0] : '\0';
    r->is_lost |= r->rest.n == 0 || (unsigned char)byte >= 0x80;
    r->rest = pv_str_sub(r->rest, 1, r->rest.n);
    return byte;
}

static PV_RESULT add_form(struct reading *r, struct pv_need_forms *forms, struct pv_str form)
{
    struct pv_str *slot = NULL;
    r->is_lost |= forms->list.n >= PV_NEED_FORMS_MAX || form.n > PV_NEED_FORM_BYTES_MAX;
    if (r->is_lost)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &forms->list, &slot, r->err));
    *slot = form;
    return PV_SUCCESS;
}

static PV_RESULT add_byte(struct reading *r, struct pv_need_forms *forms, char byte)
{
    struct pv_str form = {0};
    if (!is_plain(byte))
        return add_form(r, forms, pv_str_of(edge));
    PV_TRY(pv_str_copy(r->mem, (struct pv_str){&byte, 1}, &form, r->err));
    return add_form(r, forms, form);
}

/* Each of `first` before each of `then`. */
static PV_RESULT join(struct reading *r, const struct pv_need_forms *first,
                      const struct pv_need_forms *then, struct pv_need_forms *out)
{
    PV_VEC_EACH (const struct pv_str, a, &first->list) {
        PV_VEC_EACH (const struct pv_str, b, &then->list) {
            struct pv_str both = *a;
            if (r->is_lost)
                return PV_SUCCESS;
            if (b->n > 0)
                PV_TRY(pv_str_format(r->mem, &both, r->err, "%.*s%.*s", PV_STR_FMT(*a),
                                     PV_STR_FMT(*b)));
            PV_TRY(add_form(r, out, both));
        }
    }
    return PV_SUCCESS;
}

/* Behind the backslash. */
static PV_RESULT read_escape(struct reading *r, struct pv_need_forms *out)
{
    char byte = take(r);
    if (byte == '_' || !is_plain(byte))
        return add_byte(r, out, byte);
    if (memchr("wdSD", byte, 4))
        return add_form(r, out, pv_str_of(gap));
    r->is_lost |= !memchr("sWntr", byte, 5);
    return add_form(r, out, pv_str_of(edge));
}

/* What a class in brackets may be; `members` and their number when they are all there is. */
struct class_reading {
    char members[CLASS_MAX];
    size_t n;
    bool is_open; /* has members that are not listed */
};

static void read_member(struct reading *r, struct class_reading *class)
{
    char byte = take(r);
    r->is_lost |= byte == '[' && r->rest.n && memchr(":.=", r->rest.p[0], 3);
    if (byte == '\\') {
        byte = take(r);
        class->is_open |= is_plain(byte);
    }
    bool is_range = r->rest.n > 1 && r->rest.p[0] == '-' && r->rest.p[1] != ']';
    class->is_open |= is_range || class->n == CLASS_MAX;
    if (is_range)
        (void)take(r);
    else if (class->n < CLASS_MAX)
        class->members[class->n++] = byte;
}

static PV_RESULT read_class(struct reading *r, struct pv_need_forms *out)
{
    struct class_reading class = {.is_open = skip(r, PV_STR("^"))};
    size_t n_plain = 0;
    do
        read_member(r, &class);
    while (!r->is_lost && !skip(r, PV_STR("]")));
    for (size_t i = 0; i < class.n; i++)
        n_plain += is_plain(class.members[i]);
    if (class.is_open || (n_plain > 0 && n_plain < class.n))
        return add_form(r, out, pv_str_of(gap));
    if (n_plain == 0)
        return add_form(r, out, pv_str_of(edge));
    for (size_t i = 0; i < class.n; i++)
        PV_TRY(add_byte(r, out, class.members[i]));
    return PV_SUCCESS;
}

/* To the end of what looks around: it takes no bytes. */
static void skip_group(struct reading *r)
{
    for (size_t depth = 1; depth > 0 && !r->is_lost;) {
        struct class_reading class = {0};
        char byte = take(r);
        if (byte == '\\')
            (void)take(r);
        depth += byte == '(';
        depth -= byte == ')';
        if (byte != '[')
            continue;
        (void)skip(r, PV_STR("^"));
        do
            read_member(r, &class);
        while (!r->is_lost && !skip(r, PV_STR("]")));
    }
}

struct repeat {
    bool is_there; /* something says how often */
    bool may_be_none;
    bool is_at_most_one;
};

/* `{2}`, `{2,}`, `{,2}`, `{1,2}`; any other brace stands for itself. */
static size_t count_bytes(struct pv_str text)
{
    size_t n = 1;
    while (n < text.n && ((text.p[n] >= '0' && text.p[n] <= '9') || text.p[n] == ','))
        n++;
    return n > 1 && n < text.n && text.p[n] == '}' ? n + 1 : 0;
}

static struct repeat read_repeat(struct reading *r)
{
    struct repeat repeat = {.is_there = true};
    char byte = r->rest.n ? r->rest.p[0] : '\0';
    size_t n = byte == '{' ? count_bytes(r->rest) : byte && memchr("?*+", byte, 3) ? 1 : 0;
    if (n == 0)
        return (struct repeat){0};
    repeat.may_be_none = byte != '+';
    repeat.is_at_most_one = byte == '?';
    r->rest = pv_str_sub(r->rest, n, r->rest.n);
    if (!skip(r, PV_STR("?")))
        (void)skip(r, PV_STR("+"));
    return repeat;
}

static PV_RESULT repeat_atom(struct reading *r, struct pv_need_forms *atom)
{
    struct repeat repeat = read_repeat(r);
    if (!repeat.is_there)
        return PV_SUCCESS;
    bool is_edge = atom->list.n == 1 && pv_str_eq(atom->list.p[0], pv_str_of(edge));
    if (!is_edge && !repeat.is_at_most_one) {
        *atom = (struct pv_need_forms){0};
        return add_form(r, atom, pv_str_of(gap));
    }
    return repeat.may_be_none ? add_form(r, atom, PV_STR("")) : PV_SUCCESS;
}

/* Takes no bytes: where a word ends or begins, or what looks around. */
static bool skip_place(struct reading *r, bool *is_edge)
{
    static const char *const places[] = {"^", "$", "\\b", "\\A", "\\z", "\\Z"};
    static const char *const looks[] = {"(?=", "(?!", "(?<=", "(?<!"};
    *is_edge = true;
    for (size_t i = 0; i < PV_COUNT(places); i++)
        if (skip(r, pv_str_of(places[i])))
            return true;
    *is_edge = false;
    for (size_t i = 0; i < PV_COUNT(looks); i++) {
        if (!skip(r, pv_str_of(looks[i])))
            continue;
        skip_group(r);
        return true;
    }
    return false;
}

/* Flags, names, comments and quoting, which change how the rest is read. */
static bool is_beyond(struct pv_str text)
{
    static const char *const others[] = {"(*", "(?#", "\\Q", "\\E", "\\c"};
    for (size_t i = 0; i < PV_COUNT(others); i++)
        if (pv_str_find(text, pv_str_of(others[i]), 0) != SIZE_MAX)
            return true;
    for (size_t at = pv_str_find(text, PV_STR("(?"), 0); at != SIZE_MAX;
         at = pv_str_find(text, PV_STR("(?"), at + 2)) {
        char sign = at + 2 < text.n ? text.p[at + 2] : '\0';
        char next = at + 3 < text.n ? text.p[at + 3] : '\0';
        if (!memchr(":=!<", sign, 4) || (sign == '<' && next != '=' && next != '!'))
            return true;
    }
    return false;
}

static PV_RESULT read_alternatives(struct reading *r, size_t depth, struct pv_need_forms *out);

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_group(struct reading *r, size_t depth, struct pv_need_forms *out)
{
    (void)skip(r, PV_STR("?:"));
    r->is_lost |= depth == PV_FORMULA_DEPTH_MAX ||
                  (r->rest.n && (r->rest.p[0] == '?' || r->rest.p[0] == '*'));
    if (r->is_lost)
        return PV_SUCCESS;
    PV_TRY(read_alternatives(r, depth + 1, out));
    r->is_lost |= !skip(r, PV_STR(")"));
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_atom(struct reading *r, size_t depth, struct pv_need_forms *out)
{
    bool is_edge = false;
    if (skip_place(r, &is_edge)) {
        r->is_lost |= read_repeat(r).is_there;
        return add_form(r, out, is_edge ? pv_str_of(edge) : PV_STR(""));
    }
    r->is_lost |= read_repeat(r).is_there; /* of nothing, or of what was repeated already */
    char byte = take(r);
    switch (byte) {
    case '(': PV_TRY(read_group(r, depth, out)); break;
    case '[': PV_TRY(read_class(r, out)); break;
    case '\\': PV_TRY(read_escape(r, out)); break;
    case '.': PV_TRY(add_form(r, out, pv_str_of(gap))); break;
    default: PV_TRY(add_byte(r, out, byte));
    }
    return repeat_atom(r, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_alternatives(struct reading *r, size_t depth, struct pv_need_forms *out)
{
    do {
        struct pv_need_forms so_far = {0};
        PV_TRY(add_form(r, &so_far, PV_STR("")));
        while (!r->is_lost && r->rest.n && r->rest.p[0] != '|' && r->rest.p[0] != ')') {
            struct pv_need_forms atom = {0};
            struct pv_need_forms both = {0};
            PV_TRY(read_atom(r, depth, &atom));
            PV_TRY(join(r, &so_far, &atom, &both));
            so_far = both;
        }
        PV_VEC_EACH (const struct pv_str, form, &so_far.list)
            PV_TRY(add_form(r, out, *form));
    } while (!r->is_lost && skip(r, PV_STR("|")));
    return PV_SUCCESS;
}

struct pv_result pv_need_read_regex(struct pv_arena *mem, struct pv_str text,
                                    struct pv_need_forms *out, struct pv_err *err)
{
    struct reading reading = {.mem = mem, .rest = text, .is_lost = is_beyond(text), .err = err};
    struct pv_need_forms forms = {0};
    struct pv_need_forms whole = {0};
    struct pv_need_forms end = {0};
    PV_TRY(read_alternatives(&reading, 0, &forms));
    /* A match need not reach the end of what it is asked about. */
    PV_TRY(add_form(&reading, &end, pv_str_of(gap)));
    PV_TRY(join(&reading, &forms, &end, &whole));
    if (!reading.is_lost && reading.rest.n == 0)
        *out = whole;
    return PV_SUCCESS;
}

bool pv_need_take_word(struct pv_str *form, struct pv_str *out)
{
    struct pv_str piece = {0};
    while (pv_str_split(form, PV_NEED_EDGE, &piece)) {
        if (piece.n == 0 || pv_str_find(piece, pv_str_of(gap), 0) != SIZE_MAX)
            continue;
        *out = piece;
        return true;
    }
    return false;
}

static bool has_named_group(const struct pv_regex *regex)
{
    for (size_t i = 1; i <= pv_regex_groups(regex); i++)
        if (pv_regex_group_name(regex, i).n > 0)
            return true;
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the formula, so PV_FORMULA_DEPTH_MAX at most */
static bool binds_pieces(const struct pv_formula *formula, size_t depth)
{
    if (formula->kind == PV_FORMULA_REGEX || formula->kind == PV_FORMULA_GENERIC ||
        depth == PV_FORMULA_DEPTH_MAX)
        return true;
    for (size_t i = 0; i < formula->n_terms; i++)
        if (binds_pieces(formula->terms[i], depth + 1))
            return true;
    for (size_t i = 0; i < formula->n_conditions; i++) {
        const struct pv_condition *condition = &formula->conditions[i];
        if (condition->regex && has_named_group(condition->regex))
            return true;
        if (condition->formula && binds_pieces(condition->formula, depth + 1))
            return true;
    }
    return false;
}

bool pv_need_binds_pieces(const struct pv_formula *formula)
{
    return binds_pieces(formula, 0);
}
