const crypto = require("crypto");

function open(key, sealed) {
  const text = crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, sealed);
  return text || crypto.privateDecrypt(key, sealed);
}
