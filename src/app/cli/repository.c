/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/repository.h"

#include "base/attr.h"
#include "base/buf.h"
#include "sys/file.h"

static PV_RESULT has_git(struct pv_arena *mem, struct pv_str folder, bool *out, struct pv_err *err)
{
    struct pv_str git = {0};
    struct pv_file_info info = {0};
    PV_TRY(pv_str_format(mem, &git, err, "%.*s/.git", PV_STR_FMT(folder)));
    *out = pv_is_ok(pv_file_look(git, &info, NULL));
    return PV_SUCCESS;
}

PV_RESULT pv_repository_find(struct pv_arena *mem, struct pv_repository *out, struct pv_err *err)
{
    struct pv_repository found = {.mem = mem};
    struct pv_str here = {0};
    bool is_found = false;
    PV_TRY(pv_file_real_path(mem, PV_STR("."), &here, err));
    found.root = here;
    while (!is_found && found.root.n > 0) {
        PV_TRY(has_git(mem, found.root, &is_found, err));
        if (!is_found)
            found.root.n = pv_str_rfind_byte(found.root, '/');
    }
    if (!is_found)
        found.root = here;
    found.here = pv_str_sub(here, found.root.n, here.n);
    if (pv_str_has_prefix(found.here, PV_STR("/")))
        found.here = pv_str_sub(found.here, 1, found.here.n);
    size_t slash = pv_str_rfind_byte(found.root, '/');
    found.name = slash == SIZE_MAX ? found.root : pv_str_sub(found.root, slash + 1, found.root.n);
    if (found.name.n == 0)
        found.name = PV_STR("root");
    *out = found;
    return PV_SUCCESS;
}

/* Adds one step; ".." takes one away, and nothing goes above the root. */
static void add_step(struct pv_buf *out, struct pv_str step)
{
    if (step.n == 0 || pv_str_eq(step, PV_STR(".")))
        return;
    if (pv_str_eq(step, PV_STR(".."))) {
        size_t slash = pv_str_rfind_byte(pv_buf_str(out), '/');
        pv_buf_cut(out, slash == SIZE_MAX ? 0 : slash);
        return;
    }
    if (out->n)
        pv_buf_add_byte(out, '/');
    pv_buf_add(out, step);
}

static void add_steps(struct pv_buf *out, struct pv_str path)
{
    struct pv_str step = {0};
    while (pv_str_split(&path, '/', &step))
        add_step(out, step);
}

PV_RESULT pv_repository_path(const struct pv_repository *repository, struct pv_str path,
                             struct pv_str *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    struct pv_str root = repository->root;
    bool is_absolute = pv_str_has_prefix(path, PV_STR("/"));
    bool is_within = pv_str_has_prefix(path, root) && (path.n == root.n || path.p[root.n] == '/');
    if (is_absolute && !is_within)
        return pv_str_copy(repository->mem, path, out, err);
    if (!is_absolute)
        add_steps(&buf, repository->here);
    add_steps(&buf, is_absolute ? pv_str_sub(path, root.n, path.n) : path);
    PV_TRY(pv_buf_result(&buf, err));
    return pv_str_copy(repository->mem, pv_buf_str(&buf), out, err);
}

PV_RESULT pv_repository_file(const struct pv_repository *repository, struct pv_str path,
                             struct pv_str *out, struct pv_err *err)
{
    if (pv_str_has_prefix(path, PV_STR("/")))
        return pv_str_copy(repository->mem, path, out, err);
    return pv_str_format(repository->mem, out, err, "%.*s/%.*s", PV_STR_FMT(repository->root),
                         PV_STR_FMT(path));
}
