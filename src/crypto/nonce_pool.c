/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/nonce_pool.h"

#include "base/alloc.h"

#include <pave/secret.h>

#include <openssl/evp.h>
#include <sodium.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

enum {
    PAGE_BYTES = 16384,
    SEED_BYTES = 48,
    STAMP_AT = 12,
    SLOT_BYTES = PV_NONCE_BYTES + sizeof(struct pv_xaes_ahead),
    POOL_NONCES = (PAGE_BYTES - 16) / SLOT_BYTES,
};

/* A second at most, in ticks of any processor that is sold, or half a second in nanoseconds. */
#if defined(__x86_64__)
static const uint64_t AGE_MAX = (uint64_t)1 << 30;
#else
static const uint64_t AGE_MAX = 500000000;
#endif

/* All zero, as a child finds it, is an empty page. */
struct page {
    uint32_t left;
    uint32_t is_wiped_on_fork; /* zero in a child that the system wiped; set again by refill */
    uint64_t filled;           /* the time stamp of the last refill */
    struct pv_xaes_ahead ahead[POOL_NONCES];
    unsigned char nonces[POOL_NONCES][PV_NONCE_BYTES];
};
_Static_assert(sizeof(struct page) <= PAGE_BYTES, "a pool is a few pages");

struct pv_nonce_pool {
    struct page *page;
    struct pv_xaes *xaes;   /* NULL: nothing is made ahead */
    EVP_CIPHER_CTX *stream; /* AES-256-CTR, with another key for each refill */
};

struct pv_nonce_pool *pv_nonce_pool_new(struct pv_xaes *xaes)
{
    struct pv_nonce_pool *pool = pv_alloc(sizeof *pool);
    if (!pool)
        return NULL;
    pool->stream = EVP_CIPHER_CTX_new();
    void *page = mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pool->page = page == MAP_FAILED ? NULL : page;
    pool->xaes = xaes;
    if (pool->page)
        (void)madvise(page, PAGE_BYTES, MADV_DONTDUMP);
    if (pool->page && pool->stream &&
        EVP_EncryptInit_ex(pool->stream, EVP_aes_256_ctr(), NULL, NULL, NULL) == 1)
        return pool;
    pv_nonce_pool_free(pool);
    return NULL;
}

void pv_nonce_pool_free(struct pv_nonce_pool *pool)
{
    if (!pool)
        return;
    if (pool->page)
        (void)munmap(pool->page, PAGE_BYTES);
    EVP_CIPHER_CTX_free(pool->stream);
    pv_release(pool);
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
 * From a seed of the system's, used this once. Not by libcrypto's own generator: a thread that
 * forks may leave its locks held for ever in the child.
 */
static PV_STATUS refill(struct pv_nonce_pool *pool, uint64_t stamp)
{
    struct page *page = pool->page;
    unsigned char seed[SEED_BYTES]; /* a key and where its stream starts */
    int n = 0;

    page->left = 0;
    randombytes_buf(seed, sizeof seed);
    memset(page->nonces, 0, sizeof page->nonces);
    bool is_done = EVP_EncryptInit_ex(pool->stream, NULL, NULL, seed, seed + 32) == 1 &&
                   EVP_EncryptUpdate(pool->stream, page->nonces[0], &n, page->nonces[0],
                                     sizeof page->nonces) == 1;
    pave_wipe(seed, sizeof seed);
    if (!is_done)
        return PAVE_BACKEND;
    if (pool->xaes)
        PAVE_TRY(
            pv_xaes_ahead(pool->xaes, page->nonces[0], PV_NONCE_BYTES, POOL_NONCES, page->ahead));
    page->filled = stamp;
    page->left = POOL_NONCES;
    return PAVE_OK;
}

PV_STATUS pv_nonce_pool_take(struct pv_nonce_pool *pool, unsigned char *out,
                             struct pv_xaes_ahead **ahead)
{
    struct page *page = pool->page;
    uint64_t stamp = time_stamp();
    uint64_t word = 0;

    *ahead = NULL;
    if (!page->is_wiped_on_fork) {
        /* First use, or the first in a child. Where a kernel cannot wipe, nothing is pooled. */
        if (madvise(page, PAGE_BYTES, MADV_WIPEONFORK) != 0) {
            randombytes_buf(out, PV_NONCE_BYTES);
            return PAVE_OK;
        }
        page->is_wiped_on_fork = 1;
    }
    if (page->left == 0 || stamp - page->filled > AGE_MAX)
        PAVE_TRY(refill(pool, stamp));
    page->left--;
    *ahead = pool->xaes ? &page->ahead[page->left] : NULL;
    const unsigned char *nonce = page->nonces[page->left];
    /*
     * A machine that was copied, and goes on twice, takes the same nonces twice, but not at the
     * same time. The first half is left alone: the message's key was made of it.
     */
    memcpy(&word, nonce + STAMP_AT, sizeof word);
    word ^= stamp;
    memcpy(out, nonce, PV_NONCE_BYTES);
    memcpy(out + STAMP_AT, &word, sizeof word);
    return PAVE_OK;
}
