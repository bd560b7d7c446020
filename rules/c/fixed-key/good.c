#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce)
{
    unsigned char fresh[32] = {0};
    RAND_bytes(fresh, sizeof fresh);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, fresh, nonce);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, NULL, NULL);
}

void from_outside(const unsigned char *in, size_t len, unsigned char *out)
{
    const char *key = getenv("SERVICE_KEY");
    HMAC(EVP_sha256(), key, 32, in, len, out, NULL);
}
