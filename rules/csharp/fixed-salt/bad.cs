using System.Security.Cryptography;
using System.Text;

public class Stretching
{
    private static readonly byte[] Salt = { 1, 2, 3, 4, 5, 6, 7, 8 };

    public byte[] Key(string password)
    {
        return new Rfc2898DeriveBytes(password, Salt, 600000, HashAlgorithmName.SHA256).GetBytes(32); // pave: expect fixed-salt
    }

    public byte[] Short(string password)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes("clinic"), 600000, HashAlgorithmName.SHA256, 32); // pave: expect fixed-salt
    }
}
