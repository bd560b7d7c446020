import { createHash, createHmac } from "node:crypto";

export function sign(record: string): string {
  return createHash("sha256").update(record).digest("hex");
}

export function etagOf(page: string): string {
  return createHash("md5").update(page).digest("base64");
}

export function mac(key: Buffer, record: string): Buffer {
  return createHmac("sha256", key).update(record).digest();
}

export const names = ["md5", "sha1"];
