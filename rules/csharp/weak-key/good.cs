using System.Security.Cryptography;

public class Keys
{
    public void Make()
    {
        var rsa = RSA.Create(3072);
        var aes = Aes.Create();
        aes.KeySize = 256;
    }
}
