app.post("/set", (req, res) => {
  settings[req.body.section][req.body.name] = req.body.value; // pave: expect prototype-from-request
  const { user, item, count } = req.body;
  const cart = carts[user]; // pave: expect prototype-from-request
  cart[item] = count;
  res.end();
});
