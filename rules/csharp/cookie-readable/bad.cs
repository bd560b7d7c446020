using System.Web;
using Microsoft.AspNetCore.Http;

public class Login
{
    public void Remember(HttpResponse response, string value)
    {
        response.Cookies.Append("auth-token", value, new CookieOptions { Secure = true }); // pave: expect cookie-readable
    }

    public void Off(HttpResponse response, string value)
    {
        response.Cookies.Append("session", value, new CookieOptions { Secure = true, HttpOnly = false }); // pave: expect cookie-readable
    }

    public void Old(HttpResponse response, string value)
    {
        var cookie = new HttpCookie("login", value);
        cookie.Secure = true;
        response.Cookies.Add(cookie); // pave: expect cookie-readable
    }
}
