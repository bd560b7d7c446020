#include <openssl/rsa.h>
#include <openssl/evp.h>

int seal(RSA *rsa, const unsigned char *in, int len, unsigned char *out)
{
    return RSA_public_encrypt(len, in, out, rsa, RSA_PKCS1_PADDING); // pave: expect rsa-padding
}

int open_bare(RSA *rsa, const unsigned char *in, int len, unsigned char *out)
{
    return RSA_private_decrypt(len, in, out, rsa, RSA_NO_PADDING); // pave: expect rsa-padding
}

void begin(EVP_PKEY_CTX *ctx)
{
    EVP_PKEY_encrypt_init(ctx);
    EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PADDING); // pave: expect rsa-padding
}

int plain(EVP_PKEY_CTX *ctx)
{
    return EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_NO_PADDING); // pave: expect rsa-padding
}
