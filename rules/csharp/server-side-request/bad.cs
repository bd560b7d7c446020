using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ProxyController : Controller
{
    private readonly HttpClient _client;

    public async Task<IActionResult> Fetch(string url)
    {
        return Ok(await _client.GetStringAsync(url)); // pave: expect server-side-request
    }

    public IActionResult Old()
    {
        var request = WebRequest.Create(Request.Query["where"].ToString()); // pave: expect server-side-request
        return Ok(request);
    }

    public async Task<IActionResult> Sent(string where)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "http://" + where + "/status"); // pave: expect server-side-request
        return Ok(await _client.SendAsync(message));
    }

    /* Any host has TLS. */
    public async Task<IActionResult> AnyHost(string url)
    {
        if (!url.StartsWith("https://")) return BadRequest();
        return Ok(await _client.GetStringAsync(url)); // pave: expect server-side-request
    }

    public async Task<IActionResult> Made([FromQuery] Uri target, IHttpClientFactory factory)
    {
        var client = factory.CreateClient();
        return Ok(await client.GetStringAsync(target)); // pave: expect server-side-request
    }
}

public class PagesController : Controller
{
    public ActionResult Read(string page)
    {
        using (var client = new WebClient()) { return Content(client.DownloadString(page)); } // pave: expect server-side-request
    }
}
