/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/changes.h"

#include "base/assert.h"
#include "engine/scan/git.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

/* A path of the user's: `prefix` is how git sees it from the root, `path` how it will be shown. */
struct view {
    struct pv_str prefix;
    struct pv_str path;
    bool is_folder;
};

struct views {
    PV_VEC(struct view) list;
    struct pv_str root;
    PV_VEC(struct pv_str) prefixes;
    struct pv_map folders; /* to an index of prefixes: git is asked once for each folder */
};

static const char *const diff_args[] = {
    "diff",
    "--raw",
    "-z",
    "-p",
    "-U0",
    "--no-abbrev",
    "--no-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--diff-filter=AM",
    /* One whose commit is another is told of; what goes on within is another repository's. */
    "--ignore-submodules=dirty",
    "--submodule=short",
};

static PV_RESULT join(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                      struct pv_str *out, struct pv_err *err)
{
    while (folder.n > 1 && folder.p[folder.n - 1] == '/')
        folder.n--;
    if (folder.n == 0 || pv_str_eq(folder, PV_STR(".")))
        return pv_str_copy(mem, name, out, err);
    const char *slash = folder.p[folder.n - 1] == '/' ? "" : "/";
    return pv_str_format(mem, out, err, "%.*s%s%.*s", PV_STR_FMT(folder), slash, PV_STR_FMT(name));
}

/* Splits "a/b/c.py" into "a/b" and "c.py". */
static void split_path(struct pv_str path, struct pv_str *folder, struct pv_str *name)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    *folder = PV_STR(".");
    *name = path;
    if (slash == SIZE_MAX)
        return;
    *folder = slash == 0 ? PV_STR("/") : pv_str_sub(path, 0, slash);
    *name = pv_str_sub(path, slash + 1, path.n);
}

static PV_RESULT locate(struct pv_arena *mem, struct views *views, struct pv_str folder,
                        struct pv_str *prefix, struct pv_err *err)
{
    const char *z = NULL;
    uint32_t known = 0;
    struct pv_str root = {0};
    struct pv_str *slot = NULL;
    if (pv_map_find(&views->folders, folder, &known)) {
        pv_assert(views->prefixes.p);
        *prefix = views->prefixes.p[known];
        return PV_SUCCESS;
    }
    PV_TRY(pv_str_z(mem, folder, &z, err));
    PV_TRY(pv_git_locate(mem, z, &root, prefix, err));
    if (views->root.p && !pv_str_eq(views->root, root))
        return pv_fail(err, PV_INVALID, 0, "%s is not in the repository %.*s like the others", z,
                       PV_STR_FMT(views->root));
    views->root = root;
    PV_TRY(pv_map_put(mem, &views->folders, folder, (uint32_t)views->prefixes.n, err));
    PV_TRY(PV_VEC_PUSH(mem, &views->prefixes, &slot, err));
    *slot = *prefix;
    return PV_SUCCESS;
}

/* A staged file may be gone from the work tree, so what is not there is taken for a file. */
static PV_RESULT add_view(struct pv_arena *mem, struct views *views, struct pv_str path,
                          struct pv_err *err)
{
    struct pv_file_info info = {0};
    struct pv_str folder = path;
    struct pv_str name = {0};
    struct pv_str prefix = {0};
    struct view *view = NULL;
    bool exists = pv_is_ok(pv_file_look(path, &info, NULL));
    bool is_folder = exists && info.kind == PV_FILE_FOLDER;
    if (!is_folder)
        split_path(path, &folder, &name);
    PV_TRY(locate(mem, views, folder, &prefix, err));
    PV_TRY(PV_VEC_PUSH(mem, &views->list, &view, err));
    *view = (struct view){.prefix = prefix, .path = path, .is_folder = is_folder};
    if (is_folder)
        return PV_SUCCESS;
    return pv_str_format(mem, &view->prefix, err, "%.*s%.*s", PV_STR_FMT(prefix), PV_STR_FMT(name));
}

static PV_RESULT add_views(struct pv_arena *mem, struct views *views, const struct pv_str *paths,
                           size_t n_paths, struct pv_err *err)
{
    for (size_t i = 0; i < n_paths; i++)
        PV_TRY(add_view(mem, views, paths[i], err));
    return PV_SUCCESS;
}

/* How the user sees a path that git sees; out->p stays NULL when no view holds it. */
static PV_RESULT translate(struct pv_arena *mem, const struct views *views, struct pv_str git_path,
                           struct pv_str *out, struct pv_err *err)
{
    PV_VEC_EACH (const struct view, view, &views->list) {
        if (!view->is_folder && pv_str_eq(git_path, view->prefix)) {
            *out = view->path;
            return PV_SUCCESS;
        }
        if (view->is_folder && pv_str_has_prefix(git_path, view->prefix))
            return join(mem, view->path, pv_str_sub(git_path, view->prefix.n, git_path.n), out,
                        err);
    }
    return PV_SUCCESS;
}

/* From git's paths to the user's; what lies elsewhere is dropped. */
static PV_RESULT translate_all(struct pv_arena *mem, const struct views *views,
                               struct pv_changes *changes, struct pv_err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < changes->files.n; i++) {
        struct pv_changed_file file = changes->files.p[i];
        struct pv_str path = {0};
        PV_TRY(translate(mem, views, file.path, &path, err));
        if (!path.p)
            continue;
        file.path = path;
        changes->files.p[kept] = file;
        PV_TRY(pv_map_put(mem, &changes->by_path, path, (uint32_t)kept, err));
        kept++;
    }
    changes->files.n = kept;
    kept = 0;
    for (size_t i = 0; i < changes->submodules.n; i++) {
        struct pv_str path = {0};
        PV_TRY(translate(mem, views, changes->submodules.p[i], &path, err));
        if (path.p)
            changes->submodules.p[kept++] = path;
    }
    changes->submodules.n = kept;
    return PV_SUCCESS;
}

/* `git diff` with all that makes its answer regular; then `more`, ended by NULL. */
static PV_RESULT ask_diff(struct pv_arena *mem, const char *root, const char *const *more,
                          struct pv_changes *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    const char *args[PV_GIT_ARGS_MAX + 1] = {0};
    size_t n = 0;
    for (size_t i = 0; i < PV_COUNT(diff_args); i++)
        args[n++] = diff_args[i];
    for (size_t i = 0; more[i] && n < PV_GIT_ARGS_MAX; i++)
        args[n++] = more[i];
    PV_TRY(pv_git_ask(mem, &(struct pv_git){.folder = root, .args = args}, &answer, err));
    return pv_changes_read(mem, pv_buf_str(&answer), out, err);
}

/* Files that git neither knows nor ignores: whoever wrote them will add them. */
static PV_RESULT add_untracked(struct pv_arena *mem, const char *root, struct pv_changes *out,
                               struct pv_err *err)
{
    static const char *const args[] = {"ls-files", "-z", "--others", "--exclude-standard", NULL};
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    struct pv_str path = {0};
    PV_TRY(pv_git_ask(mem, &(struct pv_git){.folder = root, .args = args}, &answer, err));
    struct pv_str rest = pv_buf_str(&answer);
    while (pv_str_split(&rest, '\0', &path)) {
        struct pv_changed_file *file = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->files, &file, err));
        file->is_new = true;
        PV_TRY(pv_str_copy(mem, path, &file->path, err));
    }
    return PV_SUCCESS;
}

/* One line of an answer, as text for the next question. */
static PV_RESULT ask_line(struct pv_arena *mem, const char *root, const char *const *args,
                          const char **out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    PV_TRY(pv_git_ask(mem, &(struct pv_git){.folder = root, .args = args}, &answer, err));
    return pv_str_z(mem, pv_str_trim(pv_buf_str(&answer)), out, err);
}

/* The commit where HEAD and `base` parted. */
static PV_RESULT find_ancestor(struct pv_arena *mem, const char *root, struct pv_str base,
                               const char **out, struct pv_err *err)
{
    struct pv_str revision = {0};
    const char *z = NULL;
    const char *commit = NULL;
    PV_TRY(pv_str_format(mem, &revision, err, "%.*s^{commit}", PV_STR_FMT(base)));
    PV_TRY(pv_str_z(mem, revision, &z, err));
    /* --end-of-options: a revision that begins with a dash stays a revision. */
    const char *const verify[] = {"rev-parse", "--verify", "--quiet", "--end-of-options", z, NULL};
    if (!pv_is_ok(ask_line(mem, root, verify, &commit, NULL)))
        return pv_fail(err, PV_NOT_FOUND, 0,
                       "%.*s: git knows no such revision; a shallow clone has to fetch it first",
                       PV_STR_FMT(base));
    const char *const merge_base[] = {"merge-base", commit, "HEAD", NULL};
    if (!pv_is_ok(ask_line(mem, root, merge_base, out, NULL)))
        return pv_fail(err, PV_NOT_FOUND, 0, "%.*s and HEAD have no commit in common",
                       PV_STR_FMT(base));
    return PV_SUCCESS;
}

/* Reads into `out` with git's own paths, then gives them the user's. */
static PV_RESULT finish(struct pv_arena *mem, const struct views *views, struct pv_changes *made,
                        struct pv_changes *out, struct pv_err *err)
{
    PV_TRY(translate_all(mem, views, made, err));
    *out = *made;
    return PV_SUCCESS;
}

struct pv_result pv_changes_since(struct pv_arena *mem, struct pv_str base,
                                  const struct pv_str *paths, size_t n_paths,
                                  struct pv_changes *out, struct pv_err *err)
{
    struct views views = {0};
    struct pv_changes changes = {0};
    const char *ancestor = NULL;
    PV_TRY(add_views(mem, &views, paths, n_paths, err));
    PV_TRY(pv_str_z(mem, views.root, &changes.root, err));
    PV_TRY(find_ancestor(mem, changes.root, base, &ancestor, err));
    const char *const more[] = {ancestor, "--", NULL};
    PV_TRY(ask_diff(mem, changes.root, more, &changes, err));
    PV_TRY(add_untracked(mem, changes.root, &changes, err));
    return finish(mem, &views, &changes, out, err);
}

struct pv_result pv_changes_staged(struct pv_arena *mem, const struct pv_str *paths, size_t n_paths,
                                   struct pv_changes *out, struct pv_err *err)
{
    static const char *const more[] = {"--cached", "--", NULL};
    struct views views = {0};
    struct pv_changes changes = {0};
    PV_TRY(add_views(mem, &views, paths, n_paths, err));
    PV_TRY(pv_str_z(mem, views.root, &changes.root, err));
    PV_TRY(ask_diff(mem, changes.root, more, &changes, err));
    return finish(mem, &views, &changes, out, err);
}

PV_RESULT pv_changes_leave_out(struct pv_arena *mem, const struct pv_changes *changes,
                               struct pv_targets *targets, struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_str, path, &changes->submodules) {
        struct pv_left_out *slot = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &targets->left_out, &slot, err));
        *slot = (struct pv_left_out){*path, PV_SKIP_SUBMODULE};
    }
    return PV_SUCCESS;
}

void pv_changes_narrow(const struct pv_changes *changes, struct pv_targets *targets)
{
    size_t kept = 0;
    for (size_t i = 0; i < targets->files.n; i++) {
        uint32_t unused = 0;
        if (pv_map_find(&changes->by_path, targets->files.p[i].path, &unused))
            targets->files.p[kept++] = targets->files.p[i];
    }
    targets->files.n = kept;
}

bool pv_changes_touch(const struct pv_changes *changes, struct pv_str path, uint32_t first,
                      uint32_t last)
{
    uint32_t at = 0;
    if (!pv_map_find(&changes->by_path, path, &at))
        return false;
    const struct pv_changed_file *file = &changes->files.p[at];
    if (file->is_new)
        return true;
    PV_VEC_EACH (const struct pv_line_range, range, &file->lines)
        if (range->first <= last && range->last >= first)
            return true;
    return false;
}
