using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

public class SumsController : Controller
{
    public async Task<IActionResult> Run(string number)
    {
        return Ok(await CSharpScript.EvaluateAsync("1 + " + int.Parse(number)));
    }
}
