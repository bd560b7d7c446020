#include <crypt.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <string.h>

static const unsigned char salt[] = {1, 2, 3, 4, 5, 6, 7, 8};

void derive(const char *password, unsigned char *out)
{
    PKCS5_PBKDF2_HMAC(password, -1, salt, 8, 600000, EVP_sha256(), 32, out); /* pave: expect fixed-salt */
    PKCS5_PBKDF2_HMAC(password, -1, (const unsigned char *)"clinic", 6, 600000, EVP_sha256(), 32, out); /* pave: expect fixed-salt */
}

const char *stored(const char *password)
{
    return crypt(password, "$6$clinic$"); /* pave: expect fixed-salt */
}
