/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stack of work items instead of recursion: a node becomes an open, its
 * children, and a close. What a row or a hook says about one node is gathered in
 * `pending`, in order, and then put on the stack, last first.
 */
#include "engine/lang/lower_internal.h"

#include "base/assert.h"

void pv_lower_keep_failure(struct pv_lower *lower, struct pv_result result)
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
        pv_lower_keep_failure(lower, pv_fail(lower->err, PV_LIMIT, ts_node_start_byte(node),
                                             "too many nodes are open at once"));
        return &lower->nothing;
    }
    if (lower->pending.n == lower->pending.capacity) {
        struct pv_result grown =
            pv_vec_grow(&lower->scratch, (void **)&lower->pending.p, lower->pending.n,
                        &lower->pending.capacity, sizeof *lower->pending.p, lower->err);
        pv_lower_keep_failure(lower, grown);
        if (!pv_is_ok(grown))
            return &lower->nothing;
    }
    item = &lower->pending.p[lower->pending.n++];
    *item = (struct item){.node = node, .type = (uint8_t)type, .role = (uint8_t)role};
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

static uint32_t end_of(const struct pv_lower *lower, TSNode node)
{
    bool is_at_hand = lower->node.id == node.id;
    return is_at_hand ? lower->facts.end : ts_node_end_byte(node);
}

struct pv_str pv_lower_text(const struct pv_lower *lower, TSNode node)
{
    if (ts_node_is_null(node))
        return (struct pv_str){0};
    return pv_str_sub(lower->job->tree->text, ts_node_start_byte(node), end_of(lower, node));
}

bool pv_lower_is_pattern(const struct pv_lower *lower)
{
    return lower->job->is_pattern;
}

struct pv_result pv_lower_number_of(const struct pv_lower_job *job, struct pv_str text,
                                    pv_word *out, struct pv_err *err)
{
    if (job->new_words)
        return pv_vocab_add(job->mem, job->new_words, text, out, err);
    *out = pv_vocab_word(job->vocab, text);
    return PV_SUCCESS;
}

struct pv_str pv_lower_bytes(const struct pv_lower *lower, uint32_t start, uint32_t end)
{
    return pv_str_sub(lower->job->tree->text, start, end);
}

static pv_word word_of(struct pv_lower *lower, struct pv_str text)
{
    pv_word word = 0;
    pv_lower_keep_failure(lower, pv_lower_number_of(lower->job, text, &word, lower->err));
    return word;
}

void pv_lower_open(struct pv_lower *lower, enum pv_kind kind, enum pv_role role, TSNode range)
{
    struct item *item = push(lower, ITEM_OPEN, role, range);
    item->kind = (uint16_t)kind;
    item->start = ts_node_start_byte(range);
    item->end = end_of(lower, range);
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
    if (ts_node_is_null(node))
        return;
    pv_lower_open(lower, kind, role, node);
    pv_lower_word(lower, pv_lower_text(lower, node));
    pv_lower_close(lower);
}

void pv_lower_child(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    if (!ts_node_is_null(node))
        (void)push(lower, ITEM_NODE, role, node);
}

void pv_lower_widened(struct pv_lower *lower, TSNode whole, TSNode node, enum pv_role role)
{
    if (ts_node_is_null(node))
        return;
    struct item *item = push(lower, ITEM_NODE, role, node);
    item->change = CHANGE_RANGE;
    item->start = ts_node_start_byte(whole);
    item->end = ts_node_end_byte(whole);
}

void pv_lower_marked(struct pv_lower *lower, uint32_t start, uint32_t end, TSNode node,
                     enum pv_role role)
{
    if (ts_node_is_null(node))
        return;
    struct item *item = push(lower, ITEM_NODE, role, node);
    item->change = CHANGE_MARK;
    item->start = start;
    item->end = end;
}

void pv_lower_operand(struct pv_lower *lower, TSNode node, uint32_t start, enum pv_role role)
{
    struct item *item = push(lower, ITEM_NODE, role, node);
    item->change = CHANGE_START;
    item->start = start;
}

const struct pv_lang *pv_lower_lang(const struct pv_lower *lower)
{
    return lower->job->lang;
}

bool pv_lower_is_operand(const struct pv_lower *lower)
{
    return lower->is_operand;
}

static PV_RESULT take_open(struct pv_lower *lower, const struct item *item)
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

static PV_RESULT stack_item(struct pv_lower *lower, const struct item *item)
{
    if (lower->stack.n == lower->stack.capacity)
        PV_TRY(pv_vec_grow(&lower->scratch, (void **)&lower->stack.p, lower->stack.n,
                           &lower->stack.capacity, sizeof *lower->stack.p, lower->err));
    lower->stack.p[lower->stack.n++] = *item;
    return PV_SUCCESS;
}

static void take_close(struct pv_lower *lower)
{
    struct pv_tree *tree = lower->job->tree;
    pv_node closed = lower->parent;
    pv_tree_close(tree, closed);
    lower->parent = tree->nodes.p[closed].parent;
}

/*
 * What comes before the first node of the grammar is done at once; the rest goes
 * on the stack last first, so that the first comes off first.
 */
static PV_RESULT take_pending(struct pv_lower *lower)
{
    size_t done = 0;
    for (; done < lower->pending.n && lower->pending.p[done].type != ITEM_NODE; done++) {
        if (lower->pending.p[done].type == ITEM_OPEN)
            PV_TRY(take_open(lower, &lower->pending.p[done]));
        else
            take_close(lower);
    }
    for (size_t i = lower->pending.n; i > done; i--)
        PV_TRY(stack_item(lower, &lower->pending.p[i - 1]));
    lower->pending.n = 0;
    return PV_SUCCESS;
}

/* The words of a change's range, each as a modifier; the stack takes the last first. */
static PV_RESULT stack_marks(struct pv_lower *lower, const struct item *change)
{
    struct pv_str text = lower->job->tree->text;
    uint32_t at = change->end;
    while (at > change->start) {
        uint32_t end = at;
        while (at > change->start && text.p[at - 1] >= 'a' && text.p[at - 1] <= 'z')
            at--;
        struct item mark = {.type = ITEM_CLOSE};
        if (end > at) {
            PV_TRY(stack_item(lower, &mark));
            mark = (struct item){.type = ITEM_OPEN,
                                 .kind = PV_MODIFIER,
                                 .role = PV_ROLE_MODIFIER,
                                 .start = at,
                                 .end = end,
                                 .word = word_of(lower, pv_str_sub(text, at, end))};
            PV_TRY(stack_item(lower, &mark));
        }
        at -= at > change->start;
    }
    return lower->failure;
}

static bool takes_mark(const struct item *item)
{
    return item->type == ITEM_OPEN &&
           (item->kind == PV_FUNC || item->kind == PV_CLASS || item->kind == PV_VAR);
}

/* As stack_pending, with the change done to all that lies in nothing else. */
static PV_RESULT stack_changed(struct pv_lower *lower, const struct item *change)
{
    size_t depth = 0;
    for (size_t i = lower->pending.n; i > 0; i--) {
        struct item item = lower->pending.p[i - 1];
        depth -= item.type == ITEM_OPEN;
        bool is_top = depth == 0 && item.type != ITEM_CLOSE;
        bool is_marked = is_top && change->change == CHANGE_MARK;
        if (is_top && item.type == ITEM_NODE) {
            item.change = change->change;
            item.start = change->start;
            item.end = change->end;
        } else if (is_top && (change->change == CHANGE_RANGE || takes_mark(&item))) {
            item.start = item.start < change->start ? item.start : change->start;
            item.end = is_marked || item.end > change->end ? item.end : change->end;
        }
        if (is_marked && takes_mark(&item))
            PV_TRY(stack_marks(lower, change));
        PV_TRY(stack_item(lower, &item));
        depth += item.type == ITEM_CLOSE;
    }
    lower->pending.n = 0;
    return PV_SUCCESS;
}

/* What a link of a chain becomes begins where the first of the chain does, without operators. */
static void start_later(struct pv_lower *lower, const struct item *change)
{
    for (size_t i = 0; i < lower->pending.n; i++) {
        struct item *item = &lower->pending.p[i];
        if (item->type == ITEM_OPEN)
            item->start = change->start;
        if (item->type != ITEM_NODE)
            continue;
        item->change = CHANGE_START;
        item->start = change->start;
        return;
    }
}

static PV_RESULT expand(struct pv_lower *lower, const struct item *item)
{
    const struct pv_lang *lang = lower->job->lang;
    TSNode node = item->node;
    lower->room.n = 0;
    lower->is_operand = item->change == CHANGE_START;
    if (lower->is_operand && lang->hold(node) != PV_HOLD_TIGHT) {
        node = pv_regroup_operand(lang, node);
        lower->is_operand = false;
    }
    pv_lower_expand(lower, node, (enum pv_role)item->role);
    if (lower->is_operand)
        start_later(lower, item);
    return lower->failure;
}

static PV_RESULT step(struct pv_lower *lower, const struct item *item)
{
    switch ((enum item_type)item->type) {
    case ITEM_OPEN: return take_open(lower, item);
    case ITEM_CLOSE: take_close(lower); return PV_SUCCESS;
    case ITEM_NODE:
        PV_TRY(expand(lower, item));
        return item->change == CHANGE_RANGE || item->change == CHANGE_MARK
                   ? stack_changed(lower, item)
                   : take_pending(lower);
    }
    return PV_SUCCESS;
}

static void clear_lower(struct pv_lower *lower)
{
    pv_children_free(lower->children);
    pv_arena_clear(&lower->scratch);
}

/* A file is one, even where the grammar makes nothing of it. */
static void lower_root(struct pv_lower *lower, TSNode root)
{
    bool is_error = ts_node_is_error(root) && !lower->job->is_part;
    if (is_error)
        pv_lower_open(lower, PV_FILE, PV_ROLE_NONE, root);
    pv_lower_child(lower, root, lower->job->is_part ? lower->job->role : PV_ROLE_NONE);
    if (is_error)
        pv_lower_close(lower);
}

struct pv_result pv_lower_run(const struct pv_lower_job *job, TSNode root, struct pv_err *err)
{
    PV_DEFER(clear_lower)
    struct pv_lower lower = {
        .job = job,
        .err = err,
        .parent = job->is_part ? job->parent : PV_NO_NODE,
        .scratch = {.limit_bytes = PV_LOWER_SCRATCH_MAX},
        .children = pv_children_new(),
        .operator_field = ts_language_field_id_for_name(ts_node_language(root), "operator", 8),
    };
    lower_root(&lower, root);
    PV_TRY(lower.failure);
    PV_TRY(take_pending(&lower));
    while (lower.stack.n > 0) {
        struct item item = lower.stack.p[--lower.stack.n];
        PV_TRY(step(&lower, &item));
    }
    if (job->is_part)
        return PV_SUCCESS;
    /* The grammar's own root begins behind blanks. */
    job->tree->nodes.p[0].start = 0;
    job->tree->nodes.p[0].end = (uint32_t)job->tree->text.n;
    return PV_SUCCESS;
}
