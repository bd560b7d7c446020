const crypto = require("crypto");

function open(key, sealed) {
  return crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, sealed); // pave: expect rsa-padding
}
