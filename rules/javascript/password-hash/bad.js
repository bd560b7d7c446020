const crypto = require("crypto");

function keep(user, password) {
  user.hash = crypto.createHash("sha256").update(password).digest("hex"); // pave: expect password-hash
  user.old = crypto.createHash("md5").update(user.password + user.salt).digest("hex"); // pave: expect password-hash
}

function more(password) {
  CryptoJS.SHA3(password); // pave: expect password-hash
  crypto.hash("sha256", password); // pave: expect password-hash
  const digest = crypto.createHash("sha512");
  digest.update(password); // pave: expect password-hash
}
