using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ProxyController : Controller
{
    private readonly HttpClient _client;

    public async Task<IActionResult> Fetch(string id)
    {
        return Ok(await _client.GetStringAsync("https://lab.clinic.example/results/" + Uri.EscapeDataString(id)));
    }

    public async Task<IActionResult> Fixed(string body)
    {
        return Ok(await _client.PostAsync("https://lab.clinic.example/in", new StringContent(body)));
    }

    public async Task<IActionResult> OneHost(string id)
    {
        await _client.GetStringAsync("https://lab.clinic.example/results/" + id + "/all");
        return Ok(await _client.GetStringAsync($"https://lab.clinic.example/results/{id}"));
    }

    /* The host is looked at, or the beginning that names it. */
    public async Task<IActionResult> KnownHost(string url)
    {
        var address = new Uri(url);
        if (address.Host != "lab.clinic.example") return BadRequest();
        return Ok(await _client.GetStringAsync(address));
    }

    public async Task<IActionResult> KnownBeginning(string url)
    {
        if (!url.StartsWith("https://lab.clinic.example/")) return BadRequest();
        return Ok(await _client.GetStringAsync(url));
    }

    private const string Lab = "https://lab.clinic.example/";

    public async Task<IActionResult> Result(string id)
    {
        return Ok(await _client.GetStringAsync($"{Lab}results/{id}"));
    }
}
