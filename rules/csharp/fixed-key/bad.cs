using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Sealing
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly byte[] Raw = { 4, 8, 15, 16, 23, 42, 4, 8, 15, 16, 23, 42, 4, 8, 15, 16 };

    public byte[] Seal(byte[] text)
    {
        using Aes aes = Aes.Create();
        aes.Key = Encoding.UTF8.GetBytes(Secret); // pave: expect fixed-key
        return aes.EncryptCbc(text, aes.IV);
    }

    public HMAC Signing()
    {
        return new HMACSHA256(Raw); // pave: expect fixed-key
    }

    public SecurityKey Token()
    {
        return new SymmetricSecurityKey(Encoding.ASCII.GetBytes("tulips in amsterdam, every spring")); // pave: expect fixed-key
    }

    public ICryptoTransform Old(RijndaelManaged cipher, byte[] iv)
    {
        return cipher.CreateEncryptor(Convert.FromBase64String("AAECAwQFBgcICQoLDA0ODw=="), iv); // pave: expect fixed-key
    }
}

public class Made
{
    public void Counted()
    {
        var aes = Aes.Create();
        byte[] key = new byte[32];
        for (int i = 0; i < 32; i++) { key[i] = (byte)i; }
        aes.Key = key; // pave: expect fixed-key
    }

    public void Digested()
    {
        var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes("a phrase in the code")); // pave: expect fixed-key
    }
}
