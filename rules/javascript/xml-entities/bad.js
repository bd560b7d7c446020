const libxmljs = require("libxmljs");

app.post("/order", (req, res) => {
  const first = libxmljs.parseXml(req.body, { noent: true }); // pave: expect xml-entities
  const settings = { noent: true, nonet: false };
  const second = libxmljs.parseXmlString(req.files.order.data.toString("utf8"), settings); // pave: expect xml-entities
});
