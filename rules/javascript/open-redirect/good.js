const express = require("express");

const app = express();

app.get("/leave", (req, res) => {
  res.redirect(req.query.next === "ward" ? "/ward" : "/");
});

app.get("/out", (req, res) => {
  res.redirect("/search?text=" + req.query.text);
  res.redirect(`https://docs.example.org/${req.query.page}`);
  res.redirect(home() + "?text=" + req.query.text);
  if (known.includes(req.query.to)) {
    res.redirect(req.query.to);
  }
});
app.get("/u/:name", (req, res) => {
  res.redirect(config.get("base") + "/user/" + req.params.name);
});
app.use((req, res, next) => { if (!req.secure) return res.redirect("https://" + req.hostname + "/"); next(); });
app.get("/short/:code", async (req, res) => {
  const link = await Link.findOne({ code: req.params.code });
  res.redirect(link.target);
});
app.use((req, res) => { res.redirect("https://" + req.headers.host + req.url); });
app.use((req, res) => { res.redirect(301, `https://${req.hostname}${req.originalUrl}`); });
app.post("/back", (req, res) => { res.redirect(req.get("Referrer") || "/"); });
app.post("/back", (req, res) => { res.redirect(req.headers.referer); });
