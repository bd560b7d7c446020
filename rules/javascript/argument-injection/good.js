const { execFile } = require("child_process");

app.post("/mirror", (req, res) => {
  execFile("git", ["clone", "--", req.body.address, "/srv/mirror"], done);
  execFile("git", ["log", req.body.branch], done);
  execFile("git", ["fetch", "https://" + req.body.host], done);
  if (req.body.address.startsWith("-")) {
    return;
  }
  execFile("git", ["fetch", req.body.address], done);
});
