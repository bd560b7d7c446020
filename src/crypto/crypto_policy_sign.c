/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"
#include "crypto/crypto_policy.h"
#include "crypto/guarded.h"
#include "crypto/keyset.h"
#include "crypto/record.h"
#include "crypto/stamp.h"

#include <pave/secret.h>

#include <sodium.h>

/* What is signed begins so: a signature for anything else is none for a policy. */
static const struct pv_str domain = {"pave/v1/policy", sizeof "pave/v1/policy"};

static PV_STATUS signed_bytes(struct pv_str covered, struct pv_buf *out)
{
    pv_buf_add(out, domain);
    pv_buf_add(out, covered);
    return pv_status_of(pv_buf_result(out, NULL));
}

PV_STATUS pv_crypto_policy_verify(const struct pv_crypto_policy *policy, struct pv_str trust,
                                  int64_t now, struct pave_error *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    unsigned char key[crypto_sign_PUBLICKEYBYTES];
    unsigned char signature[crypto_sign_BYTES];
    struct pv_str prefix = PV_STR(PV_POLICY_KEY_PREFIX);

    trust = pv_str_trim(trust);
    if (!pv_str_has_prefix(trust, prefix) ||
        !pv_base64url_bytes(pv_str_sub(trust, prefix.n, trust.n), key, sizeof key))
        return pv_refuse(err, PAVE_ARGUMENT, 0,
                         "the trusted key: expected " PV_POLICY_KEY_PREFIX "…, as `pave keys "
                         "public` prints it");
    PAVE_TRY(signed_bytes(policy->covered, &bytes));
    if (!pv_base64url_bytes(policy->signature, signature, sizeof signature) ||
        crypto_sign_verify_detached(signature, (const unsigned char *)bytes.p, bytes.n, key) != 0)
        return pv_refuse(err, PAVE_UNTRUSTED, 0,
                         "the policy is not signed by the key that is trusted here");
    if (now >= policy->expires)
        return pv_refuse(err, PAVE_EXPIRED, 0,
                         "the policy has expired; its owners issue a new one");
    return PAVE_OK;
}

static PV_STATUS make_signature(const struct pv_keyset *keyset, struct pv_str bytes,
                                unsigned char *out)
{
    const struct pv_keyset_key *key = pv_keyset_primary(keyset);
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];

    if (!key || keyset->kind != PV_KIND_SIGN)
        return PAVE_KEY_STATE;
    unsigned char *secret = pv_guarded_new(PV_KEY_BYTES + crypto_sign_SECRETKEYBYTES);
    if (!secret)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_keyset_material(keyset, key, secret);
    if (status == PAVE_OK) {
        crypto_sign_seed_keypair(public_key, secret + PV_KEY_BYTES, secret);
        crypto_sign_detached(out, NULL, (const unsigned char *)bytes.p, bytes.n,
                             secret + PV_KEY_BYTES);
    }
    pv_guarded_free(secret);
    return status;
}

/* The bytes before the closing brace, or before an older signature. */
static PV_STATUS find_covered(struct pv_str text, struct pv_str *out, struct pave_error *err)
{
    PV_DEFER(pv_crypto_policy_clear) struct pv_crypto_policy policy = {0};
    PAVE_TRY(pv_crypto_policy_read(&policy, text, false, err));
    PV_DEFER(pv_crypto_policy_clear) struct pv_crypto_policy old = {0};
    if (pv_crypto_policy_read(&old, text, true, NULL) == PAVE_OK) {
        *out = pv_str_sub(text, 0, old.covered.n);
        return PAVE_OK;
    }
    *out = pv_str_trim(pv_str_sub(text, 0, pv_str_rfind_byte(text, '}')));
    return PAVE_OK;
}

PV_STATUS pv_crypto_policy_sign(struct pv_str text, const struct pave_unlock *unlock,
                                const char *keyset, struct pv_buf *out, struct pave_error *err)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keys = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf bytes = {0};
    unsigned char signature[crypto_sign_BYTES];
    char signature_text[2 * crypto_sign_BYTES];
    struct pv_str covered = {0};

    text = pv_str_trim(text);
    PAVE_TRY(find_covered(text, &covered, err));
    PAVE_TRY(pv_keyset_load(&keys, keyset, err));
    PAVE_TRY(pv_keyset_unlock(&keys, unlock, err));
    PAVE_TRY(signed_bytes(covered, &bytes));
    enum pave_status status = make_signature(&keys, pv_buf_str(&bytes), signature);
    if (status != PAVE_OK)
        return pv_refuse(err, status, 0,
                         "policies are signed by the primary key of a keyset of "
                         "kind sign");
    pv_base64url_write(signature, sizeof signature, signature_text);
    pv_buf_add(out, covered);
    pv_buf_format(out, ",\n \"signature\":\"%s\"}\n", signature_text);
    return pv_status_of(pv_buf_result(out, NULL));
}
