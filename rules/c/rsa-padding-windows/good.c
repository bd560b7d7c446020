#include <windows.h>
#include <wincrypt.h>

int letter(HCRYPTPROV provider, BYTE *text, DWORD *len, DWORD room)
{
    HCRYPTKEY key = 0;
    if (!CryptGetUserKey(provider, AT_KEYEXCHANGE, &key))
        return 0;
    return CryptEncrypt(key, 0, TRUE, CRYPT_OAEP, text, len, room);
}

int derived(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *text, DWORD *len)
{
    HCRYPTKEY key = 0;
    CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key);
    return CryptEncrypt(key, 0, 1, 0, text, len, 200);
}

int given(HCRYPTKEY key, BYTE *text, DWORD *len)
{
    return CryptEncrypt(key, 0, 1, 0, text, len, 200);
}
