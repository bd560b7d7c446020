#include <openssl/rsa.h>
#include <openssl/evp.h>

int seal(RSA *rsa, const unsigned char *in, int len, unsigned char *out)
{
    return RSA_public_encrypt(len, in, out, rsa, RSA_PKCS1_OAEP_PADDING);
}

void sign(EVP_PKEY_CTX *ctx)
{
    EVP_PKEY_sign_init(ctx);
    EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PADDING);
}
