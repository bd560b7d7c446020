app.post("/keep", (req, res) => {
  req.session["page"] = Number(req.body.page);
  req.session.seen = true;
});
