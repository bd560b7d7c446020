const express = require("express");

const app = express();

app.get("/image", async (req, res) => {
  const image = await fetch(req.query.url); // pave: expect server-side-request
  res.json({ size: image.size });
});
