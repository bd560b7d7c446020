import crypto from "node:crypto";

export function seal(key: Buffer, record: Buffer): Buffer {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

export const refused = ["des-cbc", "aes-128-ecb"];


const settings = { cipher: "aes-256-gcm", before: "des-cbc" };
export function reseal(key: Buffer, name: string, record: Buffer): Buffer[] {
  const nonce = crypto.randomBytes(12);
  return [
    crypto.createCipheriv(settings.cipher, key, nonce).update(record),
    crypto.createCipheriv(name, key, nonce).update(record),
    crypto.createCipheriv(process.env.CIPHER, key, nonce).update(record),
  ];
}
