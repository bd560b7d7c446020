#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

static const unsigned char LETTERS[] = "0123456789abcdef0123456789abcdef";

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *nonce)
{
    unsigned char bytes[] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, LETTERS, nonce); // pave: expect fixed-key
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, bytes, nonce); // pave: expect fixed-key
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, (unsigned char *)"0123456789abcdef", nonce); // pave: expect fixed-key
}

void copied(const unsigned char *in, size_t len, unsigned char *out)
{
    char key[33];
    strcpy(key, "correct horse battery staple 123");
    HMAC(EVP_sha256(), key, 32, in, len, out, NULL); // pave: expect fixed-key
}
