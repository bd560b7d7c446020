using System.Net.Http;
using System.Net.Security;

public class Client
{
    public HttpClient Make()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => errors == SslPolicyErrors.None;
        return new HttpClient(handler);
    }

    static bool Pinned(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
    {
        return errors == SslPolicyErrors.None;
    }

    void Looks(X509Chain chain, string pin)
    {
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (m, c, ch, e) =>
            {
                if (e != SslPolicyErrors.None) return false;
                return c.GetCertHashString() == pin;
            },
        };
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) =>
        {
            if (c.GetCertHashString() != pin) throw new AuthenticationException();
            return true;
        };
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.NoFlag;
        var db = new SqlConnection("Server=db;Database=a;Integrated Security=true;Encrypt=True;TrustServerCertificate=False;");
        var own = new SqlConnection("Server=localhost;Database=a;Integrated Security=true;TrustServerCertificate=True;");
    }
}
