/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crypto_case: a folder with keysets and a signed policy, as a test needs them.
 *
 * Passphrases cost next to nothing here; that is for tests alone.
 */
#ifndef PV_TESTS_SUPPORT_CRYPTO_CASE_H
#define PV_TESTS_SUPPORT_CRYPTO_CASE_H

#include "support/scratch.h"

#include <pave/pave.h>

struct crypto_case {
    struct scratch scratch;
    struct pave_unlock unlock; /* for every keyset of the case */
    char trust[128];           /* the public key that signs policies */
    struct pave_library *library;
    unsigned unlocks; /* how often the library asked */
};

/* Makes signer.keyset, and nothing else. */
void crypto_case_begin(struct crypto_case *test);
void crypto_case_end(struct crypto_case *test);

/* Makes NAME.keyset; kind and suite may be NULL. */
void crypto_case_keyset(struct crypto_case *test, const char *name, const char *kind,
                        const char *suite);

/* Signs `purposes` (a JSON list) over the keysets "values" and "files" as policy.json. */
void crypto_case_policy(struct crypto_case *test, const char *purposes);

/* Opens policy.json; fails the test when it does not open. */
void crypto_case_open(struct crypto_case *test);
enum pave_status crypto_case_try_open(struct crypto_case *test);

/* All that most tests need: keysets, a policy with the purposes below, and it is open. */
void crypto_case_usual(struct crypto_case *test);

#define CRYPTO_CASE_PURPOSES                                                                       \
    "[{\"name\":\"phi.name\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\","               \
    "\"XCHACHA20-POLY1305-HMAC\",\"XAES-256-GCM\"],\"reason\":\"tests\","                          \
    "\"context\":[\"patient\"]},"                                                                  \
    "{\"name\":\"phi.note\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"],"               \
    "\"context\":[],\"max_bytes\":64},"                                                            \
    "{\"name\":\"phi.scan\",\"keyset\":\"files\",\"suites\":[\"COBBLESTONE-256\"],"                \
    "\"context\":[\"patient\"]}]"

/* The key of a purpose; fails the test when there is none. */
struct pave_key *crypto_case_key(struct crypto_case *test, const char *purpose);

/* From one file of the test's folder to another, with one field, by three threads. */
struct pave_file_job crypto_case_job(struct crypto_case *test, const char *in, const char *out,
                                     const struct pave_field *field);

#endif
