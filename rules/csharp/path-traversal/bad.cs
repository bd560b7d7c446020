using System.IO;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    public IActionResult Read(string name)
    {
        return Content(System.IO.File.ReadAllText("/srv/letters/" + name)); // pave: expect path-traversal
    }

    public IActionResult Joined(string name)
    {
        var path = Path.Combine("/srv/letters", name);
        using var stream = new FileStream(path, FileMode.Open); // pave: expect path-traversal
        return Ok(stream.Length);
    }

    public IActionResult Image()
    {
        return PhysicalFile("/srv/images/" + Request.Query["file"], "image/png"); // pave: expect path-traversal
    }

    public void Unpack(ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            entry.ExtractToFile(Path.Combine("/srv/in", entry.FullName)); // pave: expect path-traversal
        }
    }

    public void Upload(IFormFile file)
    {
        using var copy = System.IO.File.Create("/srv/letters/" + file.FileName); // pave: expect path-traversal
        file.CopyTo(copy);
    }

    /* ".." comes after what it begins with. */
    public IActionResult BeginsOnly(string name)
    {
        if (!name.StartsWith("/srv/letters/")) return NotFound();
        return Content(System.IO.File.ReadAllText(name)); // pave: expect path-traversal
    }
}

public class ScanController : Controller
{
    public ActionResult Keep(HttpPostedFileBase scan)
    {
        scan.SaveAs(Path.Combine(Server.MapPath("~/scans"), scan.FileName)); // pave: expect path-traversal
        return View();
    }
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/scans/{name}", (string name) => Results.File(Path.Combine("/var/scans", name))); // pave: expect path-traversal
        app.MapPost("/notes", (NoteDto note) => File.AppendAllText("/var/notes/" + note.Name, note.Text)); // pave: expect path-traversal
    }
}

public class PapersController : Controller
{
    public ActionResult Read(string name)
    {
        return File(Server.MapPath("~/papers/" + name), "application/pdf"); // pave: expect path-traversal
    }

    public void Remove(string name)
    {
        System.IO.File.Delete("/srv/papers/" + name); // pave: expect path-traversal
    }
}
