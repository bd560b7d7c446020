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
