/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/decided.h"
#include "crypto/guarded.h"

#include <pave/secret.h>

#include <sodium.h>
#include <string.h>

enum { SECRET_SIZE_MAX = 1 << 20, GUARDED_ALIGNMENT = 64 };

/* The size stands in the guarded pages too, before the bytes. */
struct pave_secret {
    size_t size;
    unsigned char bytes[];
};

void *pv_guarded_new(size_t size)
{
    /* sodium_malloc fills with a pattern; zero is what callers are promised. */
    if (sodium_init() < 0 || pv_guarded_is_faulted())
        return NULL;
    /* The block ends where the unreadable page begins, so its size decides how it is aligned. */
    if (size > SIZE_MAX - GUARDED_ALIGNMENT)
        return NULL;
    size_t rounded = (size + GUARDED_ALIGNMENT - 1) / GUARDED_ALIGNMENT * GUARDED_ALIGNMENT;
    void *block = sodium_malloc(rounded);
    if (block)
        memset(block, 0, rounded);
    return block;
}

void pv_guarded_free(void *block)
{
    sodium_free(block);
}

enum pave_status pave_secret_new(size_t size, struct pave_secret **out)
{
    if (!out || size == 0 || size > SECRET_SIZE_MAX)
        return PAVE_ARGUMENT;
    struct pave_secret *secret = pv_guarded_new(sizeof *secret + size);
    if (!secret)
        return PAVE_NO_MEMORY;
    secret->size = size;
    *out = secret;
    return PAVE_OK;
}

enum pave_status pave_secret_copy(const void *bytes, size_t size, struct pave_secret **out)
{
    if (!bytes)
        return PAVE_ARGUMENT;
    PAVE_TRY(pave_secret_new(size, out));
    memcpy((*out)->bytes, bytes, size);
    return PAVE_OK;
}

unsigned char *pave_secret_bytes(struct pave_secret *secret)
{
    return secret ? secret->bytes : NULL;
}

size_t pave_secret_size(const struct pave_secret *secret)
{
    return secret ? secret->size : 0;
}

void pave_secret_free(struct pave_secret *secret)
{
    pv_guarded_free(secret);
}

void pave_wipe(void *bytes, size_t size)
{
    if (bytes)
        sodium_memzero(bytes, size);
}

bool pave_equal(const void *a, const void *b, size_t size)
{
    if (size == 0)
        return true;
    return a && b && pv_decided(sodium_memcmp(a, b, size) == 0);
}
