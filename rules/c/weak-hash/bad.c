#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>
#include <wincrypt.h>

void sign_record(EVP_MD_CTX *ctx, const unsigned char *data, size_t len, unsigned char *out)
{
    EVP_DigestInit_ex(ctx, EVP_md5(), NULL); // pave: expect weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha1(), NULL); // pave: expect weak-hash
    EVP_DigestInit_ex(ctx, EVP_get_digestbyname("MD5"), NULL); // pave: expect weak-hash
    MD5(data, len, out); // pave: expect weak-hash
    SHA1(data, len, out); // pave: expect weak-hash
}

void sign_in_steps(MD5_CTX *state, const unsigned char *data, size_t len)
{
    MD5_Init(state); // pave: expect weak-hash
    MD5_Update(state, data, len);
}

int windows(HCRYPTPROV provider, HCRYPTHASH *hash)
{
    return CryptCreateHash(provider, CALG_SHA1, 0, 0, hash); // pave: expect weak-hash
}

void at_once(const unsigned char *record, size_t size, unsigned char *out)
{
    EVP_Q_digest(NULL, "MD5", NULL, record, size, out, NULL); /* pave: expect weak-hash */
    CC_SHA1(record, size, out); /* pave: expect weak-hash */
}
