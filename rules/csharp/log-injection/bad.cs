using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class LoginController : Controller
{
    private readonly ILogger<LoginController> _log;

    public IActionResult Failed(string user)
    {
        _log.LogWarning("login failed for " + user); // pave: expect log-injection
        _log.LogWarning($"login failed for {user}"); // pave: expect log-injection
        return Ok();
    }
}
