app.post("/login", function (req, res) {
  res.cookie("session", id, { secure: true, httpOnly: true });
  res.cookie("theme", "dark");
  res.cookie("session", id, cookieOptions);
});

reply.setCookie("theme", name, { path: "/", secure: false });
setCookie(c, "session", id, { secure: true });
res.setHeader("Set-Cookie", "sessionid=abc; HttpOnly; Secure");
res.setHeader("Set-Cookie", "theme=dark");
