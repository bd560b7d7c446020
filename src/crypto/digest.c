/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

PV_RESULT pv_digest_text(struct pv_str text, char out[PV_DIGEST_TEXT], struct pv_err *err)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (EVP_Digest(text.p ? text.p : "", text.n, digest, NULL, EVP_sha256(), NULL) != 1)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 0xf];
    }
    out[PV_DIGEST_TEXT - 1] = '\0';
    return PV_SUCCESS;
}
