#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>

void derive(const char *password, unsigned char *salt, unsigned char *out)
{
    RAND_bytes(salt, 16);
    PKCS5_PBKDF2_HMAC(password, -1, salt, 16, 600000, EVP_sha256(), 32, out);
}

int check(const char *password, const unsigned char *kept, unsigned char *out)
{
    return PKCS5_PBKDF2_HMAC(password, -1, kept, 16, 600000, EVP_sha256(), 32, out);
}
