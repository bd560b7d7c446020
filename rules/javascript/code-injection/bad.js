const express = require("express");

const app = express();

app.get("/sum", (req, res) => {
  res.json({ sum: eval(req.query.terms) }); // pave: expect code-injection
});
