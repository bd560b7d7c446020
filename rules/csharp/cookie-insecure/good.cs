using System;
using System.Web;
using Microsoft.AspNetCore.Http;

public class Cookies
{
    public void Old(HttpResponse response, string session)
    {
        var cookie = new HttpCookie("session", session);
        cookie.Secure = true;
        response.Cookies.Add(cookie);
    }

    public void Said(HttpResponse response, string session)
    {
        response.Cookies.Append("session", session, new CookieOptions { HttpOnly = true, Secure = true });
    }

    public void Removed(HttpResponse response)
    {
        response.Cookies.Delete("session");
    }
}

public class InitializedCookies
{
    public void Send(HttpResponse response, string id)
    {
        var cookie = new HttpCookie("session", id) { Secure = true, HttpOnly = true };
        response.Cookies.Add(cookie);
    }
}
