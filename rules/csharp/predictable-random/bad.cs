using System;

public class Tokens
{
    public string Reset()
    {
        var random = new Random(); // pave: expect predictable-random
        var token = random.Next().ToString();
        return token;
    }

    public string MakePassword()
    {
        return Random.Shared.Next().ToString(); // pave: expect predictable-random
    }

    byte[] NewKey()
    {
        var bytes = new byte[32];
        new Random().NextBytes(bytes); // pave: expect predictable-random
        return bytes;
    }

    void Grow()
    {
        var token = "";
        var random = new Random(); // pave: expect predictable-random
        for (var i = 0; i < 6; i++) token += random.Next(10);
    }
}
