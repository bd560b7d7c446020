using Microsoft.Extensions.Logging;
using Serilog;

public class Logins
{
    private readonly ILogger<Logins> _logger;

    void Login(User user, string password, Settings settings)
    {
        _logger.LogInformation("login with {Password}", password); // pave: expect secret-logged
        _logger.LogDebug($"login of {user.Name} with {user.Password}"); // pave: expect secret-logged
        _logger.LogWarning("key " + settings.ApiKey); // pave: expect secret-logged
        _logger.LogError(string.Format("wrong: {0} / {1}", user.Name, password)); // pave: expect secret-logged
        Log.Information("token {Token}", user.AccessToken); // pave: expect secret-logged
    }
}
