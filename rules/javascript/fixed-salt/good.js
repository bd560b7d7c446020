const crypto = require("crypto");

function stretched(password, kept) {
  const salt = crypto.randomBytes(16);
  const first = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
  return [salt, first, crypto.scryptSync(password, kept.salt, 32)];
}
