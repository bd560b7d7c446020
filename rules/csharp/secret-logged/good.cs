using Microsoft.Extensions.Logging;

public class Logins
{
    private readonly ILogger<Logins> _logger;

    void Login(User user, string password, string token)
    {
        _logger.LogInformation("login of {User}", user.Name);
        _logger.LogInformation($"password of {user.Name} was changed");
        _logger.LogInformation("length {Length}", password.Length);
        _logger.LogDebug("unexpected token {Token}", token);
        _logger.LogDebug("hash {Hash}", Digest(password));
        dialog.Error(password);
    }
}
