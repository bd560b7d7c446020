const crypto = require("crypto");

const SALT = "kitchen";

function stretched(password) {
  const first = crypto.pbkdf2Sync(password, SALT, 600000, 32, "sha256"); // pave: expect fixed-salt
  return [first, crypto.scryptSync(password, Buffer.from("kitchen"), 32)]; // pave: expect fixed-salt
}

async function inBrowser(base) {
  const salt = new TextEncoder().encode("one salt for all");
  return crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 600000, hash: "SHA-256" }, base, 256); // pave: expect fixed-salt
}
