const { execFile } = require("child_process");
const express = require("express");

const app = express();

app.get("/print", (req, res) => {
  execFile("lp", ["-n", String(Number(req.query.pages)), "/reports/today"], () => res.send("printed"));
});
