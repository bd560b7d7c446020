const libxmljs = require("libxmljs");

app.post("/order", (req, res) => {
  const first = libxmljs.parseXml(req.body);
  const second = libxmljs.parseXml(req.body, { noent: false });
  const own = libxmljs.parseXml(template, { noent: true });
});
