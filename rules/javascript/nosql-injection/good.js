const mongoose = require("mongoose");
const User = mongoose.model("User", schema);

app.post("/login", function (req, res) {
  User.findOne({ name: String(req.body.name) }, done);
  User.find({ kind: "visit" }, done);
});
