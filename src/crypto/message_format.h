/* SPDX-License-Identifier: Apache-2.0 */
/*
 * message_format: the bytes of a sealed message.
 *
 *     'P' 0x16 or 0x17, u32 recipients                    numbers are big-endian
 *     for each recipient: id 16, HPKE enc 32, sealed content key 32 + 16
 *     nonce 24, commitment 32, ciphertext of the inner bytes, tag 16
 *
 *     inner: sender id 16, u64 sent, u32 ttl, message id 16, signature 64, body
 *
 * Of 0x16 HPKE has AES-256-GCM, and the inner bytes are sealed as values of suite 1; of 0x17 it has
 * ChaCha20-Poly1305, and they are sealed as values of suite 3.
 *
 * HPKE's info is "pave/v1/msg", purpose and recipient id, each behind its length. The AAD of the
 * inner bytes is all before the nonce, and the purpose and context. The signature is that of
 * pave/identity.h in the domain "pave.message.v1" over the same, both keys of the sender, and the
 * inner bytes without itself, each behind its length: who opens a message cannot seal it
 * again for somebody else in the sender's name.
 */
#ifndef PV_CRYPTO_MESSAGE_FORMAT_H
#define PV_CRYPTO_MESSAGE_FORMAT_H

#include "crypto/bytes.h"
#include "crypto/context.h"
#include "crypto/hpke.h"
#include "crypto/identity.h"

#include <pave/message.h>

enum {
    PV_MSG_MAGIC = 0x50,
    PV_MSG_VERSION = 0x10,
    PV_MSG_HEAD = 6,
    PV_MSG_SLOT = PV_PARTY_ID_BYTES + 32 + 32 + 16,
    PV_MSG_NONCE = 24,
    PV_MSG_SEAL = PV_MSG_NONCE + 32,
    PV_MSG_SIGNED = PV_PARTY_ID_BYTES + 8 + 4 + PAVE_MESSAGE_ID_BYTES,
    PV_MSG_INNER = PV_MSG_SIGNED + PAVE_SIGNATURE_BYTES,
    PV_MSG_TAG = 16,
};

/* PV_SUITE_NONE when the two bytes begin no message that is known here. */
enum pv_suite pv_msg_suite(const unsigned char head[2]);

/* What both sides make of their arguments. */
struct pv_msg_terms {
    enum pv_suite suite;
    struct pv_str purpose;
    struct pv_str context; /* canonical */
    struct pv_str slots;   /* the head and all slots */
    struct pv_context *work;
};

/* Allocates `work`, which pv_msg_terms_clear frees. PAVE_ARGUMENT, PAVE_CONTEXT, PAVE_LIMIT. */
PV_STATUS pv_msg_terms_init(struct pv_msg_terms *terms, const struct pave_message *message);
void pv_msg_terms_clear(struct pv_msg_terms *terms);

/* HPKE's info for one recipient; gives its size. */
enum { PV_MSG_INFO_MAX = 128 };
size_t pv_msg_info(const struct pv_msg_terms *terms, const unsigned char *recipient,
                   unsigned char out[PV_MSG_INFO_MAX]);

/* The AAD of the inner bytes, by its hash. */
void pv_msg_aad(const struct pv_msg_terms *terms, unsigned char out[PV_DIGEST_BYTES]);

enum pv_hpke_aead pv_msg_hpke(const struct pv_msg_terms *terms);

/* The inner bytes, sealed by the content key; `out` has room for nonce, commitment and tag, too. */
PV_STATUS pv_msg_content_seal(const struct pv_msg_terms *terms, const unsigned char *content_key,
                              struct pv_str inner, unsigned char *out);

/* And opened. PAVE_REFUSED; `out` is wiped then. */
PV_STATUS pv_msg_content_open(const struct pv_msg_terms *terms, const unsigned char *content_key,
                              struct pv_str sealed, unsigned char *out);

/* What the sender signs, by its hash; `inner` is all of the inner bytes. */
void pv_msg_digest(const struct pv_msg_terms *terms, const struct pv_party *sender,
                   struct pv_str inner, unsigned char out[PV_DIGEST_BYTES]);

#define PV_MSG_DOMAIN PV_STR("pave.message.v1")

#endif
