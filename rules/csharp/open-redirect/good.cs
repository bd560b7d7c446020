using Microsoft.AspNetCore.Mvc;

public class AccountController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            return Redirect(returnUrl);
        }
        return RedirectToAction("Index");
    }

    public IActionResult Short(string returnUrl)
    {
        return LocalRedirect(returnUrl);
    }

    public IActionResult Early(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
        {
            return BadRequest();
        }
        return Redirect(returnUrl);
    }

    public IActionResult Home(string from)
    {
        return Redirect("/home");
    }

    public IActionResult Inside(string page)
    {
        return Redirect($"/pages/{page}");
    }

    public IActionResult HereOrHome(string next)
    {
        if (!Url.IsLocalUrl(next)) { next = "/"; }
        return Redirect(next);
    }

    public IActionResult Here(string next)
    {
        if (string.IsNullOrEmpty(next) || !Url.IsLocalUrl(next)) return Redirect("/");
        return Redirect(next);
    }
}
