using System.Security.Cryptography;

public class Sealer
{
    public byte[] Seal(RSA rsa, byte[] data)
    {
        return rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
    }
}
