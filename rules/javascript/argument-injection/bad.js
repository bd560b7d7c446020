const { execFile, spawn } = require("child_process");

app.post("/mirror", (req, res) => {
  execFile("git", ["clone", req.body.address, "/srv/mirror"], done); // pave: expect argument-injection
  spawn("hg", ["pull", req.body.address]); // pave: expect argument-injection
});
