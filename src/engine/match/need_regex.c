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
    PV_VEC_EACH (const struct pv_str, other, &forms->list)
        if (pv_str_eq(*other, form))
            return PV_SUCCESS;
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

/* Two edges, or two gaps, are one. */
static struct pv_str without_twin(struct pv_str first, struct pv_str then)
{
    bool is_twin = first.n && then.n && first.p[first.n - 1] == then.p[0] && !is_plain(then.p[0]);
    return pv_str_sub(then, is_twin, then.n);
}

/* Each of `first` before each of `then`. */
static PV_RESULT join(struct reading *r, const struct pv_need_forms *first,
                      const struct pv_need_forms *then, struct pv_need_forms *out)
{
    PV_VEC_EACH (const struct pv_str, a, &first->list) {
        PV_VEC_EACH (const struct pv_str, b, &then->list) {
            struct pv_str both = *a;
            struct pv_str rest = without_twin(*a, *b);
            if (r->is_lost)
                return PV_SUCCESS;
            if (rest.n > 0)
                PV_TRY(pv_str_format(r->mem, &both, r->err, "%.*s%.*s", PV_STR_FMT(*a),
                                     PV_STR_FMT(rest)));
            PV_TRY(add_form(r, out, both));
        }
    }
    return PV_SUCCESS;
}

static bool is_hex(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

/* "27" of `\x27`: only ASCII is known here. */
static bool take_hex(struct reading *r, char *out)
{
    const char *digits = r->rest.p;
    if (r->rest.n < 2 || digits[0] < '0' || digits[0] > '7' || !is_hex(digits[1]))
        return false;
    int low = digits[1] <= '9' ? digits[1] - '0' : (digits[1] | 0x20) - 'a' + 10;
    *out = (char)((digits[0] - '0') * 16 + low);
    r->rest = pv_str_sub(r->rest, 2, r->rest.n);
    return true;
}

/* Behind the backslash. */
static PV_RESULT read_escape(struct reading *r, struct pv_need_forms *out)
{
    char byte = take(r);
    if (byte == '_' || !is_plain(byte) || (byte == 'x' && take_hex(r, &byte)))
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
    bool is_open;   /* has members that are not listed */
    bool has_words; /* all that words are made of, ASCII only */
};

/* A space stands for what parts words. */
static char read_member_escape(struct reading *r, struct class_reading *class)
{
    char byte = take(r);
    if (memchr("sWntr", byte, 5))
        return ' ';
    class->has_words |= byte == 'w';
    class->is_open |= is_plain(byte) && !(byte == 'x' && take_hex(r, &byte));
    return byte;
}

static void read_member(struct reading *r, struct class_reading *class)
{
    char byte = take(r);
    r->is_lost |= byte == '[' && r->rest.n && memchr(":.=", r->rest.p[0], 3);
    if (byte == '\\')
        byte = read_member_escape(r, class);
    bool is_range = r->rest.n > 1 && r->rest.p[0] == '-' && r->rest.p[1] != ']';
    class->is_open |= is_range || class->n == CLASS_MAX;
    if (is_range)
        (void)take(r);
    else if (class->n < CLASS_MAX)
        class->members[class->n++] = byte;
}

/* To the bracket that closes it; the first member may be one. */
static void read_members(struct reading *r, struct class_reading *class)
{
    do
        read_member(r, class);
    while (!r->is_lost && !skip(r, PV_STR("]")));
}

static PV_RESULT read_class(struct reading *r, struct pv_need_forms *out)
{
    struct class_reading class = {.is_open = skip(r, PV_STR("^"))};
    size_t n_plain = 0;
    read_members(r, &class);
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
        read_members(r, &class);
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

/* Whether all forms begin, or end, with an edge. */
static bool have_edge(const struct pv_need_forms *forms, bool at_end)
{
    PV_VEC_EACH (const struct pv_str, form, &forms->list)
        if (form->n == 0 || form->p[at_end ? form->n - 1 : 0] != PV_NEED_EDGE)
            return false;
    return true;
}

/* Makes one gap of them, between the edges that each has; whether it may stand for nothing. */
static PV_RESULT blur(struct reading *r, struct pv_need_forms *forms, bool *may_be_none)
{
    static const char *const blurred[] = {"\2", "\1\2", "\2\1", "\1\2\1"};
    size_t edges = (size_t)have_edge(forms, false) + 2 * (size_t)have_edge(forms, true);
    *may_be_none = edges == 0;
    *forms = (struct pv_need_forms){0};
    return add_form(r, forms, pv_str_of(blurred[edges]));
}

static PV_RESULT repeat_atom(struct reading *r, struct pv_need_forms *atom)
{
    struct repeat repeat = read_repeat(r);
    bool is_none_too = false;
    if (!repeat.is_there)
        return PV_SUCCESS;
    bool is_edge = atom->list.n == 1 && pv_str_eq(atom->list.p[0], pv_str_of(edge));
    if (!is_edge && !repeat.is_at_most_one)
        PV_TRY(blur(r, atom, &is_none_too));
    return repeat.may_be_none && !is_none_too ? add_form(r, atom, PV_STR("")) : PV_SUCCESS;
}

static PV_RESULT read_alternatives(struct reading *r, size_t depth, struct pv_need_forms *out);

/* Whether what must not stand here, or before, is all that words are made of: `\w)`, `[\w.-])`. */
static bool is_no_word(struct pv_str text)
{
    struct reading look = {.rest = text};
    struct class_reading class = {0};
    if (skip(&look, PV_STR("\\w)")))
        return true;
    if (!skip(&look, PV_STR("[")) || skip(&look, PV_STR("^")))
        return false;
    read_members(&look, &class);
    return !look.is_lost && class.has_words && skip(&look, PV_STR(")"));
}

/* Whether all that must come begins with what no word is made of. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT begins_with_edge(const struct reading *r, size_t depth, bool *out)
{
    struct reading look = *r;
    struct pv_need_forms forms = {0};
    *out = false;
    if (depth < PV_FORMULA_DEPTH_MAX)
        PV_TRY(read_alternatives(&look, depth + 1, &forms));
    if (look.is_lost || !skip(&look, PV_STR(")")) || forms.list.n == 0)
        return PV_SUCCESS;
    *out = have_edge(&forms, false);
    return PV_SUCCESS;
}

/* What takes no bytes: whether it is there, and whether a word ends or begins at it. */
struct place {
    bool is_there;
    bool is_edge;
};

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_look(struct reading *r, size_t depth, struct place *out)
{
    if (skip(r, PV_STR("(?!")) || skip(r, PV_STR("(?<!")))
        *out = (struct place){true, is_no_word(r->rest)};
    else if (skip(r, PV_STR("(?<=")))
        *out = (struct place){true, false};
    else if (!skip(r, PV_STR("(?=")))
        return PV_SUCCESS;
    if (!out->is_there) {
        out->is_there = true;
        PV_TRY(begins_with_edge(r, depth, &out->is_edge));
    }
    skip_group(r);
    return PV_SUCCESS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_place(struct reading *r, size_t depth, struct place *out)
{
    static const char *const edges[] = {"^", "$", "\\b", "\\A", "\\z", "\\Z"};
    static const char *const others[] = {"\\K", "(?m)", "(?s)", "(?ms)", "(?sm)"};
    for (size_t i = 0; i < PV_COUNT(edges) && !out->is_there; i++)
        if (skip(r, pv_str_of(edges[i])))
            *out = (struct place){true, true};
    for (size_t i = 0; i < PV_COUNT(others) && !out->is_there; i++)
        if (skip(r, pv_str_of(others[i])))
            *out = (struct place){true, false};
    return out->is_there ? PV_SUCCESS : read_look(r, depth, out);
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
        bool is_flag = sign == 'm' || sign == 's'; /* of lines: words end there anyway */
        bool is_case = pv_str_has_prefix(pv_str_sub(text, at + 2, text.n), PV_STR("i:")) ||
                       pv_str_has_prefix(pv_str_sub(text, at + 2, text.n), PV_STR("-i:"));
        if (!(memchr(":=!<", sign, 4) || is_flag || is_case) ||
            (sign == '<' && next != '=' && next != '!'))
            return true;
    }
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_FORMULA_DEPTH_MAX at most */
static PV_RESULT read_group(struct reading *r, size_t depth, struct pv_need_forms *out)
{
    if (!skip(r, PV_STR("?:")) && !skip(r, PV_STR("?i:")))
        (void)skip(r, PV_STR("?-i:"));
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
    struct place place = {0};
    PV_TRY(read_place(r, depth, &place));
    if (place.is_there) {
        r->is_lost |= read_repeat(r).is_there;
        return add_form(r, out, place.is_edge ? pv_str_of(edge) : PV_STR(""));
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
            bool is_none_too = false;
            PV_TRY(read_atom(r, depth, &atom));
            if (so_far.list.n * atom.list.n > PV_NEED_FORMS_MAX)
                PV_TRY(blur(r, &atom, &is_none_too));
            PV_TRY(join(r, &so_far, &atom, &both));
            so_far = both;
        }
        PV_VEC_EACH (const struct pv_str, form, &so_far.list)
            PV_TRY(add_form(r, out, *form));
    } while (!r->is_lost && skip(r, PV_STR("|")));
    return PV_SUCCESS;
}

/* Whether letters stand for their others, too: where some do, all are taken to. */
static bool skip_case(struct pv_str *text)
{
    static const char *const flags[] = {"(?i)", "(?is)", "(?si)", "(?im)", "(?mi)"};
    for (size_t i = 0; i < PV_COUNT(flags); i++)
        if (pv_str_has_prefix(*text, pv_str_of(flags[i]))) {
            *text = pv_str_sub(*text, pv_str_of(flags[i]).n, text->n);
            return true;
        }
    return pv_str_find(*text, PV_STR("(?i:"), 0) != SIZE_MAX;
}

struct pv_result pv_need_read_regex(struct pv_arena *mem, struct pv_need_regex regex,
                                    struct pv_need_forms *out, struct pv_err *err)
{
    struct pv_str text = regex.text;
    bool is_folded = skip_case(&text);
    struct reading reading = {.mem = mem, .rest = text, .is_lost = is_beyond(text), .err = err};
    struct pv_need_forms end = {0};
    struct pv_need_forms forms = {0};
    struct pv_need_forms before = {0};
    struct pv_need_forms whole = {0};
    PV_TRY(read_alternatives(&reading, 0, &forms));
    /* A match need not reach the end of what it is asked about, nor begin where that does. */
    PV_TRY(add_form(&reading, &end, pv_str_of(gap)));
    PV_TRY(join(&reading, regex.is_anchored ? &before : &end, &forms, &whole));
    if (regex.is_anchored)
        whole = forms;
    before = whole;
    whole = (struct pv_need_forms){0};
    PV_TRY(join(&reading, &before, &end, &whole));
    if (!reading.is_lost && reading.rest.n == 0)
        *out = whole;
    out->is_folded = is_folded;
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
