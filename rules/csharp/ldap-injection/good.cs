using System.DirectoryServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Security.Application;

public class PeopleController : Controller
{
    public IActionResult Find(string name)
    {
        var searcher = new DirectorySearcher();
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(name) + ")";
        return Ok(searcher.FindOne());
    }
}
