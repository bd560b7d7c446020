/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/message_format.h"

#include "base/alloc.h"

#include <pave/secret.h>

#include <sodium.h>

static const char label[] = "pave/v1/msg";

PV_STATUS pv_msg_terms_init(struct pv_msg_terms *terms, const struct pave_message *message)
{
    if (!message || message->size < sizeof *message || !message->purpose ||
        !pv_context_is_name(pv_str_of(message->purpose)))
        return PAVE_ARGUMENT;
    terms->work = pv_alloc(sizeof *terms->work);
    if (!terms->work)
        return PAVE_NO_MEMORY;
    PAVE_TRY(pv_context_write(message->fields, message->n_fields, terms->work));
    terms->purpose = pv_str_of(message->purpose);
    terms->context = (struct pv_str){(const char *)terms->work->bytes + PV_CONTEXT_HEAD,
                                     terms->work->n - PV_CONTEXT_HEAD};
    return PAVE_OK;
}

void pv_msg_terms_clear(struct pv_msg_terms *terms)
{
    pv_release(terms->work);
    *terms = (struct pv_msg_terms){0};
}

size_t pv_msg_info(const struct pv_msg_terms *terms, const unsigned char *recipient,
                   unsigned char out[PV_MSG_INFO_MAX])
{
    _Static_assert(sizeof label + 2 + PV_CONTEXT_NAME_MAX + 2 + PV_PARTY_ID_BYTES <=
                       PV_MSG_INFO_MAX,
                   "the info of a recipient");
    unsigned char *at = pv_bytes_put(out, label, sizeof label);
    at = pv_bytes_put_u16(at, (uint16_t)terms->purpose.n);
    at = pv_bytes_put(at, terms->purpose.p, terms->purpose.n);
    at = pv_bytes_put_u16(at, PV_PARTY_ID_BYTES);
    at = pv_bytes_put(at, recipient, PV_PARTY_ID_BYTES);
    return (size_t)(at - out);
}

static void add(crypto_hash_sha512_state *hash, struct pv_str part)
{
    unsigned char size[4];
    pv_bytes_put_u32(size, (uint32_t)part.n); /* bodies are limited to less */
    (void)crypto_hash_sha512_update(hash, size, sizeof size);
    if (part.n > 0)
        (void)crypto_hash_sha512_update(hash, (const unsigned char *)part.p, part.n);
}

static void add_terms(crypto_hash_sha512_state *hash, const struct pv_msg_terms *terms)
{
    (void)crypto_hash_sha512_init(hash);
    add(hash, (struct pv_str){label, sizeof label});
    add(hash, terms->slots);
    add(hash, terms->purpose);
    add(hash, terms->context);
}

void pv_msg_aad(const struct pv_msg_terms *terms, unsigned char out[PV_DIGEST_BYTES])
{
    crypto_hash_sha512_state hash;
    add_terms(&hash, terms);
    (void)crypto_hash_sha512_final(&hash, out);
}

void pv_msg_digest(const struct pv_msg_terms *terms, const struct pv_party *sender,
                   struct pv_str inner, unsigned char out[PV_DIGEST_BYTES])
{
    crypto_hash_sha512_state hash;
    add_terms(&hash, terms);
    add(&hash, (struct pv_str){(const char *)sender->exchange, PV_PARTY_KEY_BYTES});
    add(&hash, (struct pv_str){(const char *)sender->sign, PV_PARTY_KEY_BYTES});
    add(&hash, pv_str_sub(inner, 0, PV_MSG_SIGNED));
    add(&hash, pv_str_sub(inner, PV_MSG_INNER, inner.n));
    (void)crypto_hash_sha512_final(&hash, out);
    pave_wipe(&hash, sizeof hash);
}
