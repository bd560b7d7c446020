const crypto = require("crypto");

crypto.createECDH("secp160r1"); // pave: expect weak-curve
crypto.generateKeyPairSync("ec", { namedCurve: "prime192v1" }); // pave: expect weak-curve
crypto.getDiffieHellman("modp2"); // pave: expect weak-curve
https.createServer({ ecdhCurve: "secp160k1" }); // pave: expect weak-curve
