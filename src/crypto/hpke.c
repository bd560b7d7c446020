/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/hpke.h"

#include "crypto/bytes.h"
#include "crypto/decided.h"
#include "crypto/gcm.h"

#include <pave/secret.h>

#include <sodium.h>

enum { HASH_BYTES = 32, NONCE_BYTES = 12, CONTEXT_BYTES = 1 + 2 * HASH_BYTES };

/* Suite ids of section 4.1 and section 5.1: KEM 0x0020, KDF 0x0001; the AEAD is the last byte. */
static const struct pv_str kem_suite = {"KEM\x00\x20", 5};
enum { SUITE_BYTES = 10 };
static const char suite_start[SUITE_BYTES] = "HPKE\x00\x20\x00\x01";
static const struct pv_str version = {"HPKE-v1", 7};

struct schedule {
    unsigned char key[HASH_BYTES];
    unsigned char nonce[NONCE_BYTES];
};

static void add(crypto_auth_hmacsha256_state *mac, struct pv_str part)
{
    if (part.n > 0)
        crypto_auth_hmacsha256_update(mac, (const unsigned char *)part.p, part.n);
}

/* LabeledExtract of section 4. */
static void extract(struct pv_str id, struct pv_str salt, const char *label, struct pv_str input,
                    unsigned char out[HASH_BYTES])
{
    crypto_auth_hmacsha256_state mac;
    crypto_auth_hmacsha256_init(&mac, (const unsigned char *)(salt.p ? salt.p : ""), salt.n);
    add(&mac, version);
    add(&mac, id);
    add(&mac, pv_str_of(label));
    add(&mac, input);
    crypto_auth_hmacsha256_final(&mac, out);
    pave_wipe(&mac, sizeof mac);
}

/* LabeledExpand of section 4, for outputs of one block at most. */
static void expand(struct pv_str id, const unsigned char prk[HASH_BYTES], const char *label,
                   struct pv_str info, unsigned char *out, size_t n)
{
    crypto_auth_hmacsha256_state mac;
    unsigned char block[HASH_BYTES];
    unsigned char size[2];

    pv_bytes_put_u16(size, (uint16_t)n);
    crypto_auth_hmacsha256_init(&mac, prk, HASH_BYTES);
    add(&mac, (struct pv_str){(const char *)size, sizeof size});
    add(&mac, version);
    add(&mac, id);
    add(&mac, pv_str_of(label));
    add(&mac, info);
    add(&mac, PV_STR("\x01"));
    crypto_auth_hmacsha256_final(&mac, block);
    memcpy(out, block, n);
    pave_wipe(block, sizeof block);
    pave_wipe(&mac, sizeof mac);
}

/* Section 5.1 with the empty psk of base mode. */
static void make_schedule(const struct pv_hpke_call *call, const unsigned char shared[HASH_BYTES],
                          struct schedule *out)
{
    char id[SUITE_BYTES];
    const struct pv_str suite = {id, sizeof id};
    unsigned char context[CONTEXT_BYTES] = {0};
    unsigned char secret[HASH_BYTES];
    const struct pv_str empty = {0};
    const struct pv_str whole = {(const char *)context, sizeof context};

    memcpy(id, suite_start, sizeof id);
    id[SUITE_BYTES - 1] = (char)call->aead;
    extract(suite, empty, "psk_id_hash", empty, context + 1);
    extract(suite, empty, "info_hash", call->info, context + 1 + HASH_BYTES);
    extract(suite, (struct pv_str){(const char *)shared, HASH_BYTES}, "secret", empty, secret);
    expand(suite, secret, "key", whole, out->key, sizeof out->key);
    expand(suite, secret, "base_nonce", whole, out->nonce, sizeof out->nonce);
    pave_wipe(secret, sizeof secret);
}

/* ExtractAndExpand of section 4.1. A shared point of zero is refused (section 7.1.4). */
static PV_STATUS share(const unsigned char *secret_key, const unsigned char *other,
                       const unsigned char *enc, const unsigned char *recipient,
                       unsigned char out[HASH_BYTES])
{
    unsigned char point[PV_HPKE_KEY_BYTES];
    unsigned char prk[HASH_BYTES];
    unsigned char context[2 * PV_HPKE_KEY_BYTES];

    if (sodium_init() < 0)
        return PAVE_BACKEND;
    if (!pv_decided(crypto_scalarmult(point, secret_key, other) == 0))
        return PAVE_REFUSED;
    memcpy(context, enc, PV_HPKE_KEY_BYTES);
    memcpy(context + PV_HPKE_KEY_BYTES, recipient, PV_HPKE_KEY_BYTES);
    extract(kem_suite, (struct pv_str){0}, "eae_prk",
            (struct pv_str){(const char *)point, sizeof point}, prk);
    expand(kem_suite, prk, "shared_secret", (struct pv_str){(const char *)context, sizeof context},
           out, HASH_BYTES);
    pave_wipe(point, sizeof point);
    pave_wipe(prk, sizeof prk);
    return PAVE_OK;
}

static PV_STATUS aead_seal(const struct pv_hpke_call *call, const struct schedule *schedule,
                           struct pv_str message, unsigned char *out)
{
    PV_DEFER(pv_gcm_clear) struct pv_gcm gcm = {0};
    const struct pv_gcm_call gcm_call = {schedule->key, schedule->nonce, call->aad};

    switch (call->aead) {
    case PV_HPKE_AES_256_GCM: return pv_gcm_seal(&gcm, &gcm_call, message.p, message.n, out);
    case PV_HPKE_CHACHA20_POLY1305:
        (void)crypto_aead_chacha20poly1305_ietf_encrypt(
            out, NULL, (const unsigned char *)message.p, message.n,
            (const unsigned char *)call->aad.p, call->aad.n, NULL, schedule->nonce, schedule->key);
        return PAVE_OK;
    }
    return PAVE_ARGUMENT;
}

static PV_STATUS aead_open(const struct pv_hpke_call *call, const struct schedule *schedule,
                           struct pv_str sealed, unsigned char *out)
{
    PV_DEFER(pv_gcm_clear) struct pv_gcm gcm = {0};
    const struct pv_gcm_call gcm_call = {schedule->key, schedule->nonce, call->aad};
    const unsigned char *in = (const unsigned char *)sealed.p;

    switch (call->aead) {
    case PV_HPKE_AES_256_GCM: return pv_gcm_open(&gcm, &gcm_call, in, sealed.n, out);
    case PV_HPKE_CHACHA20_POLY1305:
        if (pv_decided(crypto_aead_chacha20poly1305_ietf_decrypt(
                           out, NULL, NULL, in, sealed.n, (const unsigned char *)call->aad.p,
                           call->aad.n, schedule->nonce, schedule->key) == 0))
            return PAVE_OK;
        pave_wipe(out, sealed.n - PV_HPKE_TAG_BYTES);
        return PAVE_REFUSED;
    }
    return PAVE_ARGUMENT;
}

PV_STATUS pv_hpke_seal(const struct pv_hpke_call *call, const unsigned char *ephemeral,
                       struct pv_str message, unsigned char *enc, unsigned char *out)
{
    unsigned char secret_key[PV_HPKE_KEY_BYTES];
    unsigned char shared[HASH_BYTES];
    struct schedule schedule;

    if (sodium_init() < 0)
        return PAVE_BACKEND;
    randombytes_buf(secret_key, sizeof secret_key);
    if (ephemeral)
        memcpy(secret_key, ephemeral, sizeof secret_key);
    enum pave_status status = PAVE_BACKEND;
    if (pv_decided(crypto_scalarmult_base(enc, secret_key) == 0))
        status = share(secret_key, call->public_key, enc, call->public_key, shared);
    pave_wipe(secret_key, sizeof secret_key);
    PAVE_TRY(status);
    make_schedule(call, shared, &schedule);
    status = aead_seal(call, &schedule, message, out);
    pave_wipe(shared, sizeof shared);
    pave_wipe(&schedule, sizeof schedule);
    return status;
}

PV_STATUS pv_hpke_open(const struct pv_hpke_call *call, const unsigned char *secret_key,
                       const unsigned char *enc, struct pv_str sealed, unsigned char *out)
{
    unsigned char shared[HASH_BYTES];
    struct schedule schedule;

    if (sealed.n < PV_HPKE_TAG_BYTES)
        return PAVE_REFUSED;
    PAVE_TRY(share(secret_key, enc, enc, call->public_key, shared));
    make_schedule(call, shared, &schedule);
    enum pave_status status = aead_open(call, &schedule, sealed, out);
    pave_wipe(shared, sizeof shared);
    pave_wipe(&schedule, sizeof schedule);
    return status;
}
