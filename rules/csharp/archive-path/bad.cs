using System.IO;
using System.IO.Compression;

public class Scans
{
    public void Unzip(ZipArchive zip, string folder)
    {
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string to = Path.Combine(folder, entry.FullName);
            entry.ExtractToFile(to, true); // pave: expect archive-path
        }
    }

    public void One(ZipArchiveEntry entry, string folder)
    {
        using var file = File.Create(folder + "/" + entry.FullName); // pave: expect archive-path
        entry.Open().CopyTo(file);
    }
}
