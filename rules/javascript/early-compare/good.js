const crypto = require("crypto");

function isFromPartner(body, signature, key) {
  const wanted = crypto.createHmac("sha256", key).update(body).digest();
  const given = Buffer.from(signature, "hex");
  return wanted.length === given.length && crypto.timingSafeEqual(wanted, given);
}
function present(key, body) {
  const mac = crypto.createHmac("sha256", key).update(body).digest("hex");
  if (mac === null || mac === undefined || typeof mac === "object") {
    throw new Error("nothing was signed");
  }
}
