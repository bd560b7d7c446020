const crypto = require("crypto");

function seal(key) {
  const nonce = crypto.randomBytes(12);
  return crypto.createCipheriv("aes-256-gcm", key, nonce);
}

function open(key, nonce) {
  return crypto.createDecipheriv("aes-256-gcm", key, nonce);
}

async function inBrowser(key, text, counter) {
  const iv = new Uint8Array(12);
  crypto.getRandomValues(iv);
  await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text);
  const next = new Uint8Array(12);
  next.set(counter, 4);
  return crypto.subtle.encrypt({ name: "AES-GCM", iv: next }, key, text);
}
