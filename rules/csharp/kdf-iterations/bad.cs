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
