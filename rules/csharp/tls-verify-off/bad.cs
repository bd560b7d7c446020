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
}
