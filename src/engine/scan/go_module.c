/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/go_module.h"

#include "base/hash.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

/* The name in `module NAME`; empty when the text says none. */
static struct pv_str name_in(struct pv_str text)
{
    struct pv_str line = {0};
    struct pv_str word = PV_STR("module ");
    while (pv_str_split(&text, '\n', &line)) {
        line = pv_str_trim(line);
        if (!pv_str_has_prefix(line, word))
            continue;
        struct pv_str name = pv_str_trim(pv_str_sub(line, word.n, line.n));
        size_t end = 0;
        while (end < name.n && name.p[end] != ' ' && name.p[end] != '\t')
            end++;
        return pv_str_sub(name, 0, end);
    }
    return (struct pv_str){0};
}

/* The module that begins in the folder; an empty name for none. */
static PV_RESULT module_of(struct pv_arena *mem, struct pv_go_modules *modules,
                           struct pv_str folder, struct pv_str *out, struct pv_err *err)
{
    uint32_t number = 0;
    if (!pv_map_find(&modules->known, folder, &number)) {
        struct pv_str path = {0};
        struct pv_str text = {0};
        struct pv_str name = {0};
        PV_TRY(pv_str_format(mem, &path, err, "%.*s/go.mod", PV_STR_FMT(folder)));
        if (pv_is_ok(pv_file_read_text(mem, path, PV_SCAN_GO_MOD_BYTES, &text, NULL)))
            name = name_in(text);
        if (name.n > 0) {
            struct pv_str *slot = NULL;
            PV_TRY(PV_VEC_PUSH(mem, &modules->names, &slot, err));
            *slot = name;
            number = (uint32_t)modules->names.n;
        }
        PV_TRY(pv_map_put(mem, &modules->known, folder, number, err));
    }
    *out = number ? modules->names.p[number - 1] : (struct pv_str){0};
    return PV_SUCCESS;
}

/* The folder around a file or folder; "." is the last one of a relative path. */
static struct pv_str around(struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    return slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(path, 0, slash);
}

static PV_RESULT hash_folder(struct pv_arena *mem, struct pv_str root, struct pv_str rest,
                             uint64_t *out, struct pv_err *err)
{
    struct pv_str folder = rest;
    if (!pv_str_eq(root, PV_STR(".")))
        PV_TRY(pv_str_format(mem, &folder, err, "%.*s%s%.*s", PV_STR_FMT(root),
                             rest.n > 0 ? "/" : "", PV_STR_FMT(rest)));
    *out = pv_hash_str(folder.n > 0 ? folder : PV_STR("."));
    return PV_SUCCESS;
}

struct pv_result pv_go_modules_resolve(struct pv_arena *mem, struct pv_go_modules *modules,
                                       struct pv_str path, struct pv_outline *outline,
                                       struct pv_err *err)
{
    struct pv_str root = around(path);
    struct pv_str name = {0};
    for (int i = 0; i < PV_SCAN_GO_MOD_FOLDERS; i++) {
        PV_TRY(module_of(mem, modules, root, &name, err));
        struct pv_str outer = around(root);
        if (name.n > 0 || outer.n == 0 || pv_str_eq(outer, root))
            break;
        root = outer;
    }
    PV_VEC_EACH (struct pv_outline_import, import, &outline->imports) {
        bool is_own = name.n > 0 && pv_str_has_prefix(import->path, name) &&
                      (import->path.n == name.n || import->path.p[name.n] == '/');
        if (!is_own)
            continue;
        size_t skipped = import->path.n == name.n ? name.n : name.n + 1;
        PV_TRY(hash_folder(mem, root, pv_str_sub(import->path, skipped, import->path.n),
                           &import->package, err));
    }
    return PV_SUCCESS;
}
