using System;
using System.Web;

public class Download
{
    public void Name(HttpRequest request, HttpResponse response)
    {
        string file = Uri.EscapeDataString(request.QueryString["file"]);
        response.AddHeader("Content-Disposition", "attachment; filename=" + file);
    }

    public void Page(HttpRequest request, HttpResponse response)
    {
        response.AddHeader("X-Page", int.Parse(request.QueryString["page"]).ToString());
    }

    public void Trace(HttpRequest request, HttpResponse response)
    {
        response.AddHeader("X-Request-Id", request.Headers["X-Request-Id"]);
    }

    public void Clean(HttpRequest request, HttpResponse response)
    {
        response.AddHeader("X-Ward", request.Form["ward"].Replace("\r", "").Replace("\n", ""));
    }
}
