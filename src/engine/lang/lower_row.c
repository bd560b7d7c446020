/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a language's table says about one node of the grammar, as work items.
 */
#include "engine/lang/lower_internal.h"

#include "base/assert.h"
#include "base/attr.h"
#include "base/num.h"

#include <string.h>

enum { KIDS_FIRST = 256 };

static const struct pv_lower_field common_fields[] = {
    {"alias", PV_ROLE_ALIAS},       {"alternative", PV_ROLE_ELSE},
    {"argument", PV_ROLE_OPERAND},  {"arguments", PV_ROLE_ARGS},
    {"body", PV_ROLE_BODY},         {"condition", PV_ROLE_COND},
    {"consequence", PV_ROLE_THEN},  {"field", PV_ROLE_FIELD},
    {"function", PV_ROLE_CALLEE},   {"key", PV_ROLE_KEY},
    {"left", PV_ROLE_LEFT},         {"name", PV_ROLE_NAME},
    {"object", PV_ROLE_OBJECT},     {"operand", PV_ROLE_OPERAND},
    {"parameters", PV_ROLE_PARAMS}, {"return_type", PV_ROLE_RESULT},
    {"right", PV_ROLE_RIGHT},       {"type", PV_ROLE_TYPE},
    {"value", PV_ROLE_VALUE},       {"type_parameters", PV_ROLE_TYPE_PARAMS},
};

/* Kinds whose first token is a word that tells them apart. */
static const bool is_told_by_token[PV_KIND_COUNT] = {
    [PV_BINARY] = true, [PV_UNARY] = true, [PV_POSTFIX] = true,
    [PV_ASSIGN] = true, [PV_CLASS] = true,
};

/* Kinds that tokens such as `static` and `async` belong to; elsewhere they are syntax. */
static const bool has_modifiers[PV_KIND_COUNT] = {
    [PV_KIND_NONE] = true, [PV_FUNC] = true,  [PV_CLASS] = true,
    [PV_VAR] = true,       [PV_PARAM] = true, [PV_LAMBDA] = true,
    [PV_FOR_EACH] = true,  [PV_WITH] = true,  [PV_IMPORT] = true,
};

static const struct pv_lower_row *find_row(const struct pv_lang *lang, const char *symbol)
{
    size_t low = 0;
    size_t high = lang->n_rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(symbol, lang->rows[middle].symbol);
        if (order == 0)
            return &lang->rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Each symbol is looked up by name once a file, then by number. NULL when it has no row. */
static const struct pv_lower_row *row_of_symbol(struct pv_lower *lower, TSSymbol symbol,
                                                TSNode node)
{
    if (symbol >= PV_LANG_SYMBOLS_MAX)
        return ts_node_is_error(node) ? NULL : find_row(lower->job->lang, ts_node_type(node));
    if (!lower->rows[symbol]) {
        const struct pv_lower_row *row = find_row(lower->job->lang, ts_node_type(node));
        lower->rows[symbol] = row ? row : &lower->unknown;
    }
    return lower->rows[symbol] == &lower->unknown ? NULL : lower->rows[symbol];
}

static const struct pv_lower_row *row_of(struct pv_lower *lower, TSNode node)
{
    return row_of_symbol(lower, ts_node_symbol(node), node);
}

enum pv_kind pv_lower_kind(struct pv_lower *lower, TSNode node)
{
    const struct pv_lower_row *row = ts_node_is_null(node) ? NULL : row_of(lower, node);
    while (row && row->how == PV_LOWER_UNWRAP && ts_node_named_child_count(node) == 1) {
        node = ts_node_named_child(node, 0);
        row = row_of(lower, node);
    }
    return row ? row->kind : PV_KIND_NONE;
}

static bool is_block(struct pv_lower *lower, TSNode node)
{
    const struct pv_lower_row *row = row_of(lower, node);
    return row &&
           (row->how == PV_LOWER_BODY || row->kind == PV_BLOCK || row->kind == PV_CLASS_BODY);
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
    if (ts_node_is_named(node))
        pv_lower_child(lower, node, PV_ROLE_NONE);
    pv_lower_close(lower);
}

/* What the table says of a child that may stand anywhere, such as a comment. */
static enum pv_lower_how how_of_extra(struct pv_lower *lower, const struct pv_child *child)
{
    if (child->is_missing)
        return PV_LOWER_DROP;
    if (!child->is_extra || !child->is_named || child->is_error)
        return PV_LOWER_NODE;
    const struct pv_lower_row *row = row_of_symbol(lower, child->symbol, child->node);
    return row ? row->how : PV_LOWER_NODE;
}

/* Some grammars have `this` or `nil` as mere tokens, which the table says are names. */
static bool is_name_token(struct pv_lower *lower, const struct pv_child *child)
{
    const struct pv_lower_row *row = row_of_symbol(lower, child->symbol, child->node);
    return row && row->how == PV_LOWER_LEAF && (row->kind == PV_NAME || row->kind == PV_NULL);
}

/*
 * Room for one more kid of the list that begins at `*first`. A list that does not
 * fit moves; those before it stay where they are.
 */
static struct pv_kid *make_room(struct pv_lower *lower, size_t *first)
{
    struct pv_lower_room *room = &lower->room;
    if (room->n < room->capacity)
        return &room->p[room->n++];
    struct pv_lower_room larger = {.n = room->n - *first};
    size_t n = pv_max(KIDS_FIRST, 2 * room->capacity);
    struct pv_result taken = PV_NEW_ARRAY(&lower->scratch, n, &larger.p, lower->err);
    if (!pv_is_ok(taken)) {
        pv_lower_keep_failure(lower, taken);
        return NULL;
    }
    if (larger.n > 0)
        memcpy(larger.p, room->p + *first, larger.n * sizeof *larger.p);
    larger.capacity = n;
    *room = larger;
    *first = 0;
    return &room->p[room->n++];
}

/* Nodes that stand LATER, in order. */
struct later_list {
    PV_VEC(TSNode) list;
};

static void add_later(struct pv_lower *lower, struct later_list *later, TSNode node)
{
    TSNode *slot = NULL;
    struct pv_result pushed = PV_VEC_PUSH(&lower->scratch, &later->list, &slot, lower->err);
    pv_lower_keep_failure(lower, pushed);
    if (pv_is_ok(pushed))
        *slot = node;
}

struct pv_kids pv_lower_kids(struct pv_lower *lower, TSNode node)
{
    size_t first = lower->room.n;
    struct later_list later = {0};
    struct pv_child child = {0};
    if (ts_node_is_null(node))
        return (struct pv_kids){0};
    pv_children_begin(lower->children, node);
    while (pv_children_next(lower->children, &child)) {
        enum pv_lower_how how = how_of_extra(lower, &child);
        if (how == PV_LOWER_LATER)
            add_later(lower, &later, child.node);
        if (how == PV_LOWER_LATER || how == PV_LOWER_DROP)
            continue;
        struct pv_kid *kid = make_room(lower, &first);
        if (!kid)
            return (struct pv_kids){0};
        *kid = (struct pv_kid){.node = child.node,
                               .field = child.field_name,
                               .field_id = child.field,
                               .symbol = child.symbol,
                               .is_named = child.is_named || is_name_token(lower, &child)};
    }
    for (size_t i = later.list.n; i > 0; i--)
        pv_lower_keep_later(lower, later.list.p[i - 1]);
    return (struct pv_kids){lower->room.p + first, lower->room.n - first};
}

static bool is_text(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

static const struct pv_lower_field *find_field(const struct pv_lower_field *fields, size_t n,
                                               const char *name)
{
    for (size_t i = 0; i < n && fields[i].name; i++) {
        if (is_text(fields[i].name, name))
            return &fields[i];
    }
    return NULL;
}

/* As with rows, names are compared once a file. */
static enum pv_role common_role(struct pv_lower *lower, const struct pv_kid *kid, enum pv_role rest)
{
    uint8_t *known = kid->field_id < PV_LANG_FIELDS_MAX ? &lower->roles[kid->field_id] : NULL;
    if (known && *known)
        return *known - 1 == PV_ROLE_COUNT ? rest : (enum pv_role)(*known - 1);
    const struct pv_lower_field *field =
        find_field(common_fields, PV_COUNT(common_fields), kid->field);
    if (known)
        *known = (uint8_t)((field ? field->role : PV_ROLE_COUNT) + 1);
    return field ? field->role : rest;
}

/* `place` is how many of the row's nameless roles are taken. */
static enum pv_role role_of(struct pv_lower *lower, const struct pv_lower_row *row,
                            const struct pv_kid *kid, size_t *place)
{
    const struct pv_lower_field *field = NULL;
    if (row->fields[0].name) {
        const char *name = kid->field ? kid->field : ts_node_type(kid->node);
        field = find_field(row->fields, PV_LOWER_FIELDS_MAX, name);
    }
    if (field)
        return field->role;
    if (kid->field)
        return common_role(lower, kid, row->rest);
    size_t skip = kid->is_named ? (*place)++ : SIZE_MAX;
    for (field = row->fields; field->name; field++) {
        if (field->name[0] == '\0' && skip-- == 0)
            return field->role;
    }
    return row->rest;
}

static bool says_modifier(const struct pv_lang *lang, TSNode token)
{
    const char *const *word = lang->modifiers;
    const char *type = ts_node_type(token);
    while (word && *word && strcmp(*word, type) != 0)
        word++;
    return word && *word;
}

static bool is_modifier(struct pv_lower *lower, const struct pv_kid *token)
{
    if (token->symbol >= PV_LANG_SYMBOLS_MAX)
        return says_modifier(lower->job->lang, token->node);
    uint8_t *known = &lower->modifiers[token->symbol];
    if (!*known)
        *known = says_modifier(lower->job->lang, token->node) + 1;
    return *known > 1;
}

static bool is_body_role(enum pv_kind kind, enum pv_role role)
{
    if (kind == PV_LAMBDA || kind == PV_COND || pv_kind_shape(kind) != PV_SHAPE_PARTS)
        return false;
    return role == PV_ROLE_BODY || role == PV_ROLE_THEN || role == PV_ROLE_ELSE;
}

static void lower_kids(struct pv_lower *lower, const struct pv_lower_row *row, struct pv_kids kids)
{
    size_t place = 0;
    pv_assert(kids.p || kids.n == 0);
    for (size_t i = 0; i < kids.n; i++) {
        const struct pv_kid *kid = &kids.p[i];
        if (!kid->is_named && !kid->field) {
            if (has_modifiers[row->kind] && is_modifier(lower, kid))
                pv_lower_leaf(lower, PV_MODIFIER, PV_ROLE_MODIFIER, kid->node);
            continue;
        }
        enum pv_role role = role_of(lower, row, kid, &place);
        if (is_body_role(row->kind, role))
            pv_lower_body(lower, kid->node, role);
        else if (kid->is_named)
            pv_lower_child(lower, kid->node, role);
    }
}

void pv_lower_all(struct pv_lower *lower, enum pv_kind kind, struct pv_kids kids, enum pv_role rest)
{
    struct pv_lower_row row = {.kind = kind, .rest = rest};
    lower_kids(lower, &row, kids);
}

void pv_lower_each(struct pv_lower *lower, struct pv_kids kids, enum pv_role role)
{
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named)
            pv_lower_child(lower, kids.p[i].node, role);
    }
}

/* The row's own word, or the operator, or the keyword that says which kind of class it is. */
static void lower_word(struct pv_lower *lower, const struct pv_lower_row *row, struct pv_kids kids)
{
    if (row->word) {
        pv_lower_word(lower, pv_str_of(row->word));
        return;
    }
    TSNode word = {0};
    for (size_t i = 0; i < kids.n && lower->operator_field && ts_node_is_null(word); i++) {
        if (kids.p[i].field_id == lower->operator_field)
            word = kids.p[i].node;
    }
    for (size_t i = 0; i < kids.n && ts_node_is_null(word) && is_told_by_token[row->kind]; i++) {
        if (!kids.p[i].is_named)
            word = kids.p[i].node;
    }
    if (!ts_node_is_null(word))
        pv_lower_word(lower, pv_lower_text(lower, word));
}

static void lower_node(struct pv_lower *lower, const struct pv_lower_row *row, TSNode node,
                       enum pv_role role)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, row->kind, role, node);
    lower_word(lower, row, kids);
    const struct pv_kid *last = kids.n > 0 ? &kids.p[kids.n - 1] : NULL;
    if (last && !last->field && !last->is_named && pv_node_is(last->node, ";"))
        pv_lower_flag(lower, PV_NODE_SEMICOLON);
    lower_kids(lower, row, kids);
    pv_lower_close(lower);
}

void pv_lower_decorated(struct pv_lower *lower, TSNode node, enum pv_role role,
                        struct pv_kids decorators)
{
    const struct pv_lower_row *row = decorators.n ? row_of(lower, node) : NULL;
    if (!row || row->how != PV_LOWER_NODE) {
        pv_lower_each(lower, decorators, role);
        pv_lower_child(lower, node, role);
        return;
    }
    struct pv_kids kids = pv_lower_kids(lower, node);
    pv_lower_open(lower, row->kind, role, node);
    pv_lower_range(lower, ts_node_start_byte(decorators.p[0].node), ts_node_end_byte(node));
    lower_word(lower, row, kids);
    pv_lower_each(lower, decorators, PV_ROLE_ATTR);
    lower_kids(lower, row, kids);
    pv_lower_close(lower);
}

/* One block, even where the grammar has none or has many statements. */
static void lower_body(struct pv_lower *lower, const struct pv_lower_row *row, TSNode node)
{
    struct pv_kids kids = pv_lower_kids(lower, node);
    size_t n = 0;
    TSNode only = {0};
    for (size_t i = 0; i < kids.n; i++) {
        if (kids.p[i].is_named) {
            only = kids.p[i].node;
            n++;
        }
    }
    if (n == 1) {
        pv_lower_body(lower, only, row->rest);
        return;
    }
    pv_lower_open(lower, PV_BLOCK, row->rest, node);
    pv_lower_flag(lower, PV_NODE_SYNTHETIC);
    pv_lower_each(lower, kids, PV_ROLE_NONE);
    pv_lower_close(lower);
}

static void lower_splice(struct pv_lower *lower, const struct pv_lower_row *row, TSNode node,
                         enum pv_role role)
{
    struct pv_lower_row spliced = *row;
    if (row->rest == PV_ROLE_NONE)
        spliced.rest = role;
    lower_kids(lower, &spliced, pv_lower_kids(lower, node));
}

static void lower_row(struct pv_lower *lower, const struct pv_lower_row *row, TSNode node,
                      enum pv_role role)
{
    switch (row->how) {
    case PV_LOWER_NODE: lower_node(lower, row, node, role); break;
    case PV_LOWER_LEAF: pv_lower_leaf(lower, row->kind, role, node); break;
    case PV_LOWER_DROP:
    case PV_LOWER_LATER: break;
    case PV_LOWER_UNWRAP: pv_lower_each(lower, pv_lower_kids(lower, node), role); break;
    case PV_LOWER_SPLICE: lower_splice(lower, row, node, role); break;
    case PV_LOWER_BODY: lower_body(lower, row, node); break;
    case PV_LOWER_HOOK: row->hook(lower, node, role); break;
    }
}

/* What the grammar could not read still holds pieces that it could. */
static void lower_error(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    static const struct pv_lower_row row = {.kind = PV_ERROR};
    size_t start = ts_node_start_byte(node);
    if (start >= lower->error_end) {
        lower->job->tree->error_bytes += ts_node_end_byte(node) - start;
        lower->error_end = ts_node_end_byte(node);
    }
    pv_lower_open(lower, PV_ERROR, role, node);
    pv_lower_flag(lower, PV_NODE_IN_ERROR);
    lower_kids(lower, &row, pv_lower_kids(lower, node));
    pv_lower_close(lower);
}

/* It is kept as the grammar has it, with its tokens, so that it still matches. */
void pv_lower_unknown(struct pv_lower *lower, TSNode node, enum pv_role role)
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

void pv_lower_expand(struct pv_lower *lower, TSNode node, enum pv_role role)
{
    lower->node = node;
    lower->facts = pv_node_facts(node);
    if (lower->facts.is_missing)
        return;
    bool is_error = lower->facts.is_error;
    const struct pv_lower_row *row =
        is_error ? NULL : row_of_symbol(lower, lower->facts.symbol, node);
    if (is_error)
        lower_error(lower, node, role);
    else if (row)
        lower_row(lower, row, node, role);
    else
        pv_lower_unknown(lower, node, role);
}
