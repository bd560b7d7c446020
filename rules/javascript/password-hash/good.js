const crypto = require("crypto");

function keep(user, password, body) {
  user.hash = crypto.scryptSync(password, user.salt, 32);
  user.mark = crypto.createHash("sha256").update(body).digest("hex");
  user.link = crypto.createHash("sha256").update(user.passwordResetToken).digest("hex");
}

const fixed = crypto.createHash("sha256").update("the password of nobody").digest();
