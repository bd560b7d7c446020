/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the tree of spelled code to the tree of a pattern: what the wrapper held
 * is copied, with pattern nodes in place of holes, ranges of the pattern as it
 * was written, and only the words that are left.
 */
#include "engine/lang/pattern_internal.h"

#include "base/attr.h"
#include "base/num.h"

struct place {
    pv_node after; /* where the old subtree ends */
    pv_node node;  /* in the new tree */
};

struct taker {
    struct pv_arena *mem;
    const struct pv_pattern_reading *reading;
    const struct pv_tree *tree;
    struct pv_vocab *vocab;
    struct pv_tree out;
    uint32_t *only; /* by old node */
    PV_VEC(struct place) open;
    struct pv_err *err;
};

static const struct pv_tree_node *at(const struct taker *t, pv_node node)
{
    return pv_tree_at(t->tree, node);
}

static bool is_leaf(const struct taker *t, pv_node node)
{
    return at(t, node)->after == node + 1;
}

/* What a single `...` can be written as, where it stands for any number of them. */
static const bool is_carrier[PV_KIND_COUNT] = {
    [PV_EXPR_STMT] = true, [PV_PARAM] = true,    [PV_VAR] = true,         [PV_KWARG] = true,
    [PV_PAIR] = true,      [PV_RESOURCE] = true, [PV_SPREAD_KW] = true,   [PV_ITEM] = true,
    [PV_CASE] = true,      [PV_REST] = true,     [PV_ENUM_MEMBER] = true, [PV_NAME] = true,
    [PV_TYPE] = true,      [PV_OTHER] = true,    [PV_MODIFIER] = true,    [PV_FUNC] = true,
};

/* Ranges */

static uint32_t origin_start(const struct taker *t, uint32_t byte)
{
    size_t before = strlen(t->reading->wrapper->before);
    size_t n = t->reading->text->code.n;
    if (byte < before)
        return 0;
    if (byte - before >= n)
        return t->reading->text->origins[n - 1].end;
    return t->reading->text->origins[byte - before].start;
}

static uint32_t origin_end(const struct taker *t, uint32_t byte)
{
    size_t before = strlen(t->reading->wrapper->before);
    size_t n = t->reading->text->code.n;
    if (byte <= before)
        return 0;
    return t->reading->text->origins[pv_min(byte - before, n) - 1].end;
}

static struct pv_str original_of(const struct taker *t, pv_node node)
{
    return pv_str_sub(t->reading->pattern, origin_start(t, at(t, node)->start),
                      origin_end(t, at(t, node)->end));
}

static bool is_ended(const struct taker *t, pv_node node)
{
    return pv_str_has_suffix(original_of(t, node), PV_STR(";"));
}

/* Building */

static pv_node parent_of(const struct taker *t)
{
    return t->open.n ? t->open.p[t->open.n - 1].node : PV_NO_NODE;
}

static enum pv_kind parent_kind(const struct taker *t)
{
    pv_node parent = parent_of(t);
    return parent == PV_NO_NODE ? PV_KIND_NONE : (enum pv_kind)t->out.nodes.p[parent].kind;
}

/* A try with nothing behind its body is the beginning of any other. */
static PV_RESULT complete_try(struct taker *t, pv_node node)
{
    static const enum pv_role parts[] = {PV_ROLE_RESOURCE, PV_ROLE_CATCH, PV_ROLE_FINALLY,
                                         PV_ROLE_ELSE};
    uint32_t end = t->out.nodes.p[node].end;
    struct pv_tree_node dots = {.kind = PV_DOTS,
                                .role = PV_ROLE_FINALLY,
                                .flags = PV_NODE_SYNTHETIC,
                                .start = end,
                                .end = end};
    pv_node added = PV_NO_NODE;
    pv_tree_close(&t->out, node);
    for (size_t i = 0; i < PV_COUNT(parts); i++) {
        if (pv_tree_child(&t->out, node, parts[i]) != PV_NO_NODE)
            return PV_SUCCESS;
    }
    PV_TRY(pv_tree_open(t->mem, &t->out, node, dots, &added, t->err));
    pv_tree_close(&t->out, added);
    return PV_SUCCESS;
}

static PV_RESULT close_until(struct taker *t, pv_node node)
{
    while (t->open.n > 0 && t->open.p[t->open.n - 1].after <= node) {
        pv_node closed = t->open.p[--t->open.n].node;
        if (t->out.nodes.p[closed].kind == PV_TRY)
            PV_TRY(complete_try(t, closed));
        pv_tree_close(&t->out, closed);
    }
    return PV_SUCCESS;
}

/* A node with the range of the old `node`; its children are what is copied up to `after`. */
static PV_RESULT open_node(struct taker *t, pv_node node, enum pv_kind kind, enum pv_role role,
                           struct pv_str word)
{
    const struct pv_tree_node *old = at(t, node);
    struct pv_tree_node copy = {.kind = (uint16_t)kind,
                                .role = (uint8_t)role,
                                .flags = old->flags,
                                .start = origin_start(t, old->start),
                                .end = origin_end(t, old->end)};
    struct place *place = NULL;
    if (copy.end < copy.start)
        copy.end = copy.start;
    /* A `;` that the wrapper wrote is not the pattern's. */
    if (!is_ended(t, node))
        copy.flags &= (uint8_t)~PV_NODE_SEMICOLON;
    if (word.n > 0)
        PV_TRY(pv_vocab_add(t->mem, t->vocab, word, &copy.word, t->err));
    pv_node parent = parent_of(t);
    PV_TRY(PV_VEC_PUSH(t->mem, &t->open, &place, t->err));
    place->after = old->after;
    return pv_tree_open(t->mem, &t->out, parent, copy, &place->node, t->err);
}

static PV_RESULT add_leaf(struct taker *t, pv_node node, enum pv_kind kind, enum pv_role role,
                          struct pv_str word)
{
    PV_TRY(open_node(t, node, kind, role, word));
    pv_tree_close(&t->out, t->open.p[--t->open.n].node);
    return PV_SUCCESS;
}

/* The metavariable that a leaf is; empty when it is none. */
static PV_RESULT read_var(struct taker *t, pv_node node, struct pv_str *out)
{
    struct pv_str word = pv_hole_word(t->reading, node);
    if (pv_hole_has_prefix(t->reading, node, PV_STR(PV_HOLE_VAR)))
        return pv_str_format(t->mem, out, t->err, "$%.*s",
                             PV_STR_FMT(pv_str_sub(word, sizeof PV_HOLE_VAR - 1, word.n)));
    bool is_var = pv_hole_is_named(t->reading, node) && word.n > 1 && word.p[0] == '$' &&
                  !(word.p[1] >= '0' && word.p[1] <= '9');
    for (size_t i = 1; i < word.n && is_var; i++)
        is_var = (word.p[i] >= 'A' && word.p[i] <= 'Z') || (word.p[i] >= '0' && word.p[i] <= '9') ||
                 word.p[i] == '_';
    for (const char *const *plain = t->reading->spelling->plain_vars; is_var && plain && *plain;
         plain++)
        is_var = !pv_str_eq(word, pv_str_of(*plain));
    *out = is_var ? word : (struct pv_str){0};
    return PV_SUCCESS;
}

/* `$X $X;`, as no code declares anything: $X as a statement. */
static bool is_twice(const struct taker *t, pv_node node)
{
    pv_node first = pv_tree_first(t->tree, node);
    pv_node last = first == PV_NO_NODE ? PV_NO_NODE : pv_tree_next(t->tree, first);
    return at(t, node)->kind == PV_VAR && last != PV_NO_NODE && last + 1 == at(t, node)->after &&
           at(t, first)->word == at(t, last)->word &&
           pv_hole_has_prefix(t->reading, last, PV_STR(PV_HOLE_VAR));
}

static PV_RESULT add_statement_var(struct taker *t, pv_node node, enum pv_role role)
{
    struct pv_str var = {0};
    PV_TRY(read_var(t, node + 1, &var));
    PV_TRY(open_node(t, node, PV_EXPR_STMT, role, (struct pv_str){0}));
    return add_leaf(t, node + 1, PV_MVAR, PV_ROLE_VALUE, var);
}

static PV_RESULT add_run(struct taker *t, pv_node node, enum pv_role role)
{
    pv_node leaf = node;
    while (!is_leaf(t, leaf))
        leaf++;
    struct pv_str word = pv_hole_word(t->reading, leaf);
    struct pv_str name = {0};
    if (!pv_hole_has_prefix(t->reading, leaf, PV_STR(PV_HOLE_VARS)))
        return add_leaf(t, node, PV_DOTS, role, name);
    PV_TRY(pv_str_format(t->mem, &name, t->err, "$...%.*s",
                         PV_STR_FMT(pv_str_sub(word, sizeof PV_HOLE_VARS - 1, word.n))));
    return add_leaf(t, node, PV_MVAR_MANY, role, name);
}

/* Inside PV_TYPED: what says the type, by its role or as the second of two. */
static PV_RESULT copy_typed_part(struct taker *t, pv_node node, pv_node *next)
{
    const struct pv_tree_node *old = at(t, node);
    bool is_first = t->out.nodes.n == parent_of(t) + 1;
    bool is_type = old->role == PV_ROLE_TYPE || (old->role == PV_ROLE_NONE && !is_first);
    enum pv_role role = is_type ? PV_ROLE_TYPE : PV_ROLE_TARGET;
    enum pv_kind kind = is_type && old->kind == PV_NAME ? PV_TYPE : (enum pv_kind)old->kind;
    struct pv_str var = {0};
    PV_TRY(read_var(t, node, &var));
    *next = node + 1;
    if (var.n > 0)
        return add_leaf(t, node, PV_MVAR, role, var);
    return open_node(t, node, kind, role, pv_hole_word(t->reading, node));
}

/* A leaf's word; one that holds a hole among other things is as the pattern has it. */
static struct pv_str plain_word(const struct taker *t, pv_node node)
{
    struct pv_str word = pv_hole_word(t->reading, node);
    if (!is_leaf(t, node) || pv_str_find(word, PV_STR("__pv"), 0) == SIZE_MAX)
        return word;
    return original_of(t, node);
}

/* Whether `node`, which holds nothing but one `...`, is that. */
static bool carries(const struct taker *t, pv_node node)
{
    const struct pv_tree_node *old = at(t, node);
    if (!is_leaf(t, node) && old->word != 0)
        return false;
    /* `def f = ...` has any body. */
    if (old->kind == PV_RETURN)
        return old->flags & PV_NODE_SYNTHETIC;
    /* Of a whole case, as in `catch { ... }`; where only the body is `...`, something is caught. */
    if (old->kind == PV_CATCH)
        return pv_tree_child(t->tree, node, PV_ROLE_TARGET) != PV_NO_NODE;
    /* `({...})` is a parameter that is taken apart, whatever it has in it. */
    struct pv_str text = old->kind == PV_PARAM ? original_of(t, node) : (struct pv_str){0};
    return is_carrier[old->kind] && !(text.n > 1 && (text.p[0] == '{' || text.p[0] == '['));
}

/* Copies one node; `*next` is where the copy goes on. */
static PV_RESULT copy_node(struct taker *t, pv_node node, enum pv_role role, pv_node *next)
{
    const struct pv_tree_node *old = at(t, node);
    struct pv_str var = {0};
    *next = old->after;
    if (t->only[node] == PV_ONLY_NONE)
        return PV_SUCCESS;
    if (t->only[node] >= PV_ONLY_HOLES && carries(t, node))
        return add_run(t, node, role);
    if (is_twice(t, node))
        return add_statement_var(t, node, role);
    if (parent_kind(t) == PV_TYPED)
        return copy_typed_part(t, node, next);
    PV_TRY(read_var(t, node, &var));
    if (var.n > 0)
        return add_leaf(t, node, PV_MVAR, role, var);
    pv_node deep = pv_hole_deep(t->reading, node);
    if (deep != PV_NO_NODE) {
        *next = deep;
        return open_node(t, node, PV_DEEP, role, var);
    }
    pv_node typed = pv_hole_typed(t->reading, node);
    if (typed != PV_NO_NODE) {
        *next = typed;
        return open_node(t, node, PV_TYPED, role, var);
    }
    *next = node + 1;
    return open_node(t, node, (enum pv_kind)old->kind, role, plain_word(t, node));
}

static PV_RESULT copy_subtree(struct taker *t, pv_node root)
{
    pv_node after = at(t, root)->after;
    for (pv_node node = root; node < after;) {
        pv_node next = node + 1;
        PV_TRY(close_until(t, node));
        enum pv_role role = node == root ? PV_ROLE_NONE : (enum pv_role)at(t, node)->role;
        PV_TRY(copy_node(t, node, role, &next));
        node = next;
    }
    return close_until(t, after);
}

/* What was the pattern */

struct roots {
    pv_node first;
    pv_node last;
    size_t n;
};

/* Whether nothing of the pattern but `;` and `,` stands outside the bytes start .. end. */
static bool is_whole(const struct taker *t, struct roots roots)
{
    struct pv_str pattern = t->reading->pattern;
    size_t start = origin_start(t, at(t, roots.first)->start);
    size_t end = origin_end(t, at(t, roots.last)->end);
    struct pv_str before = pv_str_trim(pv_str_sub(pattern, 0, start));
    /* A file has nothing but its children. */
    if (t->reading->wrapper->kind == PV_FILE && t->reading->wrapper->is_list)
        return true;
    /* An expression with an end of its own is a statement, unless the wrapper asks for that end. */
    bool is_body = t->reading->wrapper->kind == PV_BLOCK ||
                   t->reading->wrapper->kind == PV_CLASS_BODY ||
                   t->reading->wrapper->after[0] == '\0';
    const char *outside = is_body ? " \t\r\n;,)" : " \t\r\n,)";
    size_t stop = t->reading->text->origins[t->reading->text->code.n - 1].end;
    for (size_t i = end; i < stop; i++) {
        if (!strchr(outside, pattern.p[i]))
            return false;
    }
    size_t first = t->reading->text->origins[0].start;
    return before.n == 0 || start <= first;
}

static struct roots find_roots(const struct taker *t)
{
    const struct pv_pattern_wrapper *wrapper = t->reading->wrapper;
    struct roots roots = {PV_NO_NODE, PV_NO_NODE, 0};
    pv_node node = 0;
    while (node < t->tree->nodes.n && at(t, node)->kind != (uint16_t)wrapper->kind)
        node++;
    if (node == t->tree->nodes.n)
        return roots;
    /* What merely follows a `try` is no clause of it. */
    if (wrapper->kind == PV_TRY && pv_tree_child(t->tree, node, PV_ROLE_FINALLY) == PV_NO_NODE)
        return roots;
    if (!wrapper->is_list)
        return (struct roots){node, node, 1};
    for (node = pv_tree_first(t->tree, node); node != PV_NO_NODE;
         node = pv_tree_next(t->tree, node)) {
        if (t->only[node] == PV_ONLY_NONE)
            continue;
        if (roots.n++ == 0)
            roots.first = node;
        roots.last = node;
    }
    return roots;
}

static bool is_expression(enum pv_kind kind)
{
    return (kind >= PV_NAME && kind <= PV_ELEMENT && kind != PV_KWARG && kind != PV_PAIR) ||
           kind == PV_LAMBDA || kind <= PV_TYPED;
}

/* A single statement that is only an expression, without an end of its own, is that expression. */
static void unwrap_root(struct taker *t, struct roots *roots)
{
    pv_node value = pv_tree_first(t->tree, roots->first);
    if (roots->n == 1 && at(t, roots->first)->kind == PV_EXPR_STMT && value != PV_NO_NODE &&
        !is_ended(t, roots->first))
        roots->first = value;
}

PV_RESULT pv_pattern_take(struct pv_arena *mem, const struct pv_pattern_reading *reading,
                          struct pv_vocab *vocab, struct pv_pattern_source *out, struct pv_err *err)
{
    struct taker t = {.mem = mem,
                      .reading = reading,
                      .tree = reading->tree,
                      .vocab = vocab,
                      .out = {.text = reading->pattern},
                      .err = err};
    PV_TRY(pv_hole_only(mem, reading, &t.only, err));
    struct roots roots = find_roots(&t);
    if (roots.n == 0 || !is_whole(&t, roots))
        return pv_fail(err, PV_NOT_FOUND, 0, "not the whole pattern");
    unwrap_root(&t, &roots);

    enum pv_kind kind = (enum pv_kind)at(&t, roots.first)->kind;
    bool is_list = roots.n > 1 || pv_kind_is_stmt(kind);
    if (is_list) {
        struct pv_str none = {0};
        PV_TRY(open_node(&t, roots.first, PV_BLOCK, PV_ROLE_NONE, none));
        t.open.p[0].after = (pv_node)reading->tree->nodes.n + 1;
        t.out.nodes.p[0].end = origin_end(&t, at(&t, roots.last)->end);
        t.out.nodes.p[0].flags = PV_NODE_SYNTHETIC;
    }
    pv_node root = roots.first;
    for (size_t i = 0; i < roots.n; root = pv_tree_next(t.tree, root)) {
        if (t.only[root] == PV_ONLY_NONE)
            continue;
        PV_TRY(copy_subtree(&t, root));
        i++;
    }
    PV_TRY(close_until(&t, (pv_node)reading->tree->nodes.n + 1));
    kind = (enum pv_kind)t.out.nodes.p[0].kind;
    *out = (struct pv_pattern_source){.tree = t.out,
                                      .form = is_list               ? PV_FORM_STMTS
                                              : is_expression(kind) ? PV_FORM_EXPR
                                                                    : PV_FORM_PART};
    return PV_SUCCESS;
}
