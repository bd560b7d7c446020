const crypto = require("crypto");

function keep(user, password) {
  user.hash = crypto.createHash("sha256").update(password).digest("hex"); // pave: expect password-hash
  user.old = crypto.createHash("md5").update(user.password + user.salt).digest("hex"); // pave: expect password-hash
}
