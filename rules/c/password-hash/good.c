#include <crypt.h>
#include <sodium.h>
#include <string.h>

const char *fresh(const char *password)
{
    return crypt(password, crypt_gensalt("$y$", 0, NULL, 0));
}

int check(const char *password, const char *kept)
{
    return strcmp(crypt(password, kept), kept) == 0;
}

void sum(const char *password_file, const unsigned char *data, unsigned long n, unsigned char *out)
{
    SHA256((const unsigned char *)password_file, strlen(password_file), out);
    crypto_generichash(out, 32, data, n, NULL, 0);
}

void ntlm_response(const char *password, unsigned char *out)
{
    SHA256((const unsigned char *)password, strlen(password), out);
}
