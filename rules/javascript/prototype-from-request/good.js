app.post("/set", (req, res) => {
  settings[req.body.name] = req.body.value;
  settings["user-" + req.body.user][req.body.name] = req.body.value;
  settings[Number(req.body.section)][req.body.name] = req.body.value;
  const { user, item, count } = req.body;
  if (user === "__proto__") return res.sendStatus(400);
  carts[user][item] = count;
  if (!SECTIONS.includes(req.body.section)) return res.sendStatus(400);
  settings[req.body.section][req.body.name] = 1;
  byUser.get(req.body.other)[item] = count;
  res.end();
});
