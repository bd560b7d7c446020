const express = require("express");

const app = express();

app.get("/sum", (req, res) => {
  res.json({ sum: eval(req.query.terms) }); // pave: expect code-injection
});

const vm = require("vm");

app.post("/compute", (req, res) => {
  vm.compileFunction(req.body.program); // pave: expect code-injection
  setTimeout("show('" + req.query.name + "')", 10); // pave: expect code-injection
  new Function("a", req.query.program); // pave: expect code-injection
});
app.post("/run", (req, res) => {
  new JSDOM(req.body.page, { runScripts: "dangerously" }); // pave: expect code-injection
  new Worker(req.body.program, { eval: true }); // pave: expect code-injection
  requireFromString(req.body.program); // pave: expect code-injection
  window.webContents.executeJavaScript("show('" + req.body.name + "')"); // pave: expect code-injection
});
app.post("/sum", (req, res) => { res.json(mathjs.eval(req.body.sum)); }); // pave: expect code-injection
