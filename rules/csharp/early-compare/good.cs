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

public class Once
{
    public bool Code(byte[] key, byte[] counter, int given)
    {
        byte[] code = new HMACSHA1(key).ComputeHash(counter);
        int number = (code[3] & 0x7f) % 10;
        return number == given;
    }
}
