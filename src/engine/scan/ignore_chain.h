/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ignore_chain: the ignore files that hold for a folder: its own and those of the
 * folders above, up to the root of the repository.
 *
 * The nearest file that says something of a path decides. In one folder
 * .gitignore speaks first, then .semgrepignore, and .paveignore has the last word.
 */
#ifndef PV_ENGINE_SCAN_IGNORE_CHAIN_H
#define PV_ENGINE_SCAN_IGNORE_CHAIN_H

#include "sys/folder.h"
#include "text/ignore.h"

struct pv_ignore_chain {
    const struct pv_ignore_chain *above; /* NULL at the top */
    size_t base; /* bytes of a path from the top that lie before this folder's own paths */
    struct pv_ignore lines;
};

/* A folder as the ignore files see it. */
struct pv_ignore_place {
    const struct pv_ignore_chain *chain; /* of the folder and all above it; may be NULL */
    struct pv_str inside;                /* the folder's path from the top; empty for the top */
};

/*
 * Reads the ignore files of the folders above `folder`, and .git/info/exclude; its own
 * are for pv_ignore_enter. Files that can't be read are taken for empty.
 */
PV_RESULT pv_ignore_start(struct pv_arena *mem, struct pv_str folder, struct pv_ignore_place *out,
                          struct pv_err *err);

/* Adds the ignore files that lie in the folder itself, whose path and content are given. */
PV_RESULT pv_ignore_enter(struct pv_arena *mem, struct pv_str path, const struct pv_folder *content,
                          struct pv_ignore_place *place, struct pv_err *err);

/* Whether `name` in the folder is to be left out. */
bool pv_ignore_is_out(const struct pv_ignore_place *folder, struct pv_str name, bool is_folder);

#endif
