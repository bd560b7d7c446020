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

public class StyledController : Controller
{
    [HttpGet]
    public IActionResult Style(string sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load("ward.xsl", XsltSettings.TrustedXslt, new XmlUrlResolver());
        transform.Load(sheet);
        return Ok();
    }
}
