#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/md5.h>
#include <wincrypt.h>

void sign_record(EVP_MD_CTX *ctx)
{
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    EVP_DigestInit_ex(ctx, EVP_get_digestbyname("sha256"), NULL);
}

void make_etag(const unsigned char *data, size_t len, unsigned char *out)
{
    MD5(data, len, out);
}

void code_of(const void *key, int key_len, const unsigned char *data, size_t len, unsigned char *out)
{
    HMAC(EVP_sha1(), key, key_len, data, len, out, NULL);
}

int windows(HCRYPTPROV provider, HCRYPTHASH *hash)
{
    return CryptCreateHash(provider, CALG_SHA_256, 0, 0, hash);
}
