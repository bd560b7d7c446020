using System.IO;
using System.Net.Sockets;
using System.Web;

public class Download
{
    public void Name(HttpRequest request, HttpResponse response)
    {
        string file = request.QueryString["file"];
        response.AddHeader("Content-Disposition", "attachment; filename=" + file); // pave: expect header-injection
    }

    public void Remember(HttpRequest request, HttpResponse response)
    {
        var cookie = new HttpCookie("ward", request.Params.Get("ward")); // pave: expect header-injection
        cookie.Secure = true;
        response.AppendCookie(cookie);
    }

    public void Line(TcpClient client, HttpResponse response)
    {
        var reader = new StreamReader(client.GetStream());
        response.AppendHeader("X-Ward", reader.ReadLine()); // pave: expect header-injection
    }
}
