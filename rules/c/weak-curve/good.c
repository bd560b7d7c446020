#include <openssl/ec.h>
#include <openssl/evp.h>

EC_KEY *key(void)
{
    return EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
}

void parameters(EVP_PKEY_CTX *ctx, int curve)
{
    EVP_PKEY_CTX_set_ec_paramgen_curve_nid(ctx, NID_secp384r1);
    EVP_PKEY_CTX_set_ec_paramgen_curve_nid(ctx, curve);
}
