/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where values of other files may come into one: parameters of its functions, if
 * others call them, and all that it names of others. Too much rather than too
 * little: a door that is none costs time alone.
 */
#include "base/hash.h"
#include "engine/scan/scan_file_internal.h"
#include "engine/scan/scan_limits.h"

struct reader {
    struct pv_file_job *job;
    const struct pv_tree *tree;
    struct pv_links_names names;     /* hashes of what it calls others by */
    struct pv_links_names variables; /* words of variables whose type is another file's */
    struct pv_taint_doors *doors;
    bool is_everywhere; /* a class of another file is extended */
    struct pv_err *err;
};

static enum pv_kind kind_of(const struct reader *r, pv_node node)
{
    return (enum pv_kind)pv_tree_at(r->tree, node)->kind;
}

static bool has(const struct pv_links_names *names, uint64_t name)
{
    PV_VEC_EACH (const uint64_t, known, &names->list)
        if (*known == name)
            return true;
    return false;
}

static PV_RESULT add_name(struct reader *r, struct pv_links_names *names, uint64_t name)
{
    uint64_t *slot = NULL;
    if (has(names, name))
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(&r->job->door_mem, &names->list, &slot, r->err));
    *slot = name;
    return PV_SUCCESS;
}

static PV_RESULT add_door(struct reader *r, pv_node node, bool is_filled)
{
    struct pv_taint_door *slot = NULL;
    const struct pv_tree_node *at = pv_tree_at(r->tree, node);
    PV_TRY(PV_VEC_PUSH(&r->job->door_mem, &r->doors->list, &slot, r->err));
    *slot = (struct pv_taint_door){at->start, at->end, is_filled};
    return PV_SUCCESS;
}

/* All names in an import of a file, or in what `require` is bound to. */
static PV_RESULT add_names_in(struct reader *r, pv_node node)
{
    for (pv_node i = node; i < pv_tree_at(r->tree, node)->after; i++)
        if (kind_of(r, i) == PV_NAME)
            PV_TRY(add_name(r, &r->names, pv_hash_str(pv_tree_text(r->tree, i))));
    return PV_SUCCESS;
}

static bool is_require(const struct reader *r, pv_node var)
{
    pv_node value = pv_tree_child(r->tree, var, PV_ROLE_VALUE);
    while (value != PV_NO_NODE && kind_of(r, value) == PV_ACCESS)
        value = pv_tree_child(r->tree, value, PV_ROLE_OBJECT);
    pv_node callee = value != PV_NO_NODE && kind_of(r, value) == PV_CALL
                         ? pv_tree_child(r->tree, value, PV_ROLE_CALLEE)
                         : PV_NO_NODE;
    return callee != PV_NO_NODE && pv_str_eq(pv_tree_text(r->tree, callee), PV_STR("require"));
}

/* What files of the same package or folder are called by is known; what paths import is read. */
static PV_RESULT read_names(struct reader *r)
{
    const struct pv_across *across = r->job->worker->across;
    bool has_paths = across->files[r->job->number].outline.kind == PV_OUTLINE_PATH;
    PV_VEC_EACH (const uint64_t, name, &across->links.names[r->job->number].list)
        PV_TRY(add_name(r, &r->names, *name));
    for (pv_node i = 0; has_paths && i < r->tree->nodes.n; i++) {
        if (kind_of(r, i) == PV_IMPORT)
            PV_TRY(add_names_in(r, i));
        else if (kind_of(r, i) == PV_VAR && is_require(r, i))
            PV_TRY(add_names_in(r, pv_tree_child(r->tree, i, PV_ROLE_TARGET)));
    }
    return PV_SUCCESS;
}

/* The hash of a name, or of the last part of a type's. */
static uint64_t name_of(const struct reader *r, pv_node node)
{
    struct pv_str text = pv_tree_text(r->tree, node);
    size_t dot = pv_str_rfind_byte(text, '.');
    return pv_hash_str(pv_str_sub(text, dot == SIZE_MAX ? 0 : dot + 1, text.n));
}

static bool is_within_import(const struct reader *r, pv_node node)
{
    for (int i = 0; i < 4 && node != PV_NO_NODE; i++) {
        if (kind_of(r, node) == PV_IMPORT || kind_of(r, node) == PV_PACKAGE)
            return true;
        node = pv_tree_at(r->tree, node)->parent;
    }
    return false;
}

/* All of `x.y.f(…)`, or of `new x(…)`, around x. */
static pv_node whole_of(const struct reader *r, pv_node node)
{
    for (;;) {
        const struct pv_tree_node *at = pv_tree_at(r->tree, node);
        if (at->parent == PV_NO_NODE)
            return node;
        enum pv_kind around = kind_of(r, at->parent);
        bool is_part = (around == PV_ACCESS && at->role == PV_ROLE_OBJECT) ||
                       (around == PV_CALL && at->role == PV_ROLE_CALLEE) ||
                       (around == PV_NEW && at->role == PV_ROLE_TYPE) || around == PV_GENERIC;
        if (!is_part)
            return node;
        node = at->parent;
    }
}

/* A value, and variables that it was given and may have filled. */
static PV_RESULT add_use(struct reader *r, pv_node name)
{
    pv_node whole = whole_of(r, name);
    PV_TRY(add_door(r, whole, false));
    pv_node args = kind_of(r, whole) == PV_CALL || kind_of(r, whole) == PV_NEW
                       ? pv_tree_child(r->tree, whole, PV_ROLE_ARGS)
                       : PV_NO_NODE;
    for (pv_node i = args; args != PV_NO_NODE && i < pv_tree_at(r->tree, args)->after; i++)
        if (kind_of(r, i) == PV_NAME && pv_tree_at(r->tree, i)->role != PV_ROLE_CALLEE)
            PV_TRY(add_door(r, i, true));
    return PV_SUCCESS;
}

/*
 * Whether what a class of another file leaves in a field is looked for in who extends it. In PHP
 * and Ruby whatever answers a request extends something, and all of it would be a door.
 */
static bool has_open_bases(const struct reader *r)
{
    struct pv_str lang = pv_lang_name(r->job->lang);
    return !pv_str_eq(lang, PV_STR("php")) && !pv_str_eq(lang, PV_STR("ruby"));
}

/* What a type of another file is said of: a variable, or the base of a class. */
static PV_RESULT add_type(struct reader *r, pv_node type)
{
    pv_node at = type;
    for (int i = 0; i < 4 && pv_tree_at(r->tree, at)->parent != PV_NO_NODE; i++) {
        enum pv_role role = (enum pv_role)pv_tree_at(r->tree, at)->role;
        at = pv_tree_at(r->tree, at)->parent;
        r->is_everywhere |= kind_of(r, at) == PV_CLASS && has_open_bases(r) &&
                            (role == PV_ROLE_BASE || role == PV_ROLE_IMPLEMENTS);
        if (kind_of(r, at) != PV_VAR && kind_of(r, at) != PV_PARAM)
            continue;
        pv_node target = pv_tree_child(r->tree, at, PV_ROLE_TARGET);
        return target == PV_NO_NODE ? PV_SUCCESS
                                    : add_name(r, &r->variables, pv_tree_at(r->tree, target)->word);
    }
    return PV_SUCCESS;
}

static PV_RESULT read_uses(struct reader *r)
{
    bool is_go = pv_str_eq(pv_lang_name(r->job->lang), PV_STR("go"));
    for (pv_node i = 0; i < r->tree->nodes.n; i++) {
        const struct pv_tree_node *at = pv_tree_at(r->tree, i);
        /* In Go what another package defines is written like a field. */
        bool is_name =
            at->kind == PV_NAME && at->role != PV_ROLE_NAME && (at->role != PV_ROLE_FIELD || is_go);
        if ((!is_name && at->kind != PV_TYPE) || !has(&r->names, name_of(r, i)) ||
            is_within_import(r, i))
            continue;
        PV_TRY(add_type(r, i));
        PV_TRY(add_use(r, at->role == PV_ROLE_FIELD ? at->parent : i));
    }
    for (pv_node i = 0; r->variables.list.n > 0 && i < r->tree->nodes.n; i++) {
        const struct pv_tree_node *at = pv_tree_at(r->tree, i);
        if (at->kind == PV_NAME && at->word && at->role != PV_ROLE_TARGET &&
            has(&r->variables, at->word))
            PV_TRY(add_use(r, at->role == PV_ROLE_FIELD ? at->parent : i));
    }
    return PV_SUCCESS;
}

/* Others may call a function with anything. */
static PV_RESULT read_params(struct reader *r)
{
    const struct pv_across_file *file = &r->job->worker->across->files[r->job->number];
    bool has_users = false;
    PV_VEC_EACH (const struct pv_links_member, member, &file->unit.list)
        has_users |= member->is_user;
    for (pv_node i = 0; has_users && i < r->tree->nodes.n; i++)
        if (kind_of(r, i) == PV_PARAM || kind_of(r, i) == PV_REST || kind_of(r, i) == PV_REST_KW)
            PV_TRY(add_door(r, i, false));
    return PV_SUCCESS;
}

/* Whether a function is written outside of its class: `T::f` of C++. */
static bool is_outside_of_class(const struct reader *r, pv_node function)
{
    pv_node name = kind_of(r, function) == PV_FUNC ? pv_tree_child(r->tree, function, PV_ROLE_NAME)
                                                   : PV_NO_NODE;
    return name != PV_NO_NODE && kind_of(r, name) == PV_ACCESS;
}

/* A field of the class, perhaps: a name that the file declares nowhere. */
static bool may_be_field(const struct reader *r, pv_node name)
{
    const struct pv_tree_node *at = pv_tree_at(r->tree, name);
    return at->kind == PV_NAME && at->role != PV_ROLE_CALLEE && at->role != PV_ROLE_NAME &&
           at->role != PV_ROLE_FIELD && pv_defs_number(r->job->file.defs, name) == UINT32_MAX;
}

/* Methods that stand outside of their class find in its fields what methods elsewhere left there.
 */
static PV_RESULT read_fields(struct reader *r)
{
    pv_node end = 0; /* of the method at hand */
    for (pv_node i = 0; i < r->tree->nodes.n; i++) {
        if (is_outside_of_class(r, i))
            end = pv_tree_at(r->tree, i)->after;
        if (i < end && may_be_field(r, i))
            PV_TRY(add_door(r, i, false));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_scan_doors_read(struct pv_file_job *job, const struct pv_taint_doors **out,
                             struct pv_err *err)
{
    struct reader r = {.job = job, .tree = job->file.tree, .err = err};
    if (!job->doors) {
        job->door_mem.limit_bytes = PV_SCAN_FILE_MEMORY;
        PV_TRY(PV_NEW(&job->door_mem, &r.doors, err));
        PV_TRY(read_names(&r));
        PV_TRY(read_params(&r));
        PV_TRY(read_uses(&r));
        if (pv_str_eq(pv_lang_name(job->lang), PV_STR("cpp")))
            PV_TRY(read_fields(&r));
        job->doors = r.doors;
        job->has_no_walls = r.is_everywhere;
    }
    *out = job->has_no_walls ? NULL : job->doors;
    return PV_SUCCESS;
}
