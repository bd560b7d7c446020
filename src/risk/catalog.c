/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/catalog.h"

#include "risk/catalog_internal.h"
#include "risk/folder_chain.h"

void pv_catalog_clear(struct pv_catalog *catalog)
{
    pv_arena_clear(&catalog->mem);
    *catalog = (struct pv_catalog){.now = catalog->now};
}

struct pv_str pv_catalog_matter_text(enum pv_catalog_matter matter)
{
    switch (matter) {
    case PV_MATTER_BROKEN: return PV_STR("context.broken");
    case PV_MATTER_CONFLICT: return PV_STR("context.conflict");
    case PV_MATTER_EXPIRED: return PV_STR("context.expired");
    case PV_MATTER_AHEAD: return PV_STR("context.ahead");
    }
    return PV_STR("context.broken");
}

/* What is found on the way up from a file. */
struct search {
    struct pv_folder_chain chain;
    struct pv_catalog_place *place; /* NULL: there is no catalog file above */
    struct pv_str prefix;
};

static PV_RESULT find_place(struct pv_catalog *catalog, struct pv_str folder,
                            struct pv_catalog_place **out, struct pv_err *err)
{
    struct pv_catalog_place **slot = NULL;
    for (size_t i = 0; i < catalog->places.n; i++)
        if (pv_str_eq(catalog->places.p[i]->folder, folder)) {
            *out = catalog->places.p[i];
            return PV_SUCCESS;
        }
    PV_TRY(PV_VEC_PUSH(&catalog->mem, &catalog->places, &slot, err));
    PV_TRY(PV_NEW(&catalog->mem, slot, err));
    **slot = (struct pv_catalog_place){.folder = folder};
    *out = *slot;
    return PV_SUCCESS;
}

/* Reads all catalog files above the file, the nearest first. */
static PV_RESULT look_upwards(struct pv_catalog *catalog, struct pv_str path, struct search *search,
                              struct pv_err *err)
{
    size_t top = SIZE_MAX;
    PV_TRY(pv_folder_chain_of(&catalog->mem, path, &search->chain, err));
    for (size_t i = 0; i < search->chain.n; i++) {
        bool has_any = false;
        PV_TRY(pv_catalog_look(catalog, search->chain.folders[i], &has_any, &search->prefix, err));
        if (has_any)
            top = i;
    }
    if (top == SIZE_MAX)
        return PV_SUCCESS;
    PV_TRY(find_place(catalog, search->chain.folders[top], &search->place, err));
    for (size_t i = 0; i <= top; i++)
        PV_TRY(pv_catalog_read_folder(catalog, search->place, search->chain.folders[i],
                                      search->prefix, err));
    return PV_SUCCESS;
}

static struct pv_str folder_of(struct pv_str file)
{
    size_t slash = pv_str_rfind_byte(file, '/');
    return slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(file, 0, slash);
}

/* `folder` without the folder that it is in; the same when it is that one. */
static struct pv_str below(struct pv_str folder, struct pv_str in)
{
    if (pv_str_eq(folder, in))
        return (struct pv_str){0};
    return pv_str_eq(in, PV_STR(".")) ? folder : pv_str_sub(folder, in.n + 1, folder.n);
}

/* How well a Component's own path fits: its length; -1 when it does not. */
static int64_t fit_of(const struct pv_entity *entity, struct pv_str rest)
{
    struct pv_str path = entity->path;
    while (path.n && path.p[path.n - 1] == '/')
        path.n--;
    if (!pv_str_has_prefix(rest, path) || (path.n && rest.n > path.n && rest.p[path.n] != '/'))
        return -1;
    return (int64_t)path.n;
}

/* The Component of `in` whose path fits `folder` best, the first of equals; NULL. */
static const struct pv_entity *pick(const struct pv_catalog_place *place, struct pv_str in,
                                    struct pv_str folder)
{
    const struct pv_entity *best = NULL;
    int64_t best_fit = -1;
    PV_VEC_EACH (const struct pv_entity, entity, &place->entities.list) {
        if (entity->kind != PV_ENTITY_COMPONENT || !pv_str_eq(folder_of(entity->at.file), in))
            continue;
        int64_t fit = fit_of(entity, below(folder, in));
        if (fit > best_fit) {
            best = entity;
            best_fit = fit;
        }
    }
    return best;
}

static const struct pv_entity *find_component(const struct search *search)
{
    for (size_t i = 0; search->place && i < search->chain.n; i++) {
        const struct pv_entity *found =
            pick(search->place, search->chain.folders[i], search->chain.folders[0]);
        if (found)
            return found;
    }
    return NULL;
}

/* Where it names what no file so far describes, all files of its place are read. */
static PV_RESULT resolve(struct pv_catalog *catalog, struct search *search,
                         const struct pv_entity *component, struct pv_service *out,
                         struct pv_err *err)
{
    struct pv_catalog_place *place = search->place;
    struct pv_entity copy = *component; /* reading may move the entries */
    PV_TRY(pv_service_resolve(&catalog->mem, &place->entities, &copy, catalog->now, out, err));
    bool is_whole = !out->missing.n && out->edges.n == 0;
    if (is_whole || place->is_searched || place->folder.n == 0)
        return PV_SUCCESS; /* nobody's repository is all of the system's files */
    PV_TRY(pv_catalog_search(catalog, place, search->prefix, err));
    return pv_service_resolve(&catalog->mem, &place->entities, &copy, catalog->now, out, err);
}

static PV_RESULT take_service(struct pv_catalog *catalog, struct search *search,
                              const struct pv_entity *component, uint32_t *out, struct pv_err *err)
{
    struct pv_str key = {0};
    struct pv_service service = {0};
    struct pv_service *slot = NULL;
    PV_TRY(pv_str_format(&catalog->mem, &key, err, "%.*s\n%.*s", PV_STR_FMT(component->at.file),
                         PV_STR_FMT(component->name)));
    if (pv_map_find(&catalog->known, key, out))
        return PV_SUCCESS;
    PV_TRY(resolve(catalog, search, component, &service, err));
    PV_TRY(pv_catalog_judge(catalog, &service, err));
    PV_TRY(PV_VEC_PUSH(&catalog->mem, &catalog->services, &slot, err));
    *slot = service;
    *out = (uint32_t)catalog->services.n;
    return pv_map_put(&catalog->mem, &catalog->known, key, *out, err);
}

PV_RESULT pv_catalog_find(struct pv_catalog *catalog, struct pv_str path,
                          const struct pv_service **out, struct pv_err *err)
{
    struct pv_str folder = folder_of(path);
    uint32_t index = 0;
    if (!pv_map_find(&catalog->folders, folder, &index)) {
        struct search search = {0};
        PV_TRY(pv_str_copy(&catalog->mem, folder, &folder, err));
        PV_TRY(look_upwards(catalog, path, &search, err));
        const struct pv_entity *component = find_component(&search);
        if (component)
            PV_TRY(take_service(catalog, &search, component, &index, err));
        PV_TRY(pv_map_put(&catalog->mem, &catalog->folders, folder, index, err));
    }
    *out = index ? &catalog->services.p[index - 1] : NULL;
    return PV_SUCCESS;
}
