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
}
