const express = require("express");

const app = express();

app.get("/greet", (req, res) => {
  res.send("<p>Welcome, " + req.query.name + "</p>"); // pave: expect cross-site-scripting
});

app.get("/note", (req, res) => {
  const page = `<p>${req.query.note}</p>`;
  res.write(page); // pave: expect cross-site-scripting
  res.end();
});
