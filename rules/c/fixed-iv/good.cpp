#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string>

void seal(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    std::string iv(16, '\0');
    RAND_bytes(reinterpret_cast<unsigned char *>(iv.data()), 16);
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), nullptr, key, reinterpret_cast<const unsigned char *>(iv.data()));
}
