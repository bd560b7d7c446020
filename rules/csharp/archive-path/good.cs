using System.IO;
using System.IO.Compression;

public class Scans
{
    public void Unzip(ZipArchive zip, string folder)
    {
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string to = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (!to.StartsWith(folder + Path.DirectorySeparatorChar))
            {
                throw new IOException("leads out of the folder");
            }
            entry.ExtractToFile(to, true);
        }
    }

    public void Flat(ZipArchiveEntry entry, string folder)
    {
        entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.FullName)));
    }

    public void Whole(string zip, string folder)
    {
        ZipFile.ExtractToDirectory(zip, folder);
    }
}
