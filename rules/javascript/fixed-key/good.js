const crypto = require("crypto");
const jwt = require("jsonwebtoken");

function sign(claims, key) {
  crypto.createHmac("sha256", process.env.SERVICE_KEY);
  crypto.createCipheriv("aes-256-gcm", crypto.randomBytes(32), crypto.randomBytes(12));
  return jwt.sign(claims, key);
}
const readCookies = cookieParser(process.env.COOKIE_SECRET);
steps.run([
  (next) => cookieParser(request, {}, next),
  (next) => load(next),
]);

async function joined(token, phrase) {
  const secret = new TextEncoder().encode(process.env.JWT_SECRET);
  await jose.jwtVerify(token, secret);
  await new jose.SignJWT({ sub: "a" }).setProtectedHeader({ alg: "HS256" }).sign(secret);
  this.tokens.sign({ sub: "a" }, { secret: this.config.get("JWT_SECRET"), expiresIn: "60s" });
  const key = crypto.createHash("sha256").update(phrase).digest();
  return crypto.createCipheriv("aes-256-gcm", key, nonce);
}

app.get("/key", (req, res) => res.json(jwt.verify(req.headers.token, settings.get("jwt.key"))));
fastify.register(fastifySession, { secret: process.env.SESSION_SECRET });
app.keys = [process.env.COOKIE_KEY];
index.keys = ["name", "ward"];
