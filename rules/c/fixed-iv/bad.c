#include <openssl/evp.h>
#include <sodium.h>

static const unsigned char START[] = "0123456789abcdef";

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char zeros[16] = {0};
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, START); // pave: expect fixed-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, zeros); // pave: expect fixed-iv
}
