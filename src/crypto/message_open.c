/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/hkdf.h"
#include "crypto/message_format.h"
#include "crypto/stamp.h"

#include <pave/secret.h>

struct parts {
    enum pv_suite suite;
    size_t n_to;
    const unsigned char *slots;
    const unsigned char *seal; /* nonce, commitment, inner bytes, tag */
    size_t n_seal;
};

static PV_STATUS split(const unsigned char *sealed, size_t size, struct parts *out)
{
    if (!sealed || size < PV_MSG_HEAD || sealed[0] != PV_MSG_MAGIC)
        return PAVE_NOT_SEALED;
    enum pv_suite suite = pv_msg_suite(sealed);
    if (suite == PV_SUITE_NONE)
        return (sealed[1] >> 4) > 1 ? PAVE_NEWER : PAVE_NOT_SEALED;
    size_t n_to = pv_bytes_u32(sealed + 2);
    if (n_to == 0 || n_to > PV_RECIPIENTS_MAX)
        return PAVE_NOT_SEALED;
    size_t n_slots = PV_MSG_HEAD + n_to * PV_MSG_SLOT;
    if (size < n_slots + PV_MSG_SEAL + PV_MSG_INNER + PV_MSG_TAG)
        return PAVE_NOT_SEALED;
    if (size - n_slots > PV_MESSAGE_BYTES_MAX)
        return PAVE_LIMIT;
    *out = (struct parts){suite, n_to, sealed + PV_MSG_HEAD, sealed + n_slots, size - n_slots};
    return PAVE_OK;
}

/* The first slot that is for one of our keys. */
static PV_STATUS find_slot(const struct parts *parts, const struct pave_identity *to,
                           const struct pv_identity_key **key, const unsigned char **slot)
{
    for (size_t i = 0; i < parts->n_to; i++) {
        const unsigned char *at = parts->slots + i * PV_MSG_SLOT;
        for (size_t k = 0; k < to->n_keys; k++) {
            if (memcmp(at, to->keys[k].party.id, PV_PARTY_ID_BYTES) == 0) {
                *key = &to->keys[k];
                *slot = at;
                return PAVE_OK;
            }
        }
    }
    return PAVE_NO_KEY;
}

static PV_STATUS open_slot(const struct pv_msg_terms *terms, const struct pv_identity_key *key,
                           const unsigned char *slot, unsigned char *content_key)
{
    unsigned char info[PV_MSG_INFO_MAX];
    size_t n = pv_msg_info(terms, key->party.id, info);
    const unsigned char *enc = slot + PV_PARTY_ID_BYTES;
    const struct pv_hpke_call call = {.aead = pv_msg_hpke(terms),
                                      .public_key = key->party.exchange,
                                      .info = {(const char *)info, n}};
    return pv_hpke_open(&call, key->exchange_secret, enc,
                        (struct pv_str){(const char *)enc + 32, PV_KEY_BYTES + 16}, content_key);
}

static PV_STATUS check_times(const struct pave_message *message, uint64_t sent, uint32_t ttl_s)
{
    uint64_t now = (uint64_t)(message->now > 0 ? message->now : pv_stamp_now());
    if (ttl_s == 0 || ttl_s > PV_MESSAGE_TTL_MAX || sent > INT64_MAX / 2)
        return PAVE_REFUSED;
    if (sent > now && sent - now > PV_MESSAGE_SKEW_MAX)
        return PAVE_MISDIRECTED;
    return now >= sent + ttl_s ? PAVE_EXPIRED : PAVE_OK;
}

/* Nothing of the inner bytes is believed before the signature. */
static PV_STATUS check_inner(const struct pv_msg_terms *terms, const struct pave_trust *trust,
                             const struct pave_message *message, struct pv_str inner,
                             struct pave_received *out)
{
    unsigned char digest[PV_DIGEST_BYTES];
    const unsigned char *at = (const unsigned char *)inner.p;
    const struct pv_trusted *sender = pv_trust_of_id(trust, at);
    if (!sender)
        return PAVE_UNTRUSTED;
    pv_msg_digest(terms, &sender->party, inner, digest);
    PAVE_TRY(pv_verify_digest(sender->party.sign, PV_MSG_DOMAIN, digest, at + PV_MSG_SIGNED));
    at += PV_PARTY_ID_BYTES;
    uint64_t sent = (uint64_t)pv_bytes_u32(at) << 32 | pv_bytes_u32(at + 4);
    uint32_t ttl_s = pv_bytes_u32(at + 8);
    PAVE_TRY(check_times(message, sent, ttl_s));
    int64_t expires = (int64_t)(sent + ttl_s);
    if (message->replay)
        PAVE_TRY(message->replay(message->user, at + 12, expires));
    memcpy(out->sender, sender->name.p, sender->name.n);
    out->sent = (int64_t)sent;
    out->expires = expires;
    return PAVE_OK;
}

static PV_STATUS open_all(const struct pv_msg_terms *terms, const struct parts *parts,
                          const struct pave_identity *to, unsigned char *inner)
{
    const struct pv_identity_key *key = NULL;
    const unsigned char *slot = NULL;
    unsigned char content_key[PV_KEY_BYTES];

    PAVE_TRY(find_slot(parts, to, &key, &slot));
    enum pave_status status = open_slot(terms, key, slot, content_key);
    if (status == PAVE_OK)
        status = pv_msg_content_open(
            terms, content_key, (struct pv_str){(const char *)parts->seal, parts->n_seal}, inner);
    pave_wipe(content_key, sizeof content_key);
    return status;
}

static PV_STATUS prepare(const struct pave_identity *to, const struct pave_trust *trust,
                         const struct pave_message *message, struct pave_received *out)
{
    if (!out || out->size < sizeof *out)
        return PAVE_ARGUMENT;
    *out = (struct pave_received){.size = out->size};
    return to && trust && message ? PAVE_OK : PAVE_ARGUMENT;
}

enum pave_status pave_msg_open(const struct pave_identity *to, const struct pave_trust *trust,
                               const struct pave_message *message, const void *sealed, size_t size,
                               struct pave_received *out)
{
    PV_DEFER(pv_msg_terms_clear) struct pv_msg_terms terms = {0};
    struct parts parts = {0};

    PAVE_TRY(prepare(to, trust, message, out));
    PAVE_TRY(pv_msg_terms_init(&terms, message));
    PAVE_TRY(split(sealed, size, &parts));
    terms.suite = parts.suite;
    terms.slots = (struct pv_str){sealed, PV_MSG_HEAD + parts.n_to * PV_MSG_SLOT};
    size_t n = parts.n_seal - PV_MSG_SEAL - PV_MSG_TAG;
    unsigned char *inner = pv_alloc(n);
    if (!inner)
        return PAVE_NO_MEMORY;
    enum pave_status status = open_all(&terms, &parts, to, inner);
    if (status == PAVE_OK)
        status = check_inner(&terms, trust, message, (struct pv_str){(const char *)inner, n}, out);
    if (status != PAVE_OK) {
        pave_wipe(inner, n);
        pv_release(inner);
        *out = (struct pave_received){.size = out->size};
        return status;
    }
    memmove(inner, inner + PV_MSG_INNER, n - PV_MSG_INNER);
    pave_wipe(inner + n - PV_MSG_INNER, PV_MSG_INNER);
    out->body = (struct pave_bytes){inner, n - PV_MSG_INNER};
    return PAVE_OK;
}
