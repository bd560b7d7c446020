using System;
using System.Data.SqlClient;
using System.Net;
using System.Security.Cryptography.X509Certificates;

public class Doors
{
    public ICredentials Mail(string password)
    {
        return new NetworkCredential("clinic", password);
    }

    public X509Certificate2 Certificate()
    {
        return new X509Certificate2("clinic.pfx", Environment.GetEnvironmentVariable("CLINIC_PIN"));
    }

    public SqlConnection Database()
    {
        return new SqlConnection("Server=db;Database=clinic;Integrated Security=true;");
    }

    public ICredentials None()
    {
        return new NetworkCredential("anonymous", "");
    }
}
