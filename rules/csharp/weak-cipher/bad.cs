using System.Security.Cryptography;

public class Records
{
    public void Seal()
    {
        var des = DES.Create(); // pave: expect weak-cipher
        var triple = new TripleDESCryptoServiceProvider(); // pave: expect weak-cipher
        var aes = Aes.Create();
        aes.Mode = CipherMode.ECB; // pave: expect weak-cipher
        var named = SymmetricAlgorithm.Create("DES"); // pave: expect weak-cipher
    }
}

public static class Settings
{
    public const string Algorithm = "DES";
    public const CipherMode Mode = CipherMode.ECB;
}

public class Chosen
{
    private const CipherMode Blocks = CipherMode.ECB;

    public void Seal(bool old)
    {
        var named = SymmetricAlgorithm.Create(Settings.Algorithm); // pave: expect weak-cipher
        var first = Aes.Create();
        first.Mode = Blocks; // pave: expect weak-cipher
        var second = Aes.Create();
        second.Mode = old ? CipherMode.ECB : CipherMode.CBC; // pave: expect weak-cipher
        var third = new AesManaged { Mode = Settings.Mode }; // pave: expect weak-cipher
    }
}
