const https = require("https");
const tls = require("tls");

https.createServer({ key, cert, minVersion: "TLSv1" }); // pave: expect tls-old-version
tls.connect({ host, secureProtocol: "TLSv1_method" }); // pave: expect tls-old-version
