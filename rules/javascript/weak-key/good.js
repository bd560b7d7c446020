const crypto = require("crypto");

function make() {
  return crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });
}
