const serialize = require("node-serialize");
const yaml = require("js-yaml");
const cryo = require("cryo");

app.post("/profile", (req, res) => {
  const profile = serialize.unserialize(req.cookies.profile); // pave: expect unsafe-deserialization
  const saved = cryo.parse(req.body.saved); // pave: expect unsafe-deserialization
  const settings = { schema: yaml.DEFAULT_FULL_SCHEMA };
  const first = yaml.load(req.body.text, settings); // pave: expect unsafe-deserialization
  const second = yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA }); // pave: expect unsafe-deserialization
  const third = yaml.load(req.body.text, { schema: yaml.DEFAULT_SCHEMA.extend(require("js-yaml-js-types").all) }); // pave: expect unsafe-deserialization
});
