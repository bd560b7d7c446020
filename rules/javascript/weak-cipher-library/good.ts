function sound(text, key) {
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CTR });
  forge.cipher.createCipher("AES-GCM", key);
  https.createServer({ ciphers: "ECDHE+AESGCM:!aNULL:!RC4:!3DES:!MD5" });
}
