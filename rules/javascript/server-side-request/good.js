const express = require("express");

const app = express();

app.get("/image", async (req, res) => {
  const image = await fetch(`https://images.example/${Number(req.query.number)}`);
  res.json({ size: image.size });
});
