import crypto from "node:crypto";

export function seal(key: Buffer, record: Buffer): Buffer {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

export const refused = ["des-cbc", "aes-128-ecb"];
