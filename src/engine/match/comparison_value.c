/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/comparison_internal.h"

#include "engine/facts/constants.h"
#include "engine/facts/number.h"
#include "sys/clock.h"

enum { SECONDS_A_DAY = 86400 };

enum value_kind {
    VALUE_NONE, /* what has no value is true of nothing */
    VALUE_BOOL,
    VALUE_INT,
    VALUE_FLOAT,
    VALUE_TEXT,
    VALUE_CODE, /* the source text of what is not a constant */
    VALUE_LIST,
};

struct value {
    enum value_kind kind;
    int64_t number;
    double fraction;
    struct pv_str text;
    uint32_t first; /* term of a list */
};

struct work {
    struct pv_arena *mem;
    const struct pv_comparison *comparison;
    const struct pv_match_file *file;
    struct pv_bindings bindings;
};

static struct value of_bool(bool is_true)
{
    return (struct value){.kind = VALUE_BOOL, .number = is_true};
}

static struct value of_int(int64_t number)
{
    return (struct value){.kind = VALUE_INT, .number = number};
}

static struct value of_float(double fraction)
{
    return (struct value){.kind = VALUE_FLOAT, .fraction = fraction};
}

static struct value of_text(enum value_kind kind, struct pv_str text)
{
    return (struct value){.kind = kind, .text = text};
}

static bool is_whole(const struct value *v)
{
    return v->kind == VALUE_INT || v->kind == VALUE_BOOL;
}

static bool is_number(const struct value *v)
{
    return is_whole(v) || v->kind == VALUE_FLOAT;
}

static bool is_text(const struct value *v)
{
    return v->kind == VALUE_TEXT || v->kind == VALUE_CODE;
}

static double as_float(const struct value *v)
{
    return v->kind == VALUE_FLOAT ? v->fraction : (double)v->number;
}

/* Values */

static struct value read_number(struct pv_str text)
{
    uint64_t number = 0;
    double fraction = 0;
    bool is_negative = text.n > 0 && text.p[0] == '-';
    text = pv_str_trim(pv_str_sub(text, is_negative, text.n));
    if (pv_number_read_int(text, &number) && number <= INT64_MAX)
        return of_int(is_negative ? -(int64_t)number : (int64_t)number);
    if (pv_number_read_float(text, &fraction))
        return of_float(is_negative ? -fraction : fraction);
    return (struct value){0};
}

static struct value of_node(const struct work *w, pv_node node)
{
    const struct pv_tree *tree = w->file->tree;
    node = pv_constant_of(&w->file->constants, node);
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, node)->kind;
    struct pv_str text = pv_tree_text(tree, node);
    struct pv_str folded = {0};
    int64_t sum = 0;
    struct value number = read_number(text);
    if ((kind == PV_INT || kind == PV_FLOAT || kind == PV_UNARY) && number.kind != VALUE_NONE)
        return number;
    if (kind == PV_BOOL)
        return of_bool(text.n == 4);
    if (pv_is_ok(pv_constant_text(w->mem, &w->file->constants, node, &folded)))
        return of_text(VALUE_TEXT, folded);
    if (pv_constant_int(&w->file->constants, node, &sum))
        return of_int(sum);
    return of_text(VALUE_CODE, text);
}

static struct value of_var(const struct work *w, pv_word name)
{
    const struct pv_binding *binding = pv_bindings_find(w->bindings, name);
    if (!binding)
        return (struct value){0};
    if (binding->kind == PV_BIND_NODE)
        return of_node(w, binding->first);
    enum value_kind kind = binding->kind >= PV_BIND_TEXT ? VALUE_TEXT : VALUE_CODE;
    return of_text(kind, pv_str_sub(w->file->text, binding->start, binding->end));
}

static struct value to_int(struct value v)
{
    if (is_whole(&v))
        return of_int(v.number);
    if (v.kind == VALUE_FLOAT && v.fraction > -9e18 && v.fraction < 9e18)
        return of_int((int64_t)v.fraction);
    struct value number = is_text(&v) ? read_number(pv_str_trim(v.text)) : (struct value){0};
    return number.kind == VALUE_INT ? number : (struct value){0};
}

/* With `strip`, what a metavariable is bound to is the whole number that it is written as. */
static struct value of_stripped(const struct work *w, struct value v)
{
    struct value number = w->comparison->is_of_numbers ? to_int(v) : (struct value){0};
    return number.kind == VALUE_NONE ? v : number;
}

static struct value to_text(const struct work *w, struct value v)
{
    struct pv_str text = {0};
    if (is_text(&v))
        return of_text(VALUE_TEXT, v.text);
    if (v.kind == VALUE_INT &&
        pv_is_ok(pv_str_format(w->mem, &text, NULL, "%lld", (long long)v.number)))
        return of_text(VALUE_TEXT, text);
    return (struct value){0};
}

/* Operators */

static struct value joined(const struct work *w, struct pv_str a, struct pv_str b)
{
    struct pv_str text = {0};
    return pv_is_ok(pv_str_format(w->mem, &text, NULL, "%.*s%.*s", PV_STR_FMT(a), PV_STR_FMT(b)))
               ? of_text(VALUE_TEXT, text)
               : (struct value){0};
}

static bool are_equal(const struct value *a, const struct value *b)
{
    if (is_number(a) && is_number(b))
        return is_whole(a) && is_whole(b)
                   ? a->number == b->number
                   : !(as_float(a) < as_float(b)) && !(as_float(a) > as_float(b));
    return is_text(a) && is_text(b) && pv_str_eq(a->text, b->text);
}

/* Below, at or above zero; false when the two have no order. */
static bool compare(const struct value *a, const struct value *b, int *out)
{
    if (is_number(a) && is_number(b)) {
        *out = (as_float(a) > as_float(b)) - (as_float(a) < as_float(b));
        return true;
    }
    *out = is_text(a) && is_text(b) ? pv_str_cmp(a->text, b->text) : 0;
    return is_text(a) && is_text(b);
}

static bool power(int64_t base, int64_t exponent, int64_t *out)
{
    int64_t product = 1;
    for (int64_t i = 0; i < exponent; i++) {
        if (__builtin_mul_overflow(product, base, &product) || i > 64)
            return false;
    }
    *out = product;
    return exponent >= 0;
}

static struct value on_whole(enum pv_operator op, int64_t a, int64_t b)
{
    int64_t result = 0;
    bool is_known = false;
    if (op == PV_OPERATOR_PLUS)
        is_known = !__builtin_add_overflow(a, b, &result);
    else if (op == PV_OPERATOR_MINUS)
        is_known = !__builtin_sub_overflow(a, b, &result);
    else if (op == PV_OPERATOR_TIMES)
        is_known = !__builtin_mul_overflow(a, b, &result);
    else if (op == PV_OPERATOR_POWER)
        is_known = power(a, b, &result);
    else if (op == PV_OPERATOR_BIT_OR || op == PV_OPERATOR_BIT_AND || op == PV_OPERATOR_BIT_XOR) {
        is_known = true;
        result = op == PV_OPERATOR_BIT_OR ? a | b : op == PV_OPERATOR_BIT_AND ? a & b : a ^ b;
    } else if (op == PV_OPERATOR_MODULO && b > 0) {
        is_known = true;
        result = (a % b + b) % b; /* Python's sign */
    } else if (op == PV_OPERATOR_FLOOR && b > 0) {
        is_known = true;
        result = a / b - (a % b < 0); /* downwards, as in Python */
    } else if (op == PV_OPERATOR_DIVIDE && b != 0) {
        return of_float((double)a / (double)b);
    }
    return is_known ? of_int(result) : (struct value){0};
}

enum { EXPONENT_MAX = 64 };

/* By multiplication: exponents in rules are small and whole. */
static struct value fraction_power(double base, double exponent)
{
    double product = 1;
    int whole = exponent >= 0 && exponent <= EXPONENT_MAX ? (int)exponent : -1;
    if (whole < exponent || whole > exponent)
        return (struct value){0};
    for (int i = 0; i < whole; i++)
        product *= base;
    return of_float(product);
}

static struct value on_fractions(enum pv_operator op, double a, double b)
{
    if (op == PV_OPERATOR_PLUS)
        return of_float(a + b);
    if (op == PV_OPERATOR_MINUS)
        return of_float(a - b);
    if (op == PV_OPERATOR_TIMES)
        return of_float(a * b);
    if (op == PV_OPERATOR_DIVIDE && (b < 0 || b > 0))
        return of_float(a / b);
    return op == PV_OPERATOR_POWER ? fraction_power(a, b) : (struct value){0};
}

static struct value evaluate(const struct work *w, uint32_t index);

/* NOLINTNEXTLINE(misc-no-recursion): PV_COMPARISON_NODES_MAX */
static struct value contains(const struct work *w, const struct value *item,
                             const struct value *list)
{
    if (list->kind == VALUE_TEXT && is_text(item))
        return of_bool(pv_str_find(list->text, item->text, 0) != SIZE_MAX);
    if (list->kind != VALUE_LIST)
        return (struct value){0};
    for (uint32_t i = list->first; i != PV_NO_TERM; i = w->comparison->terms.p[i].next) {
        struct value element = evaluate(w, i);
        if (are_equal(item, &element))
            return of_bool(true);
    }
    return of_bool(false);
}

static struct value on_order(enum pv_operator op, const struct value *a, const struct value *b)
{
    int order = 0;
    if (!compare(a, b, &order))
        return (struct value){0};
    if (op == PV_OPERATOR_BELOW)
        return of_bool(order < 0);
    if (op == PV_OPERATOR_ABOVE)
        return of_bool(order > 0);
    return of_bool(op == PV_OPERATOR_AT_MOST ? order <= 0 : order >= 0);
}

static bool is_true(const struct value *v)
{
    return (is_whole(v) && v->number != 0) || (v->kind == VALUE_TEXT && v->text.n > 0);
}

/* In a file that is nothing but text, digits are a number where they stand beside one. */
static void read_beside(struct value *v, const struct value *other)
{
    if (v->kind != VALUE_TEXT || !is_number(other))
        return;
    struct value number = read_number(pv_str_trim(v->text));
    if (number.kind != VALUE_NONE)
        *v = number;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_COMPARISON_NODES_MAX */
static struct value on_two(const struct work *w, const struct pv_term *term)
{
    enum pv_operator op = term->op;
    struct value a = evaluate(w, term->left);
    struct value b = evaluate(w, term->right);
    if (op == PV_OPERATOR_OR)
        return of_bool(is_true(&a) || is_true(&b));
    if (op == PV_OPERATOR_AND)
        return of_bool(is_true(&a) && is_true(&b));
    if (a.kind == VALUE_NONE || b.kind == VALUE_NONE)
        return (struct value){0};
    if (!w->file->tree) {
        read_beside(&a, &b);
        read_beside(&b, &a);
    }
    if (op == PV_OPERATOR_EQUAL || op == PV_OPERATOR_NOT_EQUAL)
        return of_bool(are_equal(&a, &b) == (op == PV_OPERATOR_EQUAL));
    if (op == PV_OPERATOR_IN || op == PV_OPERATOR_NOT_IN) {
        struct value is_in = contains(w, &a, &b);
        is_in.number ^= op == PV_OPERATOR_NOT_IN;
        return is_in;
    }
    if (op >= PV_OPERATOR_AT_MOST && op <= PV_OPERATOR_ABOVE)
        return on_order(op, &a, &b);
    if (op == PV_OPERATOR_PLUS && is_text(&a) && is_text(&b))
        return joined(w, a.text, b.text);
    if (is_whole(&a) && is_whole(&b))
        return on_whole(op, a.number, b.number);
    return is_number(&a) && is_number(&b) ? on_fractions(op, as_float(&a), as_float(&b))
                                          : (struct value){0};
}

static struct value is_matched(const struct pv_term *term, const struct value *v)
{
    struct pv_regex_match match;
    if (!is_text(v))
        return (struct value){0};
    return of_bool(pv_is_ok(pv_regex_find(term->regex, v->text, 0, &match)));
}

static struct value on_one(const struct work *w, const struct pv_term *term, struct value v)
{
    if (v.kind == VALUE_NONE)
        return v;
    if (term->kind == PV_TERM_NOT)
        return of_bool(!is_true(&v));
    if (term->kind == PV_TERM_TO_INT)
        return to_int(v);
    if (term->kind == PV_TERM_TO_TEXT)
        return to_text(w, v);
    if (term->kind == PV_TERM_MATCH)
        return is_matched(term, &v);
    int64_t number = 0;
    if (term->kind == PV_TERM_TO_DAY && is_text(&v))
        return pv_comparison_day(v.text, &number) ? of_int(number) : (struct value){0};
    if (term->kind == PV_TERM_TO_DURATION && is_text(&v))
        return pv_comparison_duration(v.text, &number) ? of_int(number) : (struct value){0};
    if (term->kind == PV_TERM_INVERSE && is_whole(&v))
        return of_int(~v.number);
    if (term->kind == PV_TERM_NEGATIVE && is_whole(&v))
        return on_whole(PV_OPERATOR_MINUS, 0, v.number);
    if (term->kind == PV_TERM_NEGATIVE && v.kind == VALUE_FLOAT)
        return of_float(-v.fraction);
    return (struct value){0};
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_COMPARISON_NODES_MAX */
static struct value evaluate(const struct work *w, uint32_t index)
{
    const struct pv_term *term = &w->comparison->terms.p[index];
    switch (term->kind) {
    case PV_TERM_INT: return of_int(term->number);
    case PV_TERM_FLOAT: return of_float(term->fraction);
    case PV_TERM_TEXT: return of_text(VALUE_TEXT, term->text);
    case PV_TERM_BOOL: return of_bool(term->number);
    case PV_TERM_VAR: return of_stripped(w, of_var(w, term->name));
    case PV_TERM_LIST: return (struct value){.kind = VALUE_LIST, .first = term->left};
    case PV_TERM_BINARY: return on_two(w, term);
    case PV_TERM_TODAY: return of_int(pv_clock_unix_s() / SECONDS_A_DAY);
    case PV_TERM_NOT:
    case PV_TERM_NEGATIVE:
    case PV_TERM_INVERSE:
    case PV_TERM_TO_INT:
    case PV_TERM_TO_TEXT:
    case PV_TERM_TO_DAY:
    case PV_TERM_TO_DURATION:
    case PV_TERM_MATCH: return on_one(w, term, evaluate(w, term->left));
    }
    return (struct value){0};
}

bool pv_comparison_holds(struct pv_arena *mem, const struct pv_comparison *comparison,
                         const struct pv_match_file *file, struct pv_bindings bindings)
{
    struct work work = {mem, comparison, file, bindings};
    struct value value = evaluate(&work, comparison->root);
    return is_true(&value);
}
