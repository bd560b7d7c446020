const crypto = require("crypto");

function stretch(password, salt) {
  return crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256"); // pave: expect kdf-iterations
}

function more(password, salt, key) {
  CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 }); // pave: expect kdf-iterations
  crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 2000, hash: "SHA-256" }, key, 256); // pave: expect kdf-iterations
}

const { promisify } = require("util");
const settings = { rounds: 1000 };
async function settled(password, salt) {
  const derive = promisify(crypto.pbkdf2);
  await derive(password, salt, 2048, 32, "sha512"); // pave: expect kdf-iterations
  return crypto.pbkdf2Sync(password, salt, settings.rounds, 32, "sha256"); // pave: expect kdf-iterations
}
