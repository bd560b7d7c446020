const bcrypt = require("bcrypt");
const crypto = require("crypto");
const argon2 = require("argon2");

async function stretch(password, salt, rounds) {
  await bcrypt.hash(password, 12);
  await bcrypt.hash(password, rounds);
  crypto.scryptSync(password, salt, 32, { N: 131072, maxmem: 256 * 1024 * 1024 });
  await argon2.hash(password);
}
