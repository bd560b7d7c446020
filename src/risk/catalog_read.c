/* SPDX-License-Identifier: Apache-2.0 */
/* The catalog files of a folder, and of all folders below one. */
#include "base/attr.h"
#include "engine/scan/walk.h"
#include "risk/catalog_internal.h"
#include "risk/folder_chain.h"
#include "risk/risk_limits.h"
#include "sys/file.h"

static const struct {
    const char *name;
    enum pv_claim_source source;
} files[] = {
    {"catalog-info.yaml", PV_CLAIM_CATALOG},
    {"catalog-info.yml", PV_CLAIM_CATALOG},
    {"pave.yaml", PV_CLAIM_SIDECAR},
    {"pave.observed.yaml", PV_CLAIM_OBSERVED},
};

PV_RESULT pv_catalog_add_problem(struct pv_catalog *catalog, struct pv_catalog_problem problem,
                                 struct pv_err *err)
{
    struct pv_catalog_problem *slot = NULL;
    PV_TRY(pv_str_copy(&catalog->mem, problem.text, &problem.text, err));
    PV_TRY(PV_VEC_PUSH(&catalog->mem, &catalog->problems, &slot, err));
    *slot = problem;
    return PV_SUCCESS;
}

PV_RESULT pv_catalog_look(struct pv_catalog *catalog, struct pv_str folder, bool *has_any,
                          struct pv_str *prefix, struct pv_err *err)
{
    *has_any = false;
    for (size_t i = 0; i < PV_COUNT(files); i++) {
        struct pv_str path = {0};
        struct pv_str text = {0};
        struct pv_file_info info = {0};
        PV_TRY(pv_folder_chain_join(&catalog->mem, folder, pv_str_of(files[i].name), &path, err));
        if (!pv_is_ok(pv_file_look(path, &info, NULL)))
            continue;
        *has_any = true;
        if (files[i].source != PV_CLAIM_SIDECAR || prefix->n)
            continue;
        /* What can't be read is said when the file is read for what it holds. */
        if (pv_is_ok(
                pv_file_read_text(&catalog->mem, path, PV_RISK_CATALOG_BYTES_MAX, &text, NULL)))
            pv_ignore(pv_entity_prefix_read(&catalog->mem, text, prefix, NULL));
    }
    return PV_SUCCESS;
}

/* A short entry speaks of the Component that the catalog file beside it names. */
static bool name_short_entries(struct pv_entities *entities, size_t first)
{
    struct pv_str name = {0};
    for (size_t i = first; i < entities->list.n && !name.n; i++)
        if (entities->list.p[i].kind == PV_ENTITY_COMPONENT)
            name = entities->list.p[i].name;
    for (size_t i = first; i < entities->list.n; i++) {
        struct pv_entity *entity = &entities->list.p[i];
        if (!entity->name.n && !name.n)
            return false;
        if (!entity->name.n)
            entity->name = name;
    }
    return true;
}

static PV_RESULT read_file(struct pv_catalog *catalog, struct pv_catalog_place *place,
                           const struct pv_entity_file *file, struct pv_err *err)
{
    struct pv_err why = {0};
    struct pv_str text = {0};
    size_t before = place->entities.list.n;
    struct pv_result result =
        pv_file_read_text(&catalog->mem, file->path, PV_RISK_CATALOG_BYTES_MAX, &text, &why);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    if (pv_is_ok(result))
        result = pv_entities_read(&catalog->mem, file, text, &place->entities, &why);
    if (pv_is_ok(result))
        return PV_SUCCESS;
    place->entities.list.n = before; /* half a file would be another one */
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "%s", why.text);
    return pv_catalog_add_problem(
        catalog, (struct pv_catalog_problem){.file = file->path, .text = pv_str_of(why.text)}, err);
}

PV_RESULT pv_catalog_read_folder(struct pv_catalog *catalog, struct pv_catalog_place *place,
                                 struct pv_str folder, struct pv_str prefix, struct pv_err *err)
{
    size_t first = place->entities.list.n;
    struct pv_str last = {0};
    for (size_t i = 0; i < PV_COUNT(files); i++) {
        struct pv_entity_file file = {.prefix = prefix, .source = files[i].source};
        uint32_t unused = 0;
        PV_TRY(
            pv_folder_chain_join(&catalog->mem, folder, pv_str_of(files[i].name), &file.path, err));
        if (pv_map_find(&catalog->files, file.path, &unused))
            continue;
        PV_TRY(pv_map_put(&catalog->mem, &catalog->files, file.path, 1, err));
        PV_TRY(read_file(catalog, place, &file, err));
        last = file.path;
    }
    if (name_short_entries(&place->entities, first))
        return PV_SUCCESS;
    for (size_t i = first; i < place->entities.list.n; i++)
        if (!place->entities.list.p[i].name.n)
            last = place->entities.list.p[i].at.file;
    place->entities.list.n = first;
    return pv_catalog_add_problem(
        catalog,
        (struct pv_catalog_problem){.file = last,
                                    .text = PV_STR("a Component needs a `name` where no "
                                                   "catalog-info.yaml beside it gives one")},
        err);
}

static bool is_catalog_file(struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str name = slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
    for (size_t i = 0; i < PV_COUNT(files); i++)
        if (pv_str_eq(name, pv_str_of(files[i].name)))
            return true;
    return false;
}

PV_RESULT pv_catalog_search(struct pv_catalog *catalog, struct pv_catalog_place *place,
                            struct pv_str prefix, struct pv_err *err)
{
    const struct pv_walk_options options = {0};
    struct pv_targets targets = {0};
    if (place->is_searched)
        return PV_SUCCESS;
    place->is_searched = true;
    PV_TRY(pv_walk(&catalog->mem, &place->folder, 1, &options, &targets, err));
    PV_VEC_EACH (const struct pv_target, target, &targets.files) {
        struct pv_str path = target->path;
        size_t slash = pv_str_rfind_byte(path, '/');
        if (is_catalog_file(path))
            PV_TRY(pv_catalog_read_folder(
                catalog, place, slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(path, 0, slash),
                prefix, err));
    }
    return PV_SUCCESS;
}
