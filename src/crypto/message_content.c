/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/message_format.h"
#include "crypto/xchacha.h"

#include <sodium.h>

enum pv_suite pv_msg_suite(const unsigned char head[2])
{
    if (head[0] != PV_MSG_MAGIC || (head[1] & 0xf0) != PV_MSG_VERSION)
        return PV_SUITE_NONE;
    enum pv_suite suite = (enum pv_suite)(head[1] & 0x0f);
    return pv_suite_kind(suite) == PV_KIND_IDENTITY ? suite : PV_SUITE_NONE;
}

enum pv_hpke_aead pv_msg_hpke(const struct pv_msg_terms *terms)
{
    return terms->suite == PV_SUITE_IDENTITY_CHACHA ? PV_HPKE_CHACHA20_POLY1305
                                                    : PV_HPKE_AES_256_GCM;
}

static PV_STATUS seal_xaes(const unsigned char *key, const struct pv_aead_call *call,
                           struct pv_str inner, unsigned char *out)
{
    struct pv_xaes *xaes = NULL;
    PAVE_TRY(pv_xaes_new(key, &xaes));
    enum pave_status status = pv_xaes_seal(xaes, call, inner.p, inner.n, out);
    pv_xaes_free(xaes);
    return status;
}

static PV_STATUS seal_xchacha(const unsigned char *key, const struct pv_aead_call *call,
                              struct pv_str inner, unsigned char *out)
{
    struct pv_xchacha *xchacha = NULL;
    PAVE_TRY(pv_xchacha_new(key, &xchacha));
    enum pave_status status = pv_xchacha_seal(xchacha, call, inner.p, inner.n, out);
    pv_xchacha_free(xchacha);
    return status;
}

PV_STATUS pv_msg_content_seal(const struct pv_msg_terms *terms, const unsigned char *content_key,
                              struct pv_str inner, unsigned char *out)
{
    unsigned char aad[PV_DIGEST_BYTES];
    pv_msg_aad(terms, aad);
    randombytes_buf(out, PV_MSG_NONCE);
    const struct pv_aead_call call = {
        .nonce = out, .aad = {(const char *)aad, sizeof aad}, .commitment = out + PV_MSG_NONCE};
    return terms->suite == PV_SUITE_IDENTITY_CHACHA
               ? seal_xchacha(content_key, &call, inner, out + PV_MSG_SEAL)
               : seal_xaes(content_key, &call, inner, out + PV_MSG_SEAL);
}

static PV_STATUS open_xaes(const unsigned char *key, const struct pv_aead_call *call,
                           struct pv_str body, unsigned char *out)
{
    struct pv_xaes *xaes = NULL;
    PAVE_TRY(pv_xaes_new(key, &xaes));
    enum pave_status status = pv_xaes_open(xaes, call, (const unsigned char *)body.p, body.n, out);
    pv_xaes_free(xaes);
    return status;
}

static PV_STATUS open_xchacha(const unsigned char *key, const struct pv_aead_call *call,
                              struct pv_str body, unsigned char *out)
{
    struct pv_xchacha *xchacha = NULL;
    PAVE_TRY(pv_xchacha_new(key, &xchacha));
    enum pave_status status =
        pv_xchacha_open(xchacha, call, (const unsigned char *)body.p, body.n, out);
    pv_xchacha_free(xchacha);
    return status;
}

PV_STATUS pv_msg_content_open(const struct pv_msg_terms *terms, const unsigned char *content_key,
                              struct pv_str sealed, unsigned char *out)
{
    const unsigned char *in = (const unsigned char *)sealed.p;
    unsigned char aad[PV_DIGEST_BYTES];
    pv_msg_aad(terms, aad);
    const struct pv_aead_call call = {
        .nonce = in, .aad = {(const char *)aad, sizeof aad}, .expected = in + PV_MSG_NONCE};
    struct pv_str body = pv_str_sub(sealed, PV_MSG_SEAL, sealed.n);
    return terms->suite == PV_SUITE_IDENTITY_CHACHA ? open_xchacha(content_key, &call, body, out)
                                                    : open_xaes(content_key, &call, body, out);
}
