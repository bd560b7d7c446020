using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class LettersController : Controller
{
    public IActionResult Find(string id)
    {
        var document = new XmlDocument();
        document.Load("letters.xml");
        return Ok(document.SelectSingleNode("//letter[@id='" + int.Parse(id) + "']"));
    }

    public IActionResult All(string ignored)
    {
        var document = new XmlDocument();
        return Ok(document.SelectNodes("//letter"));
    }
}
