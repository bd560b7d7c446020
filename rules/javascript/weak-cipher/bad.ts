import crypto from "node:crypto";
import { createCipheriv } from "node:crypto";

export function seal(key: Buffer, record: Buffer): Buffer {
  const cipher = crypto.createCipheriv("aes-256-ecb", key, null); // pave: expect weak-cipher
  return Buffer.concat([cipher.update(record), cipher.final()]);
}

export function sealAgain(key: Buffer, iv: Buffer, record: Buffer): Buffer {
  return createCipheriv("des-ede3-cbc", key, iv).update(record); // pave: expect weak-cipher
}

export function sealWithPassword(password: string, record: Buffer): Buffer {
  return crypto.createCipher("aes-256-cbc", password).update(record); // pave: expect weak-cipher
}

function more(text, key, suites) {
  CryptoJS.TripleDES.encrypt(text, key); // pave: expect weak-cipher
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB }); // pave: expect weak-cipher
  forge.cipher.createCipher("3DES-CBC", key); // pave: expect weak-cipher
  forge.cipher.createCipher("AES-ECB", key); // pave: expect weak-cipher
  crypto.createDecipheriv("des-ede3-cbc", key, iv); // pave: expect weak-cipher
  https.createServer({ ciphers: "HIGH:RC4-SHA" }); // pave: expect weak-cipher
}
