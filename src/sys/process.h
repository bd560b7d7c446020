/* SPDX-License-Identifier: Apache-2.0 */
/*
 * process: another program, run to its end.
 *
 * There is no shell: arguments arrive as they are written. Standard input is
 * empty or `input`; output and error stream are caught up to their limits.
 */
#ifndef PV_SYS_PROCESS_H
#define PV_SYS_PROCESS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

struct pv_process {
    const char *const *argv; /* argv[0] is looked up in PATH; ended by NULL */
    const char *const *set;  /* NAME=value over what is inherited; ended by NULL; may be NULL */
    struct pv_str input;     /* what it reads on standard input */
    size_t output_max_bytes; /* 0: the buffer's own limit */
    uint64_t timeout_ms;     /* 0: none */
};

struct pv_process_end {
    int exit_code;            /* 128 + signal when a signal ended it */
    struct pv_str error_text; /* the beginning of its error stream, in `mem` */
};

/*
 * Replaces what `output` holds by what the program writes. A program that ends
 * with an exit code of its own is a success here. PV_NOT_FOUND: there is no such
 * program; PV_LIMIT: it wrote too much or took too long, and was killed; PV_IO.
 */
PV_RESULT pv_process_run(struct pv_arena *mem, const struct pv_process *process,
                         struct pv_buf *output, struct pv_process_end *out, struct pv_err *err);

#endif
