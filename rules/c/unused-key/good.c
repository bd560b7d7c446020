#include <windows.h>
#include <wincrypt.h>

int used(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *text, DWORD *len)
{
    HCRYPTKEY key = 0;
    if (!CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key))
        return 0;
    if (!CryptEncrypt(key, 0, 1, 0, text, len, 100)) {
        CryptDestroyKey(key);
        return 0;
    }
    CryptDestroyKey(key);
    return 1;
}

HCRYPTKEY handed_on(HCRYPTPROV provider, HCRYPTHASH hash)
{
    HCRYPTKEY key = 0;
    CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    return key;
}
