using System.IO;
using System.Security.AccessControl;

public class Export
{
    public void Open(FileSecurity security)
    {
        security.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow)); // pave: expect file-open-to-all
    }

    public void Rights(string path)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite); // pave: expect file-open-to-all
    }
}
