using System.Security.Cryptography;

public class Sealer
{
    public byte[] Seal(RSA rsa, byte[] data)
    {
        return rsa.Encrypt(data, RSAEncryptionPadding.Pkcs1); // pave: expect rsa-padding
    }
}

public class Older
{
    public byte[] Seal(RSACryptoServiceProvider rsa, byte[] data)
    {
        return rsa.Encrypt(data, false); // pave: expect rsa-padding
    }
}
