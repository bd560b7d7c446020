const express = require("express");

const app = express();

app.get("/leave", (req, res) => {
  res.redirect(req.query.next === "ward" ? "/ward" : "/");
});
