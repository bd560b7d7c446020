using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddCors(o => o.AddPolicy("app", b => b.WithOrigins("https://app.example.org").AllowCredentials()));
        services.AddCors(o => o.AddPolicy("public", b => b.AllowAnyOrigin().AllowAnyHeader()));
        services.AddCors(o => o.AddPolicy("open", b => b.SetIsOriginAllowed(_ => true)));
        services.AddCors(o => o.AddPolicy("own", b => b.SetIsOriginAllowed(origin => Known(origin)).AllowCredentials()));
    }

    public void Answer(HttpRequest request, HttpResponse response)
    {
        response.Headers["Access-Control-Allow-Origin"] = request.Headers["Origin"];
    }

    private static bool Known(string origin) => origin == "https://app.example.org";
}
