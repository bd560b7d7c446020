#include <windows.h>
#include <wincrypt.h>

int letter(HCRYPTPROV provider, BYTE *text, DWORD *len, DWORD room)
{
    HCRYPTKEY key = 0;
    if (!CryptGetUserKey(provider, AT_KEYEXCHANGE, &key))
        return 0;
    if (!CryptEncrypt(key, 0, TRUE, 0, text, len, room)) // pave: expect rsa-padding-windows
        return 0;
    return 1;
}

int derived(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *text, DWORD *len)
{
    HCRYPTKEY key = 0;
    CryptDeriveKey(provider, CALG_RSA_KEYX, hash, 0, &key);
    return CryptEncrypt(key, 0, 1, 0, text, len, 200); // pave: expect rsa-padding-windows
}
