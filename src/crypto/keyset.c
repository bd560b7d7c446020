/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/keyset.h"

#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/stamp.h"
#include "crypto/xaes.h"

#include <pave/random.h>
#include <pave/secret.h>

#include <sodium.h>
#include <stdio.h>

enum { FINGERPRINT_BYTES = 16, ID_TRIES = 64, NONCE_BYTES = 24 };

static const char *const states[] = {"", "pending", "primary", "active", "disabled", "destroyed"};

const char *pv_key_state_name(enum pave_key_state state)
{
    return (size_t)state < PV_COUNT(states) ? states[state] : "";
}

enum pave_key_state pv_key_state_of_name(struct pv_str name)
{
    for (size_t i = 1; i < PV_COUNT(states); i++) {
        if (pv_str_eq(name, pv_str_of(states[i])))
            return (enum pave_key_state)i;
    }
    return (enum pave_key_state)0;
}

void pv_key_id_write(uint32_t id, char out[PV_KEY_ID_TEXT])
{
    (void)snprintf(out, PV_KEY_ID_TEXT, "%08x", (unsigned)id);
}

bool pv_key_id_read(struct pv_str text, uint32_t *out)
{
    uint32_t id = 0;
    if (text.n != PV_KEY_ID_TEXT - 1)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        char byte = text.p[i];
        if (byte >= '0' && byte <= '9')
            id = id << 4 | (uint32_t)(byte - '0');
        else if (byte >= 'a' && byte <= 'f')
            id = id << 4 | (uint32_t)(byte - 'a' + 10);
        else
            return false;
    }
    *out = id;
    return true;
}

void pv_keyset_clear(struct pv_keyset *keyset)
{
    pv_guarded_free(keyset->wrapping_key);
    pv_arena_clear(&keyset->mem);
    *keyset = (struct pv_keyset){0};
}

struct pv_keyset_key *pv_keyset_find(struct pv_keyset *keyset, uint32_t id)
{
    PV_VEC_EACH (struct pv_keyset_key, key, &keyset->keys) {
        if (key->id == id)
            return key;
    }
    return NULL;
}

const struct pv_keyset_key *pv_keyset_primary(const struct pv_keyset *keyset)
{
    PV_VEC_EACH (struct pv_keyset_key, key, &keyset->keys) {
        if (key->state == PAVE_KEY_PRIMARY)
            return key;
    }
    return NULL;
}

/* What wrapped material is bound to: it cannot be moved to another key or keyset. */
static struct pv_str material_aad(const struct pv_keyset *keyset, const struct pv_keyset_key *key,
                                  struct pv_context *context)
{
    char id[PV_KEY_ID_TEXT];
    pv_key_id_write(key->id, id);
    const struct pave_field fields[] = {
        pave_field_bytes("keyset", keyset->name.p, keyset->name.n),
        pave_field_text("kind", pv_key_kind_name(keyset->kind)),
        pave_field_text("key", id),
        pave_field_text("suite", pv_suite_name(key->suite)),
    };
    if (pv_context_write(fields, PV_COUNT(fields), context) != PAVE_OK)
        return (struct pv_str){0};
    return (struct pv_str){(const char *)context->bytes + PV_CONTEXT_HEAD,
                           context->n - PV_CONTEXT_HEAD};
}

static PV_STATUS material_cipher(const struct pv_keyset *keyset, struct pv_xaes **out)
{
    unsigned char key[PV_KEY_BYTES];
    PAVE_TRY(pv_hkdf_subkey(keyset->wrapping_key, "pave/v1/keyset/material", NULL, 0, key));
    enum pave_status status = pv_xaes_new(key, out);
    pave_wipe(key, sizeof key);
    return status;
}

PV_STATUS pv_keyset_material(const struct pv_keyset *keyset, const struct pv_keyset_key *key,
                             unsigned char *out)
{
    unsigned char wrapped[PV_WRAPPED_BYTES];
    struct pv_context *context = NULL;
    struct pv_xaes *xaes = NULL;

    if (key->state == PAVE_KEY_DESTROYED)
        return PAVE_KEY_STATE;
    if (!keyset->wrapping_key || !pv_base64url_bytes(key->material, wrapped, sizeof wrapped))
        return PAVE_LOCKED;
    context = pv_alloc(sizeof *context);
    if (!context)
        return PAVE_NO_MEMORY;
    enum pave_status status = material_cipher(keyset, &xaes);
    if (status == PAVE_OK) {
        const size_t body = NONCE_BYTES + PV_COMMITMENT_BYTES;
        struct pv_aead_call call = {.nonce = wrapped,
                                    .aad = material_aad(keyset, key, context),
                                    .expected = wrapped + NONCE_BYTES};
        status = pv_xaes_open(xaes, &call, wrapped + body, sizeof wrapped - body, out);
    }
    pv_xaes_free(xaes);
    pv_release(context);
    return status == PAVE_REFUSED ? PAVE_LOCKED : status;
}

PV_STATUS pv_keyset_set_material(struct pv_keyset *keyset, struct pv_keyset_key *key,
                                 const unsigned char *bytes)
{
    unsigned char wrapped[PV_WRAPPED_BYTES];
    struct pv_xaes *xaes = NULL;
    struct pv_context *context = NULL;

    PAVE_TRY(pv_status_of(PV_NEW(&keyset->mem, &context, NULL)));
    PAVE_TRY(pave_random_bytes(wrapped, NONCE_BYTES));
    PAVE_TRY(material_cipher(keyset, &xaes));
    struct pv_aead_call call = {.nonce = wrapped,
                                .aad = material_aad(keyset, key, context),
                                .commitment = wrapped + NONCE_BYTES};
    enum pave_status status =
        pv_xaes_seal(xaes, &call, bytes, PV_KEY_BYTES, wrapped + NONCE_BYTES + PV_COMMITMENT_BYTES);
    pv_xaes_free(xaes);
    if (status != PAVE_OK)
        return status;
    return pv_base64url_text(&keyset->mem, wrapped, sizeof wrapped, &key->material);
}

PV_STATUS pv_keyset_mac(struct pv_keyset *keyset, struct pv_str covered, struct pv_str *out)
{
    unsigned char key[PV_KEY_BYTES];
    unsigned char mac[crypto_auth_hmacsha256_BYTES];

    PAVE_TRY(pv_hkdf_subkey(keyset->wrapping_key, "pave/v1/keyset/mac", NULL, 0, key));
    crypto_auth_hmacsha256(mac, (const unsigned char *)covered.p, covered.n, key);
    pave_wipe(key, sizeof key);
    return pv_base64url_text(&keyset->mem, mac, sizeof mac, out);
}

/* Tells two keys apart without telling anything about them. */
static PV_STATUS set_fingerprint(struct pv_keyset *keyset, struct pv_keyset_key *key,
                                 const unsigned char *bytes)
{
    unsigned char print[PV_KEY_BYTES];
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret_key[crypto_sign_SECRETKEYBYTES];

    PAVE_TRY(pv_hkdf_subkey(bytes, "pave/v1/fingerprint", NULL, 0, print));
    PAVE_TRY(pv_base64url_text(&keyset->mem, print, FINGERPRINT_BYTES, &key->fingerprint));
    if (keyset->kind != PV_KIND_SIGN)
        return PAVE_OK;
    crypto_sign_seed_keypair(public_key, secret_key, bytes);
    pave_wipe(secret_key, sizeof secret_key);
    return pv_base64url_text(&keyset->mem, public_key, sizeof public_key, &key->public_key);
}

static PV_STATUS choose_id(struct pv_keyset *keyset, uint32_t *out)
{
    for (int i = 0; i < ID_TRIES; i++) {
        unsigned char bytes[4];
        PAVE_TRY(pave_random_bytes(bytes, sizeof bytes));
        memcpy(out, bytes, sizeof bytes);
        if (!pv_keyset_find(keyset, *out))
            return PAVE_OK;
    }
    return PAVE_BACKEND;
}

PV_STATUS pv_keyset_add(struct pv_keyset *keyset, enum pv_suite suite, enum pave_key_state state,
                        uint64_t messages, struct pv_keyset_key **out)
{
    struct pv_keyset_key *key = NULL;
    unsigned char *bytes = NULL;
    uint32_t id = 0;

    if (keyset->keys.n >= PV_KEYSET_KEYS_MAX)
        return PAVE_LIMIT;
    PAVE_TRY(choose_id(keyset, &id));
    PAVE_TRY(pv_status_of(PV_VEC_PUSH(&keyset->mem, &keyset->keys, &key, NULL)));
    *key = (struct pv_keyset_key){
        .id = id, .suite = suite, .state = state, .created = pv_stamp_now(), .messages = messages};
    key->changed = key->created;
    bytes = pv_guarded_new(PV_KEY_BYTES);
    if (!bytes)
        return PAVE_NO_MEMORY;
    enum pave_status status = pave_random_bytes(bytes, PV_KEY_BYTES);
    if (status == PAVE_OK)
        status = set_fingerprint(keyset, key, bytes);
    if (status == PAVE_OK)
        status = pv_keyset_set_material(keyset, key, bytes);
    pv_guarded_free(bytes);
    if (status == PAVE_OK)
        *out = key;
    return status;
}
