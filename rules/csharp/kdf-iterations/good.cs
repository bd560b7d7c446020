using System.Security.Cryptography;

public class Stretch
{
    public byte[] Key(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}
