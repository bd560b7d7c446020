/* SPDX-License-Identifier: Apache-2.0 */
/*
 * secret: memory for what nobody else shall read.
 *
 * Pages of its own between unreadable ones, kept out of swap and core dumps
 * where the system allows, wiped when freed.
 */
#ifndef PAVE_SECRET_H
#define PAVE_SECRET_H

#include <pave/status.h>

PAVE_BEGIN

struct pave_secret;

/* `size` zero bytes, 1 byte to 1 MiB. PAVE_ARGUMENT, PAVE_NO_MEMORY. Freed by pave_secret_free. */
PAVE_API PAVE_CHECKED enum pave_status pave_secret_new(size_t size, struct pave_secret **out);

/* As pave_secret_new, holding a copy of `bytes`. */
PAVE_API PAVE_CHECKED enum pave_status pave_secret_copy(const void *bytes, size_t size,
                                                        struct pave_secret **out);

/* The bytes; they live until pave_secret_free. NULL for NULL. */
PAVE_API unsigned char *pave_secret_bytes(struct pave_secret *secret);
PAVE_API size_t pave_secret_size(const struct pave_secret *secret);

/* Wipes and frees; NULL does nothing. */
PAVE_API void pave_secret_free(struct pave_secret *secret);

/* Makes `size` bytes zero, even if they are never read again. */
PAVE_API void pave_wipe(void *bytes, size_t size);

/* Whether two runs of bytes are equal, in a time that depends on `size` alone. */
PAVE_API PAVE_CHECKED bool pave_equal(const void *a, const void *b, size_t size);

PAVE_END

#endif
