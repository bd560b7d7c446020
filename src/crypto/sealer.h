/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sealer: one key at work for one purpose.
 *
 * It has a key of its own, derived from the keyset's by suite, purpose and
 * subject, so that columns, tenants and patients never share one. What sealing
 * needs besides (contexts of the backend, a pool of nonces) is kept in workers;
 * a call borrows one, so that threads do not wait for each other.
 */
#ifndef PV_CRYPTO_SEALER_H
#define PV_CRYPTO_SEALER_H

#include "crypto/context.h"
#include "crypto/header.h"
#include "crypto/hkdf.h"

struct pv_sealer;

/* Where a sealer's key comes from. */
struct pv_sealer_origin {
    const unsigned char *key; /* 32 bytes of the keyset's key */
    struct pv_header header;
    struct pv_str purpose;
    struct pv_str subject;        /* empty: none */
    struct pv_str subject_secret; /* empty: none */
    uint64_t messages_max;        /* 0: no limit */
};

/* What is sealed or opened, and what it is bound to. */
struct pv_sealer_call {
    const void *in;
    size_t n;
    const struct pave_field *fields;
    size_t n_fields;
    const struct pv_str *required; /* names that must be among the fields */
    size_t n_required;
};

PV_STATUS pv_sealer_new(const struct pv_sealer_origin *origin, struct pv_sealer **out);
void pv_sealer_free(struct pv_sealer *sealer);

/* The key of streams, 32 bytes; lives as long as the sealer. */
const unsigned char *pv_sealer_key(const struct pv_sealer *sealer);

/* Counts a message that is to be sealed; PAVE_USED_UP when the limit is reached. */
PV_STATUS pv_sealer_count(struct pv_sealer *sealer);

/* Writes n + overhead bytes. Safe from several threads. */
PV_STATUS pv_sealer_seal(struct pv_sealer *sealer, const struct pv_sealer_call *call,
                         unsigned char *out);

/*
 * Opens bytes whose header was read and is of this sealer; writes n - overhead
 * bytes. PAVE_REFUSED, with `out` wiped, for whatever the key says no to.
 */
PV_STATUS pv_sealer_open(struct pv_sealer *sealer, const struct pv_sealer_call *call,
                         unsigned char *out);

#endif
