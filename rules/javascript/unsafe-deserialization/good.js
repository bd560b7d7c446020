const serialize = require("node-serialize");
const yaml = require("js-yaml");

app.post("/profile", (req, res) => {
  const profile = JSON.parse(req.cookies.profile);
  const text = yaml.load(req.body.text);
  const plain = yaml.load(req.body.text, { schema: yaml.JSON_SCHEMA });
  const own = serialize.unserialize(kept);
});
