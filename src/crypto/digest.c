/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/digest.h"

#include <sodium.h>

/* With libsodium, since starting libcrypto takes longer than a small scan and these texts are
 * public. */
void pv_digest_text(struct pv_str text, char out[PV_DIGEST_TEXT])
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    (void)crypto_hash_sha256(digest, (const unsigned char *)(text.p ? text.p : ""), text.n);
    (void)sodium_bin2hex(out, PV_DIGEST_TEXT, digest, sizeof digest);
}
