using System;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;

public class ReportsController : Controller
{
    public IActionResult Make(string kind)
    {
        var type = Type.GetType(kind); // pave: expect unsafe-reflection
        return Ok(Activator.CreateInstance(type));
    }

    public IActionResult Call(string action)
    {
        return Ok(this.GetType().GetMethod(action).Invoke(this, null)); // pave: expect unsafe-reflection
    }

    public IActionResult Load()
    {
        string kind = Request.Query["kind"];
        return Ok(Assembly.GetExecutingAssembly().CreateInstance(kind)); // pave: expect unsafe-reflection
    }
}
