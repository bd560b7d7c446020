/* SPDX-License-Identifier: Apache-2.0 */
/*
 * save: a file replaced as a whole or not at all.
 *
 * The bytes go to a temporary file in the same folder, reach the disk, and then
 * take the name. Whatever fails before that leaves the old file as it was and
 * no temporary file behind.
 */
#ifndef PV_SYS_SAVE_H
#define PV_SYS_SAVE_H

#include "base/err.h"
#include "base/str.h"
#include "sys/output.h"

/* The steps that can fail; tests give others. NULL members are the system's. */
struct pv_save_steps {
    pv_output_writer write;
    int (*sync)(int descriptor);
    int (*rename)(const char *from, const char *to);
};

/*
 * Replaces or creates the file at `path`. A link is followed: the file that it
 * names is replaced. An existing file keeps its mode. What is not a regular file
 * (/dev/stdout, a named pipe) is written to directly.
 * PV_LIMIT when the disk is full; else as pv_path_fail.
 */
PV_RESULT pv_save(struct pv_str path, struct pv_str bytes, struct pv_err *err);

/* Creates the file, whole or not at all; PV_EXISTS when there is one by that name. */
PV_RESULT pv_save_new(struct pv_str path, struct pv_str bytes, struct pv_err *err);

/* As pv_save with other steps. */
PV_RESULT pv_save_by(const struct pv_save_steps *steps, struct pv_str path, struct pv_str bytes,
                     struct pv_err *err);

#endif
