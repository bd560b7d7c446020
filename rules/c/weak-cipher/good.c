#include <openssl/evp.h>
#include <gcrypt.h>
#include <wincrypt.h>

void begin(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce)
{
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
    EVP_EncryptInit_ex(ctx, EVP_chacha20_poly1305(), NULL, key, nonce);
    EVP_EncryptInit_ex(ctx, EVP_get_cipherbyname("aes-256-gcm"), NULL, key, nonce);
}

int others(gcry_cipher_hd_t *handle, HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key)
{
    if (gcry_cipher_open(handle, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0))
        return -1;
    return CryptDeriveKey(provider, CALG_AES_256, hash, 0, key);
}

int RC2(int row, int column);

int cell(void)
{
    return RC2(1, 2);
}

void in_small(Aes *aes, BCRYPT_ALG_HANDLE handle, const byte *key, const byte *iv)
{
    wc_AesGcmSetKey(aes, key, 32);
    BCryptSetProperty(handle, BCRYPT_CHAINING_MODE, (PUCHAR)BCRYPT_CHAIN_MODE_GCM, sizeof(BCRYPT_CHAIN_MODE_GCM), 0);
}

void own_names(unsigned char *block, const char *key)
{
    AESSetKey(key);
    aes_encrypt(block);
    nodes_encrypt(block);
    encrypt_descriptor(block);
    ENCRYPT_NODES(block);
    Describe(block);
}

void make_lm_hash(unsigned char *block)
{
    encrypt_des(block);
}
