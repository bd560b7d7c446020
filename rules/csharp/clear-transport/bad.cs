using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

public class Wards
{
    private const string Base = "http://wards.clinic.de/";
    private readonly HttpClient client = new HttpClient();

    public Task<string> List()
    {
        return client.GetStringAsync("http://wards.clinic.de/list"); // pave: expect clear-transport
    }

    public void Start()
    {
        client.BaseAddress = new Uri(Base); // pave: expect clear-transport
    }

    public WebRequest Old()
    {
        return WebRequest.Create("http://letters.clinic.de/"); // pave: expect clear-transport
    }
}
