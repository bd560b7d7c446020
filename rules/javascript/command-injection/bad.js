const { exec } = require("child_process");
const express = require("express");

const app = express();

app.get("/print", (req, res) => {
  exec("lp /reports/" + req.query.name, () => res.send("printed")); // pave: expect command-injection
});

const cp = require("node:child_process");
const util = require("util");
const execa = require("execa");
const shell = require("shelljs");

fastify.post("/convert", async (request, reply) => {
  cp.spawn("bash", ["-c", "convert " + request.body.file]); // pave: expect command-injection
  cp.spawn("convert", ["-o", request.body.file], { shell: true }); // pave: expect command-injection
  await util.promisify(cp.exec)(`convert ${request.body.file}`); // pave: expect command-injection
  await execa.command("convert " + request.query.file); // pave: expect command-injection
  shell.exec("convert " + request.query.file); // pave: expect command-injection
});
app.post("/tool", (req, res) => {
  nodeCmd.run("convert " + req.body.file); // pave: expect command-injection
  sudo.exec("mount " + req.body.disk, { name: "Disks" }); // pave: expect command-injection
  require("shelljs").exec("convert " + req.body.file); // pave: expect command-injection
  Deno.run({ cmd: ["sh", "-c", "convert " + req.body.file] }); // pave: expect command-injection
});

http.createServer((req, res) => {
  let sent = "";
  req.on("data", (piece) => { sent += piece; });
  req.on("end", () => { exec(JSON.parse(sent).command); }); // pave: expect command-injection
});
const runLater = util.promisify(require("child_process").exec);
app.get("/later", async (req, res) => { await runLater(`nslookup ${req.query.host}`); }); // pave: expect command-injection
app.get("/half", (req, res) => {
  child_process.execSync("list " + req.query.name.replace(/[^a-z0-9;|]/g, "")); // pave: expect command-injection
  child_process.execSync("list " + req.query.name.replace(/[^a-z]/, "")); // pave: expect command-injection
});
