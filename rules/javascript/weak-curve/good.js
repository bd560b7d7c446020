const crypto = require("crypto");

crypto.createECDH("prime256v1");
crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
crypto.getDiffieHellman("modp14");
https.createServer({ ecdhCurve: "auto" });
