/* SPDX-License-Identifier: Apache-2.0 */
/*
 * walk: from the paths that the user gave to the files to scan.
 *
 * Folders are searched without recursion and symbolic links are never followed
 * on the way, so a walk always ends. .gitignore, .paveignore, .semgrepignore and
 * .git/info/exclude are honoured, those of the folders above included.
 */
#ifndef PV_ENGINE_SCAN_WALK_H
#define PV_ENGINE_SCAN_WALK_H

#include "engine/scan/target.h"

struct pv_walk_options {
    bool ignores_nothing; /* ignore files are not read */
};

/*
 * Adds the files under `paths` to `out`. Paths come out as they were given:
 * "src" gives "src/a.py", "." gives "a.py". A file that is named twice comes once.
 * PV_NOT_FOUND or another code of pv_file_look when a path that the user named
 * is not there; what can't be read further down goes to out->unreadable.
 */
PV_RESULT pv_walk(struct pv_arena *mem, const struct pv_str *paths, size_t n_paths,
                  const struct pv_walk_options *options, struct pv_targets *out,
                  struct pv_err *err);

/* Whether ignore files leave out the file `path`, which need not exist. */
PV_RESULT pv_walk_leaves_out(struct pv_arena *mem, struct pv_str path, bool *out,
                             struct pv_err *err);

#endif
