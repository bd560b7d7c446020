import crypto from "node:crypto";

export function seal(key: Buffer, record: Buffer): Buffer {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

export const refused = ["des-cbc", "aes-128-ecb"];

function sound(text, key) {
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CTR });
  forge.cipher.createCipher("AES-GCM", key);
  https.createServer({ ciphers: "ECDHE+AESGCM:!aNULL:!RC4:!3DES:!MD5" });
}
