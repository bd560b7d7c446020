/* SPDX-License-Identifier: Apache-2.0 */
/*
 * peer_themis: Secure Cell of Themis, in its mode Seal, where tools/fetch_themis.sh has built it.
 */
#ifndef PV_BENCH_CRYPTO_PEER_THEMIS_H
#define PV_BENCH_CRYPTO_PEER_THEMIS_H

#include "crypto/scene.h"

/* Whether it is there; then both calls may be used. */
bool peer_themis_begin(struct scene *scene);

void peer_themis_seal(struct scene *scene);
void peer_themis_open(struct scene *scene);

#endif
