/* SPDX-License-Identifier: Apache-2.0 */
/*
 * repository: where the code belongs: the folder with .git at or above the
 * current one, or the current one; and how paths are written from there.
 */
#ifndef PV_APP_CLI_REPOSITORY_H
#define PV_APP_CLI_REPOSITORY_H

#include "base/arena.h"
#include "base/str.h"

struct pv_repository {
    struct pv_arena *mem;
    struct pv_str root; /* an absolute path */
    struct pv_str here; /* the current folder, from the root; empty at the root */
    struct pv_str name; /* of the root's folder */
};

PV_RESULT pv_repository_find(struct pv_arena *mem, struct pv_repository *out, struct pv_err *err);

/* "a/b.c" for "./b.c" in the folder a; a path that is not in the repository stays as it is. */
PV_RESULT pv_repository_path(const struct pv_repository *repository, struct pv_str path,
                             struct pv_str *out, struct pv_err *err);

/* The other way, as an absolute path. */
PV_RESULT pv_repository_file(const struct pv_repository *repository, struct pv_str path,
                             struct pv_str *out, struct pv_err *err);

#endif
