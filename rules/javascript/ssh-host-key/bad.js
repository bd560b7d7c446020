const { Client } = require("ssh2");

const client = new Client();
client.connect({ host: "files.example.org", username: "reader", hostVerifier: () => true }); // pave: expect ssh-host-key
