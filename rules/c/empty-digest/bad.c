#include <windows.h>
#include <wincrypt.h>

int nothing_hashed(HCRYPTPROV provider, HCRYPTKEY *key)
{
    HCRYPTHASH hash = (HCRYPTHASH)NULL;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    return CryptDeriveKey(provider, CALG_AES_256, hash, 0, key); // pave: expect empty-digest
}
