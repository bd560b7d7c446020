using System.IO;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    public IActionResult Read(string name)
    {
        return Content(System.IO.File.ReadAllText("/srv/letters/" + Path.GetFileName(name)));
    }

    public IActionResult Numbered(string id)
    {
        return Content(System.IO.File.ReadAllText("/srv/letters/" + int.Parse(id) + ".txt"));
    }

    public void Unpack(ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            entry.ExtractToFile(Path.Combine("/srv/in", Path.GetFileName(entry.FullName)));
        }
    }

    public IActionResult Fixed(string ignored)
    {
        return Content(System.IO.File.ReadAllText("/srv/letters/welcome.txt"));
    }

    /* Put straight first, and then looked at. */
    public IActionResult Within(string name)
    {
        var path = Path.GetFullPath(Path.Combine("/srv/letters/", name));
        if (!path.StartsWith("/srv/letters/")) return NotFound();
        return Content(System.IO.File.ReadAllText(path));
    }

    public IActionResult NoDots(string name)
    {
        if (name.Contains("..") || name.Contains('/')) return NotFound();
        return Content(System.IO.File.ReadAllText("/srv/letters/" + name));
    }
}

public class ScanController : Controller
{
    public ActionResult Keep(HttpPostedFileBase scan)
    {
        scan.SaveAs(Path.Combine(Server.MapPath("~/scans"), Path.GetFileName(scan.FileName)));
        return View();
    }
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/scans/{name}", (string name) => Results.File(Path.Combine("/var/scans", Path.GetFileName(name))));
        app.MapPost("/notes", (NoteStore store) => File.ReadAllText(store.Path));
    }

    public IActionResult Named(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return BadRequest();
        return Ok(System.IO.File.ReadAllText(Path.Combine("/srv/files", name)));
    }
}

public class NamedController : Controller
{
    public ActionResult Read(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            return BadRequest();
        }
        return PhysicalFile(Path.Combine("/var/scans", name), "text/plain");
    }
}

public class PapersController : Controller
{
    public ActionResult Read(string name)
    {
        return File(Path.Combine("/srv/papers", Path.GetFileName(name)), "application/pdf");
    }

    [NonAction]
    public void Remove(string name)
    {
        System.IO.File.Delete("/srv/papers/" + name);
    }
}
