using System;
using System.Net.Http;
using System.Threading.Tasks;

public class Wards
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private readonly HttpClient client = new HttpClient();

    public Task<string> List()
    {
        return client.GetStringAsync("https://wards.clinic.de/list");
    }

    public Task<string> Own()
    {
        return client.GetStringAsync("http://localhost:5000/health");
    }
}
