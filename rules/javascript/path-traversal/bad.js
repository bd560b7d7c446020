const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/scan", (req, res) => {
  fs.readFile("/scans/" + req.query.name, (error, scan) => res.send(scan)); // pave: expect path-traversal
});

app.get("/letters/:name", (req, res) => {
  const file = path.join("/letters", req.params.name);
  res.sendFile(file); // pave: expect path-traversal
});
