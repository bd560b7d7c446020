/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a condition says of values, for rules that take a value for clean once it was looked at:
 * equal to a constant, found in a list that the program has, or of letters and digits alone.
 */
#include "engine/taint/flow_guard_internal.h"
#include "engine/taint/narrowness.h"

enum kind {
    LIST,
    LISTED,
    REGEX,
    MATCHED,
    WHOLE,
    BEGUN,
    ENTIRE,
    PLAIN,
    STRANGE,
    EQUAL,
    BEGINS,
    FOREIGN
};

static const struct {
    struct pv_str function;
    enum kind kind;
} questions[] = {
#define X(function, kind) {{function, sizeof(function) - 1}, kind},
#include "engine/taint/guard.def"
#undef X
};

static bool is_alike(const struct pv_flow_place *a, const struct pv_flow_place *b)
{
    if (a->var != b->var || a->n != b->n)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (a->path[i] != b->path[i] || a->path[i] == PV_KEY_ANY)
            return false;
    return true;
}

/* What is known of a place; 0 for nothing. */
static unsigned known_of(const struct pv_flow_guarded *all, const struct pv_flow_place *place)
{
    unsigned known = 0;
    for (size_t i = 0; i < all->n; i++)
        if (is_alike(&all->p[i], place))
            known |= all->known[i];
    return known;
}

void pv_flow_guarded_add(struct pv_flow *f, pv_node node, unsigned known,
                         struct pv_flow_guarded *out)
{
    struct pv_flow_place place = {0};
    enum pv_kind kind = pv_flow_kind(f, node);
    bool is_place = kind == PV_NAME || kind == PV_ACCESS || kind == PV_INDEX;
    if (node == PV_NO_NODE || !is_place || out->n == PV_FLOW_GUARDED_MAX ||
        !pv_flow_place(f, node, &place))
        return;
    for (uint32_t i = 0; i < place.n; i++)
        if (place.path[i] == PV_KEY_ANY)
            return;
    out->known[out->n] = known;
    out->p[out->n++] = place;
}

static void add(struct pv_flow *f, pv_node node, struct pv_flow_guarded *out)
{
    pv_flow_guarded_add(f, node, PV_FLOW_CHECKED, out);
    pv_flow_guard_host(f, node, out);
}

pv_node pv_flow_guard_argument(const struct pv_flow *f, pv_node call, size_t number, size_t *n)
{
    pv_node args = pv_flow_child(f, call, PV_ROLE_ARGS);
    pv_node out = PV_NO_NODE;
    *n = 0;
    if (args == PV_NO_NODE || pv_flow_kind(f, args) != PV_ARGS)
        return out;
    for (pv_node at = pv_tree_first(f->tree, args); at != PV_NO_NODE;
         at = pv_tree_next(f->tree, at), ++*n)
        out = *n == number ? at : out;
    return out;
}

pv_node pv_flow_only_value(const struct pv_flow *f, pv_node name)
{
    uint32_t number = pv_defs_number(f->file->defs, name);
    const struct pv_def *def = number == UINT32_MAX ? NULL : pv_defs_get(f->file->defs, number);
    if (!def || def->writes != 1 || def->last == PV_NO_WRITE)
        return PV_NO_NODE;
    const struct pv_write *write = pv_defs_write(f->file->defs, def->last);
    return pv_flow_child(f, write->writer, PV_ROLE_VALUE);
}

/* What the program has of its own: nothing in it comes from a source. */
static bool is_own(struct pv_flow *f, pv_node node)
{
    return node != PV_NO_NODE && !pv_value_is_tainted(pv_flow_eval(f, node));
}

struct pv_str pv_flow_guard_regex(const struct pv_flow *f, pv_node node)
{
    size_t n = 0;
    if (pv_flow_kind(f, node) == PV_NAME)
        node = pv_flow_only_value(f, node);
    if (pv_flow_kind(f, node) == PV_NEW || pv_flow_kind(f, node) == PV_CALL)
        node = pv_flow_guard_argument(f, node, 0, &n);
    if (n > 1 || (pv_flow_kind(f, node) != PV_REGEX && pv_flow_kind(f, node) != PV_STRING))
        return (struct pv_str){0};
    pv_node text = pv_tree_first(f->tree, node);
    if (text == PV_NO_NODE || pv_tree_next(f->tree, text) != PV_NO_NODE ||
        pv_flow_kind(f, text) != PV_TEXT)
        return (struct pv_str){0};
    /* With a flag that lets ^ and $ stand for lines, one line says nothing of the others. */
    struct pv_str flags =
        pv_str_sub(f->file->text, pv_flow_at(f, text)->end, pv_flow_at(f, node)->end);
    if (pv_flow_kind(f, node) == PV_REGEX && pv_str_rfind_byte(flags, 'm') != SIZE_MAX)
        return (struct pv_str){0};
    return pv_tree_text(f->tree, text);
}

static bool is_narrow(const struct pv_flow *f, pv_node node, enum kind kind)
{
    struct pv_str text = node == PV_NO_NODE ? (struct pv_str){0} : pv_flow_guard_regex(f, node);
    bool is_php = pv_flow_is(f, "php");
    if (is_php && text.n > 1 && text.p[0] == text.p[text.n - 1])
        text = pv_str_sub(text, 1, text.n - 1);
    bool is_begun = kind == BEGUN || kind == ENTIRE || kind == WHOLE;
    if (pv_flow_guard_is_address_regex(f, text))
        return true;
    return pv_narrowness_is_plain(text, is_begun, kind == ENTIRE || kind == WHOLE);
}

/* What a question is asked about, and what it is compared with. */
struct asked {
    enum kind kind;
    pv_node value;
    pv_node with;
};

static bool find_question(const struct pv_flow *f, pv_node call, struct asked *out)
{
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    bool has_object = callee != PV_NO_NODE && pv_flow_kind(f, callee) == PV_ACCESS;
    pv_node name = has_object ? pv_flow_child(f, callee, PV_ROLE_FIELD) : callee;
    struct pv_str function = name == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(f->tree, name);
    size_t i = 0;
    while (i < PV_COUNT(questions) && !pv_str_eq(questions[i].function, function))
        i++;
    if (i == PV_COUNT(questions))
        return false;
    size_t n = 0;
    pv_node object = has_object ? pv_flow_child(f, callee, PV_ROLE_OBJECT) : PV_NO_NODE;
    pv_node first = pv_flow_guard_argument(f, call, 0, &n);
    pv_node second = pv_flow_guard_argument(f, call, 1, &n);
    *out = (struct asked){questions[i].kind, n > 1 ? second : first, n > 1 ? first : object};
    bool is_text_first = (out->kind == MATCHED && !pv_flow_is(f, "python")) || out->kind == WHOLE;
    if (out->kind == MATCHED && pv_flow_is(f, "python"))
        out->kind = BEGUN;
    if (out->kind == LISTED)
        *out = (struct asked){LIST, first, second};
    else if (is_text_first && n == 1)
        *out = (struct asked){out->kind, object, first};
    else if (out->kind == PLAIN || out->kind == STRANGE || out->kind == FOREIGN)
        out->value = n > 0 ? first : object;
    else if (out->kind == BEGINS && n == 1)
        *out = (struct asked){out->kind, object, first};
    else if (out->kind == BEGINS)
        *out = (struct asked){out->kind, first, second};
    return n <= 2;
}

static void look(struct pv_flow *f, pv_node cond, bool holds, int depth,
                 struct pv_flow_guarded *out);

/* `x = …` and `const x = …`: no more than a name for a part of what follows. */
static bool is_naming(const struct pv_flow *f, pv_node statement)
{
    pv_node first = pv_tree_first(f->tree, statement);
    return pv_flow_kind(f, statement) == PV_VAR ||
           (first != PV_NO_NODE && pv_flow_kind(f, first) == PV_ASSIGN);
}

/* What a function gives that does nothing but name parts of it before; PV_NO_NODE for others. */
static pv_node only_result(const struct pv_flow *f, pv_node function)
{
    pv_node body = pv_flow_child(f, function, PV_ROLE_BODY);
    if (body == PV_NO_NODE || pv_flow_kind(f, body) != PV_BLOCK)
        return body;
    pv_node last = pv_tree_first(f->tree, body);
    while (last != PV_NO_NODE && pv_tree_next(f->tree, last) != PV_NO_NODE && is_naming(f, last))
        last = pv_tree_next(f->tree, last);
    bool is_result =
        last != PV_NO_NODE && pv_tree_next(f->tree, last) == PV_NO_NODE && !is_naming(f, last);
    return is_result ? pv_tree_first(f->tree, last) : PV_NO_NODE;
}

/* What a function of the file that is one condition says of what it is given. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_FLOW_GUARD_DEPTH_MAX */
static void look_within(struct pv_flow *f, pv_node call, bool holds, struct pv_flow_guarded *out)
{
    struct pv_flow_guarded inner = {0};
    struct pv_flow_place place = {0};
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    if (callee == PV_NO_NODE || pv_flow_kind(f, callee) != PV_NAME ||
        f->depth >= PV_TAINT_DEPTH_MAX)
        return;
    struct pv_function_call asked = {.name = pv_flow_at(f, callee)->word, .site = callee};
    uint32_t found = pv_functions_find(f->functions, f->tree, &asked);
    if (found == PV_NO_FUNCTION)
        return;
    pv_node function = f->functions->list.p[found].node;
    pv_node params = pv_flow_child(f, function, PV_ROLE_PARAMS);
    f->depth += PV_FLOW_GUARD_DEPTH_MAX;
    look(f, only_result(f, function), holds, 0, &inner);
    f->depth -= PV_FLOW_GUARD_DEPTH_MAX;
    pv_node param = params == PV_NO_NODE ? params : pv_tree_first(f->tree, params);
    for (size_t i = 0, n = 0; inner.n > 0 && param != PV_NO_NODE;
         param = pv_tree_next(f->tree, param), i++) {
        pv_node name =
            pv_flow_kind(f, param) == PV_NAME ? param : pv_flow_child(f, param, PV_ROLE_TARGET);
        unsigned known =
            name != PV_NO_NODE && pv_flow_place(f, name, &place) ? known_of(&inner, &place) : 0;
        if (known)
            pv_flow_guarded_add(f, pv_flow_guard_argument(f, call, i, &n), known, out);
    }
}

static void look_at_call(struct pv_flow *f, pv_node call, bool holds, struct pv_flow_guarded *out)
{
    struct asked asked = {0};
    if (!find_question(f, call, &asked)) {
        look_within(f, call, holds, out);
        return;
    }
    bool is_against = asked.kind == STRANGE || asked.kind == FOREIGN;
    if (asked.kind != BEGINS && holds == is_against)
        return;
    switch (asked.kind) {
    case LIST:
        if (is_own(f, asked.with))
            add(f, asked.value, out);
        break;
    case EQUAL: {
        bool is_first = pv_flow_constant(f, asked.with)->constant != PV_VALUE_UNKNOWN;
        pv_node constant = is_first ? asked.with : asked.value;
        if (pv_flow_constant(f, constant)->constant != PV_VALUE_UNKNOWN)
            add(f, is_first ? asked.value : asked.with, out);
        break;
    }
    case PLAIN:
    case STRANGE: add(f, asked.value, out); break;
    case FOREIGN:
        if (f->rule->options.is_safe_hosts)
            add(f, asked.value, out);
        break;
    case BEGINS: pv_flow_guard_beginning(f, asked.value, asked.with, holds, out); break;
    case LISTED:
    case REGEX:
    case MATCHED:
    case WHOLE:
    case BEGUN:
    case ENTIRE:
        if (is_narrow(f, asked.with, asked.kind))
            add(f, asked.value, out);
        break;
    }
}

/* `x.indexOf("/") == 0`: x begins so. */
static void look_at_start(struct pv_flow *f, pv_node call, pv_node place, bool holds,
                          struct pv_flow_guarded *out)
{
    const struct pv_value *at = pv_flow_constant(f, place);
    pv_node callee = pv_flow_child(f, call, PV_ROLE_CALLEE);
    bool has_object = callee != PV_NO_NODE && pv_flow_kind(f, callee) == PV_ACCESS;
    pv_node name = has_object ? pv_flow_child(f, callee, PV_ROLE_FIELD) : callee;
    struct pv_str function = name == PV_NO_NODE ? (struct pv_str){0} : pv_tree_text(f->tree, name);
    size_t n = 0;
    if (at->constant != PV_VALUE_INT || at->number != 0 || pv_flow_kind(f, call) != PV_CALL)
        return;
    pv_node first = pv_flow_guard_argument(f, call, 0, &n);
    if (has_object && pv_str_eq(function, PV_STR("indexOf")))
        pv_flow_guard_beginning(f, pv_flow_child(f, callee, PV_ROLE_OBJECT), first, holds, out);
    else if (!has_object && pv_str_eq(function, PV_STR("strpos")))
        pv_flow_guard_beginning(f, first, pv_flow_guard_argument(f, call, 1, &n), holds, out);
}

/* `x == "a"`, `x in ALLOWED`, `ALLOWED.indexOf(x) >= 0`. */
static void look_at_comparison(struct pv_flow *f, pv_node node, bool holds,
                               struct pv_flow_guarded *out)
{
    const struct pv_flow_words *w = &f->words;
    pv_word word = pv_flow_at(f, node)->word;
    pv_node left = pv_flow_child(f, node, PV_ROLE_LEFT);
    pv_node right = pv_flow_child(f, node, PV_ROLE_RIGHT);
    if (left == PV_NO_NODE || right == PV_NO_NODE)
        return;
    if (word == w->in || word == w->not_in) {
        if (holds == (word == w->in) && is_own(f, right))
            add(f, left, out);
        return;
    }
    if (word == w->is_like && holds && is_narrow(f, right, REGEX))
        add(f, left, out);
    bool is_equal = word == w->equal || word == w->same || word == w->is;
    if (!is_equal && word != w->not_equal && word != w->not_same)
        return;
    if (holds == is_equal) {
        pv_flow_guard_host(f, left, out);
        pv_flow_guard_host(f, right, out);
    }
    look_at_start(f, left, right, holds == is_equal, out);
    const struct pv_value *is = pv_flow_constant(f, right);
    if (is->constant == PV_VALUE_UNKNOWN) {
        is = pv_flow_constant(f, left);
        left = right;
    }
    if (holds == is_equal && is->constant != PV_VALUE_UNKNOWN && !pv_value_is_tainted(is))
        add(f, left, out);
}

/* What is found under a key in a table of the program's own: the key is one of the table's. */
static void look_at_index(struct pv_flow *f, pv_node node, struct pv_flow_guarded *out)
{
    pv_node key = pv_flow_child(f, node, PV_ROLE_ARGS);
    if (key != PV_NO_NODE && is_own(f, pv_flow_child(f, node, PV_ROLE_OBJECT)))
        add(f, key, out);
}

/* `a && b` holds where both do; `a || b` does not where neither does. Else one of them may not. */
/* NOLINTNEXTLINE(misc-no-recursion): PV_FLOW_GUARD_DEPTH_MAX */
static void look_at_both(struct pv_flow *f, pv_node node, bool holds, int depth,
                         struct pv_flow_guarded *out)
{
    pv_word word = pv_flow_at(f, node)->word;
    bool is_and = word == f->words.and_sign || word == f->words.and_word;
    struct pv_flow_guarded right = {0};
    struct pv_flow_guarded left = {0};
    look(f, pv_flow_child(f, node, PV_ROLE_LEFT), holds, depth + 1, &left);
    look(f, pv_flow_child(f, node, PV_ROLE_RIGHT), holds, depth + 1, &right);
    for (size_t i = 0; i < left.n && out->n < PV_FLOW_GUARDED_MAX; i++) {
        unsigned other = known_of(&right, &left.p[i]);
        unsigned known = is_and == holds ? left.known[i] | other : left.known[i] & other;
        out->known[out->n] = known;
        out->p[out->n] = left.p[i];
        out->n += known != 0;
    }
    for (size_t i = 0; is_and == holds && i < right.n && out->n < PV_FLOW_GUARDED_MAX; i++) {
        out->known[out->n] = right.known[i];
        out->p[out->n++] = right.p[i];
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_FLOW_GUARD_DEPTH_MAX */
static void look(struct pv_flow *f, pv_node cond, bool holds, int depth,
                 struct pv_flow_guarded *out)
{
    const struct pv_flow_words *w = &f->words;
    if (cond == PV_NO_NODE || depth > PV_FLOW_GUARD_DEPTH_MAX)
        return;
    pv_word word = pv_flow_at(f, cond)->word;
    bool is_logic =
        word == w->and_sign || word == w->and_word || word == w->or_sign || word == w->or_word;
    switch (pv_flow_kind(f, cond)) {
    case PV_UNARY:
        if (word == w->not_sign || word == w->not_word)
            look(f, pv_flow_child(f, cond, PV_ROLE_OPERAND), !holds, depth + 1, out);
        break;
    case PV_BINARY:
        if (is_logic)
            look_at_both(f, cond, holds, depth, out);
        else
            look_at_comparison(f, cond, holds, out);
        break;
    case PV_CALL: look_at_call(f, cond, holds, out); break;
    case PV_INDEX:
        if (holds)
            look_at_index(f, cond, out);
        break;
    case PV_ACCESS: /* `if url.host`: there is none where it does not hold */
        if (!holds)
            pv_flow_guard_host(f, cond, out);
        break;
    case PV_NAME: look(f, pv_flow_only_value(f, cond), holds, depth + 1, out); break;
    default: break;
    }
}

static bool is_checked(unsigned known)
{
    const unsigned local = PV_FLOW_BEGINS_LOCAL | PV_FLOW_NAMES_NO_HOST;
    return (known & PV_FLOW_CHECKED) || (known & local) == local;
}

void pv_flow_guard(struct pv_flow *f, pv_node cond, bool holds)
{
    struct pv_flow_guarded all = {0};
    if (!f->rule->options.is_safe_checked || cond == PV_NO_NODE || f->env.is_dead)
        return;
    look(f, cond, holds, 0, &all);
    for (size_t i = 0; i < all.n; i++)
        if (is_checked(known_of(&all, &all.p[i])))
            pv_flow_write(f, &all.p[i], pv_value_checked(&f->values, pv_flow_read(f, &all.p[i])));
}

void pv_flow_guard_case(struct pv_flow *f, pv_node subject)
{
    struct pv_flow_guarded all = {0};
    if (!f->rule->options.is_safe_checked || subject == PV_NO_NODE || f->env.is_dead)
        return;
    add(f, subject, &all);
    if (all.n == 1)
        pv_flow_write(f, &all.p[0], pv_value_checked(&f->values, pv_flow_read(f, &all.p[0])));
}
