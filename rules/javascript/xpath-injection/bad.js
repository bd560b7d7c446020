const xpath = require("xpath");

app.get("/home", (req, res) => {
  const nodes = xpath.select("//user[@name='" + req.query.name + "']/home", document); // pave: expect xpath-injection
  const parsed = xpath.parse(`//user[@name='${req.query.name}']`); // pave: expect xpath-injection
  res.json([nodes, parsed]);
});
