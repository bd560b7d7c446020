/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seal_transfer: data from a file or standard input, sealed or opened, to another or standard
 * output.
 */
#ifndef PV_APP_CLI_SEAL_TRANSFER_H
#define PV_APP_CLI_SEAL_TRANSFER_H

#include "app/cli/sealing.h"

enum pv_transfer_way { PV_TRANSFER_SEAL, PV_TRANSFER_SEAL_TEXT, PV_TRANSFER_OPEN };

/* Runs a command, with its operands and --output. What is wrong was said. */
enum pv_exit pv_transfer_command(struct pv_cli *cli, const struct pv_args *args,
                                 enum pv_transfer_way way);

/* The bytes of a file or (path is NULL) of standard input. */
enum pv_exit pv_transfer_read(const char *path, struct pv_buf *out);

/* Bytes to a file that appears whole, or (path is NULL) to standard output. */
enum pv_exit pv_transfer_write(const char *path, const void *bytes, size_t n);

/* The same for a file that stays what it was: it keeps its owner and mode, and links to it. */
enum pv_exit pv_transfer_renew(const char *path, const void *bytes, size_t n);

/* Whether `path` is a file; if not, what it is was said. */
bool pv_transfer_is_file(const char *path);

#endif
