using System.Security.Cryptography;

public class Nonces
{
    public void Seal(AesGcm cipher, byte[] text, byte[] sealedText, byte[] tag)
    {
        byte[] nonce = new byte[12];
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, text, sealedText, tag);
    }

    public void Chain(Aes aes)
    {
        aes.GenerateIV();
    }

    public void Given(Aes aes, byte[] iv)
    {
        aes.IV = iv;
    }
}
