import crypto from "node:crypto";
import { createCipheriv } from "node:crypto";

export function seal(key: Buffer, record: Buffer): Buffer {
  const cipher = crypto.createCipheriv("aes-256-ecb", key, null); // pave: expect weak-cipher
  return Buffer.concat([cipher.update(record), cipher.final()]);
}

export function sealAgain(key: Buffer, iv: Buffer, record: Buffer): Buffer {
  return createCipheriv("des-ede3-cbc", key, iv).update(record); // pave: expect weak-cipher
}

export function open(key: Buffer, iv: Buffer, sealed: Buffer): Buffer {
  return crypto.createDecipheriv("des-ede3-cbc", key, iv).update(sealed); // pave: expect weak-cipher
}

const NAME = "aes-128-ecb";
const BITS = 192;
const settings = { cipher: "bf-cbc" };

export class Vault {
  private readonly algorithm: string = "rc4";
  static OLD = "des-cbc";
  seal(key: Buffer, iv: Buffer, record: Buffer, isOld: boolean, name = "rc2-cbc"): Buffer[] {
    return [
      crypto.createCipheriv(NAME, key, null).update(record), // pave: expect weak-cipher
      crypto.createCipheriv(`aes-${BITS}-ecb`, key, null).update(record), // pave: expect weak-cipher
      crypto.createCipheriv(settings.cipher, key, iv).update(record), // pave: expect weak-cipher
      crypto.createCipheriv(this.algorithm, key, "").update(record), // pave: expect weak-cipher
      crypto.createCipheriv(Vault.OLD, key, iv).update(record), // pave: expect weak-cipher
      crypto.createCipheriv(isOld ? "des-cbc" : "aes-256-gcm", key, iv).update(record), // pave: expect weak-cipher
      crypto.createCipheriv(name, key, iv).update(record), // pave: expect weak-cipher
    ];
  }
}
