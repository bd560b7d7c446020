#include <windows.h>
#include <wincrypt.h>

int make_key(HCRYPTPROV provider, HCRYPTKEY *key);

int all_steps(HCRYPTPROV provider, BYTE *secret, DWORD n, BYTE *text, DWORD *len)
{
    HCRYPTHASH hash = (HCRYPTHASH)NULL;
    HCRYPTKEY key = (HCRYPTKEY)NULL;
    if (!CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash))
        return 0;
    if (!CryptHashData(hash, secret, n, 0))
        return 0;
    if (!CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key))
        return 0;
    return CryptEncrypt(key, 0, 1, 0, text, len, 100);
}

int made_elsewhere(HCRYPTPROV provider, BYTE *text, DWORD *len)
{
    HCRYPTKEY key = 0;
    if (!make_key(provider, &key))
        return 0;
    return CryptEncrypt(key, 0, 1, 0, text, len, 100);
}

int given(HCRYPTKEY key, BYTE *text, DWORD *len)
{
    return CryptEncrypt(key, 0, 1, 0, text, len, 100);
}
