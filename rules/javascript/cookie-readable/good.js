const session = require("express-session");

app.use(session({ secret: process.env.SECRET, cookie: { secure: true, httpOnly: true } }));
app.post("/login", (req, res) => {
  res.cookie("auth_token", issue(), { secure: true, httpOnly: true });
  res.cookie("theme", "dark", { httpOnly: false });
});
