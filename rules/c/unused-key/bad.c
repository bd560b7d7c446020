#include <windows.h>
#include <wincrypt.h>

void send_text(BYTE *text, DWORD len);

int forgotten(HCRYPTPROV provider, HCRYPTHASH hash, BYTE *text, DWORD len)
{
    HCRYPTKEY key = 0;
    if (!CryptDeriveKey(provider, CALG_AES_256, hash, 0, &key)) // pave: expect unused-key
        return 0;
    send_text(text, len);
    CryptDestroyKey(key);
    return 1;
}
