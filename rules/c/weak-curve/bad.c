#include <openssl/ec.h>
#include <openssl/evp.h>

EC_KEY *key(void)
{
    return EC_KEY_new_by_curve_name(NID_secp160r1); /* pave: expect weak-curve */
}

void parameters(EVP_PKEY_CTX *ctx)
{
    EVP_PKEY_CTX_set_ec_paramgen_curve_nid(ctx, NID_X9_62_prime192v1); /* pave: expect weak-curve */
}
