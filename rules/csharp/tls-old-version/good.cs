using System.Net;
using System.Net.Http;
using System.Security.Authentication;

public class Client
{
    public bool Make(SslProtocols used)
    {
        var handler = new HttpClientHandler();
        handler.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        return used == SslProtocols.Tls11;
    }
}
