#include <crypt.h>

const char *old(const char *password)
{
    return crypt(password, "ab"); /* pave: expect password-hash */
}

const char *later(const char *password)
{
    return crypt(password, "$1$clinic$"); /* pave: expect password-hash */
}

void keep(const char *password, unsigned char *out)
{
    SHA256((const unsigned char *)password, strlen(password), out); /* pave: expect password-hash */
    crypto_generichash(out, 32, (const unsigned char *)password, strlen(password), NULL, 0); /* pave: expect password-hash */
    crypto_hash_sha256(out, (const unsigned char *)user->password, strlen(user->password)); /* pave: expect password-hash */
    gcry_md_hash_buffer(GCRY_MD_SHA512, out, new_password, strlen(new_password)); /* pave: expect password-hash */
}
