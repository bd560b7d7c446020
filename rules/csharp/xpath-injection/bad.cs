using System.Xml;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

public class LettersController : Controller
{
    public IActionResult Find(string id)
    {
        var document = new XmlDocument();
        document.Load("letters.xml");
        return Ok(document.SelectSingleNode("//letter[@id='" + id + "']")); // pave: expect xpath-injection
    }

    public IActionResult Navigate(string name)
    {
        XPathNavigator navigator = new XPathDocument("letters.xml").CreateNavigator();
        return Ok(navigator.Evaluate($"//letter[to='{name}']")); // pave: expect xpath-injection
    }

    public object Chained(string name, System.Xml.XPath.XPathDocument letters)
    {
        string to = Request.Query["to"];
        return letters.CreateNavigator().Evaluate("//letter[to='" + to + "']"); // pave: expect xpath-injection
    }

    public IActionResult Inferred(string user)
    {
        var navigator = new XPathDocument("letters.xml").CreateNavigator();
        return Ok(navigator.Evaluate("//letter[to='" + user + "']")); // pave: expect xpath-injection
    }
}
