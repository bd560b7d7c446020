#include <openssl/evp.h>

void stretch(const char *pass, int len, const unsigned char *salt, unsigned char *key, unsigned char *iv)
{
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, 1000, EVP_sha256(), 32, key); // pave: expect kdf-iterations
    EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), salt, pass, len, 1, key, iv); // pave: expect kdf-iterations
}

#define ROUNDS 1000
int stretch_named(const char *password, const unsigned char *salt, unsigned char *key)
{
    gcry_kdf_derive(password, 9, GCRY_KDF_PBKDF2, GCRY_MD_SHA256, salt, 16, ROUNDS, 32, key); /* pave: expect kdf-iterations */
    return PKCS5_PBKDF2_HMAC(password, -1, salt, 16, ROUNDS, EVP_sha256(), 32, key); /* pave: expect kdf-iterations */
}
