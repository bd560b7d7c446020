app.post("/login", function (req, res) {
  res.cookie("session", id); // pave: expect cookie-insecure
  res.cookie("auth_token", id, { httpOnly: true }); // pave: expect cookie-insecure
});

reply.setCookie("sid", id, { path: "/", secure: false, httpOnly: true }); // pave: expect cookie-insecure
setCookie(c, "session", id, { secure: false }); // pave: expect cookie-insecure
server.state("session", { isSecure: false, isHttpOnly: true }); // pave: expect cookie-insecure
res.setHeader("Set-Cookie", "sessionid=abc; HttpOnly"); // pave: expect cookie-insecure
fastify.register(fastifySession, { secret: process.env.SESSION_SECRET, cookie: { secure: false } }); // pave: expect cookie-insecure
