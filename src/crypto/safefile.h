/* SPDX-License-Identifier: Apache-2.0 */
/*
 * safefile: files that are whole or as they were before.
 *
 * A new file is written beside the old one, made durable, and takes its name in
 * one step. Whatever happens in between, the name stands for the old bytes or
 * the new ones. Writers of one folder wait for each other.
 */
#ifndef PV_CRYPTO_SAFEFILE_H
#define PV_CRYPTO_SAFEFILE_H

#include "base/buf.h"
#include "crypto/status_internal.h"

#include <sys/types.h>

enum { PV_SAFEFILE_PATH_MAX = 4096 };

/* A new file on its way. Zero, or after pv_safefile_abort, there is none. */
struct pv_safefile {
    int is_open;
    int descriptor;
    char target[PV_SAFEFILE_PATH_MAX];
    char temporary[PV_SAFEFILE_PATH_MAX];
};

/* Reads at most `max` bytes of a regular file. PAVE_NO_FILE, PAVE_IO, PAVE_LIMIT. */
PV_STATUS pv_safefile_read(const char *path, size_t max, struct pv_buf *out,
                           struct pave_error *err);

/* Begins the file that shall be `path`; others may read it as `mode` says. */
PV_STATUS pv_safefile_begin(struct pv_safefile *file, const char *path, mode_t mode,
                            struct pave_error *err);

/*
 * The same for what stays the file that it was: one that is there keeps its owner and its
 * mode, and a link to it goes on naming it. `mode` is for one that is not there. Where the
 * group can't be kept, it is given nothing.
 */
PV_STATUS pv_safefile_renew(struct pv_safefile *file, const char *path, mode_t mode,
                            struct pave_error *err);
PV_STATUS pv_safefile_write(struct pv_safefile *file, const void *bytes, size_t n,
                            struct pave_error *err);

/* Makes it durable and gives it its name. On failure it is as after pv_safefile_abort. */
PV_STATUS pv_safefile_commit(struct pv_safefile *file, struct pave_error *err);

/* As commit, but PAVE_EXISTS when the name is taken. */
PV_STATUS pv_safefile_commit_new(struct pv_safefile *file, struct pave_error *err);

/* Removes what was written; nothing to do does nothing. */
void pv_safefile_abort(struct pv_safefile *file);

/* Waits until no other writer is in the folder of `path`, or of what it links to. The lock ends
 * with the process too. */
PV_STATUS pv_safefile_lock(const char *path, int *out, struct pave_error *err);
void pv_safefile_unlock(int *lock);

#endif
