/* SPDX-License-Identifier: Apache-2.0 */
/*
 * file: what a path is, and its bytes.
 *
 * Only regular files are read: opening a FIFO or a device could block for ever,
 * so they are refused by kind. Files are read, not mapped: a mapped file that
 * another process cuts kills the reader.
 */
#ifndef PV_SYS_FILE_H
#define PV_SYS_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

enum pv_file_kind {
    PV_FILE_REGULAR,
    PV_FILE_FOLDER,
    PV_FILE_LINK,
    PV_FILE_FIFO,
    PV_FILE_SOCKET,
    PV_FILE_DEVICE,
    PV_FILE_OTHER,
};

struct pv_file_info {
    enum pv_file_kind kind;
    uint64_t size_bytes;
};

/* "a folder", "a named pipe"; static text. */
const char *pv_file_kind_name(enum pv_file_kind kind);

/* What `path` is, links followed. Failures as pv_path_fail. */
PV_RESULT pv_file_look(struct pv_str path, struct pv_file_info *out, struct pv_err *err);

/* The absolute path of what `path` names, without links and dots; lives in `mem`. */
PV_RESULT pv_file_real_path(struct pv_arena *mem, struct pv_str path, struct pv_str *out,
                            struct pv_err *err);

/*
 * Replaces what `out` holds by the bytes of the file. A file that grows while it
 * is read is read up to `max_bytes`; one that shrinks gives what is there.
 * PV_LIMIT when there is more than that (with nothing in `out`), PV_UNSUPPORTED
 * when it is not a regular file; else as pv_path_fail.
 */
PV_RESULT pv_file_read(struct pv_str path, size_t max_bytes, struct pv_buf *out,
                       struct pv_err *err);

/* As pv_file_read, into `mem`. */
PV_RESULT pv_file_read_text(struct pv_arena *mem, struct pv_str path, size_t max_bytes,
                            struct pv_str *out, struct pv_err *err);

/* As pv_file_read for standard input, which may be a pipe or a terminal. */
PV_RESULT pv_file_read_stdin(size_t max_bytes, struct pv_buf *out, struct pv_err *err);

#endif
