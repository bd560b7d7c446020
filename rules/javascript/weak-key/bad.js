const crypto = require("crypto");

function make() {
  return crypto.generateKeyPairSync("rsa", { modulusLength: 1024 }); // pave: expect weak-key
}

crypto.createDiffieHellman(1024); // pave: expect weak-key
selfsigned.generate(names, { keySize: 1024, days: 30 }); // pave: expect weak-key
openpgp.generateKey({ type: "rsa", rsaBits: 1024, userIDs }); // pave: expect weak-key
