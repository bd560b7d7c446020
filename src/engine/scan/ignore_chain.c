/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/ignore_chain.h"

#include "engine/scan/scan_limits.h"
#include "sys/file.h"
#include "sys/sys_limits.h"

#include <stdint.h>

/* In the order in which they speak. */
static const struct pv_str names[] = {
    {".gitignore", 10}, {".semgrepignore", 14}, {".paveignore", 11}};

static PV_RESULT read_lines(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                            struct pv_ignore *lines, struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str text = {0};
    PV_TRY(pv_str_format(mem, &path, err, "%.*s/%.*s", PV_STR_FMT(folder), PV_STR_FMT(name)));
    if (!pv_is_ok(pv_file_read_text(mem, path, PV_SCAN_IGNORE_BYTES, &text, NULL)))
        return PV_SUCCESS;
    return pv_ignore_read(mem, text, lines, err);
}

static PV_RESULT add_link(struct pv_arena *mem, const struct pv_ignore_chain *above, size_t base,
                          const struct pv_ignore *lines, const struct pv_ignore_chain **out,
                          struct pv_err *err)
{
    struct pv_ignore_chain *link = NULL;
    *out = above;
    if (lines->rules.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_NEW(mem, &link, err));
    *link = (struct pv_ignore_chain){.above = above, .base = base, .lines = *lines};
    *out = link;
    return PV_SUCCESS;
}

/* Bytes before the paths of a folder's own: its path and a slash. */
static size_t base_of(struct pv_str inside)
{
    return inside.n > 0 ? inside.n + 1 : 0;
}

static bool holds(const struct pv_folder *content, struct pv_str name)
{
    PV_VEC_EACH (const struct pv_folder_entry, entry, &content->entries)
        if (pv_str_eq(entry->name, name))
            return true;
    return false;
}

struct pv_result pv_ignore_enter(struct pv_arena *mem, struct pv_str path,
                                 const struct pv_folder *content, struct pv_ignore_place *place,
                                 struct pv_err *err)
{
    struct pv_ignore lines = {0};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (holds(content, names[i]))
            PV_TRY(read_lines(mem, path, names[i], &lines, err));
    return add_link(mem, place->chain, base_of(place->inside), &lines, &place->chain, err);
}

/* The longest folder on the way to `folder` that holds .git; SIZE_MAX when none does. */
static size_t find_top(struct pv_arena *mem, struct pv_str folder)
{
    for (size_t n = folder.n; n != SIZE_MAX; n = pv_str_rfind_byte(pv_str_sub(folder, 0, n), '/')) {
        struct pv_str git = {0};
        struct pv_file_info info = {0};
        if (pv_is_ok(pv_str_format(mem, &git, NULL, "%.*s/.git", (int)n, folder.p)) &&
            pv_is_ok(pv_file_look(git, &info, NULL)))
            return n;
        if (n == 0)
            break;
    }
    return SIZE_MAX;
}

/* The files of the folders from the top down to, but without, the folder itself. */
static PV_RESULT read_above(struct pv_arena *mem, struct pv_str folder, size_t top,
                            const struct pv_ignore_chain **out, struct pv_err *err)
{
    struct pv_ignore lines = {0};
    PV_TRY(read_lines(mem, pv_str_sub(folder, 0, top), PV_STR(".git/info/exclude"), &lines, err));
    PV_TRY(add_link(mem, NULL, 0, &lines, out, err));
    for (size_t n = top; n < folder.n;) {
        struct pv_str at = pv_str_sub(folder, 0, n);
        struct pv_ignore own = {0};
        for (size_t i = 0; i < PV_COUNT(names); i++)
            PV_TRY(read_lines(mem, at, names[i], &own, err));
        PV_TRY(add_link(mem, *out, base_of(pv_str_sub(folder, top + 1, n)), &own, out, err));
        n++;
        while (n < folder.n && folder.p[n] != '/')
            n++;
    }
    return PV_SUCCESS;
}

struct pv_result pv_ignore_start(struct pv_arena *mem, struct pv_str folder,
                                 struct pv_ignore_place *out, struct pv_err *err)
{
    struct pv_str real = {0};
    struct pv_ignore_place start = {0};
    /* A folder that is not there has nothing to ignore; whoever reads it will say so. */
    if (!pv_is_ok(pv_file_real_path(mem, folder, &real, NULL))) {
        *out = start;
        return PV_SUCCESS;
    }
    if (pv_str_eq(real, PV_STR("/")))
        real.n = 0;
    size_t top = find_top(mem, real);
    if (top != SIZE_MAX) {
        PV_TRY(read_above(mem, real, top, &start.chain, err));
        start.inside = pv_str_sub(real, top + 1, real.n);
    }
    *out = start;
    return PV_SUCCESS;
}

bool pv_ignore_is_out(const struct pv_ignore_place *folder, struct pv_str name, bool is_folder)
{
    char bytes[PV_PATH_MAX];
    size_t before = base_of(folder->inside);
    if (!folder->chain || before + name.n > sizeof bytes)
        return false;
    if (before > 0) {
        memcpy(bytes, folder->inside.p, folder->inside.n);
        bytes[folder->inside.n] = '/';
    }
    memcpy(bytes + before, name.p, name.n);
    struct pv_str path = {bytes, before + name.n};
    for (const struct pv_ignore_chain *link = folder->chain; link; link = link->above) {
        enum pv_ignore_verdict verdict =
            pv_ignore_judge(&link->lines, pv_str_sub(path, link->base, path.n), is_folder);
        if (verdict != PV_IGNORE_SILENT)
            return verdict == PV_IGNORE_OUT;
    }
    return false;
}
