using System.Security.Cryptography;

public class Records
{
    public byte[] Sign(byte[] record)
    {
        return SHA256.HashData(record);
    }

    public byte[] MakeEtag(byte[] page)
    {
        return MD5.HashData(page);
    }

    byte[] Signed(RSA rsa, byte[] letter)
    {
        return rsa.SignData(letter, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
