using System.Security.Cryptography;

public class Records
{
    public byte[] Sign(byte[] record)
    {
        using var md5 = MD5.Create(); // pave: expect weak-hash
        return md5.ComputeHash(record);
    }

    public byte[] SignAgain(byte[] record)
    {
        var sha = new SHA1Managed(); // pave: expect weak-hash
        var named = HashAlgorithm.Create("MD5"); // pave: expect weak-hash
        return SHA1.HashData(record); // pave: expect weak-hash
    }

    byte[] Signed(RSA rsa, byte[] letter)
    {
        return rsa.SignData(letter, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1); // pave: expect weak-hash
    }
}

public class Older
{
    public void More(byte[] record)
    {
        var md5 = new MD5CryptoServiceProvider(); // pave: expect weak-hash
        var sum = MD5.HashData(record); // pave: expect weak-hash
        var part = IncrementalHash.CreateHash(HashAlgorithmName.MD5); // pave: expect weak-hash
    }
}

public interface INamed { string Algorithm { get; } }

public class Old : INamed { public string Algorithm => "MD5"; }

public class Chosen
{
    public HashAlgorithm Joined()
    {
        string name = "MD" + "5";
        return HashAlgorithm.Create(name); // pave: expect weak-hash
    }

    public HashAlgorithm Told() => HashAlgorithm.Create(new Old().Algorithm); // pave: expect weak-hash

    public HashAlgorithm Handed() => Make("SHA1");

    private HashAlgorithm Make(string name) => HashAlgorithm.Create(name); // pave: expect weak-hash
}
