/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sealed_file: where things are in a file that is a sealed stream.
 */
#ifndef PV_CRYPTO_SEALED_FILE_H
#define PV_CRYPTO_SEALED_FILE_H

#include "crypto/stream_key.h"

#include <sys/stat.h>

/* All `n` bytes, or false. */
PV_MUST_USE bool pv_sealed_file_pread(int descriptor, void *bytes, size_t n, uint64_t offset);
PV_MUST_USE bool pv_sealed_file_pwrite(int descriptor, const void *bytes, size_t n,
                                       uint64_t offset);

/* The size of the message in a stream of so many bytes; false when no stream is of that size. */
PV_MUST_USE bool pv_sealed_file_message_size(uint64_t sealed, uint64_t *out);

/* Opens a regular file for reading. The descriptor is -1 on failure. */
PV_STATUS pv_sealed_file_regular(const char *path, int *descriptor, struct stat *about,
                                 struct pave_error *err);

/* Reads and checks what is before the chunks. */
PV_STATUS pv_sealed_file_head(struct pave_key *key, int descriptor, const struct pave_field *fields,
                              size_t n_fields, struct pv_cobblestone **out);

#endif
