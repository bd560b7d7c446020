using System.Security.Cryptography;

public class Records
{
    public void Seal(byte[] key, byte[] nonce, byte[] text, byte[] sealedText, byte[] tag)
    {
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, text, sealedText, tag);
        var other = Aes.Create();
        other.Mode = CipherMode.CBC;
    }
}

public class Chosen
{
    private const CipherMode Chained = CipherMode.CBC;

    public void Seal(Aes aes)
    {
        aes.Mode = Chained;
        if (aes.Mode == CipherMode.ECB)
            aes.Mode = CipherMode.CBC;
    }
}
