const crypto = require("crypto");

function stretch(password, salt, count) {
  crypto.pbkdf2Sync(password, salt, count, 32, "sha256");
  return crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
}

const million = { rounds: 1000 * 1000 };
function settled(password, salt, stored) {
  crypto.pbkdf2Sync(password, salt, stored.rounds, 32, "sha256");
  return crypto.pbkdf2Sync(password, salt, million.rounds, 32, "sha256");
}
