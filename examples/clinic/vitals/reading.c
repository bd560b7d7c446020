#include "reading.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

int reading_seal(const struct reading *reading, const unsigned char *key, size_t key_bytes,
                 unsigned char *seal)
{
    size_t written = 0;
    const unsigned char *out = EVP_Q_mac(NULL, "HMAC", NULL, "SHA256", NULL, key, key_bytes,
                                         (const unsigned char *)reading, sizeof *reading, seal,
                                         READING_SEAL_BYTES, &written);
    return out && written == READING_SEAL_BYTES ? 0 : -1;
}

int reading_check(const struct reading *reading, const unsigned char *key, size_t key_bytes,
                  const unsigned char *seal)
{
    unsigned char expected[READING_SEAL_BYTES];
    if (reading_seal(reading, key, key_bytes, expected) != 0)
        return -1;
    return CRYPTO_memcmp(expected, seal, sizeof expected) == 0;
}
