using System.Security.Cryptography;

public class Keys
{
    public void Make()
    {
        var rsa = RSA.Create(1024); // pave: expect weak-key
        var old = new RSACryptoServiceProvider(512); // pave: expect weak-key
    }
}
