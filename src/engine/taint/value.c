/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/value.h"

#include "engine/taint/taint_limits.h"

#include <string.h>

/* Pairs that are remembered: a place each in a table. */
enum { JOINED = 4093 };

const struct pv_value pv_value_clean = {0};

static void *take(struct pv_values *v, size_t count, size_t size)
{
    void *out = NULL;
    if (v->stop == PV_OK) {
        struct pv_result result = pv_arena_take_array(v->mem, count, size, &out, NULL);
        v->stop = result.code;
    }
    return v->stop == PV_OK ? out : NULL;
}

static struct pv_value *copy_of(struct pv_values *v, const struct pv_value *value)
{
    struct pv_value *out = take(v, 1, sizeof *out);
    if (out)
        *out = *value;
    return out;
}

static int compare_taints(const struct pv_taint *a, const struct pv_taint *b)
{
    if (a->label != b->label)
        return a->label < b->label ? -1 : 1;
    return (a->source > b->source) - (a->source < b->source);
}

static void forget_constant(struct pv_value *value)
{
    value->constant = PV_VALUE_UNKNOWN;
    value->word = 0;
    value->number = 0;
    value->text = (struct pv_str){0};
}

const struct pv_value *pv_value_variable(struct pv_values *v, const struct pv_value *value)
{
    if (value->constant == PV_VALUE_UNKNOWN)
        return value;
    struct pv_value *out = copy_of(v, value);
    if (!out)
        return value;
    forget_constant(out);
    return out;
}

/* Of two ways from one source the shorter tells the story; of two as long, the one further up. */
static bool is_better(const struct pv_trail *a, const struct pv_trail *b)
{
    uint32_t length_a = a ? a->length : 0;
    uint32_t length_b = b ? b->length : 0;
    if (length_a != length_b)
        return length_a < length_b;
    bool is_up = false;
    for (; a != b && a && b; a = a->before, b = b->before)
        if (a->node != b->node)
            is_up = a->node < b->node;
    return is_up;
}

/* Whether all of `b` is in `a`, by ways that are no worse. */
static bool has_taints(const struct pv_value *a, const struct pv_value *b)
{
    size_t i = 0;
    for (size_t k = 0; k < b->n_taints; k++) {
        while (i < a->n_taints && compare_taints(&a->taints[i], &b->taints[k]) < 0)
            i++;
        if (i == a->n_taints || compare_taints(&a->taints[i], &b->taints[k]) != 0 ||
            is_better(b->taints[k].trail, a->taints[i].trail))
            return false;
    }
    return true;
}

/* Gives `out` the sources of both, each with its better trail. */
static void join_taints(struct pv_values *v, struct pv_value *out, const struct pv_value *a,
                        const struct pv_value *b)
{
    size_t i = 0;
    size_t k = 0;
    size_t n = 0;
    if (has_taints(a, b) || has_taints(b, a)) {
        const struct pv_value *all = has_taints(a, b) ? a : b;
        out->taints = all->taints;
        out->n_taints = all->n_taints;
        return;
    }
    struct pv_taint *taints = take(v, (size_t)a->n_taints + b->n_taints, sizeof *taints);
    while (taints && (i < a->n_taints || k < b->n_taints) && n < PV_TAINT_TAINTS_MAX) {
        int order = i == a->n_taints   ? 1
                    : k == b->n_taints ? -1
                                       : compare_taints(&a->taints[i], &b->taints[k]);
        bool is_of_b =
            order > 0 || (order == 0 && is_better(b->taints[k].trail, a->taints[i].trail));
        taints[n++] = is_of_b ? b->taints[k] : a->taints[i];
        i += order <= 0;
        k += order >= 0;
    }
    out->taints = taints;
    out->n_taints = (uint16_t)n;
}

const struct pv_value *pv_value_add(struct pv_values *v, const struct pv_value *value,
                                    const struct pv_value *from)
{
    if (has_taints(value, from))
        return value;
    struct pv_value *out = copy_of(v, value);
    if (!out)
        return value;
    join_taints(v, out, value, from);
    out->is_checked = false;
    return out;
}

const struct pv_value *pv_value_taint(struct pv_values *v, const struct pv_value *value,
                                      struct pv_taint taint)
{
    struct pv_taint *kept = take(v, 1, sizeof *kept);
    if (!kept)
        return value;
    *kept = taint;
    struct pv_value one = {.taints = kept, .n_taints = 1};
    return pv_value_add(v, value, &one);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
static const struct pv_value *gather(struct pv_values *v, const struct pv_value *sum,
                                     const struct pv_value *value)
{
    sum = pv_value_add(v, sum, value);
    for (size_t i = 0; i < value->n_fields; i++)
        sum = gather(v, sum, value->fields[i].value);
    return sum;
}

const struct pv_value *pv_value_reach(struct pv_values *v, const struct pv_value *value)
{
    return pv_value_is_tainted(value) ? gather(v, &pv_value_clean, value) : &pv_value_clean;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
bool pv_value_is_tainted(const struct pv_value *value)
{
    if (value->n_taints > 0)
        return true;
    for (size_t i = 0; i < value->n_fields; i++)
        if (pv_value_is_tainted(value->fields[i].value))
            return true;
    return false;
}

/* The way so far, and `node`; the same way when it ends there already or is long enough. */
static const struct pv_trail *extend(struct pv_values *v, const struct pv_trail *trail,
                                     pv_node node)
{
    if (trail && (trail->node == node || trail->length >= PV_TAINT_STEPS_MAX))
        return trail;
    struct pv_trail *out = take(v, 1, sizeof *out);
    if (!out)
        return trail;
    *out = (struct pv_trail){node, trail ? trail->length + 1 : 1, trail};
    return out;
}

const struct pv_value *pv_value_moved(struct pv_values *v, const struct pv_value *value,
                                      pv_node node)
{
    if (value->n_taints == 0)
        return value;
    struct pv_value *out = copy_of(v, value);
    struct pv_taint *taints = take(v, value->n_taints, sizeof *taints);
    if (!out || !taints)
        return value;
    for (size_t i = 0; i < value->n_taints; i++) {
        taints[i] = value->taints[i];
        taints[i].trail = extend(v, taints[i].trail, node);
    }
    out->taints = taints;
    return out;
}

static const struct pv_value *own_field(const struct pv_value *value, pv_word key)
{
    for (size_t i = 0; i < value->n_fields && value->fields[i].key <= key; i++)
        if (value->fields[i].key == key)
            return value->fields[i].value;
    return NULL;
}

/* What a field that nobody set holds: the value's own sources. */
static const struct pv_value *inherited(struct pv_values *v, const struct pv_value *value)
{
    if (value->n_taints == 0)
        return &pv_value_clean;
    return value->n_fields || value->n_callees || value->constant || value->class
               ? pv_value_add(v, &pv_value_clean, value)
               : value;
}

const struct pv_value *pv_value_field(struct pv_values *v, const struct pv_value *value,
                                      pv_word key)
{
    const struct pv_value *any = own_field(value, PV_KEY_ANY);
    if (key != PV_KEY_ANY) {
        const struct pv_value *own = own_field(value, key);
        const struct pv_value *out = own ? own : inherited(v, value);
        return any ? pv_value_join(v, out, any) : out;
    }
    const struct pv_value *out = inherited(v, value);
    for (size_t i = 0; i < value->n_fields; i++)
        out = i == 0 && value->n_taints == 0 ? value->fields[i].value
                                             : pv_value_join(v, out, value->fields[i].value);
    return out;
}

/* Sets what follows from the fields. */
static void weigh(struct pv_value *out)
{
    out->depth = 0;
    out->weight = 0;
    for (size_t i = 0; i < out->n_fields; i++) {
        const struct pv_value *value = out->fields[i].value;
        out->weight += 1 + value->weight;
        if (value->depth >= out->depth)
            out->depth = (uint8_t)(value->depth + 1);
    }
}

const struct pv_value *pv_value_flat(struct pv_values *v, const struct pv_value *value)
{
    value = pv_value_variable(v, value);
    if (value->n_fields == 0)
        return value;
    const struct pv_value *all = pv_value_reach(v, value);
    struct pv_value *out = copy_of(v, value);
    if (!out)
        return value;
    out->fields = NULL;
    out->n_fields = 0;
    weigh(out);
    return pv_value_add(v, out, all);
}

/* What is too deep to be told apart is in the whole of its field. */
const struct pv_value *pv_value_checked(struct pv_values *v, const struct pv_value *value)
{
    struct pv_value *out = copy_of(v, value);
    if (!out)
        return &pv_value_clean;
    out->taints = NULL;
    out->n_taints = 0;
    out->fields = NULL;
    out->n_fields = 0;
    out->is_checked = true;
    weigh(out);
    return out;
}

static void flatten_fields(struct pv_values *v, struct pv_field *fields, size_t n)
{
    size_t weight = 0;
    for (size_t i = 0; i < n; i++)
        weight += 1 + fields[i].value->weight;
    for (size_t i = 0; i < n; i++)
        if (weight > PV_TAINT_WEIGHT_MAX || fields[i].value->depth + 1 >= PV_TAINT_PATH_MAX)
            fields[i].value = pv_value_flat(v, fields[i].value);
}

const struct pv_value *pv_value_with(struct pv_values *v, const struct pv_value *value, pv_word key,
                                     const struct pv_value *field)
{
    const struct pv_value *before = own_field(value, key);
    if (!before && value->n_fields >= PV_TAINT_FIELDS_MAX)
        return pv_value_add(v, pv_value_flat(v, value), pv_value_reach(v, field));
    struct pv_value *out = copy_of(v, value);
    struct pv_field *fields = take(v, (size_t)value->n_fields + 1, sizeof *fields);
    size_t n = 0;
    size_t i = 0;
    if (!out || !fields)
        return value;
    while (i < value->n_fields && value->fields[i].key < key)
        fields[n++] = value->fields[i++];
    i += before != NULL;
    fields[n++] = (struct pv_field){key, field};
    while (i < value->n_fields)
        fields[n++] = value->fields[i++];
    flatten_fields(v, fields, n);
    out->fields = fields;
    out->n_fields = (uint16_t)n;
    out->constant = PV_VALUE_UNKNOWN;
    weigh(out);
    return out;
}

const struct pv_value *pv_value_store(struct pv_values *v, const struct pv_value *value,
                                      const struct pv_value *element)
{
    const struct pv_value *before = own_field(value, PV_KEY_ANY);
    return pv_value_with(v, value, PV_KEY_ANY,
                         before ? pv_value_join(v, before, element) : element);
}

const struct pv_value *pv_value_tail(struct pv_values *v, const struct pv_value *value,
                                     const pv_word *index, size_t from, size_t n)
{
    const struct pv_value *any = own_field(value, PV_KEY_ANY);
    const struct pv_value *out = inherited(v, value);
    for (size_t i = from; i < n; i++) {
        const struct pv_value *element = own_field(value, index[i]);
        if (element)
            out = pv_value_with(v, out, index[i - from], element);
    }
    return any ? pv_value_store(v, out, any) : out;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as values are, PV_TAINT_PATH_MAX */
const struct pv_value *pv_value_blur(struct pv_values *v, const struct pv_value *value)
{
    const struct pv_value *out = pv_value_variable(v, value);
    for (size_t i = 0; i < value->n_fields; i++) {
        const struct pv_value *field = pv_value_blur(v, value->fields[i].value);
        if (field != value->fields[i].value)
            out = pv_value_with(v, out, value->fields[i].key, field);
    }
    return out;
}

static bool is_same_constant(const struct pv_value *a, const struct pv_value *b)
{
    return a->constant == b->constant && a->number == b->number && pv_str_eq(a->text, b->text);
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
        !has_taints(a, b))
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
    struct pv_closure *out = take(v, 1, sizeof *out);
    struct pv_captured *list = take(v, (size_t)n + 1, sizeof *list);
    if (!out || !list || n >= PV_TAINT_CAPTURES_MAX || captured.value->nesting >= PV_TAINT_PATH_MAX)
        return closure;
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
    struct pv_value *out = copy_of(v, value);
    if (!out)
        return value;
    out->closure = closure;
    for (uint32_t i = 0; closure && i < closure->n; i++)
        if (closure->p[i].value->nesting >= out->nesting)
            out->nesting = (uint8_t)(closure->p[i].value->nesting + 1);
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
    pv_node *callees = take(v, PV_TAINT_CALLEES_MAX, sizeof *callees);
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
    const struct pv_value *left = x <= y ? a->fields[i].value : inherited(v, a);
    const struct pv_value *right = y <= x ? b->fields[k].value : inherited(v, b);
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
    flatten_fields(v, out, n);
    return n;
}

/* Whether joining `b` to `a`, which gives these fields, gives no more than `a`. */
static bool adds_nothing(const struct pv_value *a, const struct pv_value *b,
                         const struct pv_field *fields, size_t n)
{
    bool keeps_constant = a->constant == PV_VALUE_UNKNOWN || is_same_constant(a, b);
    bool keeps_class = a->class == 0 || a->class == b->class;
    if (n != a->n_fields || (a->is_checked && !b->is_checked) || !keeps_constant || !keeps_class ||
        !is_same_callees(a, b) || !has_taints(a, b))
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
    struct pv_field *copy = n > 0 ? take(v, n, sizeof *copy) : NULL;
    out->fields = copy;
    out->n_fields = copy ? (uint16_t)n : 0;
    if (copy) {
        memcpy(copy, fields, n * sizeof *copy);
        out->constant = PV_VALUE_UNKNOWN;
    }
    weigh(out);
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
    if (adds_nothing(a, b, fields, n))
        return a;
    struct pv_value *out = copy_of(v, a);
    if (!out)
        return a;
    out->is_checked = a->is_checked && b->is_checked;
    join_taints(v, out, a, b);
    join_callees(v, out, a, b);
    if (!is_same_constant(a, b))
        forget_constant(out);
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
        v->joined = take(v, JOINED, sizeof *v->joined);
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

pv_word pv_value_key(const struct pv_value *value)
{
    return value->constant == PV_VALUE_INT || value->constant == PV_VALUE_TEXT ? value->word
                                                                               : PV_KEY_ANY;
}

int pv_value_truth(const struct pv_value *value)
{
    switch ((enum pv_value_constant)value->constant) {
    case PV_VALUE_UNKNOWN: return -1;
    case PV_VALUE_NULL: return 0;
    case PV_VALUE_BOOL:
    case PV_VALUE_INT: return value->number != 0;
    case PV_VALUE_TEXT: return value->text.n > 0;
    }
    return -1;
}
