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

class Sealer {
  sealZeros(key, text) {
    return crypto.createCipheriv("aes-256-gcm", key, Buffer.alloc(12)).update(text); // pave: expect fixed-iv
  }
  static nonce() {
    return Buffer.from("000102030405060708090a0b", "hex");
  }
  sealStatic(key, text) {
    const iv = Sealer.nonce();
    return crypto.createCipheriv("aes-256-gcm", key, iv).update(text); // pave: expect fixed-iv
  }
}
async function inBrowser(key, text) {
  const iv = new Uint8Array(12);
  return crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text); // pave: expect fixed-iv
}
