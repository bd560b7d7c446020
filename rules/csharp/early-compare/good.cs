using System;
using System.Linq;
using System.Security.Cryptography;

public class Gate
{
    public bool Raw(byte[] key, byte[] body, byte[] given)
    {
        byte[] wanted = HMACSHA256.HashData(key, body);
        return CryptographicOperations.FixedTimeEquals(wanted, given);
    }

    public bool SameFile(byte[] one, byte[] two)
    {
        return SHA256.HashData(one).SequenceEqual(SHA256.HashData(two));
    }

    public bool Length(byte[] key, byte[] body, byte[] given)
    {
        return HMACSHA256.HashData(key, body).Length == given.Length;
    }
}
