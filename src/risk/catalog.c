/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/catalog.h"

#include "risk/risk_limits.h"
#include "sys/file.h"

static const char *const names[] = {"catalog-info.yaml", "catalog-info.yml", "pave.yaml"};

void pv_catalog_clear(struct pv_catalog *catalog)
{
    pv_arena_clear(&catalog->mem);
    *catalog = (struct pv_catalog){0};
}

/* "a/b/c" is in "a/b"; "c" is in "."; above "." is "..". Empty at the root. */
static PV_RESULT parent_of(struct pv_arena *mem, struct pv_str path, struct pv_str *out,
                           struct pv_err *err)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    bool is_up = pv_str_eq(path, PV_STR("..")) || pv_str_has_suffix(path, PV_STR("/.."));
    if (is_up)
        return pv_str_format(mem, out, err, "%.*s/..", PV_STR_FMT(path));
    if (pv_str_eq(path, PV_STR(".")))
        *out = PV_STR("..");
    else if (slash == SIZE_MAX)
        *out = PV_STR(".");
    else
        *out = pv_str_sub(path, 0, slash);
    return PV_SUCCESS;
}

static PV_RESULT add_problem(struct pv_catalog *catalog, struct pv_str file, const char *text,
                             struct pv_err *err)
{
    struct pv_catalog_problem *problem = NULL;
    PV_TRY(PV_VEC_PUSH(&catalog->mem, &catalog->problems, &problem, err));
    problem->file = file;
    return pv_str_copy(&catalog->mem, pv_str_of(text), &problem->text, err);
}

static PV_RESULT read_file(struct pv_catalog *catalog, struct pv_str file, uint32_t *out,
                           struct pv_err *err)
{
    struct pv_err why = {0};
    struct pv_str text = {0};
    struct pv_service service = {0};
    struct pv_service *slot = NULL;
    struct pv_result result =
        pv_file_read_text(&catalog->mem, file, PV_RISK_CATALOG_BYTES_MAX, &text, &why);
    if (result.code == PV_NOT_FOUND)
        return result;
    if (pv_is_ok(result))
        result = pv_service_read(&catalog->mem, file, text, &service, &why);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "%s", why.text);
    if (result.code == PV_NOT_FOUND)
        return result; /* an API or a System: the Component may be further up */
    if (!pv_is_ok(result))
        return add_problem(catalog, file, why.text, err);

    PV_TRY(PV_VEC_PUSH(&catalog->mem, &catalog->services, &slot, err));
    *slot = service;
    *out = (uint32_t)catalog->services.n;
    return PV_SUCCESS;
}

/* PV_NOT_FOUND when this folder says nothing. */
static PV_RESULT read_folder(struct pv_catalog *catalog, struct pv_str folder, uint32_t *out,
                             struct pv_err *err)
{
    for (size_t i = 0; i < PV_COUNT(names); i++) {
        struct pv_str file = {0};
        PV_TRY(pv_str_format(&catalog->mem, &file, err, "%.*s/%s", PV_STR_FMT(folder), names[i]));
        if (pv_str_eq(folder, PV_STR(".")))
            file = pv_str_of(names[i]);
        struct pv_result result = read_file(catalog, file, out, err);
        if (result.code != PV_NOT_FOUND)
            return result;
    }
    return (struct pv_result){PV_NOT_FOUND};
}

/* Above the root of a repository somebody else's catalog begins. */
static PV_RESULT is_root(struct pv_catalog *catalog, struct pv_str folder, bool *out,
                         struct pv_err *err)
{
    struct pv_str git = {0};
    struct pv_file_info info = {0};
    PV_TRY(pv_str_format(&catalog->mem, &git, err, "%.*s/.git", PV_STR_FMT(folder)));
    *out = folder.n == 0 || pv_is_ok(pv_file_look(git, &info, NULL));
    return PV_SUCCESS;
}

static PV_RESULT find_upwards(struct pv_catalog *catalog, struct pv_str folder, uint32_t *out,
                              struct pv_err *err)
{
    for (size_t i = 0; i < PV_RISK_FOLDERS_MAX; i++) {
        bool is_end = false;
        if (i > 0 && pv_map_find(&catalog->folders, folder, out))
            return PV_SUCCESS;
        struct pv_result result = read_folder(catalog, folder, out, err);
        if (result.code != PV_NOT_FOUND)
            return result;
        PV_TRY(is_root(catalog, folder, &is_end, err));
        if (is_end)
            break;
        PV_TRY(parent_of(&catalog->mem, folder, &folder, err));
    }
    *out = 0;
    return PV_SUCCESS;
}

struct pv_result pv_catalog_find(struct pv_catalog *catalog, struct pv_str path,
                                 const struct pv_service **out, struct pv_err *err)
{
    struct pv_str folder = {0};
    uint32_t index = 0;
    PV_TRY(parent_of(&catalog->mem, path, &folder, err));
    if (!pv_map_find(&catalog->folders, folder, &index)) {
        PV_TRY(pv_str_copy(&catalog->mem, folder, &folder, err));
        PV_TRY(find_upwards(catalog, folder, &index, err));
        PV_TRY(pv_map_put(&catalog->mem, &catalog->folders, folder, index, err));
    }
    *out = index ? &catalog->services.p[index - 1] : NULL;
    return PV_SUCCESS;
}
