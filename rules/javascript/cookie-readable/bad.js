const session = require("express-session");

app.use(session({ secret: process.env.SECRET, cookie: { secure: true, httpOnly: false } })); // pave: expect cookie-readable
app.post("/login", (req, res) => {
  res.cookie("auth_token", issue(), { secure: true, httpOnly: false }); // pave: expect cookie-readable
});

cookies().set("session", token, { httpOnly: false, secure: true }); // pave: expect cookie-readable
fastify.register(fastifySession, { secret: process.env.SESSION_SECRET, cookie: { httpOnly: false } }); // pave: expect cookie-readable
