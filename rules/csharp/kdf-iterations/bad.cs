using System.Security.Cryptography;

public class Stretch
{
    public byte[] Key(string password, byte[] salt)
    {
        var kdf = new Rfc2898DeriveBytes(password, salt, 1000, HashAlgorithmName.SHA256); // pave: expect kdf-iterations
        return kdf.GetBytes(32);
    }

    byte[] Default(string password, byte[] salt)
    {
        return new Rfc2898DeriveBytes(password, salt).GetBytes(32); // pave: expect kdf-iterations
    }
}

public static class Limits
{
    public const int Rounds = 1000;
}

public class Stretched
{
    public byte[] Of(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, Limits.Rounds, HashAlgorithmName.SHA256, 32); // pave: expect kdf-iterations
    }
}

public class Handed
{
    public byte[] Of(string password, byte[] salt) => Derive(password, salt, 500);

    private byte[] Derive(string password, byte[] salt, int rounds) => new Rfc2898DeriveBytes(password, salt, rounds, HashAlgorithmName.SHA256).GetBytes(32); // pave: expect kdf-iterations
}
