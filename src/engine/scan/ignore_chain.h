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

/* Where a walk begins. */
struct pv_ignore_start {
    const struct pv_ignore_chain *chain; /* of the folder and all above it; may be NULL */
    struct pv_str inside;                /* the folder's path from the top; empty for the top */
};

/*
 * Reads the ignore files that hold for `folder`, .git/info/exclude among them. Files
 * that can't be read are taken for empty. PV_LIMIT and PV_NO_MEMORY only.
 */
PV_RESULT pv_ignore_start(struct pv_arena *mem, struct pv_str folder, struct pv_ignore_start *out,
                          struct pv_err *err);

/*
 * The chain for a folder below: `chain` itself when `content` holds no ignore file.
 * `path` is where to read, `inside` the same from the top.
 */
PV_RESULT pv_ignore_chain_extend(struct pv_arena *mem, const struct pv_ignore_chain *chain,
                                 struct pv_str path, struct pv_str inside,
                                 const struct pv_folder *content,
                                 const struct pv_ignore_chain **out, struct pv_err *err);

/* Whether `name` in the folder `inside` is to be left out. */
bool pv_ignore_chain_is_out(const struct pv_ignore_chain *chain, struct pv_str inside,
                            struct pv_str name, bool is_folder);

#endif
