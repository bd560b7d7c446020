using System.Threading.Tasks;
using System.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class PagesController : Controller
{
    public IActionResult Hello(string name)
    {
        return Content("<h1>" + name + "</h1>", "text/html"); // pave: expect cross-site-scripting
    }

    public async Task Plain(HttpContext context)
    {
        await context.Response.WriteAsync("<p>" + context.Request.Query["q"]); // pave: expect cross-site-scripting
    }

    public IActionResult Raw(string title)
    {
        ViewBag.Title = new HtmlString(title); // pave: expect cross-site-scripting
        return View();
    }
}

public class OldPage
{
    void Load(HttpRequest req, HttpResponse resp)
    {
        string data = req.Params.Get("name");
        resp.Write("<br>bad() - Parameter name has value " + data); // pave: expect cross-site-scripting
    }
}

public class MadeController : Controller
{
    public IActionResult Made(string name)
    {
        return new ContentResult { Content = "<p>" + name, ContentType = "text/html" }; // pave: expect cross-site-scripting
    }
}
