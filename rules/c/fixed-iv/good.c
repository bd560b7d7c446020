#include <openssl/evp.h>
#include <sodium.h>

static const unsigned char START[] = "0123456789abcdef";

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char nonce[12] = {0};
    RAND_bytes(nonce, sizeof nonce);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
}

void open_old(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    EVP_DecryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, START);
}
