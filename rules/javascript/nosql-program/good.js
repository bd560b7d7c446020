const mongoose = require("mongoose");

app.get("/stocks", async (req, res) => {
  const threshold = parseInt(req.query.threshold, 10);
  res.json(await Stock.find({ $where: `this.stocks > ${threshold}` }));
  res.json(await Stock.find({ $where: "this.stocks > this.sold" }));
  res.json(await Stock.find({ $where: `this.name == '${req.query.name.replace(/[^a-z0-9]/gi, "")}'` }));
});
