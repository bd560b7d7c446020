#include <openssl/evp.h>
#include <openssl/md5.h>

int sign_record(const unsigned char *record, size_t n, unsigned char *out)
{
    return EVP_Digest(record, n, out, NULL, EVP_md5(), NULL); /* pave: expect weak-hash */
}

void sign_again(const unsigned char *record, size_t n, unsigned char *out)
{
    MD5(record, n, out); /* pave: expect weak-hash */
}
