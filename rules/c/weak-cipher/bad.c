#include <openssl/evp.h>

int start(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_ecb(), NULL, key, NULL); /* pave: expect weak-cipher */
}

int start_again(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    const EVP_CIPHER *cipher = EVP_des_ede3_cbc(); /* pave: expect weak-cipher */
    return EVP_EncryptInit_ex(ctx, cipher, NULL, key, iv);
}
