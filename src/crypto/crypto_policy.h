/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crypto_policy: which purposes there are, and what stands behind each.
 *
 * Written by people, signed with Ed25519 over all bytes before the signature,
 * and immutable once read.
 */
#ifndef PV_CRYPTO_CRYPTO_POLICY_H
#define PV_CRYPTO_CRYPTO_POLICY_H

#include "base/buf.h"
#include "base/vec.h"
#include "crypto/index_rule.h"
#include "crypto/status_internal.h"
#include "crypto/suite.h"

#include <pave/keyset.h>

struct pv_crypto_policy_keyset {
    struct pv_str name;
    struct pv_str file; /* from the policy's folder */
};

struct pv_purpose {
    struct pv_str name;
    size_t keyset;         /* index into the policy's */
    uint32_t suites;       /* 1 << number for each that is allowed */
    uint64_t bytes_max;    /* of one value; 0: the library's limit */
    int64_t seal_until;    /* 0: no end */
    struct pv_str *fields; /* that must be in the context; sorted as written */
    size_t n_fields;
    struct pv_index_rule *indexes; /* of suite INDEX, and of no other */
    size_t n_indexes;
};

struct pv_crypto_policy {
    struct pv_arena mem;
    struct pv_str name;
    int64_t issued;
    int64_t expires;
    uint32_t password_kib; /* 0: what the library recommends */
    uint32_t password_passes;
    PV_VEC(struct pv_crypto_policy_keyset) keysets;
    PV_VEC(struct pv_purpose) purposes; /* by name */
    struct pv_str covered;
    struct pv_str signature;
};

/* Reads; nothing is verified yet. `must_be_signed` asks for the signature's member. Clear it in any
 * case. */
PV_STATUS pv_crypto_policy_read(struct pv_crypto_policy *policy, struct pv_str text,
                                bool must_be_signed, struct pave_error *err);
void pv_crypto_policy_clear(struct pv_crypto_policy *policy);

/* PAVE_UNTRUSTED; PAVE_EXPIRED past the policy's date. `trust` is "pave-policy-key:" and base64url.
 */
PV_STATUS pv_crypto_policy_verify(const struct pv_crypto_policy *policy, struct pv_str trust,
                                  int64_t now, struct pave_error *err);

/* The text with a signature by the primary key of an unlocked keyset of kind "sign". */
PV_STATUS pv_crypto_policy_sign(struct pv_str text, const struct pave_unlock *unlock,
                                const char *keyset, struct pv_buf *out, struct pave_error *err);

/* NULL when there is none. */
const struct pv_purpose *pv_crypto_policy_find(const struct pv_crypto_policy *policy,
                                               struct pv_str purpose);

/* "pave-policy-key:" and base64url: what is given to pave_library_open as trust. */
#define PV_POLICY_KEY_PREFIX "pave-policy-key:"

#endif
