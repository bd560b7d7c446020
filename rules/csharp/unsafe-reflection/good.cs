using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Mvc;

public class ReportsController : Controller
{
    private static readonly Dictionary<string, Type> Kinds = new() { ["daily"] = typeof(Daily) };
    private static readonly HashSet<string> Known = new() { "Clinic.Daily" };

    public IActionResult Make(string kind)
    {
        return Ok(Activator.CreateInstance(Kinds[kind]));
    }

    public IActionResult Checked(string kind)
    {
        if (!Known.Contains(kind))
        {
            return BadRequest();
        }
        return Ok(Type.GetType(kind));
    }

    public object Own(string setting)
    {
        return Type.GetType(setting);
    }
}
