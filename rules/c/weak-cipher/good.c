#include <openssl/evp.h>

int start(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
}
