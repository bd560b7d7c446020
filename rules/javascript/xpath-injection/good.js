const xpath = require("xpath");

app.get("/home", (req, res) => {
  const parsed = xpath.parse("//user[@name=$name]");
  const nodes = parsed.select({ node: document, variables: { name: req.query.name } });
  const third = xpath.select("//user[" + Number(req.query.number) + "]", document);
  res.json([nodes, third]);
});
