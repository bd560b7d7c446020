using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Sealing
{
    public byte[] Seal(byte[] text, byte[] key)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(text, aes.IV);
    }

    public AesGcm Fresh()
    {
        byte[] key = new byte[32];
        RandomNumberGenerator.Fill(key);
        return new AesGcm(key, 16);
    }

    public SecurityKey Token(IConfiguration configuration)
    {
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Token:Key"]));
    }

    public HMAC Kept()
    {
        return new HMACSHA256(Convert.FromBase64String(Environment.GetEnvironmentVariable("SIGNING_KEY")));
    }
}

public class Made
{
    public void Copied(byte[] given)
    {
        var aes = Aes.Create();
        byte[] key = new byte[32];
        for (int i = 0; i < 32; i++) { key[i] = given[i]; }
        aes.Key = key;
    }

    public void Digested(byte[] secret)
    {
        var aes = Aes.Create();
        aes.Key = SHA256.HashData(secret);
    }
}
