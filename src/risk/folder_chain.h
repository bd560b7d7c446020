/* SPDX-License-Identifier: Apache-2.0 */
/*
 * folder_chain: the folders above a file, up to the root of its repository; above that
 * somebody else's begin.
 */
#ifndef PV_RISK_FOLDER_CHAIN_H
#define PV_RISK_FOLDER_CHAIN_H

#include "base/arena.h"
#include "base/str.h"
#include "risk/risk_limits.h"

struct pv_folder_chain {
    struct pv_str folders[PV_RISK_FOLDERS_MAX]; /* the file's own first */
    size_t n;
};

/* In `mem`; paths are written as `path` is. PV_NO_MEMORY. */
PV_RESULT pv_folder_chain_of(struct pv_arena *mem, struct pv_str path, struct pv_folder_chain *out,
                             struct pv_err *err);

/* "a/b" for "b" in "a", "b" in ".". */
PV_RESULT pv_folder_chain_join(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                               struct pv_str *out, struct pv_err *err);

#endif
