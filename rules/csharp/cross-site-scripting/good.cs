using System.Text.Encodings.Web;
using System.Web;
using Microsoft.AspNetCore.Mvc;

public class PagesController : Controller
{
    public IActionResult Hello(string name)
    {
        return Content("<h1>" + HtmlEncoder.Default.Encode(name) + "</h1>", "text/html");
    }

    public IActionResult Text(string name)
    {
        return Content(name, "text/plain");
    }

    public IActionResult Shown(string name)
    {
        return View(name);
    }
}

public class OldPage
{
    void Load(HttpRequest req, HttpResponse resp)
    {
        resp.Write("<br>" + HttpUtility.HtmlEncode(req.Params["name"]));
    }
}
