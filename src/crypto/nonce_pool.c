/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/nonce_pool.h"

#include "crypto/guarded.h"

#include <pave/secret.h>

#include <sodium.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

enum { POOL_BYTES = 4096, POOL_NONCES = (POOL_BYTES - 16) / PV_NONCE_BYTES };

/* A second at most, in ticks of any processor that is sold, or half a second in nanoseconds. */
#if defined(__x86_64__)
static const uint64_t AGE_MAX = (uint64_t)1 << 30;
#else
static const uint64_t AGE_MAX = 500000000;
#endif

/* A page of its own. All zero, as a child finds it, is an empty pool. */
struct pv_nonce_pool {
    uint32_t left;
    uint32_t is_wiped_on_fork; /* zero in a child that the system wiped; set again by refill */
    uint64_t filled;           /* the time stamp of the last refill */
    unsigned char nonces[POOL_NONCES][PV_NONCE_BYTES];
};
_Static_assert(sizeof(struct pv_nonce_pool) <= POOL_BYTES, "a pool is one page");

struct pv_nonce_pool *pv_nonce_pool_new(void)
{
    if (pv_guarded_is_faulted())
        return NULL;
    void *page = mmap(NULL, POOL_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? NULL : page;
}

void pv_nonce_pool_free(struct pv_nonce_pool *pool)
{
    if (pool)
        (void)munmap(pool, POOL_BYTES);
}

static uint64_t time_stamp(void)
{
#if defined(__x86_64__)
    return __builtin_ia32_rdtsc();
#else
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
#endif
}

/*
 * From a seed of the system's, used this once. Not from libcrypto's generator: a thread that forks
 * may leave its locks held for ever in the child.
 */
static void refill(struct pv_nonce_pool *pool, uint64_t stamp)
{
    unsigned char seed[randombytes_SEEDBYTES];
    randombytes_buf(seed, sizeof seed);
    randombytes_buf_deterministic(&pool->nonces[0][0], sizeof pool->nonces, seed);
    pave_wipe(seed, sizeof seed);
    pool->filled = stamp;
    pool->left = POOL_NONCES;
}

void pv_nonce_pool_take(struct pv_nonce_pool *pool, unsigned char *out)
{
    uint64_t stamp = time_stamp();
    uint64_t word = 0;

    if (!pool->is_wiped_on_fork) {
        /* First use, or the first in a child. Where a kernel cannot wipe, nothing is pooled. */
        if (madvise(pool, POOL_BYTES, MADV_WIPEONFORK) != 0) {
            randombytes_buf(out, PV_NONCE_BYTES);
            return;
        }
        pool->is_wiped_on_fork = 1;
    }
    if (pool->left == 0 || stamp - pool->filled > AGE_MAX)
        refill(pool, stamp);
    pool->left--;
    memcpy(out, pool->nonces[pool->left], PV_NONCE_BYTES);
    memcpy(&word, out, sizeof word);
    word ^= stamp;
    memcpy(out, &word, sizeof word);
}
