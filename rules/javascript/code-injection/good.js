const express = require("express");

const app = express();

app.get("/sum", (req, res) => {
  const terms = JSON.parse(req.query.terms);
  res.json({ sum: terms.reduce((a, b) => a + b, 0) });
});
