const { execFile } = require("child_process");
const express = require("express");

const app = express();

app.get("/print", (req, res) => {
  execFile("lp", ["-n", String(Number(req.query.pages)), "/reports/today"], () => res.send("printed"));
});

const cp = require("node:child_process");

fastify.post("/convert", async (request, reply) => {
  cp.spawn("convert", ["-o", request.body.file]);
  cp.spawn("bash", ["-c", "convert *.png"]);
  const found = /\d+/.exec(request.query.file);
});
app.get("/address", (req, res) => {
  const address = req.query.address;
  if (net.isIP(address) === 0) {
    res.status(400).end();
    return;
  }
  child_process.exec(`ping -c 1 ${address}`, () => res.end());
});
app.get("/plain", (req, res) => {
  const count = req.query.count | 0;
  const name = req.query.name.replace(/[^a-zA-Z0-9_-]/g, "");
  child_process.execSync("list " + count + " " + name);
});
