using System;
using System.Security.Cryptography;

public class Tokens
{
    public string Reset()
    {
        var token = RandomNumberGenerator.GetHexString(32);
        return token;
    }

    public int Jitter()
    {
        var random = new Random();
        return random.Next(1000);
    }
}
