/* SPDX-License-Identifier: Apache-2.0 */
/* Imports that name a file by its path, from the file that has them or from a folder around it. */
#include "base/bits.h"
#include "base/hash.h"
#include "engine/module/links_internal.h"
#include "engine/module/module_limits.h"

#include <stdio.h>
#include <string.h>

enum { PATH_BYTES = 1024 };

struct path {
    char p[PATH_BYTES];
    size_t n;
};

static bool append(struct path *path, struct pv_str text)
{
    if (text.n > sizeof path->p - path->n)
        return false;
    memcpy(path->p + path->n, text.p, text.n);
    path->n += text.n;
    return true;
}

/* Cuts the last part off; false when there is none left. */
static bool go_up(struct path *path)
{
    if (path->n == 0)
        return false;
    while (path->n > 0 && path->p[path->n - 1] != '/')
        path->n--;
    path->n -= path->n > 0;
    return true;
}

/* Files are in order of their paths. */
static uint32_t find_file(const struct pv_links *links, struct pv_str path)
{
    uint32_t low = 0;
    uint32_t high = links->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = pv_str_cmp(links->files[middle].path, path);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return UINT32_MAX;
}

/* `stem` with one of the endings; one file only. */
static uint32_t find_one(const struct pv_links *links, const struct path *stem,
                         const char *const endings[], size_t n)
{
    uint32_t found = UINT32_MAX;
    for (size_t i = 0; i < n; i++) {
        struct path whole = *stem;
        if (!append(&whole, pv_str_of(endings[i])))
            continue;
        uint32_t file = find_file(links, (struct pv_str){whole.p, whole.n});
        if (file != UINT32_MAX && found != UINT32_MAX)
            return UINT32_MAX;
        if (file != UINT32_MAX)
            found = file;
    }
    return found;
}

static bool append_part(struct path *path, struct pv_str part)
{
    return (path->n == 0 || append(path, PV_STR("/"))) && append(path, part);
}

static uint32_t find_module(const struct pv_links *links, struct path base, struct pv_str dotted)
{
    static const char *const endings[] = {".py", "/__init__.py"};
    struct pv_str part = {0};
    while (pv_str_split(&dotted, '.', &part))
        if (part.n > 0 && !append_part(&base, part))
            return UINT32_MAX;
    return find_one(links, &base, endings, PV_COUNT(endings));
}

static size_t stem_bit(struct pv_str name)
{
    return (size_t)pv_hash_str(name) % PV_LINKS_STEMS;
}

/* What the last two parts of a path are called, as modules. */
static void add_stems(struct pv_links *links, struct pv_str path)
{
    for (int i = 0; i < 2 && path.n > 0; i++) {
        size_t slash = pv_str_rfind_byte(path, '/');
        size_t start = slash == SIZE_MAX ? 0 : slash + 1;
        struct pv_str name = pv_str_sub(path, start, path.n);
        size_t dot = pv_str_rfind_byte(name, '.');
        pv_bits_set(links->stems, stem_bit(pv_str_sub(name, 0, dot)));
        path = pv_str_sub(path, 0, slash == SIZE_MAX ? 0 : slash);
    }
}

/* Most imports are of what the language or others bring: no file or folder is called so. */
static bool may_be(const struct pv_links *links, struct pv_str dotted)
{
    size_t dot = pv_str_rfind_byte(dotted, '.');
    struct pv_str last = pv_str_sub(dotted, dot == SIZE_MAX ? 0 : dot + 1, dotted.n);
    return last.n == 0 || pv_bits_has(links->stems, stem_bit(last));
}

/* `.x` is of the file's folder, `..x` of the one around; `x` of the nearest folder that has it. */
static uint32_t resolve_python(const struct pv_links *links, struct path folder,
                               struct pv_str dotted)
{
    size_t dots = 0;
    if (!may_be(links, dotted))
        return UINT32_MAX;
    while (dots < dotted.n && dotted.p[dots] == '.')
        dots++;
    struct pv_str rest = pv_str_sub(dotted, dots, dotted.n);
    for (size_t i = 1; i < dots; i++)
        if (!go_up(&folder))
            return UINT32_MAX;
    if (dots > 0)
        return find_module(links, folder, rest);
    for (int i = 0; i < PV_LINKS_ANCESTORS_MAX; i++) {
        uint32_t file = find_module(links, folder, rest);
        if (file != UINT32_MAX || !go_up(&folder))
            return file;
    }
    return UINT32_MAX;
}

static uint32_t resolve_script(const struct pv_links *links, struct path folder, struct pv_str path)
{
    static const char *const endings[] = {"",     ".js",  ".ts",       ".jsx",     ".tsx",
                                          ".mjs", ".cjs", "/index.js", "/index.ts"};
    struct pv_str part = {0};
    while (pv_str_split(&path, '/', &part)) {
        if (part.n == 0 || pv_str_eq(part, PV_STR(".")))
            continue;
        if (pv_str_eq(part, PV_STR("..")) ? !go_up(&folder) : !append_part(&folder, part))
            return UINT32_MAX;
    }
    return find_one(links, &folder, endings, PV_COUNT(endings));
}

uint32_t pv_links_resolve(const struct pv_links *links, uint32_t file, struct pv_str path)
{
    const struct pv_outline *outline = links->files[file].outline;
    struct path folder = {0};
    if (!outline || outline->kind != PV_OUTLINE_PATH || !append(&folder, links->files[file].path))
        return UINT32_MAX;
    (void)go_up(&folder);
    uint32_t found = pv_str_eq(pv_lang_name(outline->lang), PV_STR("python"))
                         ? resolve_python(links, folder, path)
                         : resolve_script(links, folder, path);
    bool is_kin = found != UINT32_MAX && links->files[found].outline &&
                  pv_outline_is_kin(outline->lang, links->files[found].outline->lang);
    return is_kin ? found : UINT32_MAX;
}

struct pv_result pv_links_add_paths(struct pv_arena *mem, struct pv_links *links,
                                    struct pv_err *err)
{
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(PV_LINKS_STEMS), &links->stems, err));
    for (uint32_t i = 0; i < links->n; i++)
        if (links->files[i].outline && links->files[i].outline->kind == PV_OUTLINE_PATH)
            add_stems(links, links->files[i].path);
    for (uint32_t i = 0; i < links->n; i++) {
        const struct pv_outline *outline = links->files[i].outline;
        if (!outline || outline->kind != PV_OUTLINE_PATH)
            continue;
        PV_VEC_EACH (const struct pv_outline_import, import, &outline->imports) {
            uint32_t used = pv_links_resolve(links, i, import->path);
            if (used != UINT32_MAX)
                PV_TRY(pv_links_add(mem, links, i, used, err));
        }
    }
    return PV_SUCCESS;
}
