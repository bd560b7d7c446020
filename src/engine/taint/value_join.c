/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a value that may be either of two, and whether two are alike. */
#include "engine/taint/taint_limits.h"
#include "engine/taint/value_internal.h"

#include <string.h>

/* Pairs that are remembered: a place each in a table. */
enum { JOINED = 4093 };

static bool is_same_constant(const struct pv_value *a, const struct pv_value *b)
{
    return a->constant == b->constant && a->number == b->number && pv_str_eq(a->text, b->text);
}

/* One that is known and empty is not like one that is not known. */
static bool is_same_prefix(struct pv_str a, struct pv_str b)
{
    return (a.p == NULL) == (b.p == NULL) && pv_str_eq(a, b);
}

/* What a value that no source has a part in is known to begin with. */
static struct pv_str clean_prefix(const struct pv_value *value)
{
    return !value->prefix.p && value->constant == PV_VALUE_TEXT ? value->text : value->prefix;
}

static size_t common_bytes(struct pv_str a, struct pv_str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n])
        n++;
    return n;
}

/* What two begin with that are clean: what is the same, and then something that is not known. */
static struct pv_str join_clean_prefixes(struct pv_values *v, struct pv_str a, struct pv_str b)
{
    size_t n = common_bytes(a, b);
    if (n >= PV_TAINT_PREFIX_MAX)
        n = PV_TAINT_PREFIX_MAX - 1;
    if (n == 0)
        return (struct pv_str){0};
    if (a.p[n - 1] == PV_PREFIX_UNKNOWN || (n == a.n && n == b.n))
        return pv_str_sub(a, 0, n);
    char *text = pv_value_take(v, n + 1, 1);
    if (!text)
        return (struct pv_str){0};
    memcpy(text, a.p, n);
    text[n] = PV_PREFIX_UNKNOWN;
    return (struct pv_str){text, n + 1};
}

/* Of two ways of which a source has a part in one, that one is told. */
static struct pv_str join_prefixes(struct pv_values *v, const struct pv_value *a,
                                   const struct pv_value *b)
{
    if (!v->has_prefixes)
        return (struct pv_str){0};
    if ((a->n_taints == 0) != (b->n_taints == 0))
        return a->n_taints ? a->prefix : b->prefix;
    if (a->prefix.p && is_same_prefix(a->prefix, b->prefix))
        return a->prefix;
    if (a->n_taints > 0)
        return a->prefix.p && b->prefix.p
                   ? pv_str_sub(a->prefix, 0, common_bytes(a->prefix, b->prefix))
                   : (struct pv_str){0};
    /* A constant says by itself what it begins with. */
    return is_same_constant(a, b) && !a->prefix.p && !b->prefix.p
               ? (struct pv_str){0}
               : join_clean_prefixes(v, clean_prefix(a), clean_prefix(b));
}

/* NOLINTNEXTLINE(misc-no-recursion): closures within closures are as deep as the code */
static bool is_same_closure(const struct pv_closure *a, const struct pv_closure *b)
{
    if (a == b)
        return true;
    if (!a || !b || a->n != b->n)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (a->p[i].key != b->p[i].key || a->p[i].origin != b->p[i].origin ||
            !pv_value_equal(a->p[i].value, b->p[i].value))
            return false;
    return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as is_same_closure */
static bool is_same_callees(const struct pv_value *a, const struct pv_value *b)
{
    return a->n_callees == b->n_callees &&
           (a->n_callees == 0 ||
            memcmp(a->callees, b->callees, a->n_callees * sizeof *a->callees) == 0) &&
           is_same_closure(a->closure, b->closure);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
bool pv_value_equal(const struct pv_value *a, const struct pv_value *b)
{
    if (a == b)
        return true;
    if (a->n_taints != b->n_taints || a->n_fields != b->n_fields || a->class != b->class ||
        a->is_checked != b->is_checked || !is_same_constant(a, b) || !is_same_callees(a, b) ||
        !is_same_prefix(a->prefix, b->prefix) || !pv_value_has_taints(a, b))
        return false;
    for (size_t i = 0; i < a->n_fields; i++)
        if (a->fields[i].key != b->fields[i].key ||
            !pv_value_equal(a->fields[i].value, b->fields[i].value))
            return false;
    return true;
}

const struct pv_closure *pv_closure_with(struct pv_values *v, const struct pv_closure *closure,
                                         struct pv_captured captured)
{
    uint32_t n = closure ? closure->n : 0;
    struct pv_closure *out = pv_value_take(v, 1, sizeof *out);
    struct pv_captured *list = pv_value_take(v, (size_t)n + 1, sizeof *list);
    if (!out || !list || n >= PV_TAINT_CAPTURES_MAX || captured.value->nesting >= PV_TAINT_PATH_MAX)
        return closure;
    /* Else what functions see of each other, and they again, would grow without end. */
    if (captured.value->weight > PV_TAINT_WEIGHT_MAX)
        captured.value = pv_value_reach(v, captured.value);
    uint32_t i = 0;
    uint32_t k = 0;
    for (; i < n && closure->p[i].key < captured.key; i++)
        list[k++] = closure->p[i];
    i += i < n && closure->p[i].key == captured.key;
    list[k++] = captured;
    for (; i < n; i++)
        list[k++] = closure->p[i];
    *out = (struct pv_closure){list, k};
    return out;
}

const struct pv_value *pv_value_enclosing(struct pv_values *v, const struct pv_value *value,
                                          const struct pv_closure *closure)
{
    struct pv_value *out = pv_value_copy(v, value);
    if (!out)
        return value;
    out->closure = closure;
    for (uint32_t i = 0; closure && i < closure->n; i++)
        if (closure->p[i].value->nesting >= out->nesting)
            out->nesting = (uint8_t)(closure->p[i].value->nesting + 1);
    pv_value_weigh(out);
    return out;
}

/* What either sees; of a variable that both see, what either finds in it. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_PATH_MAX */
static const struct pv_closure *join_closures(struct pv_values *v, const struct pv_closure *a,
                                              const struct pv_closure *b)
{
    if (!a || !b || is_same_closure(a, b))
        return a ? a : b;
    const struct pv_closure *out = a;
    for (uint32_t i = 0; i < b->n; i++) {
        struct pv_captured captured = b->p[i];
        for (uint32_t k = 0; k < a->n; k++)
            if (a->p[k].key == captured.key)
                captured.value = pv_value_join(v, a->p[k].value, captured.value);
        out = pv_closure_with(v, out, captured);
    }
    return out;
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_TAINT_PATH_MAX */
static void join_callees(struct pv_values *v, struct pv_value *out, const struct pv_value *a,
                         const struct pv_value *b)
{
    if (is_same_callees(a, b))
        return;
    out->closure = join_closures(v, a->closure, b->closure);
    out->nesting = a->nesting > b->nesting ? a->nesting : b->nesting;
    pv_node *callees = pv_value_take(v, PV_TAINT_CALLEES_MAX, sizeof *callees);
    size_t n = 0;
    size_t i = 0;
    size_t k = 0;
    while (callees && (i < a->n_callees || k < b->n_callees) && n < PV_TAINT_CALLEES_MAX) {
        pv_node x = i < a->n_callees ? a->callees[i] : PV_NO_NODE;
        pv_node y = k < b->n_callees ? b->callees[k] : PV_NO_NODE;
        callees[n++] = x < y ? x : y;
        i += x <= y;
        k += y <= x;
    }
    out->callees = callees;
    out->n_callees = (uint8_t)n;
}

/* What the field at hand of either holds for both; its key is the lower of the two. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
static struct pv_field join_field(struct pv_values *v, const struct pv_value *a, size_t i,
                                  const struct pv_value *b, size_t k)
{
    pv_word x = i < a->n_fields ? a->fields[i].key : UINT32_MAX;
    pv_word y = k < b->n_fields ? b->fields[k].key : UINT32_MAX;
    const struct pv_value *left = x <= y ? a->fields[i].value : pv_value_inherited(v, a);
    const struct pv_value *right = y <= x ? b->fields[k].value : pv_value_inherited(v, b);
    return (struct pv_field){x < y ? x : y, pv_value_join(v, left, right)};
}

/* Fields in the order of their keys; one more than may be told apart when there are too many. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
static size_t join_fields(struct pv_values *v, const struct pv_value *a, const struct pv_value *b,
                          struct pv_field *out)
{
    size_t n = 0;
    size_t i = 0;
    size_t k = 0;
    while (i < a->n_fields || k < b->n_fields) {
        if (n == PV_TAINT_FIELDS_MAX)
            return n + 1;
        struct pv_field field = join_field(v, a, i, b, k);
        i += i < a->n_fields && a->fields[i].key == field.key;
        k += k < b->n_fields && b->fields[k].key == field.key;
        out[n++] = field;
    }
    pv_value_flatten_fields(v, out, n);
    return n;
}

/* Whether joining `b` to `a`, which gives these fields, gives no more than `a`. */
static bool adds_nothing(const struct pv_value *a, const struct pv_value *b, struct pv_str prefix,
                         const struct pv_field *fields, size_t n)
{
    bool keeps_constant = a->constant == PV_VALUE_UNKNOWN || is_same_constant(a, b);
    bool keeps_class = a->class == 0 || a->class == b->class;
    if (n != a->n_fields || (a->is_checked && !b->is_checked) || !keeps_constant || !keeps_class ||
        !is_same_callees(a, b) || !is_same_prefix(a->prefix, prefix) || !pv_value_has_taints(a, b))
        return false;
    for (size_t i = 0; i < n; i++)
        if (a->fields[i].value != fields[i].value)
            return false;
    return true;
}

/* The value with these fields in place of its own. */
static void take_fields(struct pv_values *v, struct pv_value *out, const struct pv_field *fields,
                        size_t n)
{
    struct pv_field *copy = n > 0 ? pv_value_take(v, n, sizeof *copy) : NULL;
    out->fields = copy;
    out->n_fields = copy ? (uint16_t)n : 0;
    if (copy) {
        memcpy(copy, fields, n * sizeof *copy);
        out->constant = PV_VALUE_UNKNOWN;
    }
    pv_value_weigh(out);
}

/* More fields than are told apart: what is in any of them is in the whole. */
static const struct pv_value *join_whole(struct pv_values *v, struct pv_value *out,
                                         const struct pv_value *a, const struct pv_value *b)
{
    take_fields(v, out, NULL, 0);
    return pv_value_add(v, pv_value_add(v, out, pv_value_reach(v, a)), pv_value_reach(v, b));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
static const struct pv_value *join(struct pv_values *v, const struct pv_value *a,
                                   const struct pv_value *b)
{
    struct pv_field fields[PV_TAINT_FIELDS_MAX];
    if (pv_value_equal(a, b))
        return a;
    size_t n = join_fields(v, a, b, fields);
    struct pv_str prefix = join_prefixes(v, a, b);
    if (adds_nothing(a, b, prefix, fields, n))
        return a;
    struct pv_value *out = pv_value_copy(v, a);
    if (!out)
        return a;
    out->is_checked = a->is_checked && b->is_checked;
    out->prefix = prefix;
    pv_value_join_taints(v, out, a, b);
    join_callees(v, out, a, b);
    if (!is_same_constant(a, b))
        pv_value_forget_constant(out);
    if (out->class != b->class)
        out->class = 0;
    if (n > PV_TAINT_FIELDS_MAX)
        return join_whole(v, out, a, b);
    take_fields(v, out, fields, n);
    return out;
}

/* Where the two would stand in the table; NULL when there is none. */
static struct pv_joined *joined_at(struct pv_values *v, const struct pv_value *a,
                                   const struct pv_value *b)
{
    if (!v->joined)
        v->joined = pv_value_take(v, JOINED, sizeof *v->joined);
    uintptr_t mixed = ((uintptr_t)a >> 4) * UINT32_C(2654435761) + ((uintptr_t)b >> 4);
    return v->joined ? &v->joined[mixed % JOINED] : NULL;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
const struct pv_value *pv_value_join(struct pv_values *v, const struct pv_value *a,
                                     const struct pv_value *b)
{
    if (a == b)
        return a;
    if (a->n_fields == 0 && b->n_fields == 0)
        return join(v, a, b);
    struct pv_joined *entry = joined_at(v, a, b);
    if (entry && entry->a == a && entry->b == b)
        return entry->both;
    const struct pv_value *both = join(v, a, b);
    if (entry && v->stop == PV_OK)
        *entry = (struct pv_joined){a, b, both};
    return both;
}
