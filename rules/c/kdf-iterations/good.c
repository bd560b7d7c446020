#include <openssl/evp.h>

void stretch(const char *pass, int len, const unsigned char *salt, unsigned char *key, int count)
{
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, 600000, EVP_sha256(), 32, key);
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, count, EVP_sha256(), 32, key);
}

#define ROUNDS 600000
int stretch_named(const char *password, const unsigned char *salt, unsigned char *key)
{
    return PKCS5_PBKDF2_HMAC(password, -1, salt, 16, ROUNDS, EVP_sha256(), 32, key);
}
