const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/scan", (req, res) => {
  fs.readFile("/scans/" + path.basename(req.query.name), (error, scan) => res.send(scan));
});

app.get("/letters/:name", (req, res) => {
  res.sendFile(req.params.name, { root: "/letters" });
});

const path = require("path");
const fs = require("fs");

router.get("/report", async (ctx) => {
  const full = path.resolve("/reports", ctx.query.name);
  if (!full.startsWith("/reports/")) {
    return;
  }
  fs.createReadStream(full).pipe(out);
  fs.write(number, ctx.query.name, done);
});
