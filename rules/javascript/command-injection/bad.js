const { exec } = require("child_process");
const express = require("express");

const app = express();

app.get("/print", (req, res) => {
  exec("lp /reports/" + req.query.name, () => res.send("printed")); // pave: expect command-injection
});
