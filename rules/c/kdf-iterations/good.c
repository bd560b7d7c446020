#include <openssl/evp.h>

void stretch(const char *pass, int len, const unsigned char *salt, unsigned char *key, int count)
{
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, 600000, EVP_sha256(), 32, key);
    PKCS5_PBKDF2_HMAC(pass, len, salt, 16, count, EVP_sha256(), 32, key);
}
