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

public class New { public string Algorithm => "SHA256"; }

public class Chosen
{
    public HashAlgorithm Told() => HashAlgorithm.Create(new New().Algorithm);

    public bool IsOld(string name) => name == "MD5";
}
