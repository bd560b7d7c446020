using System.Web;
using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        return Redirect(returnUrl); // pave: expect open-redirect
    }

    public void Old()
    {
        Response.Redirect(Request.QueryString["next"]); // pave: expect open-redirect
    }

    public IActionResult Anywhere(string host)
    {
        return Redirect($"https://{host}/start"); // pave: expect open-redirect
    }
}
