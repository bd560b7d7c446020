using Microsoft.IdentityModel.Tokens;

public class Tokens
{
    public TokenValidationParameters Make(SecurityKey key)
    {
        return new TokenValidationParameters { ValidateIssuer = true, IssuerSigningKey = key, RequireSignedTokens = true };
    }
}
