/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two walks. The first gathers what each scope declares, since a use may stand
 * before its declaration. The second goes in and out of scopes with a table of
 * the names that hold, and notes for each name what it means.
 */
#include "engine/facts/defs.h"

#include "base/map.h"

#define NONE UINT32_MAX

/* One declaration; several of one scope and name become one variable. */
struct declared {
    uint32_t name;
    uint32_t next; /* of the same scope */
    pv_node target;
    bool is_weak;  /* an assignment: it declares only what is not declared yet */
    bool is_outer; /* said to be a variable of outside: `global x` */
};

struct scope {
    pv_node node;
    uint32_t first; /* declared */
    uint32_t undo;  /* how many hidden names there were outside */
    bool has_outer; /* some declared name is one of outside */
};

struct use {
    pv_node node;
    uint32_t def;
};

struct pv_defs {
    PV_VEC(struct pv_def) list;
    PV_VEC(struct pv_write) writes;
    PV_VEC(struct use) uses; /* by node */
};

struct hidden {
    uint32_t name;
    uint32_t def;
};

struct reader {
    struct pv_arena *mem;
    const struct pv_tree *tree;
    struct pv_defs *defs;
    struct pv_map names;
    PV_VEC(struct declared) declared;
    PV_VEC(struct scope) scopes;  /* in preorder */
    PV_VEC(uint32_t) open;        /* numbers of the scopes around a node */
    PV_VEC(uint32_t) current;     /* by name: the variable that holds, or NONE */
    PV_VEC(struct hidden) hidden; /* what to put back when a scope is left */
    struct pv_err *err;
};

enum scope_reach { NO_SCOPE, BLOCK_SCOPE, FUNCTION_SCOPE };

static const uint8_t scope_of_kind[PV_KIND_COUNT] = {
    [PV_FILE] = FUNCTION_SCOPE,       [PV_FUNC] = FUNCTION_SCOPE,
    [PV_LAMBDA] = FUNCTION_SCOPE,     [PV_CLASS] = FUNCTION_SCOPE,
    [PV_CLASS_BODY] = FUNCTION_SCOPE, [PV_BLOCK] = BLOCK_SCOPE,
    [PV_FOR] = BLOCK_SCOPE,           [PV_FOR_EACH] = BLOCK_SCOPE,
    [PV_CATCH] = BLOCK_SCOPE,         [PV_TRY] = BLOCK_SCOPE,
    [PV_CASE] = BLOCK_SCOPE,          [PV_COMPREHENSION] = FUNCTION_SCOPE,
};

/* The node of which `name` is a target, straight or as one of several; PV_NO_NODE when it is none.
 */
static pv_node writer_of(const struct pv_tree *tree, pv_node name)
{
    const struct pv_tree_node *node = pv_tree_at(tree, name);
    while (node->role != PV_ROLE_TARGET) {
        if (node->parent == PV_NO_NODE)
            return PV_NO_NODE;
        enum pv_kind parent = (enum pv_kind)pv_tree_at(tree, node->parent)->kind;
        if (parent != PV_TUPLE && parent != PV_ARRAY && parent != PV_SPREAD)
            return PV_NO_NODE;
        node = pv_tree_at(tree, node->parent);
    }
    return node->parent;
}

/* `[x for x in xs]`: its variables are its own, whatever the names around it. */
static bool is_of_comprehension(const struct pv_tree *tree, pv_node writer)
{
    const struct pv_tree_node *node = pv_tree_at(tree, writer);
    return node->kind == PV_FOR_EACH && node->parent != PV_NO_NODE &&
           pv_tree_at(tree, node->parent)->kind == PV_COMPREHENSION;
}

/* Assignment and untyped loops declare as in Python: weakly, for the whole function. */
static bool is_weak(const struct pv_tree *tree, pv_node writer)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, writer)->kind;
    if (is_of_comprehension(tree, writer))
        return false;
    if (kind == PV_FOR_EACH || kind == PV_RESOURCE)
        return pv_tree_child(tree, writer, PV_ROLE_TYPE) == PV_NO_NODE;
    return kind != PV_VAR && kind != PV_PARAM && kind != PV_REST && kind != PV_REST_KW &&
           kind != PV_CATCH && kind != PV_TYPE_TEST;
}

static PV_RESULT intern(struct reader *r, struct pv_str name, uint32_t *out)
{
    uint32_t *slot = NULL;
    if (pv_map_find(&r->names, name, out))
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->current, &slot, r->err));
    *slot = NONE;
    *out = (uint32_t)(r->current.n - 1);
    return pv_map_put(r->mem, &r->names, name, *out, r->err);
}

static PV_RESULT declare(struct reader *r, pv_node name, pv_node writer)
{
    struct declared *declared = NULL;
    uint32_t number = 0;
    PV_TRY(intern(r, pv_tree_text(r->tree, name), &number));
    size_t at = r->open.n - 1;
    bool is_loose = is_weak(r->tree, writer);
    bool is_of_function = is_loose || is_of_comprehension(r->tree, writer);
    while (is_of_function && at > 0 &&
           scope_of_kind[pv_tree_at(r->tree, r->scopes.p[r->open.p[at]].node)->kind] !=
               FUNCTION_SCOPE)
        at--;
    struct scope *scope = &r->scopes.p[r->open.p[at]];
    PV_TRY(PV_VEC_PUSH(r->mem, &r->declared, &declared, r->err));
    *declared = (struct declared){
        .name = number, .next = scope->first, .target = name, .is_weak = is_loose};
    scope->first = (uint32_t)(r->declared.n - 1);
    return PV_SUCCESS;
}

/* `global x`: in this function x is a variable of outside. */
static PV_RESULT declare_outer(struct reader *r, pv_node name)
{
    struct declared *declared = NULL;
    uint32_t number = 0;
    size_t at = r->open.n - 1;
    PV_TRY(intern(r, pv_tree_text(r->tree, name), &number));
    while (at > 0 && scope_of_kind[pv_tree_at(r->tree, r->scopes.p[r->open.p[at]].node)->kind] !=
                         FUNCTION_SCOPE)
        at--;
    struct scope *scope = &r->scopes.p[r->open.p[at]];
    PV_TRY(PV_VEC_PUSH(r->mem, &r->declared, &declared, r->err));
    *declared =
        (struct declared){.name = number, .next = scope->first, .target = name, .is_outer = true};
    scope->has_outer = true;
    scope->first = (uint32_t)(r->declared.n - 1);
    return PV_SUCCESS;
}

static void leave_scopes(struct reader *r, pv_node node)
{
    while (r->open.n > 0) {
        const struct scope *scope = &r->scopes.p[r->open.p[r->open.n - 1]];
        if (node < pv_tree_at(r->tree, scope->node)->after)
            return;
        for (; r->hidden.n > scope->undo; r->hidden.n--) {
            const struct hidden *hidden = &r->hidden.p[r->hidden.n - 1];
            r->current.p[hidden->name] = hidden->def;
        }
        r->open.n--;
    }
}

static PV_RESULT open_scope(struct reader *r, uint32_t number)
{
    uint32_t *open = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->open, &open, r->err));
    *open = number;
    r->scopes.p[number].undo = (uint32_t)r->hidden.n;
    return PV_SUCCESS;
}

static PV_RESULT gather(struct reader *r)
{
    for (pv_node i = 0; i < r->tree->nodes.n; i++) {
        enum pv_kind kind = (enum pv_kind)pv_tree_at(r->tree, i)->kind;
        leave_scopes(r, i);
        if (i == 0 || scope_of_kind[kind] != NO_SCOPE) {
            struct scope *scope = NULL;
            PV_TRY(PV_VEC_PUSH(r->mem, &r->scopes, &scope, r->err));
            *scope = (struct scope){.node = i, .first = NONE};
            PV_TRY(open_scope(r, (uint32_t)(r->scopes.n - 1)));
        }
        pv_node writer = kind == PV_NAME ? writer_of(r->tree, i) : PV_NO_NODE;
        if (writer != PV_NO_NODE)
            PV_TRY(declare(r, i, writer));
        pv_node parent = pv_tree_at(r->tree, i)->parent;
        if (kind == PV_NAME && parent != PV_NO_NODE &&
            pv_tree_at(r->tree, parent)->kind == PV_GLOBAL)
            PV_TRY(declare_outer(r, i));
    }
    r->open.n = 0;
    return PV_SUCCESS;
}

/* Where the declaration of a variable of a block ends; 0 for what holds everywhere in its scope. */
static pv_node end_of(const struct reader *r, const struct declared *declared, pv_node scope)
{
    pv_node writer = writer_of(r->tree, declared->target);
    bool is_of_block = writer != PV_NO_NODE && pv_tree_at(r->tree, scope)->kind == PV_BLOCK &&
                       pv_tree_at(r->tree, writer)->kind == PV_VAR;
    return is_of_block ? pv_tree_at(r->tree, writer)->after : 0;
}

/* Makes a variable of a declaration, unless its name holds in this scope already. */
static PV_RESULT hold(struct reader *r, const struct declared *declared, pv_node scope)
{
    uint32_t before = r->current.p[declared->name];
    struct pv_def *known = before == NONE ? NULL : &r->defs->list.p[before];
    pv_node until = declared->is_weak ? 0 : end_of(r, declared, scope);
    if (known && known->scope == scope && until < known->until)
        known->until = until;
    if (known && (known->scope == scope || (declared->is_weak && known->is_strong)))
        return PV_SUCCESS;
    struct hidden *hidden = NULL;
    struct pv_def *def = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->hidden, &hidden, r->err));
    PV_TRY(PV_VEC_PUSH(r->mem, &r->defs->list, &def, r->err));
    *hidden = (struct hidden){declared->name, before};
    *def = (struct pv_def){.scope = scope,
                           .outer = before,
                           .type = PV_NO_NODE,
                           .last = PV_NO_WRITE,
                           .until = until,
                           .is_strong = !declared->is_weak};
    r->current.p[declared->name] = (uint32_t)(r->defs->list.n - 1);
    return PV_SUCCESS;
}

static bool is_outer(const struct reader *r, const struct scope *scope, uint32_t name)
{
    uint32_t i = scope->has_outer ? scope->first : NONE;
    for (; i != NONE; i = r->declared.p[i].next)
        if (r->declared.p[i].is_outer && r->declared.p[i].name == name)
            return true;
    return false;
}

/* Makes the variable of outside hold: the file's, unless a function in between has one. */
static PV_RESULT hold_outer(struct reader *r, const struct declared *declared)
{
    struct pv_def *def = NULL;
    if (r->current.p[declared->name] != NONE)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->defs->list, &def, r->err));
    *def = (struct pv_def){
        .scope = 0, .outer = NONE, .type = PV_NO_NODE, .last = PV_NO_WRITE, .is_strong = true};
    r->current.p[declared->name] = (uint32_t)(r->defs->list.n - 1);
    return PV_SUCCESS;
}

static PV_RESULT enter_scope(struct reader *r, uint32_t number)
{
    const struct scope *scope = &r->scopes.p[number];
    PV_TRY(open_scope(r, number));
    /* Strong ones first: an assignment in a block means the variable that the block declares. */
    for (uint32_t i = scope->first; i != NONE; i = r->declared.p[i].next) {
        if (r->declared.p[i].is_outer)
            PV_TRY(hold_outer(r, &r->declared.p[i]));
        else if (!r->declared.p[i].is_weak)
            PV_TRY(hold(r, &r->declared.p[i], scope->node));
    }
    for (uint32_t i = scope->first; i != NONE; i = r->declared.p[i].next) {
        if (r->declared.p[i].is_weak && !is_outer(r, scope, r->declared.p[i].name))
            PV_TRY(hold(r, &r->declared.p[i], scope->node));
    }
    return PV_SUCCESS;
}

static PV_RESULT add_write(struct reader *r, struct pv_def *def, pv_node writer, pv_node value)
{
    struct pv_write *write = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->defs->writes, &write, r->err));
    *write = (struct pv_write){.writer = writer, .value = value, .before = def->last};
    def->last = (uint32_t)(r->defs->writes.n - 1);
    def->writes++;
    return PV_SUCCESS;
}

/* Notes what `name`, as a target, writes to its variable. */
static PV_RESULT note_write(struct reader *r, struct pv_def *def, pv_node name, pv_node writer)
{
    const struct pv_tree_node *node = pv_tree_at(r->tree, writer);
    pv_node value = pv_tree_child(r->tree, writer, PV_ROLE_VALUE);
    bool is_plain = pv_tree_at(r->tree, name)->role == PV_ROLE_TARGET &&
                    (node->kind == PV_VAR || node->kind == PV_ASSIGN);
    if (node->kind != PV_ASSIGN && def->type == PV_NO_NODE)
        def->type = pv_tree_child(r->tree, writer, PV_ROLE_TYPE);
    if (node->kind == PV_VAR && value == PV_NO_NODE)
        return PV_SUCCESS;
    return add_write(r, def, writer, is_plain ? value : PV_NO_NODE);
}

/* Kinds that write to the name in them without naming it as a target. */
static bool writes_to_child(const struct pv_tree_node *node)
{
    return node->kind == PV_POSTFIX || node->kind == PV_GLOBAL || node->kind == PV_DELETE;
}

/* The `this.x` of which `name` is the x; PV_NO_NODE when it is none. */
static pv_node own_field(const struct pv_tree *tree, pv_node name)
{
    pv_node access = pv_tree_at(tree, name)->parent;
    if (pv_tree_at(tree, name)->role != PV_ROLE_FIELD || access == PV_NO_NODE)
        return PV_NO_NODE;
    pv_node object = pv_tree_child(tree, access, PV_ROLE_OBJECT);
    if (object == PV_NO_NODE)
        return PV_NO_NODE;
    struct pv_str self = pv_tree_text(tree, object);
    bool is_own = pv_str_eq(self, PV_STR("this")) || pv_str_eq(self, PV_STR("self"));
    return is_own ? access : PV_NO_NODE;
}

/* Whether `name` is in what the first loop of a comprehension goes through: that is outside it. */
static bool is_outside(const struct pv_tree *tree, pv_node name, pv_node scope)
{
    if (pv_tree_at(tree, scope)->kind != PV_COMPREHENSION)
        return false;
    pv_node loop = pv_tree_first(tree, scope);
    while (loop != PV_NO_NODE && pv_tree_at(tree, loop)->kind != PV_FOR_EACH)
        loop = pv_tree_next(tree, loop);
    pv_node value = loop == PV_NO_NODE ? loop : pv_tree_child(tree, loop, PV_ROLE_VALUE);
    return value != PV_NO_NODE && pv_tree_at(tree, name)->start >= pv_tree_at(tree, value)->start &&
           pv_tree_at(tree, name)->end <= pv_tree_at(tree, value)->end;
}

/* What a class declares in its body, or among the parameters in its header. */
static bool is_of_class(const struct pv_tree *tree, pv_node scope)
{
    enum pv_kind kind = (enum pv_kind)pv_tree_at(tree, scope)->kind;
    return kind == PV_CLASS_BODY || kind == PV_CLASS;
}

/* Whether code within a function of its own comes between a place and the scope around it. */
static bool is_in_function(const struct reader *r, pv_node scope)
{
    for (size_t i = r->open.n; i > 0; i--) {
        pv_node open = r->scopes.p[r->open.p[i - 1]].node;
        if (open == scope)
            return false;
        if (scope_of_kind[pv_tree_at(r->tree, open)->kind] == FUNCTION_SCOPE)
            return true;
    }
    return true;
}

/* `{ T *p = x; T *x = p; }`: until a block has declared x, it means the one of outside. */
static bool is_early(const struct reader *r, pv_node name, const struct pv_def *def)
{
    if (name >= def->until || def->outer == NONE || is_in_function(r, def->scope))
        return false;
    pv_node writer = writer_of(r->tree, name);
    return writer == PV_NO_NODE || pv_tree_at(r->tree, writer)->kind != PV_VAR;
}

/* The variable that `name` is: of a field, what the class declares, whatever hides it. */
static uint32_t def_of(const struct reader *r, pv_node name)
{
    uint32_t number = 0;
    enum pv_role role = (enum pv_role)pv_tree_at(r->tree, name)->role;
    if (role == PV_ROLE_NAME || role == PV_ROLE_ALIAS ||
        !pv_map_find(&r->names, pv_tree_text(r->tree, name), &number))
        return NONE;
    uint32_t def = r->current.p[number];
    while (def != NONE && (is_outside(r->tree, name, r->defs->list.p[def].scope) ||
                           is_early(r, name, &r->defs->list.p[def])))
        def = r->defs->list.p[def].outer;
    if (role != PV_ROLE_FIELD)
        return def;
    if (own_field(r->tree, name) == PV_NO_NODE)
        return NONE;
    while (def != NONE && !is_of_class(r->tree, r->defs->list.p[def].scope))
        def = r->defs->list.p[def].outer;
    return def;
}

static PV_RESULT note_use(struct reader *r, pv_node name)
{
    uint32_t number = def_of(r, name);
    if (number == NONE)
        return PV_SUCCESS;
    struct use *use = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->defs->uses, &use, r->err));
    *use = (struct use){name, number};
    pv_node access = own_field(r->tree, name);
    pv_node target = access == PV_NO_NODE ? name : access;
    pv_node writer = writer_of(r->tree, target);
    pv_node parent = pv_tree_at(r->tree, target)->parent;
    struct pv_def *def = &r->defs->list.p[use->def];
    if (writer != PV_NO_NODE)
        return note_write(r, def, target, writer);
    if (parent != PV_NO_NODE && writes_to_child(pv_tree_at(r->tree, parent)))
        return add_write(r, def, parent, PV_NO_NODE);
    return PV_SUCCESS;
}

static PV_RESULT resolve(struct reader *r)
{
    uint32_t scope = 0;
    for (pv_node i = 0; i < r->tree->nodes.n; i++) {
        leave_scopes(r, i);
        if (scope < r->scopes.n && r->scopes.p[scope].node == i)
            PV_TRY(enter_scope(r, scope++));
        if (pv_tree_at(r->tree, i)->kind == PV_NAME)
            PV_TRY(note_use(r, i));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_defs_read(struct pv_arena *mem, const struct pv_tree *tree, struct pv_defs **out,
                       struct pv_err *err)
{
    struct pv_defs *defs = NULL;
    PV_TRY(PV_NEW(mem, &defs, err));
    struct reader reader = {.mem = mem, .tree = tree, .defs = defs, .err = err};
    PV_TRY(gather(&reader));
    PV_TRY(resolve(&reader));
    *out = defs;
    return PV_SUCCESS;
}

const struct pv_write *pv_defs_write(const struct pv_defs *defs, uint32_t write)
{
    return &defs->writes.p[write];
}

uint32_t pv_defs_number(const struct pv_defs *defs, pv_node node)
{
    size_t low = 0;
    size_t high = defs->uses.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (defs->uses.p[middle].node < node)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < defs->uses.n && defs->uses.p[low].node == node;
    return is_there ? defs->uses.p[low].def : NONE;
}

const struct pv_def *pv_defs_get(const struct pv_defs *defs, uint32_t number)
{
    return &defs->list.p[number];
}

const struct pv_def *pv_defs_at(const struct pv_defs *defs, pv_node node)
{
    uint32_t number = pv_defs_number(defs, node);
    return number == NONE ? NULL : &defs->list.p[number];
}

const struct pv_def *pv_defs_of(const struct pv_defs *defs, const struct pv_tree *tree,
                                pv_node node)
{
    if (node != PV_NO_NODE && pv_tree_at(tree, node)->kind == PV_ACCESS)
        node = pv_tree_child(tree, node, PV_ROLE_FIELD);
    return node == PV_NO_NODE ? NULL : pv_defs_at(defs, node);
}
