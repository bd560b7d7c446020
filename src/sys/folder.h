/* SPDX-License-Identifier: Apache-2.0 */
/*
 * folder: the entries of a folder, sorted by name, so that what comes of them
 * does not depend on the file system.
 */
#ifndef PV_SYS_FOLDER_H
#define PV_SYS_FOLDER_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "sys/file.h"

struct pv_folder_entry {
    struct pv_str name;
    enum pv_file_kind kind; /* of the entry itself: a link is PV_FILE_LINK */
};

struct pv_folder {
    PV_VEC(struct pv_folder_entry) entries; /* without "." and ".." */
};

/*
 * Reads a folder; `path` itself may be a link only if `may_follow`.
 * PV_LIMIT past PV_FOLDER_ENTRIES_MAX; else as pv_path_fail.
 */
PV_RESULT pv_folder_read(struct pv_arena *mem, struct pv_str path, bool may_follow,
                         struct pv_folder *out, struct pv_err *err);

/*
 * Makes a folder that only the caller may enter; one that is there already is
 * taken if it is the caller's own and nobody else may write to it, else
 * PV_DENIED. The folder around it must be there. Failures as pv_path_fail.
 */
PV_RESULT pv_folder_make_own(struct pv_str path, struct pv_err *err);

#endif
