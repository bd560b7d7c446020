using System.Net;
using System.Net.Http;

public class Client
{
    public HttpClient Make()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => true; // pave: expect tls-verify-off
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, errors) => true; // pave: expect tls-verify-off
        var other = new HttpClientHandler();
        other.ServerCertificateCustomValidationCallback =
            HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; // pave: expect tls-verify-off
        return new HttpClient(handler);
    }

    static bool Any(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) // pave: expect tls-verify-off
    {
        return true;
    }

    SslStream Quiet(NetworkStream stream)
    {
        return new SslStream(stream, false, (sender, certificate, chain, errors) => { return true; }); // pave: expect tls-verify-off
    }

    void InMoreForms(IServiceCollection services, X509Chain chain)
    {
        services.AddHttpClient("a").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (m, c, ch, e) => { Log(c.Subject); return true; }, // pave: expect tls-verify-off
            UseCookies = false,
        });
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "host",
            RemoteCertificateValidationCallback = delegate { return true; }, // pave: expect tls-verify-off
        };
        var client = new RestClientOptions("https://host") { RemoteCertificateValidationCallback = (s, c, ch, e) => true }; // pave: expect tls-verify-off
        ServicePointManager.ServerCertificateValidationCallback = new RemoteCertificateValidationCallback((s, c, ch, e) => true); // pave: expect tls-verify-off
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags; // pave: expect tls-verify-off
        var db = new SqlConnection("Server=db;Database=a;Integrated Security=true;TrustServerCertificate=True;"); // pave: expect tls-verify-off
    }
}
