const mongoose = require("mongoose");
const User = mongoose.model("User", schema);

app.post("/login", function (req, res) {
  User.findOne({ name: String(req.body.name) }, done);
  User.find({ kind: "visit" }, done);
});

app.post("/checked", async (req, res) => {
  const { name } = req.body;
  if (typeof name !== "string") {
    return res.status(400).end();
  }
  res.json(await User.findOne({ name }));
});
app.get("/wards/:name", async (req, res) => { res.json(await Ward.findOne({ name: req.params.name })); });
app.get("/told", async (req, res) => { res.json(await Ward.findOne({ name: req.get("X-Ward") })); });
