/* SPDX-License-Identifier: Apache-2.0 */
/*
 * peer: correct code that people write by hand, on libcrypto and libsodium.
 */
#ifndef PV_BENCH_CRYPTO_PEER_H
#define PV_BENCH_CRYPTO_PEER_H

#include "crypto/scene.h"

/* What they keep between calls, and a value to open. */
void peer_begin(struct scene *scene);

/* A new context and a random nonce for each call. */
void peer_evp_seal(struct scene *scene);
void peer_evp_open(struct scene *scene);
void peer_evp_large(struct scene *scene);

/* The floor: a kept and keyed context, a nonce that only counts, no commitment, no key id. */
void peer_floor_seal(struct scene *scene);

void peer_sodium_seal(struct scene *scene);
void peer_sodium_large(struct scene *scene);

/* A token of an index: a MAC of one call. */
void peer_token(struct scene *scene);

#endif
