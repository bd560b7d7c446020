/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/owner.h"

#include "risk/folder_chain.h"
#include "sys/file.h"

static const char *const places[] = {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"};

void pv_owners_clear(struct pv_owners *owners)
{
    pv_arena_clear(&owners->mem);
    *owners = (struct pv_owners){0};
}

static PV_RESULT read_file(struct pv_owners *owners, struct pv_str folder, struct pv_str path,
                           struct pv_str text, struct pv_err *err)
{
    struct pv_owners_file **slot = NULL;
    struct pv_owners_file *file = NULL;
    PV_TRY(PV_NEW(&owners->mem, &file, err));
    *file = (struct pv_owners_file){.path = path};
    PV_TRY(pv_file_real_path(&owners->mem, folder.n ? folder : PV_STR("/"), &file->root, err));
    struct pv_result result = pv_codeowners_read(&owners->mem, text, &file->lines, err);
    if (result.code == PV_NO_MEMORY)
        return result;
    if (!pv_is_ok(result))
        file->lines = (struct pv_codeowners){0}; /* too long for GitHub to read, too */
    PV_TRY(PV_VEC_PUSH(&owners->mem, &owners->files, &slot, err));
    *slot = file;
    return PV_SUCCESS;
}

/* The file of a folder that is taken for a root: 1 + its number, 0 for none. */
static PV_RESULT look(struct pv_owners *owners, struct pv_str folder, uint32_t *out,
                      struct pv_err *err)
{
    if (pv_map_find(&owners->roots, folder, out))
        return PV_SUCCESS;
    *out = 0;
    for (size_t i = 0; i < PV_COUNT(places) && *out == 0; i++) {
        struct pv_str path = {0};
        struct pv_str text = {0};
        PV_TRY(pv_folder_chain_join(&owners->mem, folder, pv_str_of(places[i]), &path, err));
        struct pv_result result =
            pv_file_read_text(&owners->mem, path, PV_RISK_CODEOWNERS_BYTES_MAX, &text, NULL);
        if (result.code == PV_NO_MEMORY)
            return pv_fail(err, result.code, 0, "out of memory");
        if (!pv_is_ok(result))
            continue;
        PV_TRY(read_file(owners, folder, path, text, err));
        *out = (uint32_t)owners->files.n;
    }
    return pv_map_put(&owners->mem, &owners->roots, folder, *out, err);
}

/* The outermost folder of the chain that has one. */
static PV_RESULT look_downwards(struct pv_owners *owners, struct pv_str path, uint32_t *out,
                                struct pv_err *err)
{
    struct pv_folder_chain chain = {0};
    PV_TRY(pv_folder_chain_of(&owners->mem, path, &chain, err));
    *out = 0;
    for (size_t i = chain.n; i > 0 && *out == 0; i--)
        PV_TRY(look(owners, chain.folders[i - 1], out, err));
    return PV_SUCCESS;
}

/* The path of `file` from the root that its CODEOWNERS is for; empty when it is not there. */
static PV_RESULT path_from(struct pv_owners *owners, struct pv_str root, struct pv_str folder,
                           struct pv_str name, struct pv_str *out, struct pv_err *err)
{
    struct pv_str real = {0};
    *out = (struct pv_str){0};
    struct pv_result result = pv_file_real_path(&owners->mem, folder, &real, NULL);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "out of memory");
    if (!pv_is_ok(result) || !pv_str_has_prefix(real, root))
        return PV_SUCCESS; /* standard input may go by the name of a file that is not there */
    struct pv_str rest = pv_str_sub(real, root.n, real.n);
    if (pv_str_has_prefix(rest, PV_STR("/")))
        rest = pv_str_sub(rest, 1, rest.n);
    return pv_str_format(&owners->mem, out, err, "%.*s%s%.*s", PV_STR_FMT(rest), rest.n ? "/" : "",
                         PV_STR_FMT(name));
}

static PV_RESULT find_line(struct pv_owners *owners, struct pv_str path, struct pv_owner *out,
                           struct pv_err *err)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(path, 0, slash);
    struct pv_str name = slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
    uint32_t index = 0;
    if (!pv_map_find(&owners->folders, folder, &index)) {
        PV_TRY(pv_str_copy(&owners->mem, folder, &folder, err));
        PV_TRY(look_downwards(owners, path, &index, err));
        PV_TRY(pv_map_put(&owners->mem, &owners->folders, folder, index, err));
    }
    if (index == 0)
        return PV_SUCCESS;
    const struct pv_owners_file *file = owners->files.p[index - 1];
    struct pv_str from = {0};
    PV_TRY(path_from(owners, file->root, folder, name, &from, err));
    const struct pv_codeowners_rule *rule = pv_codeowners_find(&file->lines, from);
    if (from.n && rule && rule->owners.n)
        *out = (struct pv_owner){rule->owners, PV_OWNER_CODEOWNERS, file->path, rule->line};
    return PV_SUCCESS;
}

PV_RESULT pv_owners_find(struct pv_owners *owners, struct pv_str path,
                         const struct pv_service *service, struct pv_owner *out, struct pv_err *err)
{
    struct pv_owner owner = {0};
    PV_TRY(find_line(owners, path, &owner, err));
    if (owner.source == PV_OWNER_NONE && service && service->owner.n)
        owner =
            (struct pv_owner){service->owner, service->owner_source, service->file, service->line};
    *out = owner;
    return PV_SUCCESS;
}
