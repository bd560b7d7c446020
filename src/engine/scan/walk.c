/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/walk.h"

#include "base/num.h"
#include "engine/scan/ignore_chain.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"
#include "sys/folder.h"

#include <stdint.h>
#include <stdlib.h>

/* A folder that has been found and not been searched yet. */
struct pending {
    struct pv_str path; /* as the user will see it; empty for "." */
    struct pv_ignore_place place;
};

struct walk {
    struct pv_arena *mem;
    const struct pv_walk_options *options;
    struct pv_targets *out;
    PV_VEC(struct pending) pending; /* last in, first out */
};

static PV_RESULT join(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                      struct pv_str *out, struct pv_err *err)
{
    if (folder.n == 0)
        return pv_str_copy(mem, name, out, err);
    const char *slash = folder.p[folder.n - 1] == '/' ? "" : "/";
    return pv_str_format(mem, out, err, "%.*s%s%.*s", PV_STR_FMT(folder), slash, PV_STR_FMT(name));
}

static PV_RESULT add_file(struct walk *walk, struct pv_str path, bool is_named, struct pv_err *err)
{
    struct pv_target *target = NULL;
    if (walk->out->files.n >= PV_SCAN_TARGETS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d files", PV_SCAN_TARGETS_MAX);
    PV_TRY(PV_VEC_PUSH(walk->mem, &walk->out->files, &target, err));
    *target = (struct pv_target){.path = path, .is_named = is_named};
    return PV_SUCCESS;
}

static PV_RESULT leave_out(struct walk *walk, struct pv_str path, enum pv_skip skip,
                           struct pv_err *err)
{
    struct pv_left_out *slot = NULL;
    PV_TRY(PV_VEC_PUSH(walk->mem, &walk->out->left_out, &slot, err));
    *slot = (struct pv_left_out){path, skip};
    return PV_SUCCESS;
}

static PV_RESULT add_unreadable(struct walk *walk, struct pv_str path, const struct pv_err *why,
                                struct pv_err *err)
{
    struct pv_unreadable *slot = NULL;
    PV_TRY(PV_VEC_PUSH(walk->mem, &walk->out->unreadable, &slot, err));
    slot->path = path;
    return pv_str_copy(walk->mem, pv_target_remark(path, pv_str_of(why->text)), &slot->text, err);
}

/* Folders of version control: nothing in them is anyone's source. */
static bool is_of_version_control(struct pv_str name)
{
    static const struct pv_str names[] = {{".git", 4}, {".hg", 3},    {".svn", 4}, {".bzr", 4},
                                          {"CVS", 3},  {"_darcs", 6}, {".jj", 3},  {".sl", 3}};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(name, names[i]))
            return true;
    return false;
}

static PV_RESULT push(struct walk *walk, struct pending folder, struct pv_err *err)
{
    struct pending *slot = NULL;
    PV_TRY(PV_VEC_PUSH(walk->mem, &walk->pending, &slot, err));
    *slot = folder;
    return PV_SUCCESS;
}

static PV_RESULT take_entry(struct walk *walk, const struct pending *folder,
                            const struct pv_folder_entry *entry, struct pv_err *err)
{
    struct pending inner = {.place.chain = folder->place.chain};
    bool is_folder = entry->kind == PV_FILE_FOLDER;
    if (is_of_version_control(entry->name) && (is_folder || entry->kind == PV_FILE_REGULAR))
        return PV_SUCCESS;
    PV_TRY(join(walk->mem, folder->path, entry->name, &inner.path, err));
    if (pv_ignore_is_out(&folder->place, entry->name, is_folder))
        return leave_out(walk, inner.path, PV_SKIP_IGNORED, err);
    if (entry->kind == PV_FILE_REGULAR)
        return add_file(walk, inner.path, false, err);
    if (entry->kind == PV_FILE_LINK)
        return leave_out(walk, inner.path, PV_SKIP_LINK, err);
    if (!is_folder)
        return leave_out(walk, inner.path, PV_SKIP_SPECIAL, err);
    PV_TRY(join(walk->mem, folder->place.inside, entry->name, &inner.place.inside, err));
    return push(walk, inner, err);
}

/* A folder that can't be read is said to be so, and the walk goes on. */
static PV_RESULT search(struct walk *walk, struct pending folder, bool may_follow,
                        struct pv_err *err)
{
    struct pv_str path = folder.path.n > 0 ? folder.path : PV_STR(".");
    struct pv_folder content = {0};
    struct pv_err why = {0};
    struct pv_result result = pv_folder_read(walk->mem, path, may_follow, &content, &why);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, result.code, 0, "%s", why.text);
    /* Nothing is lost with a folder that somebody has removed meanwhile. */
    if (result.code == PV_NOT_FOUND && !may_follow)
        return PV_SUCCESS;
    if (!pv_is_ok(result))
        return add_unreadable(walk, path, &why, err);
    if (!walk->options->ignores_nothing)
        PV_TRY(pv_ignore_enter(walk->mem, path, &content, &folder.place, err));
    PV_VEC_EACH (const struct pv_folder_entry, entry, &content.entries)
        PV_TRY(take_entry(walk, &folder, entry, err));
    return PV_SUCCESS;
}

/* "./src//" is "src", "." is nothing; "/" stays. */
static struct pv_str tidy(struct pv_str path)
{
    while (pv_str_has_prefix(path, PV_STR("./"))) {
        path = pv_str_sub(path, 2, path.n);
        while (path.n > 0 && path.p[0] == '/')
            path = pv_str_sub(path, 1, path.n);
    }
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    return pv_str_eq(path, PV_STR(".")) ? (struct pv_str){0} : path;
}

static PV_RESULT start_from(struct walk *walk, struct pv_str path, struct pv_err *err)
{
    struct pv_file_info info = {0};
    struct pending root = {.path = tidy(path)};
    PV_TRY(pv_file_look(path, &info, err));
    if (info.kind == PV_FILE_REGULAR)
        return add_file(walk, root.path, true, err);
    if (info.kind != PV_FILE_FOLDER)
        return leave_out(walk, root.path, PV_SKIP_SPECIAL, err);
    if (!walk->options->ignores_nothing)
        PV_TRY(pv_ignore_start(walk->mem, path, &root.place, err));
    PV_TRY(search(walk, root, true, err)); /* a link that the user names is meant */
    while (walk->pending.n > 0)
        PV_TRY(search(walk, walk->pending.p[--walk->pending.n], false, err));
    return PV_SUCCESS;
}

static int compare_targets(const void *a, const void *b)
{
    const struct pv_target *x = a;
    const struct pv_target *y = b;
    int order = pv_str_cmp(x->path, y->path);
    return order ? order : (int)y->is_named - (int)x->is_named;
}

static int compare_left_out(const void *a, const void *b)
{
    const struct pv_left_out *x = a;
    const struct pv_left_out *y = b;
    return pv_str_cmp(x->path, y->path);
}

static int compare_unreadable(const void *a, const void *b)
{
    const struct pv_unreadable *x = a;
    const struct pv_unreadable *y = b;
    return pv_str_cmp(x->path, y->path);
}

/* Sorts, and drops what was found on two ways; of those, one that was named stays. */
static void put_in_order(struct pv_targets *targets)
{
    size_t kept = 0;
    if (targets->left_out.n > 1)
        qsort(targets->left_out.p, targets->left_out.n, sizeof *targets->left_out.p,
              compare_left_out);
    if (targets->unreadable.n > 1)
        qsort(targets->unreadable.p, targets->unreadable.n, sizeof *targets->unreadable.p,
              compare_unreadable);
    if (targets->files.n < 2)
        return;
    qsort(targets->files.p, targets->files.n, sizeof *targets->files.p, compare_targets);
    for (size_t i = 0; i < targets->files.n; i++)
        if (kept == 0 || !pv_str_eq(targets->files.p[kept - 1].path, targets->files.p[i].path))
            targets->files.p[kept++] = targets->files.p[i];
    targets->files.n = kept;
}

struct pv_result pv_walk(struct pv_arena *mem, const struct pv_str *paths, size_t n_paths,
                         const struct pv_walk_options *options, struct pv_targets *out,
                         struct pv_err *err)
{
    struct pv_targets targets = *out;
    struct walk walk = {.mem = mem, .options = options, .out = &targets};
    for (size_t i = 0; i < n_paths; i++)
        PV_TRY(start_from(&walk, paths[i], err));
    put_in_order(&targets);
    *out = targets;
    return PV_SUCCESS;
}

/* Whether a folder on the way from the top to `place` is left out. */
static bool is_way_out(const struct pv_ignore_place *place)
{
    struct pv_str rest = place->inside;
    struct pv_str name = {0};
    while (pv_str_split(&rest, '/', &name)) {
        size_t before = (size_t)(name.p - place->inside.p);
        struct pv_ignore_place above = {
            .chain = place->chain,
            .inside = pv_str_sub(place->inside, 0, before > 0 ? before - 1 : 0),
        };
        if (pv_ignore_is_out(&above, name, true))
            return true;
    }
    return false;
}

struct pv_result pv_walk_leaves_out(struct pv_arena *mem, struct pv_str path, bool *out,
                                    struct pv_err *err)
{
    struct pv_ignore_place place = {0};
    struct pv_folder content = {0};
    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str folder = slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(path, 0, pv_max(slash, 1));
    struct pv_str name = slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
    PV_TRY(pv_ignore_start(mem, folder, &place, err));
    /* A folder that is gone has no ignore files of its own. */
    pv_ignore(pv_folder_read(mem, folder, true, &content, NULL));
    bool is_out = is_way_out(&place);
    PV_TRY(pv_ignore_enter(mem, folder, &content, &place, err));
    *out = is_out || pv_ignore_is_out(&place, name, false);
    return PV_SUCCESS;
}
