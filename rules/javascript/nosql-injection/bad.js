const mongoose = require("mongoose");
const User = mongoose.model("User", schema);

app.post("/login", function (req, res) {
  User.findOne({ name: req.body.name, password: req.body.password }, done); // pave: expect nosql-injection
});
