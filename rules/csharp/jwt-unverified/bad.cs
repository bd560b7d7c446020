using Microsoft.IdentityModel.Tokens;

public class Tokens
{
    public TokenValidationParameters Make()
    {
        return new TokenValidationParameters { ValidateIssuer = true, RequireSignedTokens = false }; // pave: expect jwt-unverified
    }
}
