#include <openssl/evp.h>
#include <sodium.h>

int open_box(unsigned char *out, const unsigned char *in, size_t n, const unsigned char *nonce, const unsigned char *key)
{
    if (crypto_secretbox_open_easy(out, in, n, nonce, key) != 0)
        return 0;
    return 1;
}

int opened(EVP_CIPHER_CTX *ctx, unsigned char *out, unsigned char *tag)
{
    int n = 0;
    EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_SET_TAG, 16, tag);
    return EVP_DecryptFinal_ex(ctx, out, &n) > 0 ? n : -1;
}

int genuine(EVP_MD_CTX *ctx, unsigned char *signature, unsigned n, EVP_PKEY *key)
{
    if (EVP_VerifyFinal(ctx, signature, n, key) != 1)
        return 0;
    return 1;
}

void unauthenticated(EVP_CIPHER_CTX *ctx, unsigned char *out)
{
    int n = 0;
    EVP_EncryptFinal_ex(ctx, out, &n);
}

int kept(unsigned char *out, const unsigned char *in, size_t n, const unsigned char *nonce, const unsigned char *key)
{
    int wrong = 0;
    wrong = crypto_secretbox_open_easy(out, in, n, nonce, key);
    return wrong;
}
