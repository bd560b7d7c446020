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

import { readFile } from "node:fs/promises";
const fs = require("fs");

router.get("/report", async (ctx) => {
  ctx.body = { text: await readFile("/reports/" + ctx.query.name) }; // pave: expect path-traversal
  fs.createReadStream(`/reports/${ctx.query.name}`).pipe(out); // pave: expect path-traversal
  fs.rename("/tmp/upload", "/reports/" + ctx.query.name, done); // pave: expect path-traversal
});
app.get("/shot", async (req, res) => {
  await page.screenshot({ path: "/shots/" + req.query.name }); // pave: expect path-traversal
  await page.pdf({ path: "/shots/" + req.query.name, format: "A4" }); // pave: expect path-traversal
  jsonfile.readFileSync("/data/" + req.query.name); // pave: expect path-traversal
  tar.x({ file: "theme.tar", cwd: "/themes/" + req.query.name }); // pave: expect path-traversal
  new AdmZip("/zips/" + req.query.name); // pave: expect path-traversal
});
const { readFile: readLater } = require("fs/promises");
app.get("/later", async (req, res) => { res.type("text").send(await readLater("./data/" + req.query.name)); }); // pave: expect path-traversal
app.get("/view", (req, res) => res.render(req.query.view)); // pave: expect path-traversal
