const crypto = require("crypto");

function stretch(password, salt) {
  return crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256"); // pave: expect kdf-iterations
}
