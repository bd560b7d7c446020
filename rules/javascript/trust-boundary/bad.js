app.post("/keep", (req, res) => {
  req.session[req.body.name] = "seen"; // pave: expect trust-boundary
  req.session["choice"] = req.body.choice; // pave: expect trust-boundary
});
