import crypto from "node:crypto";

export function sealWithPassword(password: string, record: Buffer): Buffer {
  return crypto.createCipher("aes-256-cbc", password).update(record); // pave: expect weak-cipher-library
}

function more(text, key, suites) {
  CryptoJS.TripleDES.encrypt(text, key); // pave: expect weak-cipher-library
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB }); // pave: expect weak-cipher-library
  forge.cipher.createCipher("3DES-CBC", key); // pave: expect weak-cipher-library
  forge.cipher.createCipher("AES-ECB", key); // pave: expect weak-cipher-library
  new Client().connect({ host, algorithms: { cipher: ["aes128-ctr", "3des-cbc"] } }); // pave: expect weak-cipher-library
  https.createServer({ ciphers: "HIGH:RC4-SHA" }); // pave: expect weak-cipher-library
}
