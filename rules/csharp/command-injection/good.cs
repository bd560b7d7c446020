using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolsController : Controller
{
    public IActionResult Ping(string times)
    {
        int n = int.Parse(times);
        Process.Start("ping", "-c " + n + " db.clinic.example");
        return Ok();
    }

    public IActionResult Convert(string file)
    {
        var info = new ProcessStartInfo("convert");
        info.ArgumentList.Add("--");
        info.ArgumentList.Add(file);
        return Ok(info);
    }
}

public static class Console2
{
    public static void Main(string[] arguments)
    {
        Process.Start("notepad.exe", arguments[0]);
        Process.Start(System.Console.ReadLine());
    }
}
