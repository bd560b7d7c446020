app.post("/login", function (req, res) {
  res.cookie("session", id); // pave: expect cookie-insecure
  res.cookie("auth_token", id, { httpOnly: true }); // pave: expect cookie-insecure
});
