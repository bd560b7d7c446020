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
