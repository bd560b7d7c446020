using System.Web;
using Microsoft.AspNetCore.Http;

public class Login
{
    public void Remember(HttpResponse response, string value)
    {
        response.Cookies.Append("auth-token", value, new CookieOptions { Secure = true, HttpOnly = true });
    }

    public void Old(HttpResponse response, string value)
    {
        var cookie = new HttpCookie("login", value);
        cookie.Secure = true;
        cookie.HttpOnly = true;
        response.Cookies.Add(cookie);
    }

    public void Theme(HttpResponse response, string value)
    {
        response.Cookies.Append("theme", value, new CookieOptions { Secure = true });
    }

    public void Forgery(HttpResponse response, string value)
    {
        response.Cookies.Append("XSRF-TOKEN", value, new CookieOptions { Secure = true });
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
