app.get("/wards", async (req, res) => {
  const found = new RegExp(req.query.name, "i"); // pave: expect pattern-from-request
  res.json(wards.filter((ward) => found.test(ward.name)));
});
app.get("/beds", async (req, res) => {
  res.json(await Bed.find({ name: { $regex: new RegExp("^" + req.query.name) } })); // pave: expect pattern-from-request
});
router.get("/nurses", async (ctx) => {
  ctx.body = nurses.filter((nurse) => RegExp(`\\b${ctx.query.name}\\b`).test(nurse.name)); // pave: expect pattern-from-request
});
