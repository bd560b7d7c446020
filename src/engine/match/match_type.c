/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of types: by their last part, by their whole path, or as boxed.
 */
#include "engine/match/match_internal.h"

#include "base/attr.h"
#include "engine/facts/dotted.h"

static const struct {
    const char *primitive;
    const char *boxed;
} boxes[] = {
#define X(primitive, boxed) {primitive, boxed},
#include "engine/match/boxing.def"
#undef X
};

static struct pv_str last_of(const struct pv_dotted *name)
{
    return name->parts[name->n - 1];
}

static bool is_of_java_lang(const struct pv_dotted *name)
{
    return name->n == 3 && pv_str_eq(name->parts[0], PV_STR("java")) &&
           pv_str_eq(name->parts[1], PV_STR("lang"));
}

bool pv_match_is_boxed(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(boxes); i++)
        if (pv_str_eq(pv_str_of(boxes[i].primitive), name) ||
            pv_str_eq(pv_str_of(boxes[i].boxed), name))
            return true;
    return false;
}

/* What a plain name boxes, or the name. */
static struct pv_str box_of(const struct pv_dotted *name)
{
    if (name->n == 0)
        return (struct pv_str){0};
    for (size_t i = 0; i < PV_COUNT(boxes); i++) {
        if (pv_str_eq(pv_str_of(boxes[i].primitive), last_of(name)))
            return pv_str_of(boxes[i].boxed);
    }
    return last_of(name);
}

static void resolve(const struct pv_matcher *m, pv_node t, struct pv_dotted *name)
{
    struct pv_path path = {0};
    if (name->n != 1 || !m->file->imports ||
        !pv_imports_resolve(m->file->imports, m->tree, t, &path) || path.n > PV_DOTTED_PARTS_MAX)
        return;
    name->n = path.n;
    memcpy(name->parts, path.parts, path.n * sizeof *path.parts);
}

/* `T` is `a.b.T` where all of `a.b` is imported. */
static bool is_of_wildcard(const struct pv_matcher *m, const struct pv_dotted *wanted,
                           const struct pv_dotted *given)
{
    const struct pv_path *paths = NULL;
    size_t n = m->file->imports ? pv_imports_wildcards(m->file->imports, &paths) : 0;
    if (!pv_str_eq(last_of(wanted), last_of(given)))
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t same = 0;
        while (paths[i].n + 1 == wanted->n && same < paths[i].n &&
               pv_str_eq(paths[i].parts[same], wanted->parts[same]))
            same++;
        if (same == paths[i].n && paths[i].n + 1 == wanted->n)
            return true;
    }
    return false;
}

/*
 * Whether the names' last parts tell that the types differ: nothing but an alias in
 * an import makes a name of one part stand for another, and only names of one part
 * stand for boxed types.
 */
static bool ends_otherwise(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_str wanted = pv_tree_text(m->code, p);
    struct pv_str given = pv_tree_text(m->tree, t);
    size_t dot = pv_str_rfind_byte(wanted, '.');
    bool is_leaf = pv_match_target(m, t)->kind == PV_TYPE && pv_match_target(m, t)->after == t + 1;
    if (dot == SIZE_MAX || !is_leaf || pv_match_code(m, p)->kind != PV_TYPE ||
        (m->file->imports && pv_imports_has_aliases(m->file->imports)))
        return false;
    struct pv_str last = pv_str_trim(pv_str_sub(wanted, dot + 1, wanted.n));
    return !pv_str_has_suffix(pv_str_trim(given), last);
}

bool pv_match_is_type(const struct pv_matcher *m, pv_node p, pv_node t)
{
    struct pv_dotted wanted = {0};
    struct pv_dotted given = {0};
    if (ends_otherwise(m, p, t))
        return false;
    if (!pv_dotted_read(m->code, p, &wanted) || !pv_dotted_read(m->tree, t, &given))
        return false;
    if (wanted.n == 1 && pv_str_eq(last_of(&wanted), last_of(&given)))
        return true;
    resolve(m, t, &given);
    if (wanted.n == given.n && pv_dotted_has_prefix(&wanted, &given))
        return true;
    if (wanted.n == 1 && pv_str_eq(last_of(&wanted), last_of(&given)))
        return true;
    if (given.n == 1 && is_of_wildcard(m, &wanted, &given))
        return true;
    return wanted.n == 1 && (given.n == 1 || is_of_java_lang(&given)) &&
           pv_str_eq(box_of(&wanted), box_of(&given));
}

void pv_match_type(struct pv_matcher *m, pv_node p, pv_node t, const struct pv_then *then)
{
    enum pv_kind kind = (enum pv_kind)pv_match_target(m, t)->kind;
    if (kind != PV_NAME && kind != PV_ACCESS)
        t = pv_match_unwrap(m, t, PV_TYPE);
    if (t != PV_NO_NODE && pv_match_is_type(m, p, t))
        then->run(m, then);
}
