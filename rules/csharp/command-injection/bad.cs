using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolsController : Controller
{
    public IActionResult Ping(string host)
    {
        Process.Start("cmd.exe", "/c ping " + host); // pave: expect command-injection
        return Ok();
    }

    public IActionResult Convert(string file)
    {
        var info = new ProcessStartInfo("convert");
        info.Arguments = file + " out.png"; // pave: expect command-injection
        Process.Start(info);
        return Ok();
    }

    public IActionResult Run()
    {
        var info = new ProcessStartInfo { FileName = "bash", Arguments = $"-c \"{Request.Query["script"]}\"" }; // pave: expect command-injection
        return Ok();
    }
}

public class QualifiedController : Microsoft.AspNetCore.Mvc.Controller
{
    [HttpGet("trace")]
    public IActionResult Trace(string host)
    {
        System.Diagnostics.Process.Start("cmd.exe", "/c tracert " + host); // pave: expect command-injection
        return Ok();
    }
}

public static class Console2
{
    public static void Main(string[] arguments)
    {
        var host = System.Console.ReadLine();
        Run("ping " + host);
    }

    private static void Run(string line)
    {
        Process.Start("cmd.exe", "/c " + line); // pave: expect command-injection
    }
}
