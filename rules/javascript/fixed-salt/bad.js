const crypto = require("crypto");

const SALT = "kitchen";

function stretched(password) {
  const first = crypto.pbkdf2Sync(password, SALT, 600000, 32, "sha256"); // pave: expect fixed-salt
  return [first, crypto.scryptSync(password, Buffer.from("kitchen"), 32)]; // pave: expect fixed-salt
}
