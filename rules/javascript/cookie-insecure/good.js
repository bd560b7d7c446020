app.post("/login", function (req, res) {
  res.cookie("session", id, { secure: true, httpOnly: true });
  res.cookie("theme", "dark");
  res.cookie("session", id, cookieOptions);
});
