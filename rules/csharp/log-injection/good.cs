using System;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class LoginController : Controller
{
    private readonly ILogger<LoginController> _log;

    public IActionResult Failed(string user, int page)
    {
        _log.LogWarning("login failed for " + user.Replace(Environment.NewLine, ""));
        _log.LogWarning("login failed on page " + page);
        _log.LogWarning("login from " + Request.Headers["User-Agent"]);
        return Ok();
    }
}
