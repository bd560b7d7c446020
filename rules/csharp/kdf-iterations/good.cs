using System.Security.Cryptography;

public class Stretch
{
    public byte[] Key(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}

public class Handed
{
    public byte[] Of(string password, byte[] salt) => Derive(password, salt, 600_000);

    private byte[] Derive(string password, byte[] salt, int rounds) => new Rfc2898DeriveBytes(password, salt, rounds, HashAlgorithmName.SHA256).GetBytes(32);
}
