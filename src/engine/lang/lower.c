/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stack of work items instead of recursion: a node becomes an open, its
 * children, and a close. What a row or a hook says about one node is gathered in
 * `pending`, in order, and then put on the stack, last first.
 */
#include "engine/lang/lower_internal.h"

#include "base/assert.h"
#include "base/num.h"

#include <string.h>

static const struct pv_lower_field common_fields[] = {
    {"alias", PV_ROLE_ALIAS},        {"alternative", PV_ROLE_ELSE},
    {"argument", PV_ROLE_OPERAND},   {"arguments", PV_ROLE_ARGS},
    {"body", PV_ROLE_BODY},          {"condition", PV_ROLE_COND},
    {"consequence", PV_ROLE_THEN},   {"field", PV_ROLE_FIELD},
    {"function", PV_ROLE_CALLEE},    {"key", PV_ROLE_KEY},
    {"left", PV_ROLE_LEFT},          {"name", PV_ROLE_NAME},
    {"object", PV_ROLE_OBJECT},      {"parameters", PV_ROLE_PARAMS},
    {"return_type", PV_ROLE_RESULT}, {"right", PV_ROLE_RIGHT},
    {"type", PV_ROLE_TYPE},          {"type_parameters", PV_ROLE_TYPE_PARAMS},
    {"value", PV_ROLE_VALUE},
};

static void keep_failure(struct pv_lower *lower, struct pv_result result)
{
    if (pv_is_ok(lower->failure))
        lower->failure = result;
}

static struct item *push(struct pv_lower *lower, enum item_type type, enum pv_role role,
                         TSNode node)
{
    struct item *item = NULL;
    if (!pv_is_ok(lower->failure))
        return &lower->nothing;
    if (lower->pending.n + lower->stack.n >= PV_LOWER_ITEMS_MAX) {
        keep_failure(lower, pv_fail(lower->err, PV_LIMIT, ts_node_start_byte(node),
                                    "too many nodes are open at once"));
        return &lower->nothing;
    }
    struct pv_result pushed = PV_VEC_PUSH(&lower->scratch, &lower->pending, &item, lower->err);
    if (!pv_is_ok(pushed)) {
        keep_failure(lower, pushed);
        return &lower->nothing;
    }
    item->type = (uint8_t)type;
    item->role = (uint8_t)role;
    item->node = node;
    return item;
}

static struct item *last_open(struct pv_lower *lower)
{
    for (size_t i = lower->pending.n; i > 0; i--) {
        if (lower->pending.p[i - 1].type == ITEM_OPEN)
            return &lower->pending.p[i - 1];
    }
    pv_assert(!pv_is_ok(lower->failure));
    return &lower->nothing;
}

struct pv_str pv_lower_text(const struct pv_lower *lower, TSNode node)
{
    if (ts_node_is_null(node))
        return (struct pv_str){0};
    return pv_str_sub(lower->job->tree->text, ts_node_start_byte(node), ts_node_end_byte(node));
}

static pv_word word_of(struct pv_lower *lower, struct pv_str text)
{
    pv_word word = 0;
    if (lower->job->new_words)
        keep_failure(lower,
                     pv_vocab_add(lower->job->mem, lower->job->new_words, text, &word, lower->err));
    else
        word = pv_vocab_word(lower->job->vocab, text);
    return word;
}

void pv_lower_open(struct pv_lower *lower, enum pv_kind kind, enum pv_role role, TSNode range)
{
    struct item *item = push(lower, ITEM_OPEN, role, range);
    item->kind = (uint16_t)kind;
    item->start = ts_node_start_byte(range);
    item->end = ts_node_end_byte(range);
}

void pv_lower_close(struct pv_lower *lower)
{
    (void)push(lower, ITEM_CLOSE, PV_ROLE_NONE, (TSNode){0});
}

void pv_lower_word(struct pv_lower *lower, struct pv_str text)
{
    last_open(lower)->word = word_of(lower, text);
}

void pv_lower_flag(struct pv_lower *lower, enum pv_node_flag flag)
{
    last_open(lower)->flags |= (uint8_t)flag;
}

void pv_lower_range(struct pv_lower *lower, uint32_t start, uint32_t end)
{
    struct item *item = last_open(lower);
    item->start = start;
    item->end = end;
}

void pv_lower_leaf(struct pv_lower *lower, enum pv_kind kind, enum pv_role role, TSNode node)
{
    pv_lower_open(lower, kind, role, node);
    pv_lower_word(lower, pv_lower_text(lower, node));
    pv_lower_close(lower);
}

void pv_lower_child(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (!ts_node_is_null(node))
        (void)push(lower, ITEM_NODE, role, node);
}

static int compare_row(const char *symbol, const struct pv_lower_row *row)
{
    return strcmp(symbol, row->symbol);
}

/* Each symbol is looked up by name once a file, then by number. */
static const struct pv_lower_row *row_of(struct pv_lower *lower, TSNode node)
{
    TSSymbol symbol = ts_node_symbol(node);
    if (symbol < PV_LANG_SYMBOLS_MAX && lower->rows[symbol])
        return lower->rows[symbol] == &lower->unknown ? NULL : lower->rows[symbol];

    const struct pv_lang *lang = lower->job->lang;
    const char *type = ts_node_type(node);
    size_t low = 0;
    size_t high = lang->n_rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_row(type, &lang->rows[middle]);
        if (order == 0) {
            low = middle;
            break;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    const struct pv_lower_row *row = low < high ? &lang->rows[low] : NULL;
    if (symbol < PV_LANG_SYMBOLS_MAX)
        lower->rows[symbol] = row ? row : &lower->unknown;
    return row;
}

static bool is_block(struct pv_lower *lower, TSNode node)
{
    const struct pv_lower_row *row = row_of(lower, node);
    return row &&
           (row->how == PV_LOWER_CLAUSE ||
            (row->how == PV_LOWER_NODE && (row->kind == PV_BLOCK || row->kind == PV_CLASS_BODY)));
}

void pv_lower_body(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (ts_node_is_null(node))
        return;
    if (is_block(lower, node)) {
        pv_lower_child(lower, node, role);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, role, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_child(lower, node, PV_ROLE_NONE);
    pv_lower_close(lower);
}

static bool is_dropped(struct pv_lower *lower, TSNode node)
{
    if (ts_node_is_missing(node))
        return true;
    if (!ts_node_is_extra(node) || !ts_node_is_named(node) || ts_node_is_error(node))
        return false;
    const struct pv_lower_row *row = row_of(lower, node);
    return row && row->how == PV_LOWER_DROP;
}

struct pv_kids pv_lower_kids(struct pv_lower *lower, TSNode node)
{
    PV_VEC(struct pv_kid) kids = {0};
    ts_tree_cursor_reset(&lower->cursor, node);
    if (!ts_tree_cursor_goto_first_child(&lower->cursor))
        return (struct pv_kids){0};
    do {
        struct pv_kid *kid = NULL;
        TSNode child = ts_tree_cursor_current_node(&lower->cursor);
        if (is_dropped(lower, child))
            continue;
        struct pv_result pushed = PV_VEC_PUSH(&lower->kids, &kids, &kid, lower->err);
        if (!pv_is_ok(pushed)) {
            keep_failure(lower, pushed);
            return (struct pv_kids){0};
        }
        kid->node = child;
        kid->field = ts_tree_cursor_current_field_name(&lower->cursor);
        kid->is_named = ts_node_is_named(child);
    } while (ts_tree_cursor_goto_next_sibling(&lower->cursor));
    return (struct pv_kids){kids.p, kids.n};
}

static enum pv_role role_of(const struct pv_lower_row *row, const char *field, enum pv_role rest)
{
    if (!field)
        return rest;
    for (size_t i = 0; row && row->fields[i].field; i++) {
        if (strcmp(row->fields[i].field, field) == 0)
            return row->fields[i].role;
    }
    for (size_t i = 0; i < PV_COUNT(common_fields); i++) {
        if (strcmp(common_fields[i].field, field) == 0)
            return common_fields[i].role;
    }
    return rest;
}

static bool is_modifier(const struct pv_lang *lang, TSNode token)
{
    const char *const *word = lang->modifiers;
    while (word && *word && strcmp(*word, ts_node_type(token)) != 0)
        word++;
    return word && *word;
}

static bool is_body_role(enum pv_kind kind, enum pv_role role)
{
    if (kind == PV_LAMBDA || pv_kind_shape(kind) != PV_SHAPE_PARTS || kind == PV_COND)
        return false;
    return role == PV_ROLE_BODY || role == PV_ROLE_THEN || role == PV_ROLE_ELSE;
}

static void lower_kids(struct pv_lower *lower, const struct pv_lower_row *row, struct pv_kids kids,
                       enum pv_role rest)
{
    enum pv_kind kind = row ? row->kind : PV_OTHER;
    TSNode operator= pv_kid_of_field(kids, "operator");
    if (!ts_node_is_null(operator))
        pv_lower_word(lower, pv_lower_text(lower, operator));
    for (size_t i = 0; i < kids.n; i++) {
        const struct pv_kid *kid = &kids.p[i];
        enum pv_role role = role_of(row, kid->field, rest);
        if (!kid->is_named) {
            if (is_modifier(lower->job->lang, kid->node))
                pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid->node);
        } else if (is_body_role(kind, role)) {
            pv_lower_body(lower, kid->node, role);
        } else {
            pv_lower_child(lower, kid->node, role);
        }
    }
}

void pv_lower_all(struct pv_lower *lower, struct pv_kids kids, enum pv_role rest)
{
    lower_kids(lower, NULL, kids, rest);
}

static void lower_row(struct pv_lower *lower, const struct pv_lower_row *row, TSNode node,
                      enum pv_role role)
{
    switch (row->how) {
    case PV_LOWER_NODE:
        pv_lower_open(lower, row->kind, role, node);
        lower_kids(lower, row, pv_lower_kids(lower, node), row->rest);
        pv_lower_close(lower);
        break;
    case PV_LOWER_LEAF: pv_lower_leaf(lower, row->kind, role, node); break;
    case PV_LOWER_DROP: break;
    case PV_LOWER_UNWRAP: {
        struct pv_kids kids = pv_lower_kids(lower, node);
        for (size_t i = 0; i < kids.n; i++) {
            if (kids.p[i].is_named)
                pv_lower_child(lower, kids.p[i].node, role);
        }
        break;
    }
    case PV_LOWER_HOOK:
    case PV_LOWER_CLAUSE: row->hook(lower, node, role); break;
    }
}

/* What the grammar could not read still holds pieces that it could. */
static void lower_error(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    size_t start = ts_node_start_byte(node);
    if (start >= lower->error_end) {
        lower->job->tree->error_bytes += ts_node_end_byte(node) - start;
        lower->error_end = ts_node_end_byte(node);
    }
    pv_lower_open(lower, PV_ERROR, role, node);
    pv_lower_flag(lower, PV_NODE_IN_ERROR);
    lower_kids(lower, NULL, pv_lower_kids(lower, node), PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* No row: it is kept as the grammar has it, with its tokens, so that it still matches. */
static void lower_unknown(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, PV_OTHER, role, node);
    if (kids.n == 0)
        pv_lower_word(lower, pv_lower_text(lower, node));
    else
        pv_lower_word(lower, pv_str_of(ts_node_type(node)));
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, PV_ROLE_NONE);
        else if (kids.p[i].field)
            pv_lower_leaf(lower, PV_OTHER, PV_ROLE_NONE, kids.p[i].node);
    }
    pv_lower_close(lower);
}

static void expand(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (ts_node_is_missing(node))
        return;
    const struct pv_lower_row *row = ts_node_is_error(node) ? NULL : row_of(lower, node);
    if (ts_node_is_error(node))
        lower_error(lower, node, role);
    else if (row)
        lower_row(lower, row, node, role);
    else
        lower_unknown(lower, node, role);
}

static PV_RESULT open_node(struct pv_lower *lower, const struct item *item)
{
    struct pv_tree_node node = {
        .kind = item->kind,
        .role = item->role,
        .flags = item->flags,
        .word = item->word,
        .start = item->start,
        .end = item->end,
    };
    return pv_tree_open(lower->job->mem, lower->job->tree, lower->parent, node, &lower->parent,
                        lower->err);
}

/* The pending items go on the stack last first, so that the first comes off first. */
static PV_RESULT stack_pending(struct pv_lower *lower)
{
    for (size_t i = lower->pending.n; i > 0; i--) {
        struct item *item = NULL;
        PV_TRY(PV_VEC_PUSH(&lower->scratch, &lower->stack, &item, lower->err));
        *item = lower->pending.p[i - 1];
    }
    lower->pending.n = 0;
    return PV_SUCCESS;
}

static PV_RESULT step(struct pv_lower *lower, const struct item *item)
{
    struct pv_tree *tree = lower->job->tree;
    switch ((enum item_type)item->type) {
    case ITEM_OPEN: return open_node(lower, item);
    case ITEM_CLOSE: {
        pv_node closed = lower->parent;
        pv_tree_close(tree, closed);
        lower->parent = tree->nodes.p[closed].parent;
        return PV_SUCCESS;
    }
    case ITEM_NODE:
        expand(lower, item->node, (enum pv_role)item->role);
        pv_arena_reset(&lower->kids);
        PV_TRY(lower->failure);
        return stack_pending(lower);
    }
    return PV_SUCCESS;
}

static void clear_lower(struct pv_lower *lower)
{
    ts_tree_cursor_delete(&lower->cursor);
    pv_arena_clear(&lower->scratch);
    pv_arena_clear(&lower->kids);
}

struct pv_result pv_lower_run(const struct pv_lower_job *job, TSNode root, struct pv_err *err)
{
    PV_DEFER(clear_lower)
    struct pv_lower lower = {
        .job = job,
        .err = err,
        .parent = PV_NO_NODE,
        .scratch = {.limit_bytes = PV_LOWER_SCRATCH_MAX},
        .kids = {.limit_bytes = PV_LOWER_SCRATCH_MAX},
        .cursor = ts_tree_cursor_new(root),
    };
    pv_lower_child(&lower, root, PV_ROLE_NONE);
    PV_TRY(lower.failure);
    PV_TRY(stack_pending(&lower));
    while (lower.stack.n > 0) {
        struct item item = lower.stack.p[--lower.stack.n];
        PV_TRY(step(&lower, &item));
    }
    return PV_SUCCESS;
}
