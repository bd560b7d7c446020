#include <openssl/rsa.h>
#include <openssl/evp.h>

void make(RSA *rsa, BIGNUM *e, EVP_PKEY_CTX *ctx, int bits)
{
    RSA_generate_key_ex(rsa, 3072, e, NULL);
    RSA_generate_key_ex(rsa, bits, e, NULL);
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 2048);
}
