const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const SECRET = "correct horse battery staple";

function sign(claims) {
  crypto.createHmac("sha256", "my-signing-key"); // pave: expect fixed-key
  crypto.createCipheriv("aes-256-gcm", Buffer.from("0123456789abcdef0123456789abcdef"), nonce()); // pave: expect fixed-key
  return jwt.sign(claims, SECRET); // pave: expect fixed-key
}

function more(text, claims) {
  CryptoJS.HmacSHA512(text, "hunter2hunter2"); // pave: expect fixed-key
  app.use(expressJwt({ secret: "hunter2hunter2", algorithms: ["HS256"] })); // pave: expect fixed-key
  app.use(cookieSession({ name: "session", keys: ["hunter2hunter2"] })); // pave: expect fixed-key
  passport.use(new JwtStrategy({ jwtFromRequest: take, secretOrKey: "hunter2hunter2" }, check)); // pave: expect fixed-key
}

async function joined(token) {
  const secret = new TextEncoder().encode("cc7e0d44fd473002f1c42167459001140ec6389b");
  await jose.jwtVerify(token, secret); // pave: expect fixed-key
  await new jose.SignJWT({ sub: "a" }).setProtectedHeader({ alg: "HS256" }).sign(secret); // pave: expect fixed-key
  this.tokens.sign({ sub: "a" }, { secret: "from-the-code" }); // pave: expect fixed-key
  const key = crypto.createHash("sha256").update("a phrase of the code").digest();
  return crypto.createCipheriv("aes-256-gcm", key, nonce); // pave: expect fixed-key
}

app.get("/key", (req, res) => {
  res.json(jwt.verify(req.headers.token, "hunter2hunter2")); // pave: expect fixed-key
});
fastify.register(fastifySession, { secret: "m4Xq9vB2tL7wZ0sK5cR8yH1nD6gJ3fPa" }); // pave: expect fixed-key
app.keys = ["r7Kp2sV9xQ4mT1zB"]; // pave: expect fixed-key
