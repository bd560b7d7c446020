using System.Security.Cryptography;
using System.Text;

public class Accounts
{
    public byte[] Kept(string password, byte[] salt)
    {
        using var digest = SHA256.Create();
        return digest.ComputeHash(Encoding.UTF8.GetBytes(password + salt)); // pave: expect password-hash
    }

    public byte[] Around(string password)
    {
        using (SHA256 digest = SHA256.Create())
        {
            return digest.ComputeHash(Encoding.UTF8.GetBytes(password)); // pave: expect password-hash
        }
    }

    public byte[] Short(Login login)
    {
        return SHA512.HashData(Encoding.UTF8.GetBytes(login.Password)); // pave: expect password-hash
    }
}
