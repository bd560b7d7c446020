using System.Data;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;

public class SumsController : Controller
{
    public async Task<IActionResult> Run(string formula)
    {
        return Ok(await CSharpScript.EvaluateAsync(formula)); // pave: expect code-injection
    }

    public IActionResult Sum(string formula)
    {
        return Ok(new DataTable().Compute(formula, "")); // pave: expect code-injection
    }
}

public class StyledController : Controller
{
    [HttpGet]
    public IActionResult Style(string sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, new XsltSettings(true, true), new XmlUrlResolver()); // pave: expect code-injection
        return Ok();
    }
}
