using System.Security.Cryptography;
using System.Text;

public class Accounts
{
    public byte[] Kept(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }

    public byte[] Digest(string passwordFile, byte[] letter)
    {
        return SHA256.HashData(letter);
    }
}
