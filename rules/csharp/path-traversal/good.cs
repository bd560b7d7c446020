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
}
