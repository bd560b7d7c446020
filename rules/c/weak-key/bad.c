#include <openssl/rsa.h>
#include <openssl/dsa.h>
#include <openssl/evp.h>

#define SHORT_BITS 1024

void make(RSA *rsa, BIGNUM *e, DSA *dsa, EVP_PKEY_CTX *ctx)
{
    int bits = 1024;
    RSA_generate_key_ex(rsa, 1024, e, NULL); // pave: expect weak-key
    RSA_generate_key_ex(rsa, bits, e, NULL); // pave: expect weak-key
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 512); // pave: expect weak-key
    DSA_generate_parameters_ex(dsa, 1024, NULL, 0, NULL, NULL, NULL); // pave: expect weak-key
}

EVP_PKEY *quick(void)
{
    return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)1024); /* pave: expect weak-key */
}
