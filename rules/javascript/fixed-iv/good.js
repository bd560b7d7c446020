const crypto = require("crypto");

function seal(key) {
  const nonce = crypto.randomBytes(12);
  return crypto.createCipheriv("aes-256-gcm", key, nonce);
}

function open(key, nonce) {
  return crypto.createDecipheriv("aes-256-gcm", key, nonce);
}
