const crypto = require("crypto");

function isFromPartner(body, signature, key) {
  const wanted = crypto.createHmac("sha256", key).update(body).digest("hex");
  return wanted === signature; // pave: expect early-compare
}
