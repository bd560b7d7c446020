const mongoose = require("mongoose");
const User = mongoose.model("User", schema);

app.post("/login", function (req, res) {
  User.findOne({ name: req.body.name, password: req.body.password }, done); // pave: expect nosql-injection
});

app.post("/find", async (req, res) => {
  const query = { name: req.body.name };
  await User.countDocuments(query); // pave: expect nosql-injection
  await User.find({ $where: "this.name == '" + req.body.name + "'" }); // pave: expect nosql-injection
  await users.updateOne({ _id: req.body.id }, { $set: { seen: true } }); // pave: expect nosql-injection
});
