#include <crypt.h>

const char *old(const char *password)
{
    return crypt(password, "ab"); /* pave: expect password-hash */
}

const char *later(const char *password)
{
    return crypt(password, "$1$clinic$"); /* pave: expect password-hash */
}
