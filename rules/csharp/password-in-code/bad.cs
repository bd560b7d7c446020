using System.Data.SqlClient;
using System.DirectoryServices;
using System.Net;
using System.Security.Cryptography.X509Certificates;

public class Doors
{
    private const string Pin = "tulip-7";

    public ICredentials Mail()
    {
        return new NetworkCredential("clinic", Pin); // pave: expect password-in-code
    }

    public DirectoryEntry Directory()
    {
        string password = "rose-garden";
        return new DirectoryEntry("LDAP://clinic", "admin", password); // pave: expect password-in-code
    }

    public X509Certificate2 Certificate()
    {
        return new X509Certificate2("clinic.pfx", "tulip-7"); // pave: expect password-in-code
    }

    public SqlConnection Database()
    {
        return new SqlConnection("Server=db;Database=clinic;User Id=sa;Password=tulip-7;"); // pave: expect password-in-code
    }
}
