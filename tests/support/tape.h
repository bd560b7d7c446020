/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tape: memory as both ends of a pipe: what is written can be read.
 */
#ifndef PV_TESTS_SUPPORT_TAPE_H
#define PV_TESTS_SUPPORT_TAPE_H

#include <pave/stream.h>

struct tape {
    unsigned char *p;
    size_t n, at;
    size_t room; /* of the caller's memory; 0: it grows, and the caller frees it */
    size_t step; /* gives at most so many bytes at a time; 0: as many as are asked for */
};

enum pave_status tape_put(void *tape, const void *bytes, size_t size);
enum pave_status tape_get(void *tape, void *bytes, size_t capacity, size_t *size);

#endif
