const crypto = require("crypto");

function stretch(password, salt, count) {
  crypto.pbkdf2Sync(password, salt, count, 32, "sha256");
  return crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
}
