const crypto = require("crypto");
const jwt = require("jsonwebtoken");

function sign(claims, key) {
  crypto.createHmac("sha256", process.env.SERVICE_KEY);
  crypto.createCipheriv("aes-256-gcm", crypto.randomBytes(32), crypto.randomBytes(12));
  return jwt.sign(claims, key);
}
const readCookies = cookieParser(process.env.COOKIE_SECRET);
steps.run([
  (next) => cookieParser(request, {}, next),
  (next) => load(next),
]);
