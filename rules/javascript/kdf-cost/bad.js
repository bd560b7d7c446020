const bcrypt = require("bcrypt");
const crypto = require("crypto");
const argon2 = require("argon2");

async function stretch(password, salt) {
  await bcrypt.hash(password, 4); // pave: expect kdf-cost
  bcrypt.hashSync(password, bcrypt.genSaltSync(8)); // pave: expect kdf-cost
  crypto.scryptSync(password, salt, 32, { N: 1024 }); // pave: expect kdf-cost
  await argon2.hash(password, { memoryCost: 1024 }); // pave: expect kdf-cost
  CryptoJS.EvpKDF(password, salt); // pave: expect kdf-cost
}
