using System.Security.Cryptography;
using System.Text;

public class Nonces
{
    private static readonly byte[] Start = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };

    public void Seal(AesGcm cipher, byte[] text, byte[] sealedText, byte[] tag)
    {
        cipher.Encrypt(Start, text, sealedText, tag); // pave: expect fixed-iv
    }

    public void Chain(Aes aes)
    {
        aes.IV = new byte[16]; // pave: expect fixed-iv
    }

    public ICryptoTransform Text(Aes aes, byte[] key)
    {
        return aes.CreateEncryptor(key, Encoding.ASCII.GetBytes("0123456789abcdef")); // pave: expect fixed-iv
    }
}
