/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/identity.h"

#include "crypto/base64url.h"
#include "crypto/decided.h"
#include "crypto/guarded.h"
#include "crypto/keyset.h"

#include <pave/secret.h>

#include <sodium.h>

#define PUBLIC_PREFIX "pave-id1:"

enum { PUBLIC_BYTES = 2 * PV_PARTY_KEY_BYTES };
_Static_assert(PAVE_IDENTITY_TEXT == sizeof PUBLIC_PREFIX + (PUBLIC_BYTES * 4 + 2) / 3,
               "the text of an identity");

static void set_id(struct pv_party *party)
{
    crypto_generichash_state hash;
    static const unsigned char label[] = "pave/v1/identity";
    (void)crypto_generichash_init(&hash, NULL, 0, PV_PARTY_ID_BYTES);
    (void)crypto_generichash_update(&hash, label, sizeof label);
    (void)crypto_generichash_update(&hash, party->exchange, PV_PARTY_KEY_BYTES);
    (void)crypto_generichash_update(&hash, party->sign, PV_PARTY_KEY_BYTES);
    (void)crypto_generichash_final(&hash, party->id, PV_PARTY_ID_BYTES);
}

/* One stored key gives two, made for one use each. */
static PV_STATUS derive(const unsigned char *material, struct pv_identity_key *out)
{
    unsigned char seed[PV_KEY_BYTES];
    PAVE_TRY(pv_hkdf_subkey(material, "pave/v1/identity/exchange", NULL, 0, out->exchange_secret));
    PAVE_TRY(pv_hkdf_subkey(material, "pave/v1/identity/sign", NULL, 0, seed));
    (void)crypto_sign_seed_keypair(out->party.sign, out->sign_secret, seed);
    pave_wipe(seed, sizeof seed);
    if (!pv_decided(crypto_scalarmult_base(out->party.exchange, out->exchange_secret) == 0))
        return PAVE_BACKEND;
    set_id(&out->party);
    return PAVE_OK;
}

static PV_STATUS add_key(struct pave_identity *identity, const struct pv_keyset *keyset,
                         const struct pv_keyset_key *key)
{
    struct pv_identity_key *out = &identity->keys[identity->n_keys];
    if (key->state != PAVE_KEY_PRIMARY && key->state != PAVE_KEY_ACTIVE &&
        key->state != PAVE_KEY_PENDING)
        return PAVE_OK;
    unsigned char *material = pv_guarded_new(PV_KEY_BYTES);
    if (!material)
        return PAVE_NO_MEMORY;
    enum pave_status status = pv_keyset_material(keyset, key, material);
    if (status == PAVE_OK)
        status = derive(material, out);
    pv_guarded_free(material);
    PAVE_TRY(status);
    out->suite = key->suite;
    out->is_primary = key->state == PAVE_KEY_PRIMARY;
    identity->n_keys++;
    return PAVE_OK;
}

enum pave_status pave_identity_open(const char *path, const struct pave_unlock *unlock,
                                    struct pave_identity **out, struct pave_error *err)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    if (!path || !out)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "a path and a place for the identity are needed");
    *out = NULL;
    PAVE_TRY(pv_keyset_load(&keyset, path, err));
    if (keyset.kind != PV_KIND_IDENTITY)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "expected a keyset of kind identity");
    PAVE_TRY(pv_keyset_unlock(&keyset, unlock, err));
    struct pave_identity *identity =
        pv_guarded_new(sizeof *identity + keyset.keys.n * sizeof identity->keys[0]);
    if (!identity)
        return pv_refuse(err, PAVE_NO_MEMORY, 0, "out of memory");
    enum pave_status status = PAVE_OK;
    for (size_t i = 0; status == PAVE_OK && i < keyset.keys.n; i++)
        status = add_key(identity, &keyset, &keyset.keys.p[i]);
    if (status != PAVE_OK) {
        pv_guarded_free(identity);
        return pv_refuse(err, status, 0, "a key of the identity could not be unlocked");
    }
    *out = identity;
    return PAVE_OK;
}

void pave_identity_close(struct pave_identity *identity)
{
    pv_guarded_free(identity);
}

const struct pv_identity_key *pv_identity_primary(const struct pave_identity *identity)
{
    for (size_t i = 0; i < identity->n_keys; i++) {
        if (identity->keys[i].is_primary)
            return &identity->keys[i];
    }
    return NULL;
}

enum pave_status pave_identity_public(const struct pave_identity *identity,
                                      char out[PAVE_IDENTITY_TEXT])
{
    if (!identity || !out)
        return PAVE_ARGUMENT;
    out[0] = 0;
    const struct pv_identity_key *key = pv_identity_primary(identity);
    if (!key)
        return PAVE_KEY_STATE;
    pv_party_write(&key->party, out);
    return PAVE_OK;
}

void pv_party_write(const struct pv_party *party, char out[PAVE_IDENTITY_TEXT])
{
    unsigned char bytes[PUBLIC_BYTES];
    memcpy(bytes, party->exchange, PV_PARTY_KEY_BYTES);
    memcpy(bytes + PV_PARTY_KEY_BYTES, party->sign, PV_PARTY_KEY_BYTES);
    memcpy(out, PUBLIC_PREFIX, sizeof PUBLIC_PREFIX - 1);
    pv_base64url_write(bytes, sizeof bytes, out + sizeof PUBLIC_PREFIX - 1);
}

PV_STATUS pv_party_read(struct pv_str text, struct pv_party *out)
{
    unsigned char bytes[PUBLIC_BYTES];
    struct pv_str prefix = PV_STR(PUBLIC_PREFIX);
    if (!pv_str_has_prefix(text, prefix) ||
        !pv_base64url_bytes(pv_str_sub(text, prefix.n, text.n), bytes, sizeof bytes))
        return PAVE_SYNTAX;
    memcpy(out->exchange, bytes, PV_PARTY_KEY_BYTES);
    memcpy(out->sign, bytes + PV_PARTY_KEY_BYTES, PV_PARTY_KEY_BYTES);
    if (!crypto_core_ed25519_is_valid_point(out->sign))
        return PAVE_SYNTAX;
    set_id(out);
    return PAVE_OK;
}
