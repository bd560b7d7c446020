#include <windows.h>
#include <wincrypt.h>

int no_hash(HCRYPTPROV provider, BYTE *text, DWORD *len)
{
    HCRYPTHASH hash = 0;
    HCRYPTKEY key = 0;
    if (!CryptHashData(hash, text, *len, 0)) // pave: expect missing-step
        return 0;
    return CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key); // pave: expect missing-step
}

int no_key(BYTE *text, DWORD *len)
{
    HCRYPTKEY key = (HCRYPTKEY)NULL;
    return CryptEncrypt(key, 0, 1, 0, text, len, 100); // pave: expect missing-step
}
