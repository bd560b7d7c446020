/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/guarded.h"
#include "crypto/hkdf.h"
#include "crypto/message_format.h"
#include "crypto/stamp.h"

#include <pave/secret.h>

#include <sodium.h>

static PV_STATUS write_slot(const struct pv_msg_terms *terms, const struct pv_party *to,
                            const unsigned char *content_key, unsigned char *slot)
{
    unsigned char info[PV_MSG_INFO_MAX];
    size_t n = pv_msg_info(terms, to->id, info);
    const struct pv_hpke_call call = {
        .aead = pv_msg_hpke(terms), .public_key = to->exchange, .info = {(const char *)info, n}};
    unsigned char *enc = pv_bytes_put(slot, to->id, PV_PARTY_ID_BYTES);
    return pv_hpke_seal(&call, NULL, (struct pv_str){(const char *)content_key, PV_KEY_BYTES}, enc,
                        enc + 32);
}

static PV_STATUS write_slots(struct pv_msg_terms *terms, const struct pave_trust *trust,
                             const struct pave_message *message, const unsigned char *content_key,
                             unsigned char *out)
{
    unsigned char *at = out;
    *at++ = PV_MSG_MAGIC;
    *at++ = (unsigned char)(PV_MSG_VERSION | terms->suite);
    at = pv_bytes_put_u32(at, (uint32_t)message->n_to);
    for (size_t i = 0; i < message->n_to; i++) {
        const struct pv_trusted *to =
            message->to[i] ? pv_trust_named(trust, pv_str_of(message->to[i])) : NULL;
        if (!to)
            return PAVE_UNTRUSTED;
        PAVE_TRY(write_slot(terms, &to->party, content_key, at));
        at += PV_MSG_SLOT;
    }
    terms->slots = (struct pv_str){(const char *)out, (size_t)(at - out)};
    return PAVE_OK;
}

/* The inner bytes but for the body, which is there already; signed. */
static PV_STATUS write_inner(const struct pv_msg_terms *terms, const struct pv_identity_key *from,
                             const struct pave_message *message, unsigned char *inner, size_t n)
{
    uint64_t sent = (uint64_t)(message->now > 0 ? message->now : pv_stamp_now());
    unsigned char digest[PV_DIGEST_BYTES];
    unsigned char *at = pv_bytes_put(inner, from->party.id, PV_PARTY_ID_BYTES);
    at = pv_bytes_put_u32(at, (uint32_t)(sent >> 32));
    at = pv_bytes_put_u32(at, (uint32_t)sent);
    at = pv_bytes_put_u32(at, message->ttl_s);
    randombytes_buf(at, PAVE_MESSAGE_ID_BYTES);
    at += PAVE_MESSAGE_ID_BYTES;
    pv_msg_digest(terms, &from->party, (struct pv_str){(const char *)inner, n}, digest);
    return pv_sign_digest(from->sign_secret, PV_MSG_DOMAIN, digest, at);
}

/* `keys` has room for the content key; `inner` for the inner bytes. */
struct work {
    const struct pv_identity_key *from;
    unsigned char *content_key; /* guarded */
    unsigned char *inner;
    size_t n_inner;
};

static PV_STATUS seal_all(struct work *work, struct pv_msg_terms *terms,
                          const struct pave_trust *trust, const struct pave_message *message,
                          unsigned char *out)
{
    size_t n_slots = PV_MSG_HEAD + message->n_to * PV_MSG_SLOT;
    PAVE_TRY(write_slots(terms, trust, message, work->content_key, out));
    PAVE_TRY(write_inner(terms, work->from, message, work->inner, work->n_inner));
    return pv_msg_content_seal(terms, work->content_key,
                               (struct pv_str){(const char *)work->inner, work->n_inner},
                               out + n_slots);
}

static PV_STATUS check(const struct pave_identity *from, const struct pave_trust *trust,
                       const struct pave_message *message, size_t size)
{
    if (!from || !trust || !message || !message->to || message->n_to == 0 || message->ttl_s == 0)
        return PAVE_ARGUMENT;
    if (message->n_to > PV_RECIPIENTS_MAX || message->ttl_s > PV_MESSAGE_TTL_MAX ||
        size > PV_MESSAGE_BYTES_MAX - PV_MSG_INNER)
        return PAVE_LIMIT;
    return PAVE_OK;
}

static PV_STATUS run(struct work *work, struct pv_msg_terms *terms, const struct pave_trust *trust,
                     const struct pave_message *message, struct pave_bytes *out)
{
    size_t n = PV_MSG_HEAD + message->n_to * PV_MSG_SLOT + PV_MSG_SEAL + work->n_inner + PV_MSG_TAG;
    unsigned char *p = pv_alloc(n);
    if (!p)
        return PAVE_NO_MEMORY;
    enum pave_status status = seal_all(work, terms, trust, message, p);
    if (status != PAVE_OK) {
        pv_release(p);
        return status;
    }
    *out = (struct pave_bytes){p, n};
    return PAVE_OK;
}

enum pave_status pave_msg_seal(const struct pave_identity *from, const struct pave_trust *trust,
                               const struct pave_message *message, const void *body, size_t size,
                               struct pave_bytes *out)
{
    PV_DEFER(pv_msg_terms_clear) struct pv_msg_terms terms = {0};
    struct work work = {.n_inner = PV_MSG_INNER + size};

    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_bytes){0};
    if (!body && size > 0)
        return PAVE_ARGUMENT;
    PAVE_TRY(pv_msg_terms_init(&terms, message));
    PAVE_TRY(check(from, trust, message, size));
    work.from = pv_identity_primary(from);
    if (!work.from)
        return PAVE_KEY_STATE;
    terms.suite = work.from->suite;
    work.content_key = pv_guarded_new(PV_KEY_BYTES);
    work.inner = pv_alloc(work.n_inner);
    enum pave_status status = PAVE_NO_MEMORY;
    if (work.content_key && work.inner) {
        randombytes_buf(work.content_key, PV_KEY_BYTES);
        pv_bytes_put(work.inner + PV_MSG_INNER, body, size);
        status = run(&work, &terms, trust, message, out);
    }
    if (work.inner)
        pave_wipe(work.inner, work.n_inner);
    pv_release(work.inner);
    pv_guarded_free(work.content_key);
    return status;
}
