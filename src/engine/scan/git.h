/* SPDX-License-Identifier: Apache-2.0 */
/*
 * git: questions to git about a repository.
 *
 * The repository may be a stranger's, so git is told not to run what its
 * configuration names: hooks, monitors, external differences, text converters.
 */
#ifndef PV_ENGINE_SCAN_GIT_H
#define PV_ENGINE_SCAN_GIT_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum { PV_GIT_ARGS_MAX = 24 };

struct pv_git {
    const char *folder;      /* where to ask */
    const char *const *args; /* after "git"; ended by NULL; at most PV_GIT_ARGS_MAX */
    struct pv_str input;
};

/*
 * Replaces what `answer` holds. PV_NOT_FOUND when git is missing or says no, with
 * git's own first line in `err`; PV_LIMIT as for pv_process_run.
 */
PV_RESULT pv_git_ask(struct pv_arena *mem, const struct pv_git *git, struct pv_buf *answer,
                     struct pv_err *err);

/*
 * The root of the repository that holds `folder`, and `folder` as seen from there:
 * "" or "a/b/". Both live in `mem`. PV_NOT_FOUND when there is no repository.
 */
PV_RESULT pv_git_locate(struct pv_arena *mem, const char *folder, struct pv_str *root,
                        struct pv_str *prefix, struct pv_err *err);

#endif
