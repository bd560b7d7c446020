using System.Net;
using System.Net.Http;
using System.Security.Authentication;

public class Client
{
    public void Make()
    {
        var handler = new HttpClientHandler();
        handler.SslProtocols = SslProtocols.Tls11; // pave: expect tls-old-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3; // pave: expect tls-old-version
    }
}
