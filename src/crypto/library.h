/* SPDX-License-Identifier: Apache-2.0 */
/*
 * library: what stands behind the handles that applications have.
 */
#ifndef PV_CRYPTO_LIBRARY_H
#define PV_CRYPTO_LIBRARY_H

#include "crypto/crypto_policy.h"
#include "crypto/keyset.h"
#include "crypto/sealer.h"

#include <pave/library.h>

#include <pthread.h>

struct pave_library {
    struct pv_crypto_policy policy;
    struct pv_str folder;       /* of the policy file */
    struct pv_keyset **keysets; /* by the policy's index; NULL until first used */
    pave_unlock_call unlock;
    void *user;
    pthread_mutex_t lock; /* around `keysets` */
};

/* One key of the purpose's keyset. `sealer` is NULL when its state or suite forbids its use. */
struct pv_key_entry {
    struct pv_header header;
    enum pave_key_state state;
    bool is_allowed; /* the policy has its suite */
    bool is_for_values;
    size_t overhead; /* of its suite */
    struct pv_sealer *sealer;
};

struct pave_key {
    const struct pv_purpose *purpose;
    size_t primary; /* SIZE_MAX: none */
    size_t n_entries;
    struct pv_key_entry entries[];
};

/* The unlocked keyset of the policy's index; read and unlocked at its first use, once. */
PV_STATUS pv_library_keyset(struct pave_library *library, size_t index, struct pv_keyset **out,
                            struct pave_error *err);

/* Whom a key is for; empty: nobody in particular. Both are views. */
struct pv_key_subject {
    struct pv_str name;
    struct pv_str secret; /* empty: the name alone makes the key another */
};

/* As pave_key_open, for a subject. */
PV_STATUS pv_key_open(struct pave_library *library, const char *purpose,
                      struct pv_key_subject subject, struct pave_key **out, struct pave_error *err);

/* The entry that seals now. PAVE_KEY_STATE, PAVE_FORBIDDEN, PAVE_EXPIRED. */
PV_STATUS pv_key_for_seal(const struct pave_key *key, const struct pv_key_entry **out);

/* The entry that a header names. PAVE_NO_KEY, PAVE_KEY_STATE, PAVE_FORBIDDEN. */
PV_STATUS pv_key_for_open(const struct pave_key *key, struct pv_header header,
                          const struct pv_key_entry **out);

/* PAVE_CONTEXT unless every field that the policy asks for is there. */
PV_STATUS pv_key_check_fields(const struct pave_key *key, const struct pave_field *fields,
                              size_t n_fields);

#endif
