/* SPDX-License-Identifier: Apache-2.0 */
/*
 * changes: which lines of which files are new, as git tells.
 */
#ifndef PV_ENGINE_SCAN_CHANGES_H
#define PV_ENGINE_SCAN_CHANGES_H

#include "base/map.h"
#include "engine/scan/target.h"

#include <stdint.h>

struct pv_line_range {
    uint32_t first; /* 1-based */
    uint32_t last;  /* inclusive */
};

struct pv_changed_file {
    struct pv_str path; /* as the user will see it */
    struct pv_str blob; /* what git calls its staged text; only for staged changes */
    bool is_new;        /* all of its lines are */
    PV_VEC(struct pv_line_range) lines; /* in order */
};

struct pv_changes {
    PV_VEC(struct pv_changed_file) files;
    PV_VEC(struct pv_str)
    submodules; /* that are at another commit; their files are not looked at */
    struct pv_map by_path;
    const char *root; /* of the repository */
};

/*
 * What the work tree holds that the common ancestor of HEAD and `base` does not;
 * files that git does not know yet are new. Only what lies under `paths`, which
 * must be in one repository.
 * PV_NOT_FOUND: no git, no repository, or no such revision, said in words.
 */
PV_RESULT pv_changes_since(struct pv_arena *mem, struct pv_str base, const struct pv_str *paths,
                           size_t n_paths, struct pv_changes *out, struct pv_err *err);

/* What is staged for the next commit. */
PV_RESULT pv_changes_staged(struct pv_arena *mem, const struct pv_str *paths, size_t n_paths,
                            struct pv_changes *out, struct pv_err *err);

/* Adds the submodules to what was left out of `targets`, so that it is said. */
PV_RESULT pv_changes_leave_out(struct pv_arena *mem, const struct pv_changes *changes,
                               struct pv_targets *targets, struct pv_err *err);

/* Leaves in `targets` only files that changed. */
void pv_changes_narrow(const struct pv_changes *changes, struct pv_targets *targets);

/* Adds the staged text of each changed file: the index is scanned, not the work tree. */
PV_RESULT pv_changes_load_staged(struct pv_arena *mem, const struct pv_changes *changes,
                                 struct pv_targets *targets, struct pv_err *err);

/* Whether a line of first..last is new. */
bool pv_changes_touch(const struct pv_changes *changes, struct pv_str path, uint32_t first,
                      uint32_t last);

/*
 * Reads the answer of `git diff --raw -z -p -U0 --no-abbrev`, whose paths are
 * relative to the root, into out->files and out->submodules, which have these paths.
 * PV_SYNTAX when it is something else.
 */
PV_RESULT pv_changes_read(struct pv_arena *mem, struct pv_str answer, struct pv_changes *out,
                          struct pv_err *err);

#endif
