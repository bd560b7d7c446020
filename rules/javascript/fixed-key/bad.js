const crypto = require("crypto");
const jwt = require("jsonwebtoken");

const SECRET = "correct horse battery staple";

function sign(claims) {
  crypto.createHmac("sha256", "my-signing-key"); // pave: expect fixed-key
  crypto.createCipheriv("aes-256-gcm", Buffer.from("0123456789abcdef0123456789abcdef"), nonce()); // pave: expect fixed-key
  return jwt.sign(claims, SECRET); // pave: expect fixed-key
}
