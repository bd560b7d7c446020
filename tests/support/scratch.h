/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scratch: a temporary folder for one test, and the files in it.
 */
#ifndef PV_TESTS_SUPPORT_SCRATCH_H
#define PV_TESTS_SUPPORT_SCRATCH_H

#include "base/arena.h"
#include "base/str.h"

struct scratch {
    struct pv_arena mem;
    char folder[64];
};

/* Makes the folder. Each function fails the test when the system does not play along. */
void scratch_begin(struct scratch *scratch);

/* Removes the folder and all in it. */
void scratch_end(struct scratch *scratch);

/* The path of NAME in the folder; lives until the end. */
struct pv_str scratch_path(struct scratch *scratch, const char *name);
const char *scratch_path_z(struct scratch *scratch, const char *name);

/* Writes a file, making the folders on its way. */
void scratch_write(struct scratch *scratch, const char *name, struct pv_str text);

void scratch_make_folder(struct scratch *scratch, const char *name);
void scratch_make_link(struct scratch *scratch, const char *name, const char *target);
void scratch_make_fifo(struct scratch *scratch, const char *name);

/* The text of a file; fails the test when it isn't there. */
struct pv_str scratch_read(struct scratch *scratch, const char *name);

/* How many entries a folder has; "" is the scratch folder itself. */
size_t scratch_count(struct scratch *scratch, const char *name);

#endif
