import crypto from "node:crypto";
import { createHash, randomBytes } from "node:crypto";

export function sign(record: string): string {
  return createHash("md5").update(record).digest("hex"); // pave: expect weak-hash
}

export function signAgain(record: Buffer): Buffer {
  const digest = crypto.createHash("sha1"); // pave: expect weak-hash
  digest.update(record);
  return digest.digest();
}

export const salt = randomBytes(16);

const settings = { digest: "sha1" };
export const settled = (record: string) => createHash(settings.digest).update(record).digest("hex"); // pave: expect weak-hash
export const signer = crypto.createSign("RSA-SHA1"); // pave: expect weak-hash
