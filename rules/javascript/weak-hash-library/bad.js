import CryptoJS from "crypto-js";
import forge from "node-forge";

export async function digests(text) {
  const one = CryptoJS.MD5(text).toString(); // pave: expect weak-hash-library
  const two = forge.md.sha1.create(); // pave: expect weak-hash-library
  const three = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text)); // pave: expect weak-hash-library
  return [one, two, three];
}
