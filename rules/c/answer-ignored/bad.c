#include <openssl/evp.h>
#include <sodium.h>

void open_box(unsigned char *out, const unsigned char *in, size_t n, const unsigned char *nonce, const unsigned char *key)
{
    crypto_secretbox_open_easy(out, in, n, nonce, key); // pave: expect answer-ignored
}

int opened(EVP_CIPHER_CTX *ctx, unsigned char *out, unsigned char *tag)
{
    int n = 0;
    EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_SET_TAG, 16, tag);
    EVP_DecryptFinal_ex(ctx, out, &n); // pave: expect answer-ignored
    return n;
}

int genuine(EVP_MD_CTX *ctx, unsigned char *signature, unsigned n, EVP_PKEY *key)
{
    if (!EVP_VerifyFinal(ctx, signature, n, key)) // pave: expect answer-ignored
        return 0;
    return 1;
}
