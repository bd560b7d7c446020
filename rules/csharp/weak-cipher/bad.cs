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
