const crypto = require("crypto");

function make() {
  return crypto.generateKeyPairSync("rsa", { modulusLength: 1024 }); // pave: expect weak-key
}
