/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/folder_chain.h"

#include "sys/file.h"

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

PV_RESULT pv_folder_chain_join(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                               struct pv_str *out, struct pv_err *err)
{
    if (pv_str_eq(folder, PV_STR(".")))
        return pv_str_copy(mem, name, out, err);
    return pv_str_format(mem, out, err, "%.*s/%.*s", PV_STR_FMT(folder), PV_STR_FMT(name));
}

static PV_RESULT is_root(struct pv_arena *mem, struct pv_str folder, bool *out, struct pv_err *err)
{
    struct pv_str git = {0};
    struct pv_file_info info = {0};
    PV_TRY(pv_folder_chain_join(mem, folder, PV_STR(".git"), &git, err));
    *out = folder.n == 0 || pv_is_ok(pv_file_look(git, &info, NULL));
    return PV_SUCCESS;
}

PV_RESULT pv_folder_chain_of(struct pv_arena *mem, struct pv_str path, struct pv_folder_chain *out,
                             struct pv_err *err)
{
    struct pv_str folder = {0};
    bool is_end = false;
    out->n = 0;
    PV_TRY(pv_str_copy(mem, path, &folder, err));
    while (!is_end && out->n < PV_RISK_FOLDERS_MAX) {
        PV_TRY(parent_of(mem, folder, &folder, err));
        out->folders[out->n++] = folder;
        PV_TRY(is_root(mem, folder, &is_end, err));
    }
    return PV_SUCCESS;
}
