using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddCors(o => o.AddPolicy("app", b => b.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowCredentials())); // pave: expect cors-any-origin
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseCors(b => b.AllowCredentials().SetIsOriginAllowed(origin => true)); // pave: expect cors-any-origin
    }

    public void Answer(HttpRequest request, HttpResponse response)
    {
        response.Headers["Access-Control-Allow-Origin"] = request.Headers["Origin"]; // pave: expect cors-any-origin
        response.Headers["Access-Control-Allow-Credentials"] = "true";
    }
}
