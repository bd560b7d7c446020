/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/header.h"
#include "crypto/library.h"
#include "crypto/xaes.h"

#include <pave/random.h>
#include <pave/secret.h>
#include <pave/subject.h>

enum {
    NONCE = PV_HEADER_BYTES,
    COMMITMENT = NONCE + 24,
    BODY = COMMITMENT + PV_COMMITMENT_BYTES,
    WHOLE = BODY + PV_SUBJECT_SECRET + PV_TAG_BYTES,
};
_Static_assert((int)WHOLE == (int)PAVE_SUBJECT_SECRET_BYTES, "the size of a sealed secret");

/* The subject's secrets of one keyset, and who is meant. */
struct safe {
    struct pv_keyset *keyset;
    struct pv_str name;
};

static PV_STATUS find_safe(struct pave_library *library, const char *purpose,
                           const struct pave_subject *subject, struct safe *out,
                           struct pave_error *err)
{
    if (!library || !purpose || !subject || !subject->name || subject->name_size == 0 ||
        subject->name_size > PV_SUBJECT_BYTES_MAX || (!subject->secret && subject->secret_size))
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "a library, a purpose and a subject of 1 to %d bytes are needed",
                         PV_SUBJECT_BYTES_MAX);
    const struct pv_purpose *found = pv_crypto_policy_find(&library->policy, pv_str_of(purpose));
    if (!found)
        return pv_refuse(err, PAVE_NO_PURPOSE, 0, "the policy has no such purpose");
    out->name = (struct pv_str){subject->name, subject->name_size};
    return pv_library_keyset(library, found->keyset, &out->keyset, err);
}

/* Another key for each subject: one's secret is nothing to another. */
static PV_STATUS cipher_of(const struct safe *safe, const struct pv_keyset_key *key,
                           struct pv_xaes **out)
{
    unsigned char *bytes = pv_guarded_new((size_t)2 * PV_KEY_BYTES);
    if (!bytes)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_keyset_material(safe->keyset, key, bytes);
    if (status == PAVE_OK)
        status = pv_hkdf_subkey(bytes, "pave/v1/subject", &safe->name, 1, bytes + PV_KEY_BYTES);
    if (status == PAVE_OK)
        status = pv_xaes_new(bytes + PV_KEY_BYTES, out);
    pv_guarded_free(bytes);
    return status;
}

static PV_STATUS seal(const struct safe *safe, const unsigned char *plain, struct pave_bytes *out,
                      struct pave_error *err)
{
    const struct pv_keyset_key *key = pv_keyset_primary(safe->keyset);
    struct pv_xaes *xaes = NULL;

    if (!key)
        return pv_refuse(err, PAVE_KEY_STATE, 0, "the keyset has no primary key");
    unsigned char *p = pv_alloc(WHOLE);
    if (!p)
        return PAVE_NO_MEMORY;
    pv_header_write((struct pv_header){PV_SUITE_KC_XAES, key->id}, p);
    enum pave_status status = pave_random_bytes(p + NONCE, COMMITMENT - NONCE);
    if (status == PAVE_OK)
        status = cipher_of(safe, key, &xaes);
    struct pv_aead_call call = {.nonce = p + NONCE,
                                .aad = {(const char *)p, PV_HEADER_BYTES},
                                .commitment = p + COMMITMENT};
    if (status == PAVE_OK)
        status = pv_xaes_seal(xaes, &call, plain, PV_SUBJECT_SECRET, p + BODY);
    pv_xaes_free(xaes);
    if (status == PAVE_OK)
        *out = (struct pave_bytes){p, WHOLE};
    else
        pv_release(p);
    return status;
}

static PV_STATUS find_key(const struct safe *safe, const struct pave_subject *subject,
                          const struct pv_keyset_key **out, struct pave_error *err)
{
    struct pv_header header = {0};
    if (pv_header_read(subject->secret, subject->secret_size, &header) != PAVE_OK ||
        subject->secret_size != WHOLE || header.suite != PV_SUITE_KC_XAES)
        return pv_refuse(err, PAVE_NOT_SEALED, 0, "not the secret of a subject");
    *out = pv_keyset_find(safe->keyset, header.key_id);
    if (!*out)
        return pv_refuse(err, PAVE_NO_KEY, 0, "the keyset has no key %08x",
                         (unsigned)header.key_id);
    if ((*out)->state >= PAVE_KEY_DISABLED)
        return pv_refuse(err, PAVE_KEY_STATE, 0, "key %08x is retired", (unsigned)header.key_id);
    return PAVE_OK;
}

static PV_STATUS open_secret(const struct safe *safe, const struct pave_subject *subject,
                             const struct pv_keyset_key **key, unsigned char *out,
                             struct pave_error *err)
{
    const unsigned char *p = subject->secret;
    struct pv_xaes *xaes = NULL;

    PAVE_TRY(find_key(safe, subject, key, err));
    PAVE_TRY(cipher_of(safe, *key, &xaes));
    struct pv_aead_call call = {
        .nonce = p + NONCE, .aad = {(const char *)p, PV_HEADER_BYTES}, .expected = p + COMMITMENT};
    enum pave_status status = pv_xaes_open(xaes, &call, p + BODY, WHOLE - BODY, out);
    pv_xaes_free(xaes);
    return status == PAVE_OK ? status
                             : pv_refuse(err, status, 0, "the subject's secret was refused");
}

enum pave_status pave_subject_new(struct pave_library *library, const char *purpose,
                                  const struct pave_subject *subject, struct pave_bytes *secret,
                                  struct pave_error *err)
{
    struct safe safe = {0};
    unsigned char plain[PV_SUBJECT_SECRET];

    if (!secret)
        return PAVE_ARGUMENT;
    *secret = (struct pave_bytes){0};
    PAVE_TRY(find_safe(library, purpose, subject, &safe, err));
    PAVE_TRY(pave_random_bytes(plain, sizeof plain));
    enum pave_status status = seal(&safe, plain, secret, err);
    pave_wipe(plain, sizeof plain);
    return status;
}

enum pave_status pave_subject_key(struct pave_library *library, const char *purpose,
                                  const struct pave_subject *subject, struct pave_key **out,
                                  struct pave_error *err)
{
    struct safe safe = {0};
    const struct pv_keyset_key *key = NULL;
    unsigned char plain[PV_SUBJECT_SECRET];

    if (!out)
        return PAVE_ARGUMENT;
    *out = NULL;
    PAVE_TRY(find_safe(library, purpose, subject, &safe, err));
    enum pave_status status = open_secret(&safe, subject, &key, plain, err);
    if (status == PAVE_OK)
        status = pv_key_open(library, purpose,
                             (struct pv_key_subject){.name = safe.name,
                                                     .secret = {(const char *)plain, sizeof plain}},
                             out, err);
    pave_wipe(plain, sizeof plain);
    return status;
}

enum pave_status pave_subject_reseal(struct pave_library *library, const char *purpose,
                                     const struct pave_subject *subject, struct pave_bytes *secret,
                                     struct pave_error *err)
{
    struct safe safe = {0};
    const struct pv_keyset_key *key = NULL;
    unsigned char plain[PV_SUBJECT_SECRET];

    if (!secret)
        return PAVE_ARGUMENT;
    *secret = (struct pave_bytes){0};
    PAVE_TRY(find_safe(library, purpose, subject, &safe, err));
    enum pave_status status = open_secret(&safe, subject, &key, plain, err);
    if (status == PAVE_OK && key->state != PAVE_KEY_PRIMARY)
        status = seal(&safe, plain, secret, err);
    pave_wipe(plain, sizeof plain);
    return status;
}
