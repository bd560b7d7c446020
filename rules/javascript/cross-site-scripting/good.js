const escapeHtml = require("escape-html");
const express = require("express");

const app = express();

app.get("/greet", (req, res) => {
  res.send("<p>Welcome, " + escapeHtml(req.query.name) + "</p>");
});

app.get("/note", (req, res) => {
  res.json({ note: req.query.note });
});
