using System;
using System.Linq;
using System.Security.Cryptography;

public class Gate
{
    public bool Raw(byte[] key, byte[] body, byte[] given)
    {
        using var mac = new HMACSHA256(key);
        byte[] wanted = mac.ComputeHash(body);
        return wanted.SequenceEqual(given); // pave: expect early-compare
    }

    public bool Encoded(byte[] key, byte[] body, string given)
    {
        string wanted = Convert.ToHexString(HMACSHA256.HashData(key, body));
        return wanted == given; // pave: expect early-compare
    }
}
