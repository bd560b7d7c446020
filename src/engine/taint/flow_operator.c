/* SPDX-License-Identifier: Apache-2.0 */
/* Operators: what comes of two values, and of one. */
#include "engine/taint/flow_internal.h"

enum operation { PLAIN, LOGIC, COMPARISON, ARITHMETIC, ADDITION };

/* `out << x` of C++ and Ruby, and `in >> x` of C++, shift nothing. */
static bool is_streaming(const struct pv_flow *f, pv_word word)
{
    return (word == f->words.shift_left && (pv_flow_is(f, "cpp") || pv_flow_is(f, "ruby"))) ||
           (word == f->words.shift_right && pv_flow_is(f, "cpp"));
}

static enum operation operation_of(const struct pv_flow *f, pv_word word)
{
    const struct pv_flow_words *w = &f->words;
    if (is_streaming(f, word))
        return PLAIN;
    if (word == w->and_sign || word == w->or_sign || word == w->and_word || word == w->or_word ||
        word == w->coalesce || word == w->elvis)
        return LOGIC;
    if (word == w->equal || word == w->not_equal || word == w->same || word == w->not_same ||
        word == w->is || word == w->less || word == w->greater || word == w->less_equal ||
        word == w->greater_equal || word == w->in || word == w->not_in || word == w->instance_of)
        return COMPARISON;
    if (word == w->minus || word == w->times || word == w->divide || word == w->power ||
        word == w->bit_and || word == w->bit_or || word == w->bit_xor || word == w->shift_left ||
        word == w->shift_right || word == w->shift_unsigned)
        return ARITHMETIC;
    return word == w->plus ? ADDITION : PLAIN;
}

static const struct pv_value *boolean(struct pv_flow *f, bool is_true)
{
    return pv_value_new(&f->values,
                        (struct pv_value){.constant = PV_VALUE_BOOL, .number = is_true});
}

/* -1 when it is not known whether the two are the same constant. */
static int are_same(const struct pv_value *a, const struct pv_value *b)
{
    if (a->constant == PV_VALUE_UNKNOWN || b->constant == PV_VALUE_UNKNOWN)
        return -1;
    if (a->constant != b->constant)
        return a->constant == PV_VALUE_NULL || b->constant == PV_VALUE_NULL ? 0 : -1;
    if (a->constant == PV_VALUE_TEXT)
        return pv_str_eq(a->text, b->text);
    return a->number == b->number;
}

int pv_flow_compare(const struct pv_flow *f, pv_word word, const struct pv_value *a,
                    const struct pv_value *b)
{
    const struct pv_flow_words *w = &f->words;
    int same = are_same(a, b);
    if (word == w->equal || word == w->same || word == w->is)
        return same;
    if (word == w->not_equal || word == w->not_same)
        return same < 0 ? same : !same;
    if (a->constant == PV_VALUE_TEXT && b->constant == PV_VALUE_TEXT &&
        (word == w->in || word == w->not_in)) {
        bool has = pv_str_find(b->text, a->text, 0) != SIZE_MAX;
        return word == w->in ? has : !has;
    }
    if (a->constant != PV_VALUE_INT || b->constant != PV_VALUE_INT)
        return -1;
    if (word == w->less)
        return a->number < b->number;
    if (word == w->greater)
        return a->number > b->number;
    if (word == w->less_equal)
        return a->number <= b->number;
    return word == w->greater_equal ? a->number >= b->number : -1;
}

static bool is_number(const struct pv_value *value)
{
    return value->constant == PV_VALUE_INT;
}

/* What two whole numbers come to; NULL when it is not a whole number, or too large a one. */
static const struct pv_value *calculate(struct pv_flow *f, pv_word word, const struct pv_value *a,
                                        const struct pv_value *b)
{
    const struct pv_flow_words *w = &f->words;
    int64_t out = 0;
    bool is_known = false;
    if (!is_number(a) || !is_number(b))
        return NULL;
    if (word == w->plus)
        is_known = !__builtin_add_overflow(a->number, b->number, &out);
    else if (word == w->minus)
        is_known = !__builtin_sub_overflow(a->number, b->number, &out);
    else if (word == w->times)
        is_known = !__builtin_mul_overflow(a->number, b->number, &out);
    else if (b->number > 0 && a->number >= 0 && (word == w->modulo || word == w->divide)) {
        out = word == w->modulo ? a->number % b->number : a->number / b->number;
        /* Where division gives fractions, it is only known if there is none. */
        is_known = word == w->modulo || a->number % b->number == 0;
    }
    return is_known ? pv_flow_int(f, out) : NULL;
}

/* Which puts texts together. */
static bool is_text_operation(const struct pv_flow *f, pv_word word, const struct pv_value *left)
{
    if (word == f->words.modulo)
        return left->constant == PV_VALUE_TEXT;
    return word == f->words.plus || (word == f->words.dot && pv_flow_is(f, "php")) ||
           (word == f->words.shift_left && is_streaming(f, word));
}

static bool is_one_of(const struct pv_flow *f, const char *const langs[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pv_flow_is(f, langs[i]))
            return true;
    return false;
}

bool pv_flow_has_overloads(const struct pv_flow *f)
{
    static const char *const langs[] = {"python", "ruby", "kotlin", "scala", "cpp", "swift"};
    return is_one_of(f, langs, PV_COUNT(langs));
}

/* Whether what an operator gives is a number: two paths may have a `/`, a text a `*`. */
static bool gives_number(const struct pv_flow *f, pv_word word, const struct pv_value *a,
                         const struct pv_value *b)
{
    static const char *const joining[] = {"java", "kotlin", "scala", "csharp"};
    bool has_number = is_number(a) || is_number(b);
    switch (operation_of(f, word)) {
    case ADDITION:
        return has_number && !pv_flow_is_js(f) && !is_one_of(f, joining, PV_COUNT(joining));
    case ARITHMETIC: return !pv_flow_has_overloads(f) || (has_number && word != f->words.times);
    default: return false;
    }
}

static const struct pv_value *combine(struct pv_flow *f, pv_word word, const struct pv_value *a,
                                      const struct pv_value *b)
{
    const struct pv_taint_options *options = &f->rule->options;
    enum operation operation = operation_of(f, word);
    int truth = operation == COMPARISON ? pv_flow_compare(f, word, a, b) : -1;
    const struct pv_value *sum =
        pv_value_add(&f->values, pv_value_reach(&f->values, a), pv_value_reach(&f->values, b));
    bool is_clean =
        options->is_only_assigned ||
        (operation == COMPARISON && (options->is_safe_comparisons || options->is_safe_booleans)) ||
        (options->is_safe_numbers && gives_number(f, word, a, b));
    if (is_clean)
        sum = &pv_value_clean;
    const struct pv_value *number = calculate(f, word, a, b);
    if (number)
        return pv_value_add(&f->values, number, sum);
    if (options->safe_prefix && is_text_operation(f, word, a))
        return word == f->words.modulo ? pv_flow_percent(f, a, b) : pv_flow_concat(f, a, b);
    return truth < 0 ? sum : pv_value_add(&f->values, boolean(f, truth != 0), sum);
}

/* `a && b`: b is run where a lets it, and the value is one of the two. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *either(struct pv_flow *f, pv_node node, const struct pv_value *left)
{
    struct pv_flow_fork fork = {0};
    pv_word word = pv_flow_at(f, node)->word;
    bool is_and = word == f->words.and_sign || word == f->words.and_word;
    int truth = pv_value_truth(left);
    if (truth >= 0 && left->constant == PV_VALUE_BOOL && is_and != (truth == 1))
        return left;
    pv_flow_fork_begin(f, &fork);
    pv_flow_fork_way(f, &fork);
    pv_flow_guard(f, pv_flow_child(f, node, PV_ROLE_LEFT), is_and);
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_RIGHT));
    pv_flow_fork_join(f, &fork, value);
    if (truth >= 0 && left->constant == PV_VALUE_BOOL)
        return pv_flow_fork_end(f, &fork);
    pv_flow_fork_way(f, &fork);
    pv_flow_fork_join(f, &fork, left);
    return pv_flow_fork_end(f, &fork);
}

/* `in >> x` of C++ puts what is read into x, and gives the stream. */
static const struct pv_value *extract(struct pv_flow *f, const struct pv_value *stream,
                                      pv_node target)
{
    struct pv_flow_place place = {0};
    if (pv_value_is_tainted(stream) && pv_flow_place(f, target, &place))
        pv_flow_write(f, &place, pv_value_reach(&f->values, stream));
    return stream;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *binary(struct pv_flow *f, pv_node node, const struct pv_value *left)
{
    pv_word word = pv_flow_at(f, node)->word;
    pv_node right = pv_flow_child(f, node, PV_ROLE_RIGHT);
    if (operation_of(f, word) == LOGIC)
        return either(f, node, left);
    const struct pv_value *value = pv_flow_eval(f, right);
    if (word == f->words.shift_right && is_streaming(f, word) && !is_number(left) &&
        !is_number(value))
        return extract(f, left, right);
    return combine(f, word, left, value);
}

/* `out << x` of C++ and Ruby puts x into out. */
static void stream(struct pv_flow *f, pv_node target, const struct pv_value *value)
{
    struct pv_flow_place place = {0};
    if (!(pv_flow_is(f, "cpp") || pv_flow_is(f, "ruby")) || target == PV_NO_NODE ||
        !pv_value_is_tainted(value) || !pv_flow_place(f, target, &place))
        return;
    const struct pv_value *before = pv_flow_read(f, &place);
    const struct pv_value *all = pv_value_reach(&f->values, value);
    if (!pv_value_equal(pv_value_add(&f->values, before, all), before))
        pv_flow_write(f, &place, pv_value_store(&f->values, before, all));
}

/* `ch <- x` of Go: x is somewhere in the channel. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
static const struct pv_value *send(struct pv_flow *f, pv_node channel)
{
    struct pv_flow_place place = {0};
    const struct pv_value *before = pv_flow_eval(f, channel);
    const struct pv_value *value = pv_flow_eval(f, pv_tree_next(f->tree, channel));
    if (pv_value_is_tainted(value) && pv_flow_place(f, channel, &place))
        pv_flow_write(f, &place, pv_value_store(&f->values, before, value));
    return &pv_value_clean;
}

enum { SPINE_MAX = 4096 };

/*
 * `a + b + c + …` leans to the left: the innermost operator first, in a loop,
 * since programs put texts together from hundreds of pieces.
 */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_binary(struct pv_flow *f, pv_node node,
                                      const struct pv_value **shown)
{
    (void)shown;
    pv_node at = node;
    int n = 0;
    pv_node left = pv_flow_child(f, at, PV_ROLE_LEFT);
    if (pv_flow_at(f, node)->word == f->words.arrow && pv_flow_is(f, "go"))
        return send(f, left);
    if (pv_flow_at(f, node)->word == f->words.maps_to && pv_flow_is(f, "scala")) {
        const struct pv_value *key = pv_flow_eval(f, left);
        return pv_flow_pair(f, key, pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_RIGHT)));
    }
    while (left != PV_NO_NODE && pv_flow_kind(f, left) == PV_BINARY && n++ < SPINE_MAX) {
        at = left;
        left = pv_flow_child(f, at, PV_ROLE_LEFT);
    }
    const struct pv_value *value = pv_flow_eval(f, left);
    while (at != node) {
        value = pv_flow_is_sanitized(f, at) ? &pv_value_clean
                                            : pv_flow_marked(f, at, binary(f, at, value));
        pv_flow_sink(f, at, value, value);
        at = pv_flow_at(f, at)->parent;
    }
    value = binary(f, node, value);
    if (pv_flow_at(f, node)->word == f->words.shift_left)
        stream(f, left, value);
    return value;
}

/* x++ and --x: the variable is another number from then on, though as tainted as before. */
static const struct pv_value *count(struct pv_flow *f, pv_node node, const struct pv_value *before)
{
    struct pv_flow_place place = {0};
    int64_t by = pv_flow_at(f, node)->word == f->words.increment ? 1 : -1;
    const struct pv_value *after = pv_value_variable(&f->values, before);
    if (before->constant == PV_VALUE_INT && before->number != (by > 0 ? INT64_MAX : INT64_MIN))
        after = pv_value_add(&f->values, pv_flow_int(f, before->number + by),
                             pv_value_reach(&f->values, before));
    pv_node operand = pv_flow_child(f, node, PV_ROLE_OPERAND);
    if (operand != PV_NO_NODE && pv_flow_place(f, operand, &place))
        pv_flow_write(f, &place, after);
    return pv_flow_kind(f, node) == PV_POSTFIX ? before : after;
}

/* `-x`, `~x` and `+x`, whatever x is. */
static bool makes_number(const struct pv_flow *f, pv_word word)
{
    return f->rule->options.is_safe_numbers && !pv_flow_has_overloads(f) &&
           (word == f->words.minus || word == f->words.complement || word == f->words.plus);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_unary(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    pv_word word = pv_flow_at(f, node)->word;
    const struct pv_value *value = pv_flow_eval(f, pv_flow_child(f, node, PV_ROLE_OPERAND));
    if (word == f->words.delete &&pv_flow_is_js(f))
        return pv_flow_delete(f, node, shown);
    if (word == f->words.arrow)
        return pv_value_field(&f->values, value, PV_KEY_ANY);
    if (word == f->words.increment || word == f->words.decrement)
        return count(f, node, value);
    if (word == f->words.minus && value->constant == PV_VALUE_INT && value->number != INT64_MIN)
        return pv_value_add(&f->values, pv_flow_int(f, -value->number),
                            pv_value_reach(&f->values, value));
    if (makes_number(f, word))
        return &pv_value_clean;
    if (word == f->words.minus || word == f->words.complement)
        return pv_value_variable(&f->values, value);
    if (word != f->words.not_sign && word != f->words.not_word)
        return value;
    int truth = pv_value_truth(value);
    const struct pv_taint_options *options = &f->rule->options;
    bool is_clean = options->is_safe_booleans || options->is_only_assigned;
    const struct pv_value *sum = is_clean ? &pv_value_clean : pv_value_reach(&f->values, value);
    return truth < 0 ? sum : pv_value_add(&f->values, boolean(f, !truth), sum);
}

/* Where `x == 1` holds, x is 1: known from then on, and no other case can be. */
static void narrow(struct pv_flow *f, pv_node cond, bool holds)
{
    const struct pv_flow_words *w = &f->words;
    struct pv_flow_place place = {0};
    if (cond == PV_NO_NODE || pv_flow_kind(f, cond) != PV_BINARY)
        return;
    pv_word word = pv_flow_at(f, cond)->word;
    bool is_equal = word == w->equal || word == w->same || word == w->is;
    bool is_unequal = word == w->not_equal || word == w->not_same;
    if (!(holds ? is_equal : is_unequal))
        return;
    pv_node left = pv_flow_child(f, cond, PV_ROLE_LEFT);
    const struct pv_value *is = pv_flow_constant(f, pv_flow_child(f, cond, PV_ROLE_RIGHT));
    if (is->constant == PV_VALUE_UNKNOWN || pv_value_is_tainted(is) ||
        !pv_flow_place(f, left, &place))
        return;
    const struct pv_value *before = pv_flow_read(f, &place);
    if (before->constant == PV_VALUE_UNKNOWN && before->n_fields == 0 && before->n_callees == 0)
        pv_flow_write(f, &place, pv_value_add(&f->values, is, before));
}

/* Rust's `if let Some(x) = y`, perhaps one of several: its names hold in what follows alone. */
static bool is_pattern_match(const struct pv_flow *f, pv_node cond)
{
    if (cond == PV_NO_NODE || !pv_str_eq(f->rule->lang, PV_STR("rust")))
        return false;
    while (pv_flow_kind(f, cond) == PV_BINARY && pv_flow_at(f, cond)->word == f->words.and_sign &&
           pv_flow_child(f, cond, PV_ROLE_LEFT) != PV_NO_NODE)
        cond = pv_flow_child(f, cond, PV_ROLE_LEFT);
    return pv_flow_kind(f, cond) == PV_WALRUS;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_DEPTH_MAX */
const struct pv_value *pv_flow_cond(struct pv_flow *f, pv_node node, const struct pv_value **shown)
{
    (void)shown;
    struct pv_flow_fork fork = {0};
    pv_node then = pv_flow_child(f, node, PV_ROLE_THEN);
    pv_node otherwise = pv_flow_child(f, node, PV_ROLE_ELSE);
    pv_node asked = pv_flow_child(f, node, PV_ROLE_COND);
    bool is_match = is_pattern_match(f, asked);
    struct pv_env unmatched = is_match ? pv_env_copy(&f->values, &f->env) : (struct pv_env){0};
    const struct pv_value *cond = pv_flow_eval(f, asked);
    int truth = is_match ? -1 : pv_value_truth(cond);
    pv_flow_fork_begin(f, &fork);
    if (truth != 0) {
        pv_flow_fork_way(f, &fork);
        narrow(f, asked, true);
        pv_flow_guard(f, asked, true);
        /* `a ?: b` gives what was asked. */
        const struct pv_value *value = then == PV_NO_NODE ? cond : pv_flow_eval(f, then);
        pv_flow_fork_join(f, &fork, value);
    }
    if (truth != 1) {
        pv_flow_fork_way(f, &fork);
        if (is_match)
            f->env = unmatched;
        narrow(f, asked, false);
        pv_flow_guard(f, asked, false);
        const struct pv_value *value = pv_flow_eval(f, otherwise);
        pv_flow_fork_join(f, &fork, value);
    }
    return pv_flow_fork_end(f, &fork);
}
