/* SPDX-License-Identifier: Apache-2.0 */
/*
 * disk_file: a file that is written from its start to its end, a large one past the page cache.
 *
 * What is sealed is seldom read next, so to copy it into the cache costs more than to seal it, and
 * pushes out what others read. Writes past the cache (O_DIRECT, open(2)) go in whole blocks, from
 * memory that lies as the disk does; where a file system has none of them, or refuses one, the
 * bytes take the usual way.
 */
#ifndef PV_CRYPTO_DISK_FILE_H
#define PV_CRYPTO_DISK_FILE_H

#include "base/attr.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PV_DISK_BLOCK = 4096,
    /* What a caller's memory has more than its bytes, so that they can be placed in it. */
    PV_DISK_SLACK = 2 * PV_DISK_BLOCK,
};

struct pv_disk_file {
    int descriptor; /* the caller's */
    bool is_straight;
    uint64_t end;
    unsigned char tail[PV_DISK_BLOCK]; /* end % PV_DISK_BLOCK bytes, not yet written */
};

/* `size` is how large the file will be, about. */
void pv_disk_file_begin(struct pv_disk_file *file, int descriptor, uint64_t size);

/* Where in `room` the bytes must lie that belong at `offset` of the file. */
unsigned char *pv_disk_file_place(unsigned char *room, uint64_t offset);

/* Appends bytes that were placed; what is before them in their block of memory is written over. */
PV_MUST_USE bool pv_disk_file_append(struct pv_disk_file *file, unsigned char *bytes, size_t n);

/* Writes what is left of a block. */
PV_MUST_USE bool pv_disk_file_finish(struct pv_disk_file *file);

#endif
