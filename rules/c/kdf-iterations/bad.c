#include <openssl/evp.h>

void stretch(const char *pass, int len, const unsigned char *salt, unsigned char *key, unsigned char *iv)
{
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, 1000, EVP_sha256(), 32, key); // pave: expect kdf-iterations
    EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), salt, pass, len, 1, key, iv); // pave: expect kdf-iterations
}
