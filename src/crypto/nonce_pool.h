/* SPDX-License-Identifier: Apache-2.0 */
/*
 * nonce_pool: random bytes for nonces, fetched many at a time.
 *
 * Asking the generator for each nonce costs more than sealing a short value.
 * The pool is a page that a forked child finds empty, so parent and child never
 * hand out the same bytes; it is thrown away after a second, and each slice is
 * mixed with the processor's time stamp, so that a virtual machine that was
 * snapshotted and started twice does not hand out the same nonces either.
 */
#ifndef PV_CRYPTO_NONCE_POOL_H
#define PV_CRYPTO_NONCE_POOL_H

#include "crypto/xaes.h"

enum { PV_NONCE_BYTES = 24 };

struct pv_nonce_pool;

/*
 * NULL when memory is short. For one thread at a time. With a cipher (which outlives the pool),
 * what the nonces give under it is made ahead, too.
 */
PV_MUST_USE struct pv_nonce_pool *pv_nonce_pool_new(struct pv_xaes *xaes);
void pv_nonce_pool_free(struct pv_nonce_pool *pool);

/*
 * `*ahead` is in the pool until the next call, for the caller to wipe, or NULL.
 * Ends the process where the system has no randomness to give; PAVE_BACKEND for all else.
 */
PV_STATUS pv_nonce_pool_take(struct pv_nonce_pool *pool, unsigned char *out,
                             struct pv_xaes_ahead **ahead);

#endif
