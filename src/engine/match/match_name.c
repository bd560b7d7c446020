/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names: as they are written, and as what they were imported from. A pattern's
 * `hashlib.md5` holds for `m` after `from hashlib import md5 as m`; its `md5`,
 * which says no module, does not.
 */
#include "engine/match/match_internal.h"

#include "engine/facts/dotted.h"

static bool is_name(enum pv_kind kind)
{
    return kind == PV_NAME || kind == PV_TYPE;
}

/* What has one of these roles says what something is called, or which part of it is meant. */
static const bool is_label[PV_ROLE_COUNT] = {
    [PV_ROLE_NAME] = true,  [PV_ROLE_FIELD] = true,  [PV_ROLE_ALIAS] = true,
    [PV_ROLE_LABEL] = true, [PV_ROLE_MODULE] = true,
};

/* What these have as their target is declared there. */
static const bool is_declaration[PV_KIND_COUNT] = {
    [PV_VAR] = true, [PV_PARAM] = true, [PV_REST] = true, [PV_REST_KW] = true, [PV_CATCH] = true,
};

bool pv_match_is_use(const struct pv_tree *tree, pv_node t)
{
    const struct pv_tree_node *node = pv_tree_at(tree, t);
    if (node->role == PV_ROLE_TARGET && node->parent != PV_NO_NODE)
        return !is_declaration[pv_tree_at(tree, node->parent)->kind];
    return !is_label[node->role];
}

static bool is_path(const struct pv_path *path, const struct pv_dotted *name)
{
    if (path->n != name->n)
        return false;
    for (size_t i = path->n; i-- > 0;) {
        if (!pv_str_eq(path->parts[i], name->parts[i]))
            return false;
    }
    return true;
}

/* Whether `name` is `m.x` for the x at `t`, which was not imported, and a module m imported whole.
 */
static bool is_of_wildcard(const struct pv_matcher *m, pv_node p, pv_node t)
{
    const struct pv_path *wildcards = NULL;
    size_t n = pv_imports_wildcards(m->file->imports, &wildcards);
    struct pv_dotted name = {0};
    if (n == 0 || !pv_dotted_read(m->code, p, &name) || name.n < 2 ||
        !pv_str_eq(name.parts[name.n - 1], pv_tree_text(m->tree, t)))
        return false;
    name.n--;
    for (size_t i = 0; i < n; i++) {
        if (is_path(&wildcards[i], &name))
            return true;
    }
    return false;
}

/* Whether the pattern's name `p` is what the name at `t` was imported from. */
static bool is_imported(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_dotted name = {0};
    struct pv_path path = {0};
    if (!m->file->imports || !pv_match_is_use(m->tree, t))
        return false;
    if (!pv_imports_resolve(m->file->imports, m->tree, t, &path))
        return is_of_wildcard(m, p, t);
    if (!pv_dotted_read(m->code, p, &name))
        return false;
    return is_path(&path, &name);
}

/* Through what may stand around a name, to a name or, if wanted, to a chain of them. */
static pv_node unwrap_name(struct pv_matcher *m, pv_node t, enum pv_kind wanted)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    return is_name(kind) || kind == wanted ? t : pv_match_unwrap(m, t, wanted);
}

static bool is_upper(struct pv_str text)
{
    return text.n > 0 && text.p[0] >= 'A' && text.p[0] <= 'Z';
}

/* Packages are written small and come two at a time, namespaces as types are. */
static bool is_package(const struct pv_dotted *name)
{
    bool is_space = is_upper(name->parts[0]);
    if (name->n < 2 && !pv_str_eq(name->parts[0], PV_STR("System")))
        return false;
    for (size_t i = 1; i < name->n; i++) {
        if (is_upper(name->parts[i]) != is_space)
            return false;
    }
    return !pv_str_eq(name->parts[0], PV_STR("this"));
}

/* Whether `t` is the type `p` with its package before it. */
static bool is_packaged(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_dotted name = {0};
    struct pv_str wanted = pv_tree_text(m->code, p);
    if (!m->pattern->options.implicit_package || !is_upper(wanted) ||
        pv_match_target(m, t)->kind != PV_ACCESS || !pv_dotted_read(m->tree, t, &name) ||
        !pv_str_eq(name.parts[name.n - 1], wanted))
        return false;
    name.n--;
    return is_package(&name);
}

void pv_match_name(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    if (is_packaged(m, p, t)) {
        then->run(m, then);
        return;
    }
    t = unwrap_name(m, t, PV_NAME);
    if (t == PV_NO_NODE)
        return;
    if (pv_match_target(m, t)->word == pv_match_code(m, p)->word || is_imported(m, p, t))
        then->run(m, then);
}

struct part {
    struct pv_then base;
    pv_word name;
    struct pv_str text;
    const struct pv_then *then;
};

/* A part of an import's path stands in the words of the import. */
static void bind_part(struct pv_matcher *m, pv_word name, struct pv_str text,
                      const struct pv_then *then)
{
    uint32_t start = (uint32_t)(text.p - m->tree->text.p);
    pv_match_bind_text(m, name, start, start + (uint32_t)text.n, then);
}

static void run_part(struct pv_matcher *m, const struct pv_then *then)
{
    const struct part *part = (const struct part *)then;
    bind_part(m, part->name, part->text, part->then);
}

/*
 * `hashlib.$ALG` for a name that was imported from hashlib: $ALG is what it is
 * called there, in the words of the import. In `$M.$ALG`, $M is the module.
 */
static void match_imported_field(struct pv_matcher *m, pv_node p, pv_node t,
                                 const struct pv_then *then)
{
    pv_node object = pv_tree_child(m->code, p, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(m->code, p, PV_ROLE_FIELD);
    struct pv_dotted module = {0};
    struct pv_path path = {0};
    if (!m->file->imports || !pv_match_is_use(m->tree, t) || object == PV_NO_NODE ||
        !pv_imports_resolve(m->file->imports, m->tree, t, &path) || path.n < 2)
        return;
    bool is_any = pv_match_code(m, object)->kind == PV_MVAR && path.n == 2;
    if (!is_any && !pv_dotted_read(m->code, object, &module))
        return;
    path.n--;
    struct part last = {{run_part}, pv_match_code(m, field)->word, path.parts[path.n], then};
    if (is_any)
        bind_part(m, pv_match_code(m, object)->word, path.parts[0], &last.base);
    else if (is_path(&path, &module))
        last.base.run(m, &last.base);
}

/* What stands between the two parts of an access. */
static struct pv_str joint_of(const struct pv_tree *tree, pv_node access)
{
    pv_node object = pv_tree_child(tree, access, PV_ROLE_OBJECT);
    pv_node field = pv_tree_child(tree, access, PV_ROLE_FIELD);
    if (object == PV_NO_NODE || field == PV_NO_NODE ||
        pv_tree_at(tree, field)->start < pv_tree_at(tree, object)->end)
        return (struct pv_str){0};
    return pv_str_trim(
        pv_str_sub(tree->text, pv_tree_at(tree, object)->end, pv_tree_at(tree, field)->start));
}

/* `a->b` reaches through a pointer, `a.b` does not; `a.b` in a pattern asks for either. */
static bool is_other_reach(const struct pv_matcher *m, pv_node p, pv_node t)
{
    return pv_match_code(m, p)->word != pv_match_target(m, t)->word &&
           pv_str_eq(joint_of(m->code, p), PV_STR("->")) &&
           pv_str_eq(joint_of(m->tree, t), PV_STR("."));
}

void pv_match_access(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    pv_node field = pv_tree_child(m->code, p, PV_ROLE_FIELD);
    if (field != PV_NO_NODE && pv_match_code(m, field)->kind == PV_DOTS) {
        pv_match_links(m, p, t, then);
        return;
    }
    t = unwrap_name(m, t, PV_ACCESS);
    if (t == PV_NO_NODE)
        return;
    if (pv_match_target(m, t)->kind == PV_ACCESS && is_other_reach(m, p, t))
        return;
    if (pv_match_target(m, t)->kind == PV_ACCESS)
        pv_match_parts(m, p, t, then);
    else if (field != PV_NO_NODE && pv_match_code(m, field)->kind == PV_MVAR)
        match_imported_field(m, p, t, then);
    else if (is_imported(m, p, t))
        then->run(m, then);
}
