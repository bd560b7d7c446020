using System.Security.Cryptography;

public class Stretching
{
    public byte[] Key(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        return new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256).GetBytes(32);
    }

    public byte[] Kept(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}
