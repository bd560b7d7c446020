const crypto = require("crypto");

function seal(key) {
  const zeros = Buffer.alloc(16);
  crypto.createCipheriv("aes-256-cbc", key, zeros); // pave: expect fixed-iv
  return crypto.createCipheriv("aes-256-gcm", key, "0123456789ab"); // pave: expect fixed-iv
}

function more(text, key) {
  nacl.secretbox(text, Buffer.from("0123456789abcdef01234567"), key); // pave: expect fixed-iv
  cipher.start({ iv: "0123456789ab" }); // pave: expect fixed-iv
}
