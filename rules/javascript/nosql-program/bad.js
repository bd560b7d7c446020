const mongoose = require("mongoose");

app.get("/orders/:id", async (req, res) => {
  const id = String(req.params.id).slice(0, 60);
  res.json(await orders.find({ $where: `this.id === '${id}'` }).toArray()); // pave: expect nosql-program
});

app.get("/stocks", (req, res) => {
  const criteria = () => {
    if (req.query.threshold) {
      return { $where: "this.stocks > '" + req.query.threshold + "'" }; // pave: expect nosql-program
    }
    return {};
  };
  Stock.find(criteria()).exec(done);
  Stock.find().$where(req.query.condition); // pave: expect nosql-program
});

app.post("/count", async (req, res) => {
  res.json(await orders.aggregate([{ $project: { n: { $function: { body: req.body.program, args: [], lang: "js" } } } }])); // pave: expect nosql-program
});
