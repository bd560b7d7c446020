function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
app.get("/wards", async (req, res) => {
  const found = new RegExp(escapeRegExp(req.query.name), "i");
  res.json(wards.filter((ward) => found.test(ward.name)));
});
app.get("/beds", async (req, res) => {
  const name = String(req.query.name).replace(/[-/\\^$*+?.()|[\]{}]/g, "\\$&");
  res.json(await Bed.find({ name: new RegExp("^" + name) }));
});
app.get("/nurses", async (req, res) => {
  res.json(nurses.filter((nurse) => new RegExp(_.escapeRegExp(req.query.name)).test(nurse.name)));
});
app.get("/floor", async (req, res) => {
  const floor = new RegExp("^" + Number(req.query.floor) + "\\.");
  const kind = new RegExp(KINDS[req.query.kind]);
  res.json(rooms.filter((room) => floor.test(room.name) && kind.test(room.name) && /^ward/.test(req.query.name)));
});
app.get("/version", (req, res) => {
  const version = req.url.match(/^\/(v\d+)\//)[1];
  res.json(names.filter((name) => new RegExp(version).test(name)));
});
