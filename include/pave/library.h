/* SPDX-License-Identifier: Apache-2.0 */
/*
 * library: a policy and the keysets that it names, ready for use.
 *
 * The policy is a file that the security team signs. It says which purposes
 * there are, such as "phi.patient.name", and which keys, suites and context
 * fields stand behind each. Application code names the purpose.
 */
#ifndef PAVE_LIBRARY_H
#define PAVE_LIBRARY_H

#include <pave/keyset.h>
#include <pave/status.h>

PAVE_BEGIN

struct pave_library;
struct pave_key;

/*
 * How keysets are unlocked: called once for each keyset when one of its purposes is first asked
 * for, with the keyset's name; fills `out`, which is zero but for its size. What it points to
 * must live until the callback is called again or the library is closed.
 */
typedef enum pave_status (*pave_unlock_call)(void *user, const char *keyset,
                                             struct pave_unlock *out);

struct pave_library_options {
    size_t size;        /* sizeof(struct pave_library_options) */
    const char *policy; /* the path of the policy file; keysets are named from its folder */
    const char
        *trust; /* the public key that policies are signed with, as `pave keys public` prints */
    pave_unlock_call unlock;
    void *user;
};

/*
 * Reads and verifies the policy. PAVE_UNTRUSTED when it is not signed by `trust`, PAVE_EXPIRED
 * past its date. Closed by pave_library_close. Safe from several threads.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_library_open(const struct pave_library_options *options,
                                                         struct pave_library **out,
                                                         struct pave_error *err);

/* Wipes all keys. Every pave_key of it must be closed before. NULL does nothing. */
PAVE_API void pave_library_close(struct pave_library *library);

/*
 * The key of a purpose. Reads and unlocks the keyset at its first use. PAVE_NO_PURPOSE,
 * PAVE_LOCKED, PAVE_NO_FILE. Closed by pave_key_close. A key may be used by any number of
 * threads at a time, and a process that forks may use it in the child.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_key_open(struct pave_library *library,
                                                     const char *purpose, struct pave_key **out,
                                                     struct pave_error *err);

/*
 * The same purpose for one subject, such as a patient or a tenant: a key of its own, so that
 * values of two subjects cannot be mixed up. `subject` is 1 to 256 bytes.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_key_open_subject(struct pave_library *library,
                                                             const char *purpose,
                                                             const void *subject, size_t size,
                                                             struct pave_key **out);

/* NULL does nothing. */
PAVE_API void pave_key_close(struct pave_key *key);

PAVE_END

#endif
