using System.DirectoryServices;
using Microsoft.AspNetCore.Mvc;

public class PeopleController : Controller
{
    public IActionResult Find(string name)
    {
        var searcher = new DirectorySearcher();
        searcher.Filter = "(uid=" + name + ")"; // pave: expect ldap-injection
        return Ok(searcher.FindOne());
    }

    public IActionResult Short(string name)
    {
        return Ok(new DirectorySearcher($"(cn={name})").FindAll()); // pave: expect ldap-injection
    }
}
