const express = require("express");

const app = express();

app.get("/image", async (req, res) => {
  const image = await fetch(req.query.url); // pave: expect server-side-request
  res.json({ size: image.size });
});

const https = require("https");

app.get("/fetch", async (req, res) => {
  const options = { url: req.query.address };
  await axios(options); // pave: expect server-side-request
  https.get({ hostname: req.query.host, path: "/" }, done); // pave: expect server-side-request
  await fetch(`https://${req.query.host}/data`); // pave: expect server-side-request
});
