#include <openssl/evp.h>
#include <string>

void seal(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    std::string iv = "abcdefghijklmnop";
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), nullptr, key, (const unsigned char *)iv.data()); // pave: expect fixed-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), nullptr, key, reinterpret_cast<const unsigned char *>(iv.data())); // pave: expect fixed-iv
}
