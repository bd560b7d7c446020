import CryptoJS from "crypto-js";
import forge from "node-forge";

export async function digests(text, key) {
  const gravatar = CryptoJS.MD5(text).toString();
  const signed = CryptoJS.HmacSHA1(text, key);
  const sealed = key.encrypt(text, "RSA-OAEP", { md: forge.md.sha1.create() });
  return [gravatar, signed, sealed, CryptoJS.SHA256(text), await crypto.subtle.digest("SHA-256", text)];
}
