const express = require("express");

const app = express();

app.get("/sum", (req, res) => {
  const terms = JSON.parse(req.query.terms);
  res.json({ sum: terms.reduce((a, b) => a + b, 0) });
});

app.post("/compute", (req, res) => {
  setTimeout(() => show(req.query.name), 10);
  setTimeout("show(" + JSON.stringify(req.query.name) + ")", 10);
});
app.post("/read", (req, res) => {
  new JSDOM(req.body.page);
  new Worker("./worker.js", { workerData: req.body.program });
});
