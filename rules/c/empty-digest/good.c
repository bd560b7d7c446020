#include <windows.h>
#include <wincrypt.h>

static int put(HCRYPTHASH hash, BYTE *secret, DWORD n)
{
    return CryptHashData(hash, secret, n, 0);
}

int derived(HCRYPTPROV provider, BYTE *secret, DWORD n, HCRYPTKEY *key)
{
    HCRYPTHASH hash = 0;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    if (!CryptHashData(hash, secret, n, 0))
        return 0;
    return CryptDeriveKey(provider, CALG_AES_256, hash, 0, key);
}

int given(HCRYPTPROV provider, HCRYPTHASH hash, HCRYPTKEY *key)
{
    return CryptDeriveKey(provider, CALG_AES_256, hash, 0, key);
}
