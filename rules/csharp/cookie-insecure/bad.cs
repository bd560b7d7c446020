using System;
using System.Web;
using Microsoft.AspNetCore.Http;

public class Cookies
{
    public void Old(HttpResponse response, string session)
    {
        var cookie = new HttpCookie("session", session);
        response.Cookies.Add(cookie); // pave: expect cookie-insecure
    }

    public void Said(string session)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = false }; // pave: expect cookie-insecure
        Response.Cookies.Append("session", session, options);
    }

    public void Forgotten(HttpResponse response, string session)
    {
        response.Cookies.Append("session", session, new CookieOptions { HttpOnly = true }); // pave: expect cookie-insecure
    }
}

public class PlainCookies
{
    public void Send(HttpResponse response, string id)
    {
        response.Cookies.Append("session_id", id); // pave: expect cookie-insecure
    }
}
