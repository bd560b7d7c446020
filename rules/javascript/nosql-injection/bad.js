const mongoose = require("mongoose");
const User = mongoose.model("User", schema);

app.post("/login", function (req, res) {
  User.findOne({ name: req.body.name, password: req.body.password }, done); // pave: expect nosql-injection
});

app.post("/find", async (req, res) => {
  const query = { name: req.body.name };
  await User.countDocuments(query); // pave: expect nosql-injection
  await users.updateOne({ _id: req.body.id }, { $set: { seen: true } }); // pave: expect nosql-injection
});
ordersCollection.find({ day: today });
exports.track = (req, res) => {
  ordersCollection.find({ number: req.body.number }); // pave: expect nosql-injection
  db.collection("orders").deleteOne({ number: req.body.number }); // pave: expect nosql-injection
};
