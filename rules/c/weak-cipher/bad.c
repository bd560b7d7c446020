#include <openssl/evp.h>
#include <openssl/des.h>
#include <openssl/rc4.h>
#include <gcrypt.h>
#include <wincrypt.h>

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    EVP_EncryptInit_ex(ctx, EVP_aes_256_ecb(), NULL, key, NULL); // pave: expect weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_des_ede3_cbc(), NULL, key, iv); // pave: expect weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_rc4(), NULL, key, iv); // pave: expect weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_get_cipherbyname("des-ede3-cbc"), NULL, key, iv); // pave: expect weak-cipher
    EVP_CIPHER *fetched = EVP_CIPHER_fetch(NULL, "AES-128-ECB", NULL); // pave: expect weak-cipher
}

void legacy(const unsigned char *in, unsigned char *out, DES_key_schedule *ks, DES_cblock *iv, RC4_KEY *rc4)
{
    DES_ncbc_encrypt(in, out, 64, ks, iv, DES_ENCRYPT); // pave: expect weak-cipher
    DES_set_key_checked(iv, ks); // pave: expect weak-cipher
    RC4_set_key(rc4, 16, in); // pave: expect weak-cipher
    AES_ecb_encrypt(in, out, 0, 1); // pave: expect weak-cipher
}

int others(gcry_cipher_hd_t *handle, HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key)
{
    if (gcry_cipher_open(handle, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_ECB, 0)) // pave: expect weak-cipher
        return -1;
    if (gcry_cipher_open(handle, GCRY_CIPHER_3DES, GCRY_CIPHER_MODE_CBC, 0)) // pave: expect weak-cipher
        return -1;
    return CryptDeriveKey(provider, CALG_3DES, hash, 0, key); // pave: expect weak-cipher
}

void in_small(Des3 *des, BCRYPT_ALG_HANDLE aes, const byte *key, const byte *iv)
{
    wc_Des3_SetKey(des, key, iv, DES_ENCRYPTION); /* pave: expect weak-cipher */
    BCryptSetProperty(aes, BCRYPT_CHAINING_MODE, (PUCHAR)BCRYPT_CHAIN_MODE_ECB, sizeof(BCRYPT_CHAIN_MODE_ECB), 0); /* pave: expect weak-cipher */
}

void own_names(unsigned char *block, const char *key)
{
    DESSetKey(key); /* pave: expect weak-cipher */
    des_encrypt(block); /* pave: expect weak-cipher */
    EncryptRC4(block); /* pave: expect weak-cipher */
    RC2Encrypt(block); /* pave: expect weak-cipher */
    EncryptWithDES(block); /* pave: expect weak-cipher */
}
